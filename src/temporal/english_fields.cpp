#include "temporal/english_reader.hpp"

namespace timeline::temporal {

/// Takes over the time of day, and nothing else.
void EnglishFields::set_time_of(const EnglishFields& other) {
  day_part = other.day_part;
  hour = other.hour;
  minute = other.minute;
  second = other.second;
  afternoon = other.afternoon;
  exact_hour = other.exact_hour;
}

Program build(const EnglishFields& f) {
  Program p;
  p.direction = f.direction;
  if (f.base) p.add(*f.base);
  if (f.year)
    p.add({f.short_year ? Step::short_year : Step::year, Unit::year, f.before_christ ? 1 - *f.year : *f.year, 0, 0});
  if (f.decade) p.add({Step::decade, Unit::decade, *f.decade, 0, 0});
  if (f.century) p.add({Step::century, Unit::century, *f.century, 0, 0});
  if (f.cycle) p.add(*f.cycle);
  if (f.month) p.add({Step::month, Unit::month, *f.month, 0, 0});
  if (f.part && !f.day) p.add({Step::part, Unit::none, *f.part, 0, 0});
  if (f.nth) p.add(*f.nth);
  if (f.day) p.add({Step::day, Unit::day, *f.day, 0, 0});
  if (f.weekday) p.add({Step::weekday, Unit::day, *f.weekday, 0, 0});
  if (f.after) p.add(*f.after);
  for (const auto& shift : f.shifts)
    if (shift) p.add(*shift);
  if (f.day_part) p.add({Step::day_part, Unit::hour, *f.day_part, 0, 0});
  if (f.hour) {
    int hour = *f.hour;
    if (f.afternoon >= 0) hour = hour % 12 + 12 * f.afternoon;
    const bool ambiguous = f.afternoon < 0 && !f.exact_hour;
    p.add({Step::clock, ambiguous ? Unit::hour : Unit::none, hour, f.minute.value_or(0), f.second.value_or(-1)});
  }
  return p;
}

}  // namespace timeline::temporal
