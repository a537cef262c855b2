#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/table.hpp"

namespace timeline::cli {

/// A piece of running text in one style.
struct Run {
  std::string text;
  Style style = Style::plain;
};

/// Text laid out in lines of at most `width` columns (0: no limit), broken at spaces; every line after the first is
/// led by `indent` spaces, and the first is taken to start there. No line end at the end.
[[nodiscard]] std::string wrapped(const std::vector<Run>& runs, std::size_t indent, std::size_t width, bool color);
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

}  // namespace timeline::cli
