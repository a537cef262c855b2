#pragma once

#include <optional>

#include "temporal/calendar.hpp"
#include "temporal/symbolic.hpp"

namespace timeline::temporal {

/// A stretch of whole days, or of minutes where `from_minute` is set; both ends inclusive. What the resolver works on.
struct Interval {
  DayNumber from = 0;
  DayNumber to = 0;
  int from_minute = -1;  ///< minutes after midnight of `from`; -1: whole days
  int to_minute = -1;
  int second = -1;
  Unit unit = Unit::day;

  [[nodiscard]] bool has_time() const { return from_minute >= 0; }
};

[[nodiscard]] inline Interval days(DayNumber from, DayNumber to, Unit unit) {
  return {from, to, -1, -1, -1, unit};
}
[[nodiscard]] inline Interval one_day(DayNumber day) {
  return days(day, day, Unit::day);
}
[[nodiscard]] inline Interval year_of(int year) {
  return days(day_number(year, 1, 1), day_number(year, 12, 31), Unit::year);
}
[[nodiscard]] inline Interval months(int year, int month, int count, Unit unit) {
  const DayNumber first = day_number(year, month, 1);
  return days(first, add_months(first, count) - 1, unit);
}

/// The unit that holds `day`, `offset` units later: unit_at(2025-11-02, month, -1) is 2025-10.
[[nodiscard]] Interval unit_at(DayNumber day, Unit unit, int offset);

/// Saturday and Sunday beside `day`, with it and what lies between: Labor Day weekend ends on a Monday, Thanksgiving
/// weekend begins on a Thursday.
[[nodiscard]] Interval weekend_around(DayNumber day);

/// The beginning, middle or end of what is there: 초, 중순, 말, 초반, 후반.
[[nodiscard]] Interval part_of(const Interval& whole, Part part);

/// Spring begins in March; a winter belongs to the year in which it begins.
[[nodiscard]] Interval season_of(int year, int season);

}  // namespace timeline::temporal
