#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/event.hpp"
#include "model/time_value.hpp"

namespace timeline::resolve {

/// Days since 1970-01-01, as in temporal/calendar.hpp.
using Day = std::int32_t;

/// Who takes part in a mention; `identity` is a hash of the entity's key, or of its kind and name, so that it is the
/// same in every database.
struct Party {
  std::uint64_t identity = 0;
  model::ParticipantRole role = model::ParticipantRole::agent;
  bool local = false;  ///< the name means somebody in this article only (A씨)
};

/// An event mention as resolve sees it: what is compared, and nothing of any database.
struct Mention {
  std::uint64_t type = 0;     ///< hash of the event type's name
  std::uint64_t article = 0;  ///< hash of the article's identity
  std::uint64_t source = 0;   ///< the same for an original; that of the original for a copy
  std::optional<Day> published;
  std::uint32_t ordinal = 0;  ///< place in its article: the first character of its trigger
  model::EventStatus status = model::EventStatus::occurred;
  std::optional<model::TimeValue> date;
  model::DateBasis date_basis = model::DateBasis::unknown;
  model::DateRole date_role = model::DateRole::happened;
  std::vector<Party> parties;
  std::string title;
  std::string title_en;
  std::string attributed_to;
  std::string object_text;
  std::string telling;  ///< the words of the article that tell it
  double confidence = 0;

  /// Its own words date it: not merely "not later than the publication".
  [[nodiscard]] bool is_dated() const {
    return date && date->is_dated() &&
           (date_basis == model::DateBasis::stated || date_basis == model::DateBasis::context);
  }
};

}  // namespace timeline::resolve
