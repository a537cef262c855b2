#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "base/enum_table.hpp"

namespace timeline::model {

/// A civil date (proleptic Gregorian, astronomical years: 0 is 1 BC), with a local time where hour >= 0.
struct Moment {
  std::int32_t year = 0;
  std::int8_t month = 1;
  std::int8_t day = 1;
  std::int8_t hour = -1;    ///< -1: a whole day
  std::int8_t minute = -1;  ///< set wherever hour is
  std::int8_t second = -1;  ///< -1: not stated

  [[nodiscard]] constexpr bool has_time() const { return hour >= 0; }
  auto operator<=>(const Moment&) const = default;
};

/// ISO 8601: `2025-10-31`, `2025-02-28T13:54`, `2025-02-28T13:54:10`, `-0043-03-15`.
[[nodiscard]] std::string to_iso(const Moment& moment);
/// Reads what to_iso writes, and "2025-02-28 13:54"; nothing where it is no such date or the day does not exist.
[[nodiscard]] std::optional<Moment> parse_iso(std::string_view text);
/// The same with a fraction of a second or a zone behind it, as feeds and crawlers write publications
/// ("2025-10-29T00:45:00+09:00", "…Z"): the time as written there, not shifted.
[[nodiscard]] std::optional<Moment> parse_timestamp(std::string_view text);

enum class Granularity : std::uint8_t { time, day, week, month, quarter, half, season, year, decade, century, range };
enum class Modifier : std::uint8_t { none, start, mid, end, approximate, before, after, since, until, vague };

/// A place on the calendar. Bounds are inclusive; an open side is empty. Neither bound: no place on the calendar.
struct TimeValue {
  std::optional<Moment> from;
  std::optional<Moment> to;
  Granularity granularity = Granularity::day;
  Modifier modifier = Modifier::none;

  [[nodiscard]] bool is_dated() const { return from || to; }
  bool operator==(const TimeValue&) const = default;
};

}  // namespace timeline::model

template <>
struct timeline::base::EnumTable<timeline::model::Granularity> {
  using enum timeline::model::Granularity;
  static constexpr std::array<EnumRow<timeline::model::Granularity>, 11> rows{{
      {time, "time", "a time of day on a date"},
      {day, "day", "one day"},
      {week, "week", "Monday to Sunday"},
      {month, "month", "a calendar month"},
      {quarter, "quarter", "three months"},
      {half, "half", "half a year"},
      {season, "season", "spring, summer, autumn or winter"},
      {year, "year", "a calendar year"},
      {decade, "decade", "ten years"},
      {century, "century", "a hundred years"},
      {range, "range", "from one bound to the other"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::model::Granularity>());

template <>
struct timeline::base::EnumTable<timeline::model::Modifier> {
  using enum timeline::model::Modifier;
  static constexpr std::array<EnumRow<timeline::model::Modifier>, 10> rows{{
      {none, "", "as stated"},
      {start, "start", "the beginning of the unit named"},
      {mid, "mid", "the middle of the unit named"},
      {end, "end", "the end of the unit named"},
      {approximate, "approximate", "about"},
      {before, "before", "earlier than"},
      {after, "after", "later than"},
      {since, "since", "from then on"},
      {until, "until", "up to then"},
      {vague, "vague", "no exact value"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::model::Modifier>());
