#include "temporal/english_reader.hpp"

namespace timeline::temporal {

using model::TimeKind;

/// from X to Y, X - Y, between X and Y.
std::size_t EnglishReader::range(std::size_t at) {
  std::size_t i = at;
  const bool between = is(i, WordKind::between);
  const bool from = is(i, WordKind::from);
  if (between || from) ++i;
  EnglishFields left;
  std::size_t middle = 0;
  // "13 to 15 July", "9 - 11 am": the left side is a bare number.
  const auto bare = [&](std::size_t k) { return (number(k) || is(k, WordKind::ordinal)) && !run_[k].weak; };
  std::size_t b = i;
  while (is(b, WordKind::glue)) ++b;
  EnglishFields right;
  std::size_t end = 0;
  if (bare(b) && (is(b + 1, WordKind::range) || (between && is(b + 1, WordKind::both)))) {
    const std::size_t start = b + 2;
    end = moment(start, right, true);
    if (end > start && right.day && right.month) {
      left = right;
      left.day = run_[b].value;
      left.weekday.reset();
      left.hour.reset();
      middle = b + 1;
    } else if (end > start && right.hour && (right.afternoon >= 0 || right.exact_hour || from || between) &&
               run_[b].value <= 24 && is(b, WordKind::number)) {
      left = right;
      left.hour = run_[b].value;
      left.minute.reset();
      if (right.afternoon == 1 && run_[b].value > *right.hour && run_[b].value < 12) left.afternoon = 0;
      middle = b + 1;
    } else if (end == start && (from || between) && number(start) && run_[b].digits == 4 && run_[start].digits == 4) {
      left.year = run_[b].value;
      right.year = run_[start].value;
      end = start + 1;
      middle = b + 1;
    } else {
      end = 0;
    }
  }
  if (middle == 0) {
    middle = moment(i, left, true);
    if (middle == i || !(left.has_date() || left.has_time())) return 0;
    if (!is(middle, WordKind::range) && !(between && is(middle, WordKind::both))) return 0;
    std::size_t start = middle + 1;
    while (is(start, WordKind::glue) || is(start, WordKind::in)) ++start;
    right = {};
    end = moment(start, right, true);
    if (end == start) {
      // July 13-15, 3pm-5, 2014-15
      if (!bare(start)) return 0;
      if (left.day && !left.hour) {
        right = left;
        right.day = run_[start].value;
        right.weekday.reset();
        if (*right.day > 31) return 0;
      } else if (left.hour) {
        right.hour = run_[start].value;
        right.afternoon = left.afternoon;
        if (*right.hour > 24) return 0;
      } else {
        return 0;
      }
      end = start + 1;
    } else if (left.day && right.day && !right.month && !right.base) {
      right.month = left.month;
      if (!right.year) right.year = left.year;
    }
    if (left.month && right.year && !left.year) left.year = right.year, left.short_year = right.short_year;
    if (left.has_time() && right.hour && left.afternoon < 0 && right.afternoon >= 0 && !left.exact_hour)
      left.afternoon = left.hour && right.afternoon == 1 && *left.hour % 12 > *right.hour % 12 ? 0 : right.afternoon;
    // "9:30 - 11:00 on Thursday": the date stands on the right.
    if (left.hour && right.hour && right.has_date() && !left.has_date()) {
      EnglishFields date = right;
      date.hour = left.hour;
      date.minute = left.minute;
      date.second = left.second;
      date.afternoon = left.afternoon;
      date.exact_hour = left.exact_hour;
      left = date;
      EnglishFields time;
      time.hour = right.hour, time.minute = right.minute, time.afternoon = right.afternoon,
      time.exact_hour = right.exact_hour;
      right = time;
    }
  }
  if (!(right.has_date() || right.has_time())) return 0;
  if (right.hour && !right.has_date() && right.afternoon < 0 && left.afternoon == 1 && !right.exact_hour)
    right.afternoon = *right.hour > left.hour.value_or(0) % 12 ? 1 : -1;
  Candidate made;
  made.rule = "range";
  made.first = build(left);
  made.second = build(right);
  made.kind = left.has_time() ? TimeKind::time : TimeKind::date;
  emit(made, at, end);
  return end;
}

}  // namespace timeline::temporal
