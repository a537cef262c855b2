#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace timeline::query {

/// The form in which names are compared: case folded, spaces, hyphens, dots and brackets dropped. "Jensen  HUANG",
/// "jensen huang" and "Jensen-Huang" are one. Input: valid UTF-8.
[[nodiscard]] std::string fold_name(std::string_view name);

/// How many letters have to be typed differently to get from one word to the other; swapped neighbours count once.
/// Hangul syllables are compared letter by letter (자모), so that 엔비디어 is 1 away from 엔비디아. Counting stops at
/// `limit` + 1.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// Words that might have been meant by `word`, nearest first, at most `count`; none where nothing is near. Words are
/// compared in their folded form.
[[nodiscard]] std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                               std::size_t count);

}  // namespace timeline::query
