#pragma once

#include "text/utf8.hpp"

namespace timeline::resolve {

/// Letters and digits of any script, ASCII in lower case; 0 for spaces, punctuation and symbols, which two writers of
/// the same words set differently.
[[nodiscard]] constexpr char32_t letter(char32_t c) {
  if (c < 0x80) return text::is_latin(c) ? (c | 0x20) : text::is_digit(c) ? c : 0;
  const bool sign = c <= 0xBF || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || c == 0x30FB ||
                    c == 0x318D || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFFFD;
  return sign ? 0 : c;
}

}  // namespace timeline::resolve
