#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace timeline::quantity {

/// A number written in ASCII digits: "2,660", "25.7".
struct Digits {
  double value = 0;
  double step = 1;  ///< 1000 for 4000, 0.1 for 25.7
  std::uint32_t end = 0;
};

/// Reads the digits at `at`, at most to `limit`: commas only before three digits, one decimal point only before a
/// digit. Nothing where they are part of something that is no number: 12:30, 2025.10.31, 02-123-4567, 1/2.
[[nodiscard]] std::optional<Digits> read_digits(std::string_view text, std::uint32_t at, std::uint32_t limit);

/// The end of the run of digits, commas, points, colons, slashes and hyphens between digits that starts at `at`.
[[nodiscard]] std::uint32_t skip_digits(std::string_view text, std::uint32_t at, std::uint32_t limit);

}  // namespace timeline::quantity
