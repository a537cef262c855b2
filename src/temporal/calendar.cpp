#include "temporal/calendar.hpp"

#include <date/date.h>
#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

#include <cmath>
#include <memory>
#include <numbers>

namespace timeline::temporal {
namespace {

constexpr double kMillisecondsPerDay = 86'400'000.0;

/// Apparent longitude of the sun in degrees, good to some 0.002° (three minutes), for days of dynamical time since
/// J2000.0.
double sun_longitude(double days) {
  constexpr double kRadians = std::numbers::pi / 180.0;
  const double centuries = days / 36525.0;
  const double mean = 280.46646 + 36000.76983 * centuries + 0.0003032 * centuries * centuries;
  const double anomaly = (357.52911 + 35999.05029 * centuries - 0.0001537 * centuries * centuries) * kRadians;
  const double centre = (1.914602 - 0.004817 * centuries) * std::sin(anomaly) +
                        (0.019993 - 0.000101 * centuries) * std::sin(2 * anomaly) + 0.000289 * std::sin(3 * anomaly);
  const double node = (125.04 - 1934.136 * centuries) * kRadians;
  // What Venus, Jupiter and the moon do to it; angles count from 1900.
  const double since1900 = (days + 36525.0) / 36525.0;
  const auto angle = [&](double start, double speed) { return (start + speed * since1900) * kRadians; };
  const double pull = 0.00134 * std::cos(angle(153.23, 22518.7541)) + 0.00154 * std::cos(angle(216.57, 45037.5082)) +
                      0.00200 * std::cos(angle(312.69, 32964.3577)) + 0.00179 * std::sin(angle(350.74, 445267.1142)) +
                      0.00178 * std::sin(angle(231.19, 20.20));
  const double longitude = mean + centre + pull - 0.00569 - 0.00478 * std::sin(node);
  return longitude - 360.0 * std::floor(longitude / 360.0);
}

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
  const icu::Locale locale(calendar == FeastCalendar::hebrew ? "en@calendar=hebrew" : "en@calendar=islamic-umalqura");
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
  constexpr double kJ2000 = 10957.5;  // 2000-01-01T12:00 in days since 1970
  double at = day_number(year, 3, 20) + longitude * 365.2422 / 360.0;
  if (longitude >= 280) at -= 365.2422;
  for (int round = 0; round < 8; ++round) {
    double off = longitude - sun_longitude(at - kJ2000);
    off -= 360.0 * std::round(off / 360.0);
    at += off * 365.2422 / 360.0;
  }
  constexpr double kDynamicalTime = 69.0 / 86400.0;  // ahead of the clock
  return static_cast<DayNumber>(std::floor(at - kDynamicalTime + 9.0 / 24.0));
}

int heavenly_stem(DayNumber day) {
  return ((day + 7) % 10 + 10) % 10;
}  // 1970-01-04 was a 갑 day

}  // namespace timeline::temporal
