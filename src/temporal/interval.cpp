#include "temporal/interval.hpp"

#include <algorithm>

namespace timeline::temporal {
namespace {

/// Months `first`..`last` of the interval that begins in a month's first day, counted from 0.
Interval months_within(const Interval& whole, int first, int last) {
  return days(add_months(whole.from, first), std::min<DayNumber>(add_months(whole.from, last + 1) - 1, whole.to),
              Unit::none);
}

}  // namespace

Interval unit_at(DayNumber day, Unit unit, int offset) {
  const CivilDay civil = civil_day(day);
  switch (unit) {
    case Unit::week: {
      const DayNumber monday = monday_of(day) + 7 * offset;
      return days(monday, monday + 6, Unit::week);
    }
    case Unit::weekend: {
      const DayNumber saturday = monday_of(day) + 7 * offset + 5;
      return days(saturday, saturday + 1, Unit::weekend);
    }
    case Unit::month: {
      const DayNumber first = add_months(day_number(civil.year, civil.month, 1), offset);
      return days(first, add_months(first, 1) - 1, Unit::month);
    }
    case Unit::quarter: {
      const DayNumber first = add_months(day_number(civil.year, (civil.month - 1) / 3 * 3 + 1, 1), 3 * offset);
      return days(first, add_months(first, 3) - 1, Unit::quarter);
    }
    case Unit::half: {
      const DayNumber first = add_months(day_number(civil.year, civil.month <= 6 ? 1 : 7, 1), 6 * offset);
      return days(first, add_months(first, 6) - 1, Unit::half);
    }
    case Unit::year:
      return year_of(civil.year + offset);
    case Unit::decade: {
      const int first = civil.year / 10 * 10 + 10 * offset;
      return days(day_number(first, 1, 1), day_number(first + 9, 12, 31), Unit::decade);
    }
    case Unit::century: {
      const int first = (civil.year - 1) / 100 * 100 + 1 + 100 * offset;
      return days(day_number(first, 1, 1), day_number(first + 99, 12, 31), Unit::century);
    }
    default:
      return one_day(day + offset);
  }
}

Interval weekend_around(DayNumber day) {
  const int at = weekday(day);
  const DayNumber saturday = monday_of(day) + (at <= 2 ? -2 : 5);
  const DayNumber sunday = saturday + 1;
  return days(std::min(day, saturday), std::max(day, sunday), Unit::weekend);
}

Interval season_of(int year, int season) {
  return months(year, 3 * (season + 1), 3, Unit::season);
}

Interval part_of(const Interval& whole, Part part) {
  if (part == Part::early_mid || part == Part::mid_late) {
    Interval both = part_of(whole, part == Part::early_mid ? Part::first_third : Part::second_third);
    both.to = part_of(whole, part == Part::early_mid ? Part::second_third : Part::third_third).to;
    return both;
  }
  const int year = civil_day(whole.from).year;
  switch (whole.unit) {
    case Unit::century:
    case Unit::decade: {
      const int length = whole.unit == Unit::decade ? 10 : 100;
      const auto cut = [&](int from, int to) {
        return days(day_number(year + from * length / 10, 1, 1), day_number(year + to * length / 10 - 1, 12, 31),
                    Unit::none);
      };
      if (part == Part::first_half) return cut(0, 5);
      if (part == Part::second_half) return cut(5, 10);
      if (part == Part::start || part == Part::first_third || part == Part::early) return cut(0, 3);
      if (part == Part::mid || part == Part::second_third) return cut(3, 7);
      return cut(7, 10);
    }
    case Unit::year:
      if (part == Part::turn) return days(add_months(whole.from, 11), add_months(whole.from, 13) - 1, Unit::none);
      if (part == Part::start) return months_within(whole, 0, 1);
      if (part == Part::end) return months_within(whole, 10, 11);
      if (part == Part::first_half) return months_within(whole, 0, 5);
      if (part == Part::second_half) return months_within(whole, 6, 11);
      if (part == Part::first_third || part == Part::early) return months_within(whole, 0, 3);
      if (part == Part::third_third || part == Part::late) return months_within(whole, 8, 11);
      return months_within(whole, 4, 7);
    case Unit::half:
    case Unit::quarter:
    case Unit::season: {
      const int count = whole.unit == Unit::half ? 2 : 1;
      const int last = whole.unit == Unit::half ? 6 : 3;
      if (part == Part::start || part == Part::first_third || part == Part::early)
        return months_within(whole, 0, count - 1);
      if (part == Part::mid || part == Part::second_third) return months_within(whole, count, 2 * count - 1);
      return months_within(whole, last - count, last - 1);
    }
    case Unit::month:
      if (part == Part::first_half) return days(whole.from, whole.from + 14, Unit::none);
      if (part == Part::second_half) return days(whole.from + 15, whole.to, Unit::none);
      if (part == Part::start || part == Part::first_third || part == Part::early)
        return days(whole.from, whole.from + 9, Unit::none);
      if (part == Part::mid || part == Part::second_third) return days(whole.from + 10, whole.from + 19, Unit::none);
      return days(whole.from + 20, whole.to, Unit::none);
    case Unit::week:
      if (part == Part::start || part == Part::first_third || part == Part::early)
        return days(whole.from, whole.from + 1, Unit::none);
      if (part == Part::mid || part == Part::second_third) return days(whole.from + 2, whole.from + 3, Unit::none);
      if (part == Part::end) return days(whole.from + 4, whole.to, Unit::none);
      return days(whole.from + 3, whole.to, Unit::none);
    default:
      return whole;
  }
}

}  // namespace timeline::temporal
