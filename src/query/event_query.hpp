#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/event.hpp"
#include "query/names.hpp"
#include "query/period.hpp"

namespace timeline::query {

/// Which events. What is empty does not narrow; what is given must all hold.
struct EventFilter {
  /// Each list: at least one of these entities takes part.
  std::vector<std::vector<std::int64_t>> participants{};
  /// Beside each of these lists: people who count for it in the years of their office only.
  std::vector<std::vector<Tenure>> tenures{};
  std::vector<std::string> types{};     ///< one of these (event_type.name)
  std::vector<std::string> statuses{};  ///< one of these
  std::vector<std::string> bases{};     ///< date_basis is one of these
  std::string from{};                   ///< ISO day: the event is not over before it
  std::string to{};                     ///< ISO day: the event does not begin after it
  /// The event's own date lies within one of these, or touches one and is no longer than a week.
  std::vector<Period> on{};
  /// The event's date touches one of these.
  std::vector<Period> during{};
  std::string text{};                     ///< words of the event's titles and names
  std::string about{};                    ///< words of the event, or of an article that tells it
  double confidence = 0;                  ///< at least this
  std::optional<std::int64_t> article{};  ///< told in this article
};

enum class EventOrder : unsigned char { date, newest, sources, confidence, published };

/// The ids of the events that pass, in order; at most `limit` (0: all). Every value is bound, never spliced into SQL.
[[nodiscard]] std::vector<std::int64_t> find_events(SQLite::Database& database, const EventFilter& filter,
                                                    EventOrder order, std::int64_t limit);

/// Reads events one at a time, with statements that are prepared once.
class EventReader {
 public:
  explicit EventReader(SQLite::Database& database);

  /// The event, or nothing where there is no such id (or it was rejected by hand).
  [[nodiscard]] std::optional<Event> read(std::int64_t id, bool with_evidence);

 private:
  SQLite::Statement event_;
  SQLite::Statement participants_;
  SQLite::Statement evidence_;
};

}  // namespace timeline::query
