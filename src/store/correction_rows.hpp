#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "store/statement.hpp"

namespace timeline::store {

/// A correction in force. It is tied to the words of a mention (anchor), so that it holds when the article is read
/// again, and to the event, so that it holds when those words go.
struct Correction {
  std::string action;  ///< change, merge, split, confirm, reject
  std::int64_t event = 0;
  std::int64_t anchor = 0;
  std::int64_t other_anchor = 0;  ///< merge: a mention of the other event
  std::string field;
  std::string value;
};

/// Reads the corrections in force, in the order in which they were made: the last one wins.
class CorrectionRows {
 public:
  explicit CorrectionRows(const SQLite::Database& database);

  void reload();
  [[nodiscard]] std::span<const Correction> all() const { return corrections_; }
  [[nodiscard]] bool splits(std::int64_t anchor) const;
  /// Mentions that hang together with this one because a person said so.
  [[nodiscard]] std::vector<std::int64_t> partners(std::int64_t anchor);

 private:
  Statement read_, by_anchor_;
  std::vector<Correction> corrections_;
};

}  // namespace timeline::store
