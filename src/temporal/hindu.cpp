#include "temporal/hindu.hpp"

#include <cmath>

#include "temporal/sky.hpp"

namespace timeline::temporal {
namespace {

constexpr double kMonth = 29.530588861;     // days from new moon to new moon
constexpr double kFirstNewMoon = 10961.76;  // 2000-01-06T18:14, in days since 1970
constexpr double kIndia = 5.5 / 24.0;       // east of Greenwich
constexpr double kDegreesPerTithi = 12.0;

double turn(double degrees) {
  return degrees - 360.0 * std::floor(degrees / 360.0);
}

/// How far the moon is ahead of the sun, for days of universal time since 1970.
double elongation(double at) {
  const double days = at + kDynamicalTime - kJ2000;
  return turn(moon_longitude(days) - sun_longitude(days));
}

/// When the elongation is `degrees`, near `at`.
double settle(double at, double degrees) {
  for (int round = 0; round < 6; ++round) {
    double off = degrees - elongation(at);
    off -= 360.0 * std::round(off / 360.0);
    at += off * kMonth / 360.0;
  }
  return at;
}

double new_moon(int index) {
  return settle(kFirstNewMoon + kMonth * index, 0);
}

/// The sign of the sidereal zodiac in which the sun stands: the equinox wanders through it (Lahiri).
int sign_of_sun(double at) {
  const double ayanamsa = 23.853 + 0.013969 * (at - kJ2000) / 365.25;
  return static_cast<int>(turn(sun_longitude(at + kDynamicalTime - kJ2000) - ayanamsa) / 30.0);
}

int index_before(double at) {
  return static_cast<int>(std::floor((at - kFirstNewMoon) / kMonth));
}

DayNumber indian_day(double at) {
  return static_cast<DayNumber>(std::floor(at + kIndia));
}

}  // namespace

std::optional<DayNumber> hindu_day(int year, int month, int tithi, int hour) {
  const int first = index_before(day_number(year, 1, 1)) - 1;
  for (int index = first; index < first + 16; ++index) {
    const double begin = new_moon(index);
    const int sign = sign_of_sun(begin);
    if ((sign + 1) % 12 + 1 != month) continue;
    const double end = new_moon(index + 1);
    if (sign_of_sun(end) == sign) continue;  // a leap month: the sun enters no sign in it
    const double from = settle(begin + (tithi - 1) * kMonth / 30.0, kDegreesPerTithi * (tithi - 1));
    const double to = settle(begin + tithi * kMonth / 30.0, kDegreesPerTithi * tithi);
    // The day at whose hour the lunar day has begun and not ended; else the one in which it begins.
    DayNumber day = indian_day(from);
    const auto moment = [&](DayNumber of) { return of + hour / 24.0 - kIndia; };
    if (moment(day) < from && moment(day + 1) < to) ++day;
    if (civil_day(day).year == year) return day;
  }
  return std::nullopt;
}

DayNumber sun_in_sign(int year, int sign) {
  // The sun enters Mesha in the middle of April and a sign each month.
  DayNumber day = day_number(year, 4, 5) + static_cast<DayNumber>(sign * 30.44);
  if (sign >= 9) day -= 365;
  constexpr double kSunset = 18.0 / 24.0;
  while (sign_of_sun(day + kSunset - kIndia) != sign) ++day;
  return day;
}

}  // namespace timeline::temporal
