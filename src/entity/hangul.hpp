#pragma once

#include <cstddef>
#include <string_view>

#include "text/utf8.hpp"

namespace timeline::entity {

inline constexpr std::size_t kSyllable = 3;  ///< bytes of a Hangul syllable

/// A word of Latin letters, digits and signs that begins with a capital: AMD.
[[nodiscard]] inline bool is_latin_name(std::string_view word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z' && text::is_ascii(word);
}

}  // namespace timeline::entity
