#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace timeline::query {

/// A stretch of the calendar in whole days: inclusive ISO dates, an open side is empty.
struct Period {
  std::string from;
  std::string to;

  bool operator==(const Period&) const = default;
};

/// Reads a period written in numbers: 2025, 2025-10, 2025-10-31 (also with dots), 2025-W08, 2025-Q4, "2025 Q4",
/// 2025-H1, 1990s, and two of these with '/' or '..' between them, of which one may be missing (2025-07/.. or ..2025).
/// Nothing where it is none of these; words (지난달, last month) are not its business.
[[nodiscard]] std::optional<Period> parse_period(std::string_view text);

}  // namespace timeline::query
