#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <vector>

namespace timeline::query {

/// One count, in a group: {"events by type", "release", 12}.
struct Count {
  std::string group;
  std::string name;
  std::int64_t count = 0;
};

/// How much there is of everything: rows, events by type, status, basis of the date, and year; names by kind.
[[nodiscard]] std::vector<Count> count_everything(SQLite::Database& database);

}  // namespace timeline::query
