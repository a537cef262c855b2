#pragma once

#include <string_view>

namespace timeline::text {

/// Columns that the text takes on a terminal: 2 for East Asian wide characters, 0 for combining ones, 1 for others.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace timeline::text
