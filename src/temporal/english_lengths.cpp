#include "temporal/english_reader.hpp"

namespace timeline::temporal {
namespace {

void add_shift(EnglishFields& f, Length length, int sign) {
  // A decade and a half are 15 years.
  if (length.half && length.unit >= Unit::decade && length.more_unit == Unit::none) {
    const int years = length.unit == Unit::decade ? 10 : 100;
    length.count = length.count * years + years / 2;
    length.unit = Unit::year;
    length.half = false;
  }
  f.shifts[0] = Operation{Step::shift, length.unit, sign * length.count, length.half ? 1 : 0, 0};
  if (length.more_unit != Unit::none) f.shifts[1] = Operation{Step::shift, length.more_unit, sign * length.more, 0, 1};
  if (length.rest_unit != Unit::none) f.shifts[2] = Operation{Step::shift, length.rest_unit, sign * length.rest, 0, 1};
}

bool is_clock_unit(Unit unit) {
  return unit == Unit::second || unit == Unit::minute || unit == Unit::hour;
}

}  // namespace

std::size_t EnglishReader::one_length(std::size_t at, std::int32_t& count, Unit& unit, bool& half, bool& some) const {
  if (is(at, WordKind::count)) {
    count = run_[at].value;
    unit = run_[at].unit;
    return at + 1;
  }
  if (!number(at)) return 0;
  std::size_t i = at + 1;
  count = run_[at].value;
  if (is(i, WordKind::week_part) && run_[i].unit == Unit::week && !is_the(i)) {  // one week starting May 20
    unit = Unit::week;
    return i + 1;
  }
  half = run_[at].half;
  some |= run_[at].some;
  constexpr int kDozen = 12;
  if (number(i) && run_[i].digits == 0 && (run_[i].value >= 100 || (run_[i].value == kDozen && run_[at].digits == 0)))
    some |= run_[i].value == kDozen, count *= run_[i].value, ++i;
  if ((is(i, WordKind::range) || is(i, WordKind::both, kOr)) && number(i + 1) && is(i + 2, WordKind::length)) {
    count = run_[i + 1].value;
    some = true;
    i += 2;
  }
  while (glue(i, 1) || is(i, WordKind::more)) ++i;
  if (is(i, WordKind::half_more) && is(i + 1, WordKind::length)) half = true, ++i;  // two and a half years
  if (is(i, WordKind::range) && adjacent(i) && is(i + 1, WordKind::length)) ++i;    // 3-year
  if (!is(i, WordKind::length) || (run_[at].weak && is_plural(i) && text_.substr(run_[i].end, 1) == "-"))
    return 0;                                                     // a months-long row
  if (run_[at].weak && word(i).starts_with("weekday")) return 0;  // on a weekday
  unit = run_[i].unit;
  return i + 1;
}

std::size_t EnglishReader::length(std::size_t at, Length& made) const {
  std::size_t next = one_length(at, made.count, made.unit, made.half, made.some);
  if (next == 0) return 0;
  for (int rounds = 0; rounds < 2; ++rounds) {
    const std::size_t i = is(next, WordKind::both, kAnd) ? next + 1 : next;
    Length more;
    const std::size_t end = one_length(i, more.count, more.unit, more.half, more.some);
    if (end == 0 || more.unit >= (made.more_unit == Unit::none ? made.unit : made.more_unit)) break;
    if (made.more_unit == Unit::none)
      made.more = more.count, made.more_unit = more.unit;
    else
      made.rest = more.count, made.rest_unit = more.unit;
    next = end;
  }
  if (is(next, WordKind::half_more)) made.half = true, ++next;
  return next;
}

/// two years later, three days earlier: counted from what the text set last.
void EnglishReader::shift_in_story(EnglishFields& f, const Length& amount, int sign) const {
  const bool whole_unit = amount.more_unit == Unit::none && !amount.half;
  if (whole_unit && (amount.unit == Unit::year || amount.unit == Unit::month)) {
    f.base = Operation{Step::anaphor, amount.unit, sign * amount.count, 0, 0};
    return;
  }
  if (!is_clock_unit(amount.unit)) f.base = Operation{Step::anaphor, Unit::day, 0, 1, 0};
  add_shift(f, amount, sign);
}

std::size_t EnglishReader::ahead(std::size_t at, EnglishFields& f) const {
  Length amount;
  const std::size_t next = length(at, amount);
  if (next != 0) add_shift(f, amount, 1);
  return next;
}

/// 3 days ago, in two weeks, a week from tomorrow, 2 weeks after Christmas, two Sundays from now, the 3 next weeks.
std::size_t EnglishReader::counted(std::size_t at, EnglishFields& f) {
  if (f.shifts[0]) return at;
  std::size_t i = at;
  const bool in = is(i, WordKind::in), within = is(i, WordKind::within);
  if (in || within) ++i;
  const std::size_t inside = i;
  while (is(i, WordKind::more) || (is(i, WordKind::glue) && (in || within))) ++i;
  // "in over a century", "in the 15-year campaign": how long something took.
  const bool loose = i > inside && is(inside, WordKind::more);
  if ((in || within) && number(i) && is(i + 1, WordKind::range) && adjacent(i + 1)) return at;
  if (number(i) && is(i + 1, WordKind::direction) && is(i + 2, WordKind::length) && is_plural(i + 2) && !f.has_date() &&
      !run_[i].weak && is(i + 1, WordKind::direction) && !direction(i + 1, Direction::present)) {
    const bool back = is_past(i + 1);
    f.shifts[0] = Operation{back ? Step::span_back : Step::span_ahead, run_[i + 2].unit, run_[i].value, 0, 0};
    return i + 3;
  }
  if (number(i) && is(i + 1, WordKind::weekday) && is(i + 2, WordKind::shift) && !f.has_date() && !in) {
    const bool back = run_[i + 2].value == static_cast<int>(Bound::before);
    f.base = Operation{Step::deictic, Unit::day, 0, 0, 0};
    f.after = Operation{back ? Step::previous : Step::next, Unit::day, run_[i].value, run_[i + 1].value, 0};
    return i + 3;
  }
  if (number(i) && is(i + 1, WordKind::weekend) && is(i + 2, WordKind::shift) && !f.has_date() && !in) {
    const bool back = run_[i + 2].value == static_cast<int>(Bound::before);
    f.base = Operation{Step::deictic, Unit::weekend, back ? -run_[i].value : run_[i].value, 0, 0};
    return i + 3;
  }
  Length amount;
  const std::size_t next = length(i, amount);
  if (next == 0) return at;
  if (is(next, WordKind::shift) && !in) {
    const int sign = run_[next].value == static_cast<int>(Bound::before) ? -1 : 1;
    const bool in_story = run_[next].unit == Unit::day;
    // "30 minutes later this week" is a length and a week.
    if (in_story && (is(next + 1, WordKind::direction) || is(next + 1, WordKind::in))) return at;
    if (in_story && !f.has_date())
      shift_in_story(f, amount, sign);
    else
      add_shift(f, amount, sign);
    f.approximate = amount.some || loose;
    return next + 1;
  }
  if (within) {
    f.shifts[0] = Operation{Step::within, amount.unit, amount.count, 0, 0};
    return next;
  }
  if (in) {
    // "in the three months ended in June"
    const bool named = is(inside, WordKind::glue) && is_the(inside);
    const bool year_of_month =
        f.month && !f.day && !f.base && amount.unit == Unit::year && ends_clause(run_[next - 1].end);
    if ((f.month && !year_of_month) || f.year || loose || named) return at;
    // "you can't read 600 letters in eight days", "has not won in two weeks"
    if (!f.has_date() && !is_clock_unit(amount.unit) && behind_denial(at)) return at;
    // "today in one hour" counts from the hour, not from the day.
    if (is_clock_unit(amount.unit) && f.base && f.base->step == Step::deictic && f.base->a == 0) f.base.reset();
    if (!f.has_date()) f.only_ahead = true;
    f.length = amount;
    add_shift(f, amount, 1);
    f.approximate = amount.some;
    return next;
  }
  const bool from = is(next, WordKind::from);
  if (!from && !is(next, WordKind::bound)) return at;
  const auto bound = static_cast<Bound>(run_[next].value);
  if (!from && bound != Bound::after && bound != Bound::before) return at;
  if (is(next + 1, WordKind::now)) {
    add_shift(f, amount, 1);
    return next + 2;
  }
  EnglishFields inner;
  const std::size_t end = is_clock_unit(amount.unit) ? moment(next + 1, inner, true) : date(next + 1, inner);
  if (end == next + 1 || !(inner.has_date() || (inner.hour && is_clock_unit(amount.unit)))) return at;
  if (inner.shifts[0]) return at;
  if (!inner.has_time()) inner.set_time_of(f);
  add_shift(inner, amount, from || bound == Bound::after ? 1 : -1);
  for (auto& shift : inner.shifts)
    if (shift) shift->c = 2;
  // more than two weeks before Christmas
  if (loose && is(inside, WordKind::more, kMore) && !from) inner.beyond = bound;
  f = inner;
  return end;
}

}  // namespace timeline::temporal
