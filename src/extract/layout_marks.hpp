#pragma once

#include <cstdint>
#include <string_view>

#include "text/utf8.hpp"

namespace timeline::extract {

/// Small tests of characters and words that the judges of layout share.

[[nodiscard]] inline bool is_letter(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_han(c);
}

[[nodiscard]] inline bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x3000 || c == 0x200B;
}

/// A Latin word counts only whole: no "AP" in "APEC".
[[nodiscard]] inline bool is_whole(std::string_view words, std::uint32_t begin, std::uint32_t end) {
  const auto latin = [&](std::size_t at) { return text::is_latin(static_cast<unsigned char>(words[at])); };
  if (latin(begin) && begin > 0 && latin(begin - 1)) return false;
  return !(latin(end - 1) && end < words.size() && latin(end));
}

/// Does an e-mail address stand in it?
[[nodiscard]] inline bool has_address(std::string_view words) {
  for (std::size_t at = words.find('@'); at != std::string_view::npos; at = words.find('@', at + 1)) {
    if (at == 0 || at + 4 >= words.size()) continue;
    const auto word = [&](std::size_t i) {
      return text::is_latin(static_cast<unsigned char>(words[i])) ||
             text::is_digit(static_cast<unsigned char>(words[i]));
    };
    const std::size_t dot = words.find('.', at);
    if (word(at - 1) && word(at + 1) && dot != std::string_view::npos && dot - at < 40 &&
        words.substr(at, dot - at).find(' ') == std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace timeline::extract
