#include "text/utf8.hpp"

#include <algorithm>
#include <cstring>

#include "text/blocks.hpp"

namespace timeline::text {
namespace {

[[nodiscard]] bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// Where the character ends that begins at `at`; 0 where the bytes there are none.
std::size_t end_of_valid(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return at + 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (starts_character(text[at + i])) return 0;
  const char32_t c = decode(text, at).code_point;
  if ((length == 3 && c < 0x800) || (length == 4 && (c < 0x10000 || c > 0x10FFFF))) return 0;
  if (c >= 0xD800 && c <= 0xDFFF) return 0;
  return at + length;
}

/// Does nothing stand in the block but valid characters of one to three bytes, the first and the last perhaps in part?
/// Those that may be wrong in more ways than one are none of them. Two bytes before the block are looked at, too.
bool is_plain(const unsigned char* block) {
  Bytes odd{};
  for (std::size_t i = 0; i < kBlock; i += sizeof(Bytes)) {
    const Bytes here = load(block + i), before = load(block + i - 1), second_before = load(block + i - 2);
    const Bytes must_continue = at_least(before, 0xC0) | at_least(second_before, 0xE0);
    const Bytes surrogate = equal(before, 0xED) & at_least(here, 0xA0);
    const Bytes rare = between(here, 0xC0, 0xC1) | equal(here, 0xE0) | at_least(here, 0xF0);
    odd |= (continues(here) ^ must_continue) | surrogate | rare;
  }
  return bits_of(odd) == 0;
}

}  // namespace

void append_utf8(char32_t c, std::string& out) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

bool is_valid_utf8(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    while (at >= 2 && at + kBlock <= text.size() && is_plain(bytes + at)) at += kBlock;
    if (at != from)  // the last character may go on behind the blocks
      do --at;
      while (!starts_character(text[at]));
    for (const std::size_t to = std::min(at + kBlock, text.size()); at < to;)
      if ((at = end_of_valid(text, at)) == 0) return false;
  }
  return true;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0, at = 0;
  // Sixteen lanes count up to 255 characters each before they are added up: what it says takes a sixth of the time.
  constexpr std::size_t kWidth = sizeof(Bytes);
  while (at + kWidth <= text.size()) {
    const std::size_t stop = std::min(text.size() - kWidth, at + 254 * kWidth);
    Bytes lanes{};
    for (; at <= stop; at += kWidth) {
      const Bytes bytes = load(reinterpret_cast<const unsigned char*>(text.data()) + at);
      lanes -= ~continues(bytes);
    }
    for (std::size_t lane = 0; lane < kWidth; ++lane) count += lanes[lane];
  }
  // The rest of fewer than sixteen: eight at once. A continuation byte has bit 7 and not bit 6.
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const std::uint64_t continued = bytes >> 7 & ~(bytes >> 6) & 0x0101010101010101;
    count += 8 - (continued * 0x0101010101010101 >> 56);
  }
  for (; at < text.size(); ++at) count += starts_character(text[at]) ? 1U : 0U;
  return count;
}

CharacterIndex::CharacterIndex(std::string_view text)
    : text_(text), ascii_(std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; })) {
  if (ascii_) return;
  before_.reserve(text.size() / kBlock + 2);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % kBlock == 0) before_.push_back(count);
    count += starts_character(text[at]) ? 1U : 0U;
  }
  before_.push_back(count);
}

std::uint32_t CharacterIndex::characters(std::uint32_t at) const {
  if (ascii_) return at;
  const std::uint32_t block = std::min(at / kBlock, static_cast<std::uint32_t>(before_.size() - 1));
  std::uint32_t count = before_[block];
  if (block * kBlock < text_.size())
    for (std::uint32_t i = block * kBlock; i < at; ++i) count += starts_character(text_[i]) ? 1U : 0U;
  return count;
}

}  // namespace timeline::text
