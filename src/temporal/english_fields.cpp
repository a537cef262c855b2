#include "temporal/english_reader.hpp"

namespace timeline::temporal {
namespace {

bool is_clock_unit(Unit unit) {
  return unit == Unit::second || unit == Unit::minute || unit == Unit::hour;
}

}  // namespace

bool EnglishFields::is_day() const {
  if (day || weekday || after) return true;
  if (cycle && (cycle->step == Step::holiday)) return true;
  if (nth && nth->unit == Unit::day) return true;
  if (shifts[0])
    return shifts[0]->step == Step::shift && (shifts[0]->unit <= Unit::business || shifts[0]->unit == Unit::week);
  return base && base->unit == Unit::day;
}

void EnglishFields::set_time_of(const EnglishFields& other) {
  if (other.day_part) day_part = other.day_part;
  hour = other.hour;
  minute = other.minute;
  second = other.second;
  afternoon = other.afternoon;
  exact_hour = other.exact_hour;
  if (other.zone != INT16_MIN) zone = other.zone;
}

Program build(const EnglishFields& f) {
  Program p;
  p.direction = f.direction;
  // Christmas in two years, March in a year: the shift tells the year.
  const bool shifted_feast = (f.month ? f.shifts[0] && f.shifts[0]->c == 0 && f.shifts[0]->unit == Unit::year
                                      : f.cycle && f.cycle->step == Step::holiday) &&
                             !f.year && !f.base && f.shifts[0] && f.shifts[0]->step == Step::shift &&
                             f.shifts[0]->c == 0 && f.shifts[0]->unit >= Unit::month;
  if (shifted_feast) {
    for (const auto& shift : f.shifts)
      if (shift) p.add(*shift);
    p.add({Step::holding, Unit::year, 0, 0, 0});
  }
  if (f.base) p.add(*f.base);
  if (f.year)
    p.add({f.short_year ? Step::short_year : Step::year, Unit::year, f.before_christ ? 1 - *f.year : *f.year, 0, 0});
  if (f.decade) p.add({Step::decade, Unit::decade, *f.decade, 0, 0});
  if (f.century) p.add({Step::century, Unit::century, f.before_christ ? -*f.century : *f.century, 1, 0});
  if (f.cycle) p.add(*f.cycle);
  if (f.month) p.add({Step::month, Unit::month, *f.month, 0, 0});
  const bool part_of_day = f.day || f.weekday;
  if (f.part && !part_of_day) p.add({Step::part, Unit::none, *f.part, 0, 0});
  if (f.nth) p.add(*f.nth);
  // Without a month the weekday tells which month's day it is: Sunday the 31st.
  const bool weekday_decides = f.day && f.weekday && !f.month && !f.base;
  if (f.day) p.add({Step::day, Unit::day, *f.day, weekday_decides ? *f.weekday : 0, 0});
  // "two months from today on Tuesday": the Tuesday that comes then
  const bool weekday_last = f.weekday && !f.day && !f.base && f.shifts[0] && f.shifts[0]->step == Step::shift &&
                            f.shifts[0]->c == 0 && f.shifts[0]->a > 0 && f.shifts[0]->unit >= Unit::month;
  if (f.weekday && !weekday_last) p.add({Step::weekday, Unit::day, *f.weekday, 0, 0});
  if (f.part && part_of_day) p.add({Step::part, Unit::none, *f.part, 0, 0});
  if (f.after) p.add(*f.after);
  const bool shift_of_clock = f.hour && f.shifts[0] && is_clock_unit(f.shifts[0]->unit);
  if (!shift_of_clock && !shifted_feast)
    for (const auto& shift : f.shifts)
      if (shift) p.add(*shift);
  if (weekday_last) {
    p.steps[p.count - 1U].c = 2;  // counted to the day
    p.add({Step::weekday, Unit::day, *f.weekday, 0, 0});
  }
  // "tomorrow morning at 7 am": the half of the day is said twice.
  if (f.day_part && !(f.hour && f.afternoon >= 0)) p.add({Step::day_part, Unit::hour, *f.day_part, 0, 0});
  if (f.hour) {
    int hour = *f.hour;
    if (f.afternoon >= 0) hour = hour % 12 + 12 * f.afternoon;
    const bool ambiguous = f.afternoon < 0 && !f.exact_hour;
    p.add({Step::clock, ambiguous ? Unit::hour : Unit::none, hour, f.minute.value_or(0), f.second.value_or(-1)});
  }
  if (shift_of_clock)
    for (const auto& shift : f.shifts)
      if (shift) p.add(*shift);
  return p;
}

}  // namespace timeline::temporal
