#include "temporal/calendar.hpp"

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <catch2/catch.hpp>
#include <memory>

using namespace timeline::temporal;

TEST_CASE("civil days and weeks") {
  CHECK(day_number(1970, 1, 1) == 0);
  CHECK(day_number(2025, 10, 31) == 20392);
  CHECK(weekday(day_number(2025, 10, 31)) == 5);
  CHECK(weekday(day_number(1900, 1, 1)) == 1);
  CHECK(iso_week(day_number(2025, 2, 20)).week == 8);
  CHECK(iso_week(day_number(2024, 12, 30)).year == 2025);
  CHECK(iso_week_start(2026, 1) == day_number(2025, 12, 29));
  CHECK(add_months(day_number(2025, 1, 31), 1) == day_number(2025, 2, 28));
  CHECK(add_months(day_number(2025, 1, 31), -2) == day_number(2024, 11, 30));
  for (DayNumber day = day_number(1899, 12, 31); day < day_number(2101, 1, 1); day += 13) {
    const CivilDay civil = civil_day(day);
    REQUIRE(day_number(civil.year, civil.month, civil.day) == day);
    REQUIRE(weekday(day + 7) == weekday(day));
  }
}

TEST_CASE("Korean lunar new year and harvest moon day") {
  const int days[][5] = {{2000, 2, 5, 9, 12},  {2010, 2, 14, 9, 22}, {2014, 1, 31, 9, 8},  {2017, 1, 28, 10, 4},
                         {2019, 2, 5, 9, 13},  {2020, 1, 25, 10, 1}, {2021, 2, 12, 9, 21}, {2022, 2, 1, 9, 10},
                         {2023, 1, 22, 9, 29}, {2024, 2, 10, 9, 17}, {2025, 1, 29, 10, 6}, {2026, 2, 17, 9, 25},
                         {2027, 2, 7, 9, 15},  {1997, 2, 8, 9, 16},  {1988, 2, 18, 9, 25}, {1950, 2, 17, 9, 26}};
  for (const auto& [year, month, day, moon_month, moon_day] : days) {
    INFO(year);
    CHECK(from_lunar(year, 1, 1) == day_number(year, month, day));
    CHECK(from_lunar(year, 8, 15) == day_number(year, moon_month, moon_day));
  }
}

TEST_CASE("leap months are where the almanac has them") {
  const int leap[][2] = {{2001, 4}, {2004, 2}, {2006, 7}, {2009, 5}, {2012, 3}, {2014, 9},
                         {2017, 5}, {2020, 4}, {2023, 2}, {2025, 6}, {2028, 5}};
  for (const auto& [year, month] : leap) {
    INFO(year);
    CHECK(lunar_month_length(year, month, true) > 0);
    CHECK(lunar_month_length(year, month % 12 + 1, true) == 0);
  }
  CHECK_FALSE(from_lunar(2024, 4, 1, true));
  CHECK_FALSE(from_lunar(2024, 1, 31));
}

TEST_CASE("the lunar calendar is whole from 1600 to 2200") {
  for (int year = 1600; year < 2200; ++year) {
    INFO(year);
    int days = 0, months = 0;
    for (int month = 1; month <= 12; ++month)
      for (const bool leap : {false, true})
        if (const int length = lunar_month_length(year, month, leap)) {
          days += length;
          ++months;
        }
    REQUIRE((months == 12 || months == 13));
    const auto next = from_lunar(year + 1, 1, 1);
    REQUIRE(next);
    REQUIRE(*from_lunar(year, 1, 1) + days == *next);
    REQUIRE(*next >= day_number(year + 1, 1, 20));
    REQUIRE(*next <= day_number(year + 1, 2, 22));
  }
  CHECK_FALSE(from_lunar(1599, 1, 1));
  CHECK_FALSE(from_lunar(2201, 1, 1));
  CHECK_FALSE(from_lunar(2024, 13, 1));
  CHECK_FALSE(from_lunar(2024, 0, 1));
}

TEST_CASE("the table of lunar years is ICU's dangi calendar") {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> dangi(icu::Calendar::createInstance(
      icu::TimeZone::createTimeZone(icu::UnicodeString("Asia/Seoul")), icu::Locale("ko@calendar=dangi"), status));
  REQUIRE(U_SUCCESS(status));
  for (int year = 1600; year <= 2200; ++year)
    for (int month = 1; month <= 12; ++month)
      for (const bool leap : {false, true}) {
        const int length = lunar_month_length(year, month, leap);
        if (length == 0) continue;
        INFO(year << ' ' << month << ' ' << leap);
        for (const int day : {1, length}) {
          // Noon in Seoul is 03:00 UTC: far from both ends of the day.
          dangi->setTime(*from_lunar(year, month, day, leap) * 86'400'000.0 + 3 * 3'600'000.0, status);
          REQUIRE(dangi->get(UCAL_MONTH, status) + 1 == month);
          REQUIRE(dangi->get(UCAL_DATE, status) == day);
          REQUIRE((dangi->get(UCAL_IS_LEAP_MONTH, status) != 0) == leap);
        }
      }
  REQUIRE(U_SUCCESS(status));
}

TEST_CASE("solar terms and stems") {
  CHECK(solar_term(2024, 270) == day_number(2024, 12, 21));
  CHECK(solar_term(2025, 270) == day_number(2025, 12, 22));
  CHECK(solar_term(2025, 0) == day_number(2025, 3, 20));
  CHECK(solar_term(2025, 90) == day_number(2025, 6, 21));
  CHECK(solar_term(2025, 135) == day_number(2025, 8, 7));
  CHECK(solar_term(2025, 315) == day_number(2025, 2, 3));
  CHECK(solar_term(2024, 315) == day_number(2024, 2, 4));
  CHECK(heavenly_stem(day_number(2025, 7, 20)) == 6);  // 초복
  CHECK(heavenly_stem(day_number(2024, 7, 15)) == 6);  // 초복
}
