#pragma once

#include <cstddef>
#include <string_view>

#include "text/utf8.hpp"

namespace timeline::entity {

inline constexpr std::size_t kSyllable = 3;  ///< bytes of a Hangul syllable

/// Is the word made of Hangul syllables only?
[[nodiscard]] inline bool is_hangul(std::string_view word) {
  if (word.empty() || word.size() % kSyllable != 0) return false;
  for (std::size_t at = 0; at < word.size(); at += kSyllable)
    if (!text::is_hangul_syllable(text::decode(word, at).code_point)) return false;
  return true;
}

/// A word of Latin letters, digits and signs that begins with a capital: AMD.
[[nodiscard]] inline bool is_latin_name(std::string_view word) {
  if (word.empty() || !(word[0] >= 'A' && word[0] <= 'Z')) return false;
  for (const char c : word)
    if ((c & 0x80) != 0) return false;
  return true;
}

}  // namespace timeline::entity
