#include "temporal/english_reader.hpp"

namespace timeline::temporal {

std::size_t EnglishReader::month(std::size_t at, EnglishFields& f, bool led_in) {
  if (f.month) return at;
  if (f.weekday && !f.day && !f.nth && is(at - 1, WordKind::in)) return at;  // "a Tuesday in March" is some Tuesday
  const std::size_t i = at + 1;
  // Mar-a-Lago, April-like; May-June is a range
  const std::string_view tail = text_.substr(run_[at].end, 2);
  if (tail.size() == 2 && tail[0] == '-' && is_english_word(tail, 1) && (tail[1] < '0' || tail[1] > '9') &&
      !(is(i, WordKind::range) && i + 1 < run_.size() && adjacent(i + 1) && !run_[i + 1].weak))
    return at;
  const bool month_behind = run_[at].native && ((is(i, WordKind::both) && is(i + 1, WordKind::word_month)) ||
                                                (is(i, WordKind::word_month) && run_[i].gap == Gap::comma));
  const bool has_more = month_behind || number(i) || is(i, WordKind::ordinal) ||
                        (glue(i, 0) && (is(i + 1, WordKind::ordinal) || number(i + 1)));
  // May last year, March of 2015, March in a year
  const std::size_t year_at = glue(i, 1) || is(i, WordKind::in) ? i + 1 : i;
  const bool year_beside =
      run_[at].native && ((year_at > i && number(year_at) &&
                           (run_[year_at].digits == 4 || is(year_at + 1, WordKind::length, Unit::year))) ||
                          (is(year_at, WordKind::direction) && is(year_at + 1, WordKind::length, Unit::year)) ||
                          (year_at > i && is(year_at, WordKind::anaphor, Unit::year)));
  // may and march are verbs too; short names want a number or a capital.
  const bool verb = (run_[at].value == 3 || run_[at].value == 5) && word(at).find('.') == std::string_view::npos;
  const bool small = verb || (!run_[at].native && run_[at].end - run_[at].begin <= 3);
  if (verb && !run_[at].native && !has_more && at > 0 && glue(at - 1, 0) && is_the(at - 1)) return at;  // the march
  if (number(i) && run_[i].digits == 2 && run_[i].value > 31 && run_[i].value < 50 && !run_[i].apostrophe)
    return at;  // August 32
  if (number(i) && run_[i].digits > 4) return at;
  if (at > 0 && number(at - 1) && run_[at - 1].digits == 2 && run_[at - 1].value > 31 && run_[at].gap == Gap::space &&
      !run_[at - 1].apostrophe && !f.has_date() && (!number(i) || run_[i].digits == 4))
    return at;  // 32 August
  // Jan Smith, April Jones
  if (!has_more && !year_beside && !led_in && !f.has_date() && run_[at].native && begins_name(run_[at].end)) return at;
  if (small && !has_more && !year_beside && !f.day && !led_in && !alone(at) && !whole(at) && !f.nth) return at;
  if (is(i, WordKind::length, Unit::quarter) && !is_plural(i) && run_[at].value % 3 == 0 && !f.day && !f.cycle) {
    f.cycle = Operation{Step::quarter, Unit::quarter, run_[at].value / 3, 0, 0};  // the September quarter
    return i + 1;
  }
  f.month = run_[at].value;
  return at + 1;
}

/// A word that orders: the 15th, the third Tuesday of March, the 21st century.
std::size_t EnglishReader::ordinal(std::size_t at, EnglishFields& f) {
  const Token& t = run_[at];
  std::size_t i = at + 1;
  if (is(i, WordKind::range) && adjacent(i) && adjacent(i + 1) && is(i + 1, WordKind::length, Unit::century))
    ++i;  // a 19th-century mill
  if (is(i, WordKind::length, Unit::century)) {
    if (f.century) return at;
    f.century = t.value;
    if (is(i + 1, WordKind::era) && run_[i + 1].value == -1) {
      f.before_christ = true;
      return i + 2;
    }
    return i + 1;
  }
  // third tuesday of …, first week of …, the 3rd last week of …, the final day of …
  int n = t.value;
  if (is_past(i)) n = -n, ++i;
  const bool from_end = t.kind == WordKind::from_end;
  if (from_end && (n > 0 || i >= run_.size() || is_plural(i))) return at;
  if (is(i, WordKind::weekday) || is(i, WordKind::length) || is(i, WordKind::weekend)) {
    const Unit unit = is(i, WordKind::weekday) ? Unit::day : run_[i].unit;
    if (unit < Unit::day) return at;
    const int weekday = is(i, WordKind::weekday) ? run_[i].value : 0;
    std::size_t j = i + 1;
    const bool after = is(j, WordKind::bound, static_cast<int>(Bound::after));
    // the first Monday next month, third Monday December 2018
    const bool beside = is(i, WordKind::weekday) && j < run_.size() && run_[j].gap == Gap::space &&
                        ((is(j, WordKind::direction) && is(j + 1, WordKind::length) &&
                          (run_[j + 1].unit == Unit::month || run_[j + 1].unit == Unit::year)) ||
                         (is(j, WordKind::word_month) && number(j + 1) && run_[j + 1].digits == 4));
    // next month on the third Monday
    if (f.base && f.base->unit == Unit::month && is(i, WordKind::weekday) && !f.weekday && !f.nth && !f.day) {
      f.nth = Operation{Step::nth, Unit::day, n, weekday, 0};
      return j;
    }
    if (!after && !glue(j, 1) && !is(j, WordKind::in) && !beside) return at;
    if (!beside) ++j;
    EnglishFields inner;
    const std::size_t next = date_or_unit(j, inner);
    if (next == j || !inner.has_date()) return at;
    inner.set_time_of(f);
    if (unit == Unit::quarter && !after && n >= -4 && n <= 4 && (inner.year || inner.base) && !inner.cycle)
      inner.cycle = Operation{Step::quarter, Unit::quarter, n > 0 ? n : 5 + n, 0, 0};
    else if (after)
      inner.after = Operation{Step::next, unit, n, weekday, 0};
    else if (unit == Unit::day && weekday == 0 && !inner.day && n > 0 && inner.month)
      inner.day = n;
    else
      inner.nth = Operation{Step::nth, unit, n, weekday, 0};
    f = inner;
    return next;
  }
  if (from_end || is(i, WordKind::quarter_name) || f.day || t.value > 31) return at;
  // March 15th, the 15th of March, Tuesday the 19th; "on the 27th" where the clause ends behind it
  std::size_t j = i;
  if (is(j, WordKind::glue)) ++j;
  const bool month_behind = is(j, WordKind::word_month) || (glue(i, 1) && is(j, WordKind::direction));
  const bool ends = at > 0 && is(at - 1, WordKind::glue) && t.digits > 0 && ends_clause(t.end) &&
                    (i == run_.size() || run_[i].gap == Gap::comma);
  if (!(f.month || f.weekday || f.base || month_behind || ends || (week_of_ && t.digits > 0))) return at;
  f.day = t.value;
  return at + 1;
}

/// "in 1776", "since 1845" at the end of a clause or before another word of time; "one in 1500" counts.
bool EnglishReader::old_year(std::size_t at) const {
  const int year = run_[at].value;
  if (year < 1000 || year >= 1900 || year % 100 == 0 || at == 0) return alone(at) && year >= 1000 && year < 1900;
  const bool bound = is(at - 1, WordKind::bound) && run_[at - 1].value != static_cast<int>(Bound::until);  // by 1500
  const bool led = is(at - 1, WordKind::in) || bound || is(at - 1, WordKind::from) ||
                   (glue(at - 1, 0) && !is_the(at - 1) && alone(0));
  const std::size_t next = at + 1;
  return led &&
         (ends_clause(run_[at].end) || (next < run_.size() && (is(next, WordKind::glue) || is(next, WordKind::range) ||
                                                               is(next, WordKind::in) || is(next, WordKind::bound))));
}

/// A number: the day or the year of a date.
std::size_t EnglishReader::numbered(std::size_t at, EnglishFields& f, bool led_in) {
  const Token& t = run_[at];
  std::size_t i = at + 1;
  if (t.kind == WordKind::ordinal) return ordinal(at, f);
  if (t.some || t.weak || t.half) return at;
  // Years have four digits, days stand beside a month.
  if (t.digits == 4 && !t.zero && t.value >= 1000 && t.value < 3000) {
    if (f.year || f.decade || (f.hour && !f.has_date())) return at;
    if (is(i, WordKind::range) && adjacent(i) && adjacent(i + 1) &&
        (is(i + 1, WordKind::quarter_name) || is(i + 1, WordKind::half)) && !f.cycle) {
      // 2017-Q1
      f.year = t.value;
      return element(i + 1, f, false, true);
    }
    const bool cycle_behind = is(i, WordKind::quarter_name) || is(i, WordKind::half);
    // 2015 December 12, 1985, March 20
    const bool day_behind =
        (number(i + 1) || is(i + 1, WordKind::ordinal)) && run_[i + 1].digits <= 2 && run_[i + 1].gap == Gap::space;
    const bool month_behind = is(i, WordKind::word_month) && (day_behind || (alone(at) && i + 1 == run_.size())) &&
                              t.value >= 1900 && t.value < 2100;
    if (f.weekday && !f.month && !f.day && !f.cycle && !f.base && !month_behind) return at;  // some Monday of 2019
    const bool later = is(i, WordKind::later_bound);                                         // 2016 and later
    const bool dated = f.month || f.cycle || f.nth || f.part || cycle_behind || later || month_behind ||
                       (is(i, WordKind::length, Unit::week) && number(i + 1) && run_[i + 1].digits > 0);
    if (!dated && !led_in && !whole(at) && !is(i, WordKind::era)) return at;
    if ((!dated || later) && (t.value < 1900 || t.value >= 2100) && !is(i, WordKind::era) && !old_year(at)) return at;
    EnglishFields clock;
    const bool week_behind =
        is(i, WordKind::length, Unit::week) && !is_plural(i) && number(i + 1) && run_[i + 1].digits > 0;
    if (is(i, WordKind::length) && !week_behind && minutes_and_hour(i, clock) == i) return at;
    f.year = t.value;
    // on 2016 10 16
    if (number(i) && number(i + 1) && run_[i].digits == 2 && run_[i + 1].digits == 2 && run_[i].value >= 1 &&
        run_[i].value <= 12 && run_[i + 1].value >= 1 && run_[i + 1].value <= 31 && run_[i].gap == Gap::space &&
        run_[i + 1].gap == Gap::space && ends_clause(run_[i + 1].end) && !f.month) {
      f.month = run_[i].value;
      f.day = run_[i + 1].value;
      return i + 2;
    }
    if (is(i, WordKind::era)) f.before_christ = run_[i].value == -1, ++i;
    return i;
  }
  if (is(i, WordKind::era) && t.digits > 0) {
    f.year = t.value;
    f.before_christ = run_[i].value == -1;
    return i + 1;
  }
  if (t.digits == 2 && is(i, WordKind::quarter_name) && adjacent(i) && !f.has_date()) {  // 18Q4
    f.year = t.value;
    f.short_year = true;
    return i;
  }
  const bool season = f.cycle && f.cycle->step == Step::season && t.apostrophe;  // the summer of '69
  if ((f.month || season) && !f.year && t.digits == 2 && (t.apostrophe || t.value >= 50)) {
    f.year = t.value;
    f.short_year = true;
    return i;
  }
  if (f.month && !f.day && t.value >= 1 && t.value <= 31 && t.digits <= 2) {
    if (is(i, WordKind::am) || is(i, WordKind::oclock)) return at;
    // "in June 2026, 10 years after", "in June 2026, 3 people"
    if (is(i, WordKind::length) || (f.year && number(at - 1) && run_[at - 1].digits == 4 && t.gap == Gap::comma))
      return at;
    f.day = t.value;
    return i;
  }
  // 20 of this month
  if (glue(i, 1) && is(i + 1, WordKind::direction) && is(i + 2, WordKind::length, Unit::month) && t.value <= 31 &&
      !f.base) {
    f.day = t.value;
    return directed(i + 1, f);
  }
  // Sunday 31, where the clause ends behind it: "Monday 12 people" is none
  if (f.weekday && !f.day && !f.month && !f.base && t.digits == 2 && t.value >= 1 && t.value <= 31 &&
      run_[at].gap == Gap::space && i == run_.size() && ends_clause(t.end) && f.direction == Direction::none) {
    f.day = t.value;
    return i;
  }
  // 15 March, 15 of March, 15-Mar
  std::size_t j = i;
  if (is(j, WordKind::glue) || (is(j, WordKind::range) && adjacent(j) && adjacent(j + 1))) ++j;
  if (is(j, WordKind::word_month) && !f.month && !f.day && t.value >= 1 && t.value <= 31 && t.digits <= 2) {
    f.day = t.value;
    f.month = run_[j].value;
    ++j;
    if (is(j, WordKind::range) && adjacent(j) && adjacent(j + 1) && number(j + 1) && !is(j + 2, WordKind::word_month))
      ++j;
    return j;
  }
  return at;
}

}  // namespace timeline::temporal
