#pragma once

#include <cstdint>
#include <optional>

#include "model/time_value.hpp"

namespace timeline::temporal {

/// Days since 1970-01-01 in the proleptic Gregorian calendar. The only file that knows a date library or ICU's
/// calendars is calendar.cpp; everything else counts in these.
using DayNumber = std::int32_t;

struct CivilDay {
  int year;
  int month;
  int day;
};

struct IsoWeek {
  int year;
  int week;
};

/// The day; `day` may run past the end of the month ("2월 30일" is then in March): ask days_in_month first.
[[nodiscard]] DayNumber day_number(int year, int month, int day);
[[nodiscard]] CivilDay civil_day(DayNumber day);
[[nodiscard]] int days_in_month(int year, int month);
/// 1 Monday … 7 Sunday.
[[nodiscard]] int weekday(DayNumber day);
[[nodiscard]] inline DayNumber monday_of(DayNumber day) {
  return day - (weekday(day) - 1);
}
[[nodiscard]] IsoWeek iso_week(DayNumber day);
/// The Monday of an ISO week.
[[nodiscard]] DayNumber iso_week_start(int year, int week);

/// The same day `months` later; the last day of the month where that day does not exist (1월 31일 → 2월 28일).
[[nodiscard]] DayNumber add_months(DayNumber day, int months);

[[nodiscard]] DayNumber day_number(const model::Moment& moment);
[[nodiscard]] model::Moment moment_of(DayNumber day);

/// Day of the Korean lunisolar calendar: `year` is the Gregorian year in which the lunar year begins, `leap` asks for
/// the leap month (윤달) of that number. Nothing where there is no such day, or outside 1600-2200.
[[nodiscard]] std::optional<DayNumber> from_lunar(int year, int month, int day, bool leap = false);
/// The last day of a lunar month: 29 or 30; 0 where there is no such month.
[[nodiscard]] int lunar_month_length(int year, int month, bool leap = false);

/// Calendars of feasts that move through the Gregorian year.
enum class FeastCalendar : std::uint8_t { hebrew, islamic };

/// The day of a month of that calendar which falls in Gregorian `year`: months count from 1 (Tishri, Muharram; in the
/// Hebrew calendar 6 is Adar I, 7 Adar). Nothing where none does.
[[nodiscard]] std::optional<DayNumber> feast_day(FeastCalendar calendar, int year, int month, int day);

/// The Korean day on which the sun reaches ecliptic `longitude` (degrees; 0 춘분, 90 하지, 135 입추, 270 동지) in
/// `year`.
[[nodiscard]] DayNumber solar_term(int year, int longitude);
/// 0 갑 … 9 계: the heavenly stem of a day; the 복 days are 경 (6) days.
[[nodiscard]] int heavenly_stem(DayNumber day);

}  // namespace timeline::temporal
