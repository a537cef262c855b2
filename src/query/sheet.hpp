#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace timeline::query {

/// A value as the database holds it: NULL, integer, real, text (blobs come as text that says so).
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

/// The text of a cell as SQLite writes it; NULL is empty.
[[nodiscard]] std::string to_text(const Cell& cell);

/// Takes rows one at a time, so that results of any size pass through.
struct SheetSink {
  std::function<void(const std::vector<std::string>& columns)> begin;
  /// Returns false to stop.
  std::function<bool(const std::vector<Cell>& cells)> row;
};

}  // namespace timeline::query
