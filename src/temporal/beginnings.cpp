#include "temporal/beginnings.hpp"

#include <algorithm>

namespace timeline::temporal {

Beginnings::Beginnings(std::span<const std::string_view> words, std::span<const std::string_view> numerals,
                       std::span<const std::string_view> units) {
  add_words(words);
  for (const std::string_view numeral : numerals) {
    if (numeral.size() > kSyllable) {
      add({numeral});
      continue;
    }
    for (const std::string_view more : numerals) add({numeral, more});
    for (const std::string_view unit : units) {
      add({numeral, unit});
      add({numeral, " ", unit});
    }
  }
}

void Beginnings::add_words(std::span<const std::string_view> words) {
  for (const std::string_view word : words) add({word});
}

void Beginnings::add(std::initializer_list<std::string_view> pieces) {
  std::array<unsigned char, sizeof(std::uint64_t)> bytes{};
  std::size_t size = 0;
  for (const std::string_view piece : pieces) {
    const std::size_t more = std::min(piece.size(), kPair - size);
    std::copy_n(piece.begin(), more, bytes.begin() + static_cast<std::ptrdiff_t>(size));
    size += more;
  }
  if (bytes[0] < 0x80) {
    const std::uint32_t second = bytes[1] & 31U;
    latin_[bytes[0] & 31U] |= size > 1 ? std::uint32_t{1} << second : ~std::uint32_t{0};
    return;
  }
  if (size < kSyllable) return;  // no word that is asked for
  const std::uint64_t key = key_of(bytes.data());
  const auto set = [](auto& bits, std::uint32_t at) { bits[at >> 6] |= std::uint64_t{1} << (at & 63); };
  if (size < kPair)
    set(firsts_, hash<kFirstBits>(key & kFirst));  // whatever stands behind it
  else
    set(pairs_, hash<kPairBits>(key));
}

}  // namespace timeline::temporal
