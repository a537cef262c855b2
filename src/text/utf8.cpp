#include "text/utf8.hpp"

#include <algorithm>
#include <cstring>

#include "text/blocks.hpp"

namespace timeline::text {
namespace {

[[nodiscard]] bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
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
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return false;
    for (std::size_t i = 1; i < length; ++i)
      if (starts_character(text[at + i])) return false;
    const char32_t c = decode(text, at).code_point;
    if ((length == 3 && c < 0x800) || (length == 4 && (c < 0x10000 || c > 0x10FFFF))) return false;
    if (c >= 0xD800 && c <= 0xDFFF) return false;
    at += length;
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
      lanes -= ~between(bytes, 0x80, 0xBF);
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
