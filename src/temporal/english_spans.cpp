#include "temporal/english_reader.hpp"

namespace timeline::temporal {
namespace {

using model::TimeKind;

const Operation kToday{Step::deictic, Unit::day, 0, 0, 0};

}  // namespace

void EnglishReader::emit_span(const EnglishFields& first, const Program& second, std::size_t from, std::size_t next) {
  Candidate made;
  made.rule = "range";
  made.first = build(first);
  made.second = second;
  made.kind = first.has_time() ? TimeKind::time : TimeKind::date;
  emit(made, from, next);
}

/// Stretches that are told by one end and a length, or by a unit and the present day.
std::size_t EnglishReader::span(std::size_t at) {
  if (const std::size_t next = span_to_date(at)) return next;
  if (const std::size_t next = rest_of_unit(at)) return next;
  if (const std::size_t next = first_units(at)) return next;
  if (const std::size_t next = work_week(at)) return next;
  if (const std::size_t next = period_ended(at)) return next;
  return length_from(at);
}

/// year to date
std::size_t EnglishReader::span_to_date(std::size_t at) {
  if (!is(at, WordKind::span)) return 0;
  EnglishFields first, today;
  first.base = Operation{Step::deictic, run_[at].unit, 0, 0, 0};
  today.base = kToday;
  emit_span(first, build(today), at, at + 1);
  return at + 1;
}

/// "earlier this month" ends with the day of publication, "later this year" and "the rest of the week" begin with it.
std::size_t EnglishReader::rest_of_unit(std::size_t at) {
  const bool shift = is(at, WordKind::shift, Unit::day);
  const bool rest = is(at, WordKind::tail);
  if (!shift && !rest) return 0;
  const bool earlier = shift && run_[at].value == static_cast<int>(Bound::before);
  std::size_t i = at + 1;
  while (is(i, WordKind::in) || is(i, WordKind::glue)) ++i;
  EnglishFields unit;
  std::size_t next = i;
  if (direction(i, Direction::present) && is(i + 1, WordKind::length))
    next = directed(i, unit);
  else if (shift && i == at + 1 && is(i, WordKind::direction) && is(i + 1, WordKind::length))
    return part_of_unit(at, earlier);
  else if (i > at + 1 && is(i, WordKind::length) && is_the(i - 1))
    next = bare_unit(i, unit);
  if (next == i || !unit.base || unit.base->unit < Unit::week) return 0;
  EnglishFields today;
  today.base = kToday;
  if (earlier)
    emit_span(unit, build(today), at, next);
  else
    emit_span(today, build(unit), at, next);
  return next;
}

/// this working week, next workweek: Monday to Friday
std::size_t EnglishReader::work_week(std::size_t at) {
  if (!is(at, WordKind::direction) || !is(at + 1, WordKind::weekday_group)) return 0;
  const int offset = is_past(at) ? -1 : direction(at, Direction::present) ? 0 : 1;
  EnglishFields first, last;
  first.base = last.base = Operation{Step::deictic, Unit::week, offset, 0, 0};
  first.weekday = 1;
  last.weekday = run_[at + 1].value;
  emit_span(first, build(last), at, at + 2);
  return at + 2;
}

/// earlier last week, later next month
std::size_t EnglishReader::part_of_unit(std::size_t at, bool earlier) {
  EnglishFields unit;
  const std::size_t next = directed(at + 1, unit);
  if (next == at + 1 || !unit.base || unit.base->unit < Unit::week) return 0;
  unit.part = static_cast<int>(earlier ? Part::first_third : Part::third_third);
  emit_fields(unit, at, next);
  return next;
}

/// the first nine months of 2025, the last two weeks of March
std::size_t EnglishReader::first_units(std::size_t at) {
  const bool first = is(at, WordKind::ordinal, 1);
  if (!first && !(is(at, WordKind::direction) && is_past(at))) return 0;
  const std::size_t i = at + 1;
  if (!number(i) || run_[i].weak || run_[i].some || run_[i].value < 2 || run_[i].value > 99 ||
      !is(i + 1, WordKind::length) || !(glue(i + 2, 1) || is(i + 2, WordKind::in)))
    return 0;
  const Unit unit = run_[i + 1].unit;
  if (unit != Unit::day && unit != Unit::week && unit != Unit::month) return 0;
  EnglishFields whole;
  const std::size_t next = moment_or_unit(i + 3, whole);
  if (next == i + 3 || !whole.has_date() || whole.has_time() || whole.is_day() || whole.nth) return 0;
  EnglishFields last = whole;
  const int count = run_[i].value;
  whole.nth = Operation{Step::nth, unit, first ? 1 : -count, 0, 0};
  last.nth = Operation{Step::nth, unit, first ? count : -1, 0, 0};
  emit_span(whole, build(last), at, next);
  return next;
}

/// the quarter ended June 30, the three months to September, the year ending in March 2025
std::size_t EnglishReader::period_ended(std::size_t at) {
  std::size_t i = at;
  while (is(i, WordKind::glue) && i < at + 2) ++i;
  const bool named = i > at && is_the(i - 1);
  Length amount;
  std::size_t next = length(i, amount);
  if (next == 0) {
    if (!named || !is(i, WordKind::length) || is_plural(i)) return 0;
    amount.count = 1;
    amount.unit = run_[i].unit;
    next = i + 1;
  }
  const bool ended = is(next, WordKind::finish);
  const bool led = named || (at > 0 && (is(at - 1, WordKind::outer) || is(at - 1, WordKind::in)));
  const bool to = led && is(next, WordKind::range) && !adjacent(next) && amount.unit >= Unit::month;
  if (!ended && !to) return 0;
  if (amount.some || amount.half || amount.more_unit != Unit::none || amount.count > 99 || amount.unit < Unit::day)
    return 0;
  EnglishFields end;
  const std::size_t stop = moment(next + 1, end, true);
  if (stop == next + 1 || !end.month || end.has_time() || end.shifts[0] || end.part || end.nth || end.after) return 0;
  Program first = build(end);
  first.add({Step::finish, Unit::day, 0, 0, 0});
  first.add({Step::shift, Unit::day, 1, 0, 2});
  first.add({Step::shift, amount.unit, -amount.count, 0, 2});
  Candidate made;
  made.rule = "range";
  made.first = first;
  made.second = build(end);
  emit(made, at, stop);
  return stop;
}

/// for 3 days from Monday, two weeks starting May 20th, Monday for 3 days
std::size_t EnglishReader::length_from(std::size_t at) {
  const bool led = is(at, WordKind::outer);
  Length amount;
  EnglishFields start;
  std::size_t end = 0;
  if (std::size_t next = length(led ? at + 1 : at, amount); next != 0) {
    const bool starting = is(next, WordKind::begin) || is(next - 1, WordKind::week_part);
    if (is(next, WordKind::begin)) ++next;
    const bool from = is(next, WordKind::from);
    if (from) ++next;
    if (led && is(next, WordKind::shift, static_cast<int>(Bound::after)) && (word(next)[0] | 0x20) == 'f') {
      start.base = kToday;  // from today, from now
      end = next + 1;
    } else {
      if (!(starting || (led && from))) return 0;
      end = moment(next, start, true);
      if (end == next) return 0;
    }
  } else {
    const std::size_t first = is(at, WordKind::from) ? at + 1 : at;
    const std::size_t length_at = moment(first, start, true);
    if (length_at == first || !is(length_at, WordKind::outer)) return 0;
    end = length(length_at + 1, amount);
    if (end == 0 || is(end, WordKind::from) || is(end, WordKind::shift)) return 0;
  }
  const bool clock = amount.unit < Unit::day;
  if (amount.some || (clock ? !start.hour : !start.is_day() || start.has_time())) return 0;
  Program last = build(start);
  last.add({Step::shift, amount.unit, amount.count, amount.half ? 1 : 0, 2});
  if (amount.more_unit != Unit::none) last.add({Step::shift, amount.more_unit, amount.more, 0, 2});
  if (!clock) last.add({Step::shift, Unit::day, -1, 0, 2});
  emit_span(start, last, led ? at + 1 : at, end);
  return end;
}

}  // namespace timeline::temporal
