#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace timeline::store {

/// One thing that is wrong in a database, in words: "time_expression 17: substr gives '9월', not '31일'".
struct Finding {
  std::string check;  ///< what was checked: integrity, foreign_keys, offsets, dates, search, schema
  std::string what;
};

struct CheckReport {
  std::vector<Finding> findings;  ///< at most kMostFindings of each check
  std::int64_t articles = 0;
  std::int64_t offsets = 0;  ///< spans compared with their words
  std::int64_t dates = 0;

  static constexpr std::size_t kMostFindings = 20;
  [[nodiscard]] bool clean() const { return findings.empty(); }
};

/// Reads the whole file and looks for whatever the contract says cannot be: damage, dangling references, offsets that
/// do not give back their words, days that do not exist, search tables out of step, a schema other than ours.
[[nodiscard]] CheckReport check(const Database& database);

}  // namespace timeline::store
