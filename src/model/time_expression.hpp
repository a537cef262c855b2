#pragma once

#include <cstdint>
#include <string>

#include "base/enum_table.hpp"
#include "base/span.hpp"
#include "model/time_value.hpp"

namespace timeline::model {

enum class TimeKind : std::uint8_t { date, time, duration, set, vague };

/// Words that name a time, and the value they resolve to.
struct TimeExpression {
  base::Span span;             ///< in the field of its sentence
  std::uint32_t sentence = 0;  ///< index into the article's sentences
  TimeKind kind = TimeKind::date;
  TimeValue value;          ///< not dated for durations, sets, vague words, and what could not be resolved
  std::string duration;     ///< ISO 8601 duration of a duration or set ("P3D", "P1W"); else empty
  std::string rule;         ///< name of the rule that found it
  std::string reason;       ///< why a date or time stays without value; else empty
  bool local_time = false;  ///< stated with (현지시간): the date is the local one, never shifted
};

}  // namespace timeline::model

template <>
struct timeline::base::EnumTable<timeline::model::TimeKind> {
  using enum timeline::model::TimeKind;
  static constexpr std::array<EnumRow<timeline::model::TimeKind>, 5> rows{{
      {date, "date", "a day or a larger unit"},
      {time, "time", "a time of day"},
      {duration, "duration", "a length of time"},
      {set, "set", "a recurring time"},
      {vague, "vague", "a time without exact bounds"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::model::TimeKind>());
