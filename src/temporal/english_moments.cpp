#include "temporal/english_reader.hpp"

namespace timeline::temporal {

/// Reads date and time elements in any order. `led`: a bare four-digit number is a year here.
std::size_t EnglishReader::moment(std::size_t at, EnglishFields& f, bool led_in) {
  std::size_t i = at, done = at;
  bool at_word = false, about = false;
  while (i < run_.size()) {
    if (is(i, WordKind::glue)) {
      at_word = run_[i].value == kAt;
      about |= run_[i].value == kAbout;
      ++i;
      continue;
    }
    if (is(i, WordKind::in) && i != at && (!number(i + 1) || run_[i + 1].digits == 4)) {
      ++i;
      continue;
    }
    // "the first win in 108 years on Wednesday": the date stands by itself.
    if (f.only_ahead && !is(i, WordKind::clock_digits) && !(number(i) && at_word)) break;
    const std::size_t next = element(i, f, at_word, led_in || (i > at && !about));
    if (next <= i) break;
    at_word = false;
    i = done = next;
  }
  if (about && done != at && !f.has_time()) f.approximate = true;
  return done;
}

/// One element; the index after it, or `at`.
std::size_t EnglishReader::element(std::size_t at, EnglishFields& f, bool at_word, bool led_in) {
  if (at >= run_.size()) return at;
  // year 2012, the year of 2012
  if (is(at, WordKind::length, Unit::year) && !f.year) {
    const std::size_t i = glue(at + 1, 1) ? at + 2 : at + 1;
    if (number(i) && run_[i].digits == 4 && !run_[i].zero) {
      f.year = run_[i].value;
      return i + 1;
    }
    if (number(at + 1) && run_[at + 1].digits == 2 && adjacent(at + 1)) {  // CY18
      f.year = run_[at + 1].value;
      f.short_year = true;
      return at + 2;
    }
  }
  // the week before Christmas, the month after Easter
  if (is(at, WordKind::length) && run_[at].unit >= Unit::week && at > 0 && is(at - 1, WordKind::glue) &&
      !is_plural(at) && is(at + 1, WordKind::bound) && !f.has_date()) {
    const auto bound = static_cast<Bound>(run_[at + 1].value);
    EnglishFields inner;
    const std::size_t next = moment(at + 2, inner, true);
    if ((bound == Bound::before || bound == Bound::after) && next > at + 2 && inner.is_day() && !inner.has_time() &&
        !inner.after) {
      inner.after = Operation{bound == Bound::before ? Step::previous : Step::next, run_[at].unit, 1, 0, 0};
      f = inner;
      return next;
    }
  }
  // week 31 (of 2018)
  if (is(at, WordKind::length, Unit::week) && !f.weekday && number(at + 1) && run_[at + 1].digits > 0 &&
      run_[at + 1].value >= 1 && run_[at + 1].value <= 53 && !f.nth) {
    if (!f.has_date()) f.base = Operation{Step::deictic, Unit::year, 0, 0, 0};
    f.nth = Operation{Step::nth, Unit::week, run_[at + 1].value, 0, 0};
    return at + 2;
  }
  if (const std::size_t next = time_element(at, f, at_word); next != at) return next;
  if (const std::size_t next = counted(at, f); next != at) return next;
  const Token& t = run_[at];
  switch (t.kind) {
    case WordKind::ymd:
      if (f.year || f.month || f.day) return at;
      // 3/8 counts pictures unless something leads to a day.
      if (t.value == 0 && !t.native && (!led_in || (at > 0 && glue(at - 1, 1) && !week_of_)) && !whole(at) &&
          !f.weekday && !word_in_date(at) && !date_behind(at + 1))
        return at;
      if (t.value != 0) f.year = t.value;
      f.month = t.extra / 100;
      if (t.unit == Unit::day) f.day = t.extra % 100;
      return at + 1;
    case WordKind::deictic:
    case WordKind::anaphor:
    case WordKind::anaphor_last:
    case WordKind::anaphor_near:
      if (f.base || f.month) return at;
      if (t.kind != WordKind::deictic && is_before_or_after(at)) {
        // the day after Thanksgiving; "the day after the vote" is not known, "the day after." is that of the story
        EnglishFields inner;
        const std::size_t next = f.has_date() ? at + 1 : moment(at + 1, inner, true);
        if (next > at + 1 && inner.is_day() && !inner.has_time() && !inner.shifts[0]) {
          inner.shifts[0] = Operation{Step::shift, t.unit, t.value, 0, 2};
          f = inner;
          return next;
        }
        if (!ends_clause(t.end)) return at;
      }
      if (t.kind == WordKind::deictic)
        f.base = Operation{Step::deictic, t.unit, t.value, 0, 0};
      else
        f.base = Operation{Step::anaphor, t.unit, t.value,
                           t.kind == WordKind::anaphor        ? 0
                           : t.kind == WordKind::anaphor_last ? 1
                                                              : 2,
                           0};
      return at + 1;
    case WordKind::direction:
      return directed(at, f);
    case WordKind::weekday:
      if (f.weekday || f.nth) return at;
      // "he sat", "Sun Microsystems"
      if (run_[at].tail - run_[at].begin <= 3 && !whole(at) && !f.has_date() &&
          (!run_[at].native || begins_name(run_[at].end)))
        return at;
      if (const std::size_t next = after_next(at, f); next != at) return next;
      f.weekday = t.value;
      return at + 1;
    case WordKind::weekend:
      if (const std::size_t next = after_next(at, f); next != at) return next;
      if (f.cycle && f.cycle->step == Step::holiday && !f.after) {
        f.after = Operation{Step::weekend, Unit::weekend, 0, kAround, 0};  // Labor Day weekend
        return at + 1;
      }
      if (f.cycle || f.base) return at;
      f.cycle = Operation{Step::weekend, Unit::weekend, 0, 0, 0};
      return at + 1;
    case WordKind::word_month:
      return month(at, f, led_in);
    case WordKind::number:
    case WordKind::ordinal:
      return numbered(at, f, led_in);
    case WordKind::holiday:
      if (f.cycle) return at;
      f.cycle = holiday(t.value);
      return at + 1;
    case WordKind::season:
      if (f.cycle || !(f.has_date() || f.part || following_year(at + 1))) return at;
      f.cycle = Operation{Step::season, Unit::season, t.value, 0, 0};
      return at + 1;
    case WordKind::quarter_name:
      if (f.cycle) return at;
      f.cycle = Operation{Step::quarter, Unit::quarter, t.value, 0, 0};
      return of_year(at + 1, f);
    case WordKind::half:
      if (f.cycle || !(f.has_date() || following_date(at + 1))) return at;
      f.cycle = Operation{Step::half, Unit::half, t.value, 0, 0};
      return of_year(at + 1, f);
    case WordKind::part: {
      if (f.part) return at;
      EnglishFields inner = f;
      inner.part = t.value;
      std::size_t i = at + 1;
      while (is(i, WordKind::glue) || is(i, WordKind::range)) ++i;
      const std::size_t next =
          is(i, WordKind::length) && run_[i].unit >= Unit::week ? bare_unit(i, inner) : element(i, inner, false, true);
      if (next == i || !inner.has_date() || inner.has_time()) return at;
      f = inner;
      return next;
    }
    case WordKind::end_of:
      // BOM is a bureau too, and boy a word.
      if (f.base || (t.value == static_cast<int>(Part::start) && !alone(0))) return at;
      if (t.unit == Unit::day && !f.has_date()) {
        // end of day Friday
        EnglishFields day;
        if (const std::size_t next = moment(at + 1, day, true); next != at + 1 && day.is_day() && !day.has_time()) {
          f = day;
          f.part = t.value;
          return next;
        }
      }
      if (!f.has_date()) f.base = Operation{Step::deictic, t.unit, 0, 0, 0};
      f.part = t.value;
      return at + 1;
    case WordKind::unit:
      if (t.unit != Unit::decade || f.decade) return at;
      // "the nineties" are years; "her nineties" an age, and "nineties" alone may be degrees.
      if (t.digits == 0 && !is_the(at) && !led_in) return at;
      f.decade = t.digits == 2 ? (t.value < 30 ? 2000 : 1900) + t.value : t.value;
      return at + 1;
    case WordKind::zone:
      if (!f.hour) return at;
      f.zone = static_cast<std::int16_t>(t.value);
      return at + 1;
    default:
      return at;
  }
}

bool EnglishReader::following_year(std::size_t at) const {
  while (is(at, WordKind::glue)) ++at;
  return number(at) && run_[at].digits == 4;
}

bool EnglishReader::following_date(std::size_t at) const {
  while (is(at, WordKind::glue)) ++at;
  return following_year(at) || is(at, WordKind::direction) || is(at, WordKind::length, Unit::year);
}

bool EnglishReader::is_before_or_after(std::size_t at) const {
  return word(at).ends_with("before") || word(at).ends_with("after");
}

/// Is the token one of a list or range of dates in digits: 11/20, 11/22 or 11/25?
bool EnglishReader::word_in_date(std::size_t at) const {
  if (at == 0) return false;
  const std::size_t before = is(at - 1, WordKind::both) && at > 1 ? at - 2 : at - 1;
  return is(before, WordKind::ymd) || is(before, WordKind::direction) || is(before, WordKind::range);
}

/// A year, a time of day or the other end of a range behind it makes 4/25 a day.
bool EnglishReader::date_behind(std::size_t at) const {
  if (number(at)) return run_[at].digits == 4 || is(at + 1, WordKind::am);
  return is(at, WordKind::clock_digits) || (is(at, WordKind::range) && is(at + 1, WordKind::ymd)) || glue(at, 2);
}

/// "the third quarter of the year", Q1-2019: the year behind a part of it.
std::size_t EnglishReader::of_year(std::size_t at, EnglishFields& f) const {
  if (f.year || f.base) return at;
  if (is(at, WordKind::range) && adjacent(at) && adjacent(at + 1) && number(at + 1) && run_[at + 1].digits == 4) {
    f.year = run_[at + 1].value;
    return at + 2;
  }
  std::size_t i = at;
  while (is(i, WordKind::glue)) ++i;
  if (i < at + 2 || !is(i, WordKind::length, Unit::year) || number(i + 1)) return at;
  f.base = Operation{Step::deictic, Unit::year, 0, 0, 0};
  return i + 1;
}

/// Friday after next, the weekend after next: the second to come
std::size_t EnglishReader::after_next(std::size_t at, EnglishFields& f) const {
  if (f.has_date() || !is(at + 1, WordKind::bound, static_cast<int>(Bound::after)) ||
      !direction(at + 2, Direction::following) || !ends_clause(run_[at + 2].end))
    return at;
  const bool weekday = is(at, WordKind::weekday);
  f.base = Operation{Step::deictic, Unit::day, 0, 0, 0};
  f.after = Operation{Step::next, weekday ? Unit::day : Unit::weekend, 2, weekday ? run_[at].value : 0, 0};
  return at + 3;
}

/// A feast of several days (Ramadan, Hanukkah) is all of them.
Operation EnglishReader::holiday(std::int32_t index) const {
  const bool several = vocabulary_.holidays()[static_cast<std::size_t>(index)].days_after > 0;
  return {Step::holiday, Unit::day, index, several ? 1 : 0, 1};
}

/// A date, or "the month", "the year" in which publication lies.
std::size_t EnglishReader::moment_or_unit(std::size_t at, EnglishFields& f) {
  const std::size_t next = moment(at, f, true);
  if (next != at) return next;
  std::size_t i = at;
  while (is(i, WordKind::glue)) ++i;
  return is(i, WordKind::length) && run_[i].unit >= Unit::week ? bare_unit(i, f) : at;
}

/// "the month", "the year" after end of …
std::size_t EnglishReader::bare_unit(std::size_t at, EnglishFields& f) const {
  f.base = Operation{Step::deictic, run_[at].unit, 0, 0, 0};
  return at + 1;
}

/// last / this / next with a unit, weekday, month, day, season, holiday.
std::size_t EnglishReader::directed(std::size_t at, EnglishFields& f) {
  const auto said = static_cast<Direction>(run_[at].value);
  const std::size_t i = at + 1;
  if (i >= run_.size()) return at;
  const Direction way = said == Direction::previous ? Direction::past : said;
  const int offset = way == Direction::past ? -1 : way == Direction::present ? 0 : 1;
  Length amount;
  if (const std::size_t next = length(i, amount);
      next != 0 && way != Direction::present && !(number(i) && run_[i].weak)) {
    if (f.has_date()) return at;
    f.shifts[0] = Operation{offset < 0 ? Step::span_back : Step::span_ahead, amount.unit, amount.count, 0, 0};
    f.approximate = amount.some;
    return next;
  }
  // "last Friday of October", "the last week of May": from the end of what follows.
  if ((is(i, WordKind::weekday) || is(i, WordKind::length) || is(i, WordKind::weekend)) && offset < 0 &&
      (glue(i + 1, 1) || is(i + 1, WordKind::in)) && !f.has_date()) {
    EnglishFields inner;
    const std::size_t next = moment_or_unit(i + 2, inner);
    if (next > i + 2 && inner.has_date() && !inner.has_time()) {
      const bool weekday = is(i, WordKind::weekday);
      if (run_[i].unit == Unit::quarter)
        inner.cycle = Operation{Step::quarter, Unit::quarter, 4, 0, 0};
      else
        inner.nth = Operation{Step::nth, weekday ? Unit::day : run_[i].unit, -1, weekday ? run_[i].value : 0, 0};
      f = inner;
      return next;
    }
  }
  switch (run_[i].kind) {
    case WordKind::length:
      if (run_[i].unit < Unit::day && run_[i].unit != Unit::none && offset > 0 && !is_plural(i) && !f.has_date()) {
        f.shifts[0] = Operation{Step::within, run_[i].unit, 1, 0, 0};  // in the next hour
        return i + 1;
      }
      // "the coming weeks" are none in particular.
      if (f.base || run_[i].unit < Unit::day || is_plural(i)) return at;
      if (run_[i].unit == Unit::day && offset <= 0) return at;
      f.base = Operation{Step::deictic, run_[i].unit == Unit::business ? Unit::week : run_[i].unit, offset, 0, 0};
      return i + 1;
    case WordKind::weekend:
      if (f.base) return at;
      f.base = Operation{Step::deictic, Unit::weekend, offset, 0, 0};
      return i + 1;
    case WordKind::weekday:
      if (f.weekday) return at;
      f.weekday = run_[i].value;
      f.direction = said;
      return i + 1;
    case WordKind::word_month:
      if (f.month) return at;
      f.month = run_[i].value;
      f.direction = way;
      return i + 1;
    case WordKind::ymd:
    case WordKind::ordinal: {
      // next 5/12, next 6th of April
      if (f.has_date() || (is(i, WordKind::ymd) && run_[i].value != 0)) return at;
      EnglishFields day;
      const std::size_t next = moment(i, day, true);
      if (next == i || !day.month || !day.day || day.year || day.has_time()) return at;
      f = day;
      f.direction = way;
      return next;
    }
    case WordKind::season:
      if (f.cycle) return at;
      f.cycle = Operation{Step::season, Unit::season, run_[i].value, 0, 0};
      f.direction = way == Direction::following ? Direction::future : way;
      return i + 1;
    case WordKind::holiday:
      if (f.cycle) return at;
      f.cycle = holiday(run_[i].value);
      f.direction = way == Direction::present ? Direction::none : way;
      return is(i + 1, WordKind::weekend) ? element(i + 1, f, false, true) : i + 1;
    case WordKind::quarter_name:
      if (f.cycle) return at;
      f.cycle = Operation{Step::quarter, Unit::quarter, run_[i].value, 0, 0};
      f.direction = way;
      return i + 1;
    case WordKind::day_part:
      if (f.day_part) return at;
      if (!f.base && !f.weekday) f.base = Operation{Step::deictic, Unit::day, offset, 0, 0};
      f.day_part = run_[i].value;
      return i + 1;
    default:
      return at;
  }
}

}  // namespace timeline::temporal
