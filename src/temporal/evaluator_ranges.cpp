#include <algorithm>
#include <initializer_list>

#include "temporal/evaluator.hpp"
#include "temporal/evaluator_units.hpp"

namespace timeline::temporal {
namespace {

constexpr int kMinutesPerDay = 24 * 60;

/// "1~10월", "1~3분기": the months between the two, by which the year of both is told.
int months_between(const Program& first, const Program& second) {
  if (first.count != 1 || second.count == 0 || first.steps[0].step != second.steps[0].step) return 0;
  const int each = months_of(first.steps[0].unit);
  const Step step = first.steps[0].step;
  if ((step != Step::month && step != Step::quarter && step != Step::half) || each == 0) return 0;
  return ((second.steps[0].a - first.steps[0].a) * each + 12) % 12;
}

}  // namespace

std::optional<Interval> Evaluator::evaluate_range(const Program& first, const Program& second) {
  const auto starts_with = [](const Program& program, std::initializer_list<Step> steps) {
    return program.count > 0 && std::find(steps.begin(), steps.end(), program.steps[0].step) != steps.end();
  };
  range_months_ = months_between(first, second);
  auto left = evaluate(first);
  range_months_ = 0;
  if (!left) return left;
  Interval begin = *left;
  const int first_part = day_part_;
  // The right side takes over what it leaves out: the month, the year, the day.
  current_.reset();
  parent_.reset();
  day_part_ = -1;
  time_only_ = false;  // its day is that of the left side
  const CivilDay civil = civil_day(begin.from);
  bool took_over = true;
  if (second.direction != Direction::none) {
    took_over = false;
  } else if (starts_with(second, {Step::day})) {
    current_ = unit_at(begin.from, Unit::month, 0);
  } else if (starts_with(second, {Step::month, Step::quarter, Step::half, Step::season, Step::holiday, Step::lunar})) {
    current_ = year_of(civil.year);
  } else if (starts_with(second, {Step::weekday, Step::weekend}) && begin.to - begin.from < 7) {
    current_ = unit_at(begin.from, Unit::week, 0);
  } else if (starts_with(second, {Step::clock, Step::day_part})) {
    current_ = one_day(begin.from);
    day_part_ = first_part;
  } else if (starts_with(second, {Step::short_year})) {
    current_ = year_of(civil.year / 100 * 100 + second.steps[0].a);
    took_over = false;
  } else if (starts_with(second, {Step::part})) {
    constexpr DayNumber kThirdOfMonth = 12;
    const Unit whole = begin.to - begin.from <= kThirdOfMonth ? Unit::month : Unit::year;
    current_ = unit_at(begin.from, begin.unit == Unit::none ? whole : begin.unit, 0);
  } else {
    took_over = false;
  }
  // "오후 10시부터 다음 날 오전 6시까지": counted from the day on which it began.
  // "2019년 3월부터 이듬해 1월까지" likewise.
  const bool next_day = starts_with(second, {Step::anaphor}) && second.steps[0].unit == Unit::day &&
                        second.steps[0].a > 0 && begin.has_time() && begin.from == begin.to;
  const bool next_to_it = next_day || (starts_with(second, {Step::anaphor}) && second.steps[0].unit == Unit::year &&
                                       second.steps[0].a >= 0);
  if (next_to_it) current_ = unit_at(begin.from, second.steps[0].unit, second.steps[0].a);
  direction_ = second.direction;
  // "up 40% this year through Friday": what is counted up to now ends with the last one.
  if (!took_over && direction_ == Direction::none && starts_with(second, {Step::weekday}) &&
      starts_with(first, {Step::deictic}) && first.steps[0].a == 0 && first.steps[0].unit >= Unit::month)
    direction_ = Direction::past;
  if (second.steps[0].step != Step::short_year || second.count > 1) {
    for (std::uint8_t at = second.steps[0].step == Step::short_year || next_to_it ? 1 : 0; at < second.count;) {
      const Operation operation = second.steps[at];
      if (!apply(second, at)) return std::nullopt;
      note(operation);
    }
  }
  if (!current_) return std::nullopt;
  Interval end = *current_;
  constexpr int kHalfDay = 12 * 60;
  if (next_day && second.back().step == Step::clock && second.back().unit == Unit::hour && day_part_ < 0 &&
      end.from_minute >= kHalfDay && begin.from_minute >= kHalfDay)
    end.from_minute -= kHalfDay, end.to_minute -= kHalfDay;  // 22시부터 다음 날 5시까지
  const auto before = [&] {
    return end.from < begin.from ||
           (end.from == begin.from && end.has_time() && begin.has_time() && end.from_minute < begin.from_minute);
  };
  if (before() && took_over) {
    if (end.has_time() && starts_with(second, {Step::clock, Step::day_part})) {
      // 9시 30분 to 7시 30분: later the same day where the hour allows it, else the next day.
      if (end.from_minute + 12 * 60 > begin.from_minute && end.from_minute < 12 * 60 &&
          second.steps[0].step == Step::clock && second.steps[0].unit != Unit::none)
        end.from_minute += 12 * 60, end.to_minute += 12 * 60;
      else
        end.from += 1, end.to += 1;
    } else if (starts_with(second, {Step::day}) && !(end.has_time() && end.from == begin.from)) {
      const Interval next = one_day(add_months(end.from, 1));
      end.from = next.from, end.to = next.to;
    } else if (starts_with(second, {Step::weekday})) {
      end = one_day(end.from + 7);
    } else if (!starts_with(second, {Step::day})) {
      const int span = end.to - end.from;
      const bool whole_months = civil_day(end.from).day == 1 && civil_day(end.to + 1).day == 1;
      end.from = add_months(end.from, 12);
      end.to = whole_months ? add_months(end.to + 1, 12) - 1 : end.from + span;
    }
  }
  if (before() && starts_with(first, {Step::weekday}) && starts_with(second, {Step::weekday})) {
    end.from += 7, end.to += 7;  // this Friday to this Monday
  } else if (before() && !first.has(Step::year) && !first.has(Step::deictic) && !begin.has_time()) {
    // "10월부터 2024년 3월까지": the year was said on the right.
    const int back =
        civil_day(begin.from).year - civil_day(end.from).year +
        (add_months(begin.from, -12 * (civil_day(begin.from).year - civil_day(end.from).year)) > end.from ? 1 : 0);
    const int span = begin.to - begin.from;
    begin.from = add_months(begin.from, -12 * back);
    begin.to = begin.from + span;
  }
  // "May to March" in September: the one that has begun.
  if (took_over && first.steps[0].step == Step::month && first.direction == Direction::none &&
      anchors_.tense != Tense::past && has_reference() && begin.from > today() && !begin.has_time() &&
      add_months(end.from, -12) >= today()) {
    for (Interval* side : {&begin, &end}) {
      side->from = add_months(side->from, -12);
      side->to = add_months(side->to + 1, -12) - 1;
    }
  }
  // "14일부터 내년 2월 28일까지를 … 정했다" on the 13th: what was decided begins tomorrow, not last month.
  constexpr DayNumber kSoon = 7, kLongAgo = 20;
  if (first.count == 1 && first.steps[0].step == Step::day && first.direction == Direction::none && has_reference() &&
      !took_over && end.from > today() && today() - begin.from > kLongAgo && begin.unit == Unit::day) {
    const DayNumber next = add_months(begin.from, 1);
    if (next >= today() && next - today() <= kSoon && next <= end.from) begin = one_day(next);
  }
  Interval whole = begin;
  whole.to = end.to;
  whole.to_minute = end.has_time() ? (end.unit == Unit::hour && end.to_minute - end.from_minute >= 59 ? end.to_minute
                                                                                                      : end.from_minute)
                                   : -1;
  if (whole.has_time() != (whole.to_minute >= 0)) {
    if (whole.to_minute < 0) whole.to_minute = kMinutesPerDay - 1;
    if (whole.from_minute < 0) whole.from_minute = 0;
  }
  whole.unit = whole.has_time() ? Unit::minute : Unit::none;
  if (whole.to < whole.from) {
    fail("its end lies before its beginning");
    return std::nullopt;
  }
  current_ = whole;
  return whole;
}

std::optional<Interval> Evaluator::pick(const Program& inside) {
  direction_ = Direction::none;
  for (std::uint8_t at = 0; at < inside.count;) {
    const Operation operation = inside.steps[at];
    if (!apply(inside, at)) return std::nullopt;
    note(operation);
  }
  return current_;
}

}  // namespace timeline::temporal
