#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "resolve/mention.hpp"

namespace timeline::resolve {

/// What the mentions of one event say together.
struct Event {
  std::uint32_t told_by = 0;              ///< index of the mention that gives the title
  std::optional<std::uint32_t> dated_by;  ///< index of the mention that gives the date
  model::EventStatus status = model::EventStatus::occurred;
  std::optional<model::TimeValue> date;
  model::DateBasis date_basis = model::DateBasis::unknown;
  model::DateRole date_role = model::DateRole::happened;
  std::string attributed_to;
  double confidence = 0;
  std::uint32_t article_count = 0;
  std::uint32_t source_count = 0;
  std::optional<Day> first_published;
};

/// Puts the mentions of one event together: the date that is stated beats one from the context, the narrower the
/// wider, the one more sources give the rarer; the status is that of the latest publication; the title comes from the
/// mention that says most. Mentions in any order give the same. Needs at least one mention.
[[nodiscard]] Event canonical(std::span<const Mention> mentions);

}  // namespace timeline::resolve
