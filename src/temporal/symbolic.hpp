#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/span.hpp"
#include "model/time_expression.hpp"

namespace timeline::temporal {

/// Units of time, from small to large. `business` counts days that are neither weekend nor holiday, `holiday` public
/// holidays.
enum class Unit : std::uint8_t {
  none,
  second,
  minute,
  hour,
  day,
  business,
  holiday,
  weekend,
  week,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century
};

/// One step of a symbolic time. Steps are applied from left to right to what is there so far:
/// "내년 1월 첫 주 월요일" is deictic(year, +1), month(1), nth(week, 1), weekday(1).
enum class Step : std::uint8_t {
  year,         ///< a: the year
  short_year,   ///< a: its last two digits; b: 1 where it lies in the past
  month,        ///< a: 1-12; c: 1 of a named occasion, b: on what weekday it falls, or 0
  day,          ///< a: 1-31; b: the weekday that it must be, or 0
  weekday,      ///< a: 1 Monday … 7 Sunday
  quarter,      ///< a: 1-4
  half,         ///< a: 1-2
  season,       ///< a: 0 spring … 3 winter
  decade,       ///< a: first year
  century,      ///< a: its number, negative before Christ
  week_number,  ///< a: ISO week of the year
  holiday,      ///< a: index of the holiday
  lunar,        ///< a: month, b: day (0: the month), c: 1 in a leap month
  deictic,      ///< a: units from the reference; c: 1 where a story of the past counts from what it has set
  anaphor,      ///< a: units from what the text set last; c: 1 where it must have set something
  weekend,      ///< Saturday and Sunday; b 1: around the day that is there, with a day off beside it
  nth,          ///< a: which (negative: from the end) of `unit`; b: weekday where unit is day and b is set
  part,         ///< a: Part
  day_part,     ///< a: index of the part of the day
  clock,        ///< a: hour, b: minute, c: second or -1
  shift,        ///< a: count (negative: earlier), of `unit`
  within,       ///< all from where the shifts before it began to where they led; a: a count of `unit` in their place
  span_back,    ///< a: count of whole `unit`s before the reference
  span_ahead,   ///< a: count of whole `unit`s after the reference
  same,  ///< the day of the reference (unit day), the period or month spoken of, in what is there: 작년 같은 날
  year_part,  ///< a: Part of a year that is not named: 연말
  begin,      ///< first day of what is there
  finish,     ///< last day of what is there
  next,       ///< the first `unit` (b: weekday) after what is there; a: which
  previous,   ///< the last `unit` (b: weekday) before what is there; a: which
  holding,    ///< the `unit` that holds what is there: the week of the 18th
};

enum class Part : std::uint8_t {
  start,
  mid,
  end,
  early,
  late,
  first_third,
  second_third,
  third_third,
  first_half,
  second_half,
  early_mid,  ///< 초중반, 초중순: the first two thirds
  mid_late,   ///< 중후반, 중하순: the last two
  turn        ///< 연말연시: the last month of a year and the first of the next
};

struct Operation {  // no initialisers: see Program
  Step step;
  Unit unit;
  std::int32_t a;
  std::int32_t b;
  std::int32_t c;
};

/// 지난 / 이번 / 오는 before a day, weekday, month, season that has no year of its own.
/// `previous` is English last: a weekday up to three days ago would have been named without it, so it is the one
/// before.
enum class Direction : std::int8_t { none, past, present, future, following, previous };

/// What stands for one point or stretch of time.
/// Only the steps that are there are set and copied: the grammar makes eight candidates for one that it keeps, and
/// clearing 24 operations for each took a twentieth of the time of `tag`.
struct Program {
  static constexpr std::size_t kMost = 12;
  std::array<Operation, kMost> steps;
  std::uint8_t count = 0;
  Direction direction = Direction::none;

  Program() {}  // NOLINT: `= default` would let Candidate{} clear the steps
  Program(const Program& other) { *this = other; }
  Program& operator=(const Program& other) {
    count = other.count;
    direction = other.direction;
    for (std::uint8_t i = 0; i < count; ++i) steps[i] = other.steps[i];
    return *this;
  }

  [[nodiscard]] bool empty() const { return count == 0; }
  [[nodiscard]] bool full() const { return count == kMost; }
  void add(Operation operation) {
    if (!full()) steps[count++] = operation;
  }
  [[nodiscard]] const Operation& back() const { return steps[count - 1U]; }
  [[nodiscard]] bool has(Step step) const {
    for (std::uint8_t i = 0; i < count; ++i)
      if (steps[i].step == step) return true;
    return false;
  }
};

/// What the words around an expression make of it.
enum class Bound : std::uint8_t { none, since, until, after, before };

/// A length of time: up to three units ("2년 1개월 21일").
struct Length {
  std::int32_t count = 0;
  Unit unit = Unit::none;
  std::int32_t more = 0;
  Unit more_unit = Unit::none;
  std::int32_t rest = 0;
  Unit rest_unit = Unit::none;
  bool half = false;             ///< and a half
  bool some = false;             ///< 몇, 수, 여: not exact
  std::int16_t thousandths = 0;  ///< more of the first unit: 1.25초
};

/// The rule of lengths with 이내, which the text may count from elsewhere than now.
inline constexpr std::string_view kWithin = "within";

/// What the recognizer hands to the resolver: the words, and what they mean before any date is known.
struct Candidate {
  base::Span span;
  model::TimeKind kind = model::TimeKind::date;
  Program first;
  Program second;  ///< the other end of a range; empty where there is none
  Program inside;  ///< what is picked out of that range: 설날과 추석 사이 첫 금요일
  Bound bound = Bound::none;
  Length length;
  bool approximate = false;
  bool exact = false;             ///< asked for a day: "3개월 뒤 날짜"
  bool time_of_previous = false;  ///< a time of day that belongs to the date right before it
  bool for_how_long = false;      ///< a length with 간 or 동안: 사흘간
  bool local_time = false;
  bool only_ahead = false;  ///< "in two years": a date in a clause about the future, a `length` in one about the past
  std::int16_t zone = INT16_MIN;  ///< minutes east of UTC where the text names a zone
  std::string_view rule;
  std::uint32_t clause_at = 0;  ///< where its clause goes on: behind the times that follow it at once
};

}  // namespace timeline::temporal
