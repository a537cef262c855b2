#include "temporal/calendar.hpp"

#include <date/date.h>
#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

#include <cmath>
#include <memory>

#include "temporal/sky.hpp"

namespace timeline::temporal {
namespace {

constexpr double kMillisecondsPerDay = 86'400'000.0;

}  // namespace

DayNumber day_number(int year, int month, int day) {
  const date::sys_days first{date::year{year} / date::month{static_cast<unsigned>(month)} / 1};
  return static_cast<DayNumber>(first.time_since_epoch().count()) + day - 1;
}

CivilDay civil_day(DayNumber day) {
  const date::year_month_day ymd{date::sys_days{date::days{day}}};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

int days_in_month(int year, int month) {
  const date::year_month_day_last last{date::year{year} / date::month{static_cast<unsigned>(month)} / date::last};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

int weekday(DayNumber day) {
  return (day % 7 + 10) % 7 + 1;
}  // 1970-01-01 was a Thursday

IsoWeek iso_week(DayNumber day) {
  const DayNumber thursday = monday_of(day) + 3;
  const int year = civil_day(thursday).year;
  return {year, (thursday - day_number(year, 1, 1)) / 7 + 1};
}

DayNumber iso_week_start(int year, int week) {
  return monday_of(day_number(year, 1, 4)) + 7 * (week - 1);
}

DayNumber add_months(DayNumber day, int months) {
  const CivilDay civil = civil_day(day);
  const int total = civil.year * 12 + civil.month - 1 + months;
  const int year = total >= 0 ? total / 12 : (total - 11) / 12;
  const int month = total - year * 12 + 1;
  return day_number(year, month, std::min(civil.day, days_in_month(year, month)));
}

DayNumber day_number(const model::Moment& moment) {
  return day_number(moment.year, moment.month, moment.day);
}

model::Moment moment_of(DayNumber day) {
  const CivilDay civil = civil_day(day);
  return {civil.year, static_cast<std::int8_t>(civil.month), static_cast<std::int8_t>(civil.day)};
}

std::optional<DayNumber> feast_day(FeastCalendar calendar, int year, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  // Before the tables of Umm al-Qura were in use the months followed the sighting of the moon, to which ICU's
  // astronomical calendar is nearer.
  constexpr int kFirstOfTables = 1980;
  const icu::Locale locale(calendar == FeastCalendar::hebrew ? "en@calendar=hebrew"
                           : year < kFirstOfTables           ? "en@calendar=islamic"
                                                             : "en@calendar=islamic-umalqura");
  const std::unique_ptr<icu::Calendar> feast(
      icu::Calendar::createInstance(icu::TimeZone::createTimeZone(icu::UnicodeString("UTC")), locale, status));
  if (U_FAILURE(status) || !feast) return std::nullopt;
  feast->setTime(static_cast<double>(day_number(year, 1, 1)) * kMillisecondsPerDay + kMillisecondsPerDay / 2, status);
  const int first = feast->get(UCAL_YEAR, status);
  for (int own = first; own <= first + 2; ++own) {
    feast->clear();
    feast->set(UCAL_YEAR, own);
    feast->set(UCAL_MONTH, month - 1);
    feast->set(UCAL_DATE, day);
    feast->set(UCAL_HOUR_OF_DAY, 12);
    const double at = feast->getTime(status);
    if (U_FAILURE(status)) return std::nullopt;
    const auto found = static_cast<DayNumber>(std::floor(at / kMillisecondsPerDay));
    if (civil_day(found).year == year) return found;
  }
  return std::nullopt;
}

DayNumber solar_term(int year, int longitude) {
  // The sun stands at 0° about 20 March and goes nearly a degree a day; a few corrections settle it.
  double at = day_number(year, 3, 20) + longitude * 365.2422 / 360.0;
  if (longitude >= 280) at -= 365.2422;
  for (int round = 0; round < 8; ++round) {
    double off = longitude - sun_longitude(at - kJ2000);
    off -= 360.0 * std::round(off / 360.0);
    at += off * 365.2422 / 360.0;
  }
  return static_cast<DayNumber>(std::floor(at - kDynamicalTime + 9.0 / 24.0));
}

int heavenly_stem(DayNumber day) {
  return ((day + 7) % 10 + 10) % 10;
}  // 1970-01-04 was a 갑 day

}  // namespace timeline::temporal
