#include <algorithm>

#include "temporal/hindu.hpp"
#include "temporal/resolver.hpp"

namespace timeline::temporal {
namespace {

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm).
DayNumber easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31;
  return day_number(year, month, (h + l - 7 * m + 114) % 31 + 1);
}

/// Easter Sunday as the Orthodox churches keep it: by the Julian calendar (Meeus), told in the Gregorian.
DayNumber orthodox_easter(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int month = (d + e + 114) / 31;
  const int behind = year / 100 - year / 400 - 2;  // days between the two calendars
  return day_number(year, month, (d + e + 114) % 31 + 1) + behind;
}

/// The n-th weekday of a month. Weekday 8 is the Monday after the n-th Thursday (사이버먼데이).
DayNumber nth_weekday(int year, int month, int n, int wanted) {
  const bool after_thursday = wanted == 8;
  if (after_thursday) wanted = 4;
  const DayNumber first = day_number(year, month, 1);
  const DayNumber found = first + (wanted - weekday(first) + 7) % 7 + 7 * (n - 1);
  return after_thursday ? found + 4 : found;
}

}  // namespace

std::optional<DayNumber> holiday_in(const Holiday& holiday, int year) {
  switch (holiday.rule) {
    case Holiday::Rule::fixed:
      return day_number(year, holiday.a, holiday.b);
    case Holiday::Rule::lunar:
      return from_lunar(year, holiday.a, holiday.b);
    case Holiday::Rule::lunar_last: {
      const int length = lunar_month_length(year - 1, holiday.a);
      return length == 0 ? std::nullopt : from_lunar(year - 1, holiday.a, length);
    }
    case Holiday::Rule::term:
      return solar_term(year, holiday.a);
    case Holiday::Rule::stem_after_term: {
      constexpr int kStem = 6;  // 경
      const DayNumber term = solar_term(year, holiday.a);
      return term + (kStem - heavenly_stem(term) + 10) % 10 + 10 * (holiday.b - 1);
    }
    case Holiday::Rule::nth_weekday:
      // Black Friday is the day after the fourth Thursday, not the fourth Friday.
      if (holiday.c == 5 && holiday.b == 4) return nth_weekday(year, holiday.a, holiday.b, 4) + 1;
      return nth_weekday(year, holiday.a, holiday.b, holiday.c);
    case Holiday::Rule::hebrew:
    case Holiday::Rule::islamic: {
      const auto found =
          feast_day(holiday.rule == Holiday::Rule::hebrew ? FeastCalendar::hebrew : FeastCalendar::islamic, year,
                    holiday.a, holiday.b);
      return found ? std::optional<DayNumber>(*found + holiday.c) : std::nullopt;
    }
    case Holiday::Rule::last_weekday: {
      const DayNumber last = day_number(year, holiday.a, days_in_month(year, holiday.a));
      return last - (weekday(last) - holiday.b + 7) % 7;
    }
    case Holiday::Rule::easter:
      return easter(year) + holiday.a;
    case Holiday::Rule::orthodox_easter:
      return orthodox_easter(year) + holiday.a;
    case Holiday::Rule::hindu:
      return hindu_day(year, holiday.a, holiday.b, holiday.c);
    case Holiday::Rule::sidereal:
      return sun_in_sign(year, holiday.a) + holiday.b;
    case Holiday::Rule::workday: {
      const DayNumber day = day_number(year, holiday.a, holiday.b);
      return weekday(day) == 6 ? day - 1 : weekday(day) == 7 ? day + 1 : day;
    }
    case Holiday::Rule::wandering: {
      // A calendar without leap days: each leap year moves it a day ahead.
      const DayNumber known = day_number(holiday.c, holiday.a, holiday.b);
      for (int turns = year - holiday.c - 1; turns <= year - holiday.c + 1; ++turns)
        if (const DayNumber found = known + 365 * turns; civil_day(found).year == year) return found;
      return std::nullopt;
    }
    case Holiday::Rule::friday_before: {
      const auto found = feast_day(FeastCalendar::islamic, year, holiday.a, holiday.b);
      return found ? std::optional<DayNumber>(*found - 1 - (weekday(*found - 1) + 2) % 7) : std::nullopt;
    }
    case Holiday::Rule::after_winter_solstice:
      return solar_term(year - 1, holiday.a) + holiday.b;
  }
  return std::nullopt;
}

namespace {

/// Is it a public holiday itself, whatever weekday it falls on?
bool is_holiday(const Vocabulary& vocabulary, DayNumber day) {
  const int year = civil_day(day).year;
  return std::any_of(vocabulary.holidays().begin(), vocabulary.holidays().end(), [&](const Holiday& holiday) {
    if (!holiday.day_off) return false;
    const auto found = holiday_in(holiday, year);
    return found && *found - holiday.days_before <= day && day <= *found + holiday.days_after;
  });
}

/// Do several holidays (with the days around them) fall on the day? Aliases of one holiday count once.
bool is_shared(const Vocabulary& vocabulary, const Holiday& own, DayNumber day, int year) {
  return std::any_of(vocabulary.holidays().begin(), vocabulary.holidays().end(), [&](const Holiday& other) {
    if (!other.day_off || (other.rule == own.rule && other.a == own.a && other.b == own.b)) return false;
    const auto found = holiday_in(other, year);
    return found && *found - other.days_before <= day && day <= *found + other.days_after;
  });
}

}  // namespace

std::optional<DayNumber> made_up_day(const Vocabulary& vocabulary, const Holiday& holiday, int year) {
  if (holiday.made_up_since == 0 || year < holiday.made_up_since) return std::nullopt;
  const auto found = holiday_in(holiday, year);
  if (!found) return std::nullopt;
  bool lost = false;
  for (DayNumber day = *found - holiday.days_before; day <= *found + holiday.days_after; ++day)
    lost |= weekday(day) == 7 || (weekday(day) == 6 && holiday.made_up_for_saturday) ||
            (weekday(day) < 6 && is_shared(vocabulary, holiday, day, year));
  if (!lost) return std::nullopt;
  DayNumber day = *found + holiday.days_after + 1;
  while (weekday(day) >= 6 || is_holiday(vocabulary, day)) ++day;
  return day;
}

bool is_public_holiday(const Vocabulary& vocabulary, DayNumber day) {
  if (is_holiday(vocabulary, day)) return true;
  const int year = civil_day(day).year;
  return std::any_of(vocabulary.holidays().begin(), vocabulary.holidays().end(),
                     [&](const Holiday& holiday) { return made_up_day(vocabulary, holiday, year) == day; });
}

bool is_business_day(const Vocabulary& vocabulary, DayNumber day) {
  return weekday(day) < 6 && !is_public_holiday(vocabulary, day);
}

}  // namespace timeline::temporal
