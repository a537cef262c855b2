#include "temporal/english_reader.hpp"

namespace timeline::temporal {

std::size_t EnglishReader::month(std::size_t at, EnglishFields& f, bool led_in) {
  if (f.month) return at;
  const std::size_t i = at + 1;
  const bool has_more =
      number(i) || is(i, WordKind::ordinal) || (glue(i, 0) && (is(i + 1, WordKind::ordinal) || number(i + 1)));
  // may and march are verbs too; short names want a number or a capital.
  const bool verb = (run_[at].value == 3 || run_[at].value == 5) && word(at).find('.') == std::string_view::npos;
  const bool small = verb || (!run_[at].native && run_[at].end - run_[at].begin <= 3);
  if (number(i) && run_[i].digits == 2 && run_[i].value > 31 && run_[i].value < 50 && !run_[i].apostrophe)
    return at;  // August 32
  if (small && !has_more && !f.day && !led_in && !whole(at) && !f.nth) return at;
  f.month = run_[at].value;
  return at + 1;
}

/// A number or ordinal: day, year, ordinal weekday or week, century.
std::size_t EnglishReader::numbered(std::size_t at, EnglishFields& f, bool led_in) {
  const Token& t = run_[at];
  std::size_t i = at + 1;
  if (t.kind == WordKind::ordinal) {
    if (is(i, WordKind::length) && run_[i].unit == Unit::century) {
      f.century = t.value;
      return i + 1;
    }
    // third tuesday of …, first week of …, the 3rd last week of …
    int n = t.value;
    if (direction(i, Direction::past)) n = -n, ++i;
    if (is(i, WordKind::weekday) || is(i, WordKind::length) || is(i, WordKind::weekend)) {
      const Unit unit = is(i, WordKind::weekday) ? Unit::day : run_[i].unit;
      if (unit < Unit::day) return at;
      const int weekday = is(i, WordKind::weekday) ? run_[i].value : 0;
      std::size_t j = i + 1;
      const bool after = is(j, WordKind::bound) && run_[j].value == static_cast<int>(Bound::after);
      if (!after && !glue(j, 1) && !is(j, WordKind::in)) return at;
      ++j;
      EnglishFields inner;
      const std::size_t next = moment_or_unit(j, inner);
      if (next == j || !inner.has_date() || inner.has_time()) return at;
      if (after)
        inner.after = Operation{Step::next, unit, n, weekday, 0};
      else if (unit == Unit::day && weekday == 0 && !inner.day && n > 0 && inner.month)
        inner.day = n;
      else
        inner.nth = Operation{Step::nth, unit, n, weekday, 0};
      f = inner;
      return next;
    }
    if (is(i, WordKind::quarter_name)) return at;
    if (f.day) return at;
    // the 15th, March 15th, the 15th of March, Tuesday the 19th
    std::size_t j = i;
    if (is(j, WordKind::glue)) ++j;
    const bool month_behind = is(j, WordKind::word_month) || (glue(i, 1) && is(j, WordKind::direction));
    if (!(f.month || f.weekday || f.base || month_behind ||
          (at > 0 && is(at - 1, WordKind::glue) && t.digits > 0 && i == run_.size() && ends_clause(t.end))))
      return at;
    if (t.value > 31) return at;
    f.day = t.value;
    return at + 1;
  }
  if (t.some || t.weak) return at;
  // Numbers: years have four digits, days stand beside a month.
  if (t.digits == 4 && t.value >= 1000 && t.value < 3000) {
    if (f.year || f.decade || (f.hour && !f.has_date())) return at;
    const bool dated = f.month || f.cycle || f.nth || f.part;
    if (!dated && !led_in && !whole(at)) return at;
    if (!dated && (t.value < 1900 || t.value >= 2100) && !is(i, WordKind::era)) return at;
    if (is(i, WordKind::length)) return at;
    f.year = t.value;
    if (is(i, WordKind::era)) f.before_christ = run_[i].value == -1, ++i;
    return i;
  }
  if (is(i, WordKind::era) && t.digits > 0) {
    f.year = t.value;
    f.before_christ = run_[i].value == -1;
    return i + 1;
  }
  if (f.month && !f.day && t.value >= 1 && t.value <= 31 && t.digits <= 2) {
    if (is(i, WordKind::am) || is(i, WordKind::oclock)) return at;
    if (t.apostrophe) {
      f.year = t.value;
      f.short_year = true;
      return i;
    }
    f.day = t.value;
    return i;
  }
  if (f.month && !f.year && t.digits == 2 && (t.apostrophe || t.value >= 50)) {
    f.year = t.value;
    f.short_year = true;
    return i;
  }
  // 20 of this month
  if (glue(i, 1) && is(i + 1, WordKind::direction) && is(i + 2, WordKind::length) && run_[i + 2].unit == Unit::month &&
      t.value <= 31 && !f.base) {
    f.day = t.value;
    return directed(i + 1, f);
  }
  // 15 March, 15 of March
  std::size_t j = i;
  if (is(j, WordKind::glue) || (is(j, WordKind::range) && adjacent(j) && adjacent(j + 1))) ++j;
  if (is(j, WordKind::word_month) && !f.month && !f.day && t.value >= 1 && t.value <= 31 && t.digits <= 2) {
    f.day = t.value;
    f.month = run_[j].value;
    ++j;
    if (is(j, WordKind::range) && adjacent(j) && adjacent(j + 1)) ++j;
    return j;
  }
  return at;
}

}  // namespace timeline::temporal
