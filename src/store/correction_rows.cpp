#include "store/correction_rows.hpp"

#include <algorithm>

namespace timeline::store {

CorrectionRows::CorrectionRows(const SQLite::Database& database)
    : read_(database,
            "SELECT action, coalesce(event_id, 0), coalesce(anchor, 0), coalesce(other_anchor, 0), field, new_value "
            "FROM correction WHERE undone_at IS NULL ORDER BY correction_id"),
      by_anchor_(database, "SELECT event_mention_id FROM event_mention WHERE anchor = ?") {}

void CorrectionRows::reload() {
  corrections_.clear();
  for (read_.bind(); read_.step();)
    corrections_.push_back({.action = std::string(read_.text(0)),
                            .event = read_.integer(1),
                            .anchor = read_.integer(2),
                            .other_anchor = read_.integer(3),
                            .field = std::string(read_.text(4)),
                            .value = std::string(read_.text(5))});
}

bool CorrectionRows::splits(std::int64_t anchor) const {
  return std::any_of(corrections_.begin(), corrections_.end(),
                     [&](const Correction& c) { return c.action == "split" && c.anchor == anchor; });
}

std::vector<std::int64_t> CorrectionRows::partners(std::int64_t anchor) {
  std::vector<std::int64_t> found;
  for (const Correction& correction : corrections_) {
    if (correction.action != "merge" || (correction.anchor != anchor && correction.other_anchor != anchor)) continue;
    const std::int64_t other = correction.anchor == anchor ? correction.other_anchor : correction.anchor;
    for (by_anchor_.bind(other); by_anchor_.step();) found.push_back(by_anchor_.integer(0));
  }
  return found;
}

}  // namespace timeline::store
