#include "temporal/english_reader.hpp"

namespace timeline::temporal {
namespace {

constexpr int kFirstDecade = 1900;  // "the 1700s" are a hundred years, "the 1900s" and "the 2000s" may be ten

}  // namespace

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
    if (f.only_ahead && !is(i, WordKind::clock_digits) && !is(i, WordKind::clock) && !(number(i) && at_word) &&
        !(f.hour && is(i, WordKind::day_part)))
      break;
    // "nearly 20 years ago, in 2006": the year says it again
    const bool ago = f.shifts[0] && f.shifts[0]->step == Step::shift && f.shifts[0]->c == 0 && f.shifts[0]->a < 0;
    if (ago && number(i) && run_[i].digits == 4) break;
    const std::size_t next = element(i, f, at_word, led_in || (i > at && !about));
    if (next <= i) break;
    at_word = false;
    i = done = next;
  }
  if (about && done != at && !f.has_time()) f.approximate = true;
  return done;
}

/// The date that another one is counted in or from: "at 5 pm" behind "the first Monday of March" belongs to the Monday.
std::size_t EnglishReader::date(std::size_t at, EnglishFields& f) {
  const bool before = date_only_;
  date_only_ = true;
  const std::size_t next = moment(at, f, true);
  date_only_ = before;
  return next;
}

std::size_t EnglishReader::date_or_unit(std::size_t at, EnglishFields& f) {
  const std::size_t next = date(at, f);
  return next != at ? next : moment_or_unit(at, f);
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
  if (is(at, WordKind::length, Unit::quarter) && !is_plural(at) && number(at + 1) && run_[at + 1].digits == 1 &&
      run_[at + 1].value >= 1 && run_[at + 1].value <= 4 && following_year(at + 2) && !f.cycle) {  // quarter 3 2016
    f.cycle = Operation{Step::quarter, Unit::quarter, run_[at + 1].value, 0, 0};
    return at + 2;
  }
  // the week before Christmas, the month after Easter
  if (is(at, WordKind::length) && run_[at].unit >= Unit::week && at > 0 && is(at - 1, WordKind::glue) &&
      !is_plural(at) && is(at + 1, WordKind::bound) && !f.has_date()) {
    const auto bound = static_cast<Bound>(run_[at + 1].value);
    EnglishFields inner;
    const std::size_t next = date(at + 2, inner);
    if ((bound == Bound::before || bound == Bound::after) && next > at + 2 && inner.is_day() && !inner.after) {
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
  const bool week_only = f.nth && f.nth->unit == Unit::week && !f.weekday;  // "week 10" has no hour
  if (const std::size_t next = week_only ? at : time_element(at, f, at_word); next != at) return next;
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
      // June of that year, May 5 the following year
      if (f.month && !f.base && !f.year && t.kind == WordKind::anaphor && t.unit == Unit::year) {
        f.base = Operation{Step::anaphor, t.unit, t.value, 0, 0};
        return at + 1;
      }
      if (f.base || f.month) return at;
      if (t.kind != WordKind::deictic && is_before_or_after(at)) {
        // the day after Thanksgiving; "the day after the vote" is not known, "the day after." is that of the story
        EnglishFields inner;
        const std::size_t next = f.has_date() ? at + 1 : date(at + 1, inner);
        if (next > at + 1 && inner.is_day() && !inner.shifts[0]) {
          inner.set_time_of(f);
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
      // "reported the third quarter on Tuesday": a day of the week is none of a quarter
      if (f.cycle && f.cycle->step == Step::quarter) return at;
      // "The Sun reported" is a paper
      if (t.tail - t.begin == 3 && at > 0 && glue(at - 1, 0) && is_the(at - 1)) return at;
      // "on a Tuesday" is none in particular; "in a Tuesday statement" is
      if (at > 1 && number(at - 1) && run_[at - 1].weak && is(at - 2, WordKind::glue) && word(at - 2) == "on")
        return at;
      // "Christmas was a Monday."
      if (at > 0 && number(at - 1) && run_[at - 1].weak && ends_clause(t.end) && at + 1 == run_.size()) return at;
      // "the first Sunday in Advent", "the third Monday of the trial": counted in something that is no time
      if (at > 0 && is(at - 1, WordKind::ordinal) && run_[at].gap == Gap::space && !f.has_date()) return at;
      // "he sat", "Sun Microsystems"
      if (run_[at].tail - run_[at].begin <= 3 && !whole(at) && !f.has_date() && !alone(at) &&
          (run_[at].native ? begins_name(run_[at].end) && !is(at + 1, WordKind::word_month)
                           : !day_of_month_behind(at + 1)))
        return at;
      if (const std::size_t next = after_next(at, f); next != at) return next;
      if (the_weekday_beside(at)) return before_or_after(at, f);
      f.weekday = t.value;
      if (is(at + 1, WordKind::from) && is_past(at + 2) && is(at + 3, WordKind::length, Unit::week) && !f.base)
        return directed(at + 2, f);  // Sunday from last week
      return at + 1;
    case WordKind::weekend:
      if (const std::size_t next = after_next(at, f); next != at) return next;
      if (the_weekday_beside(at)) return before_or_after(at, f);
      if (f.cycle && f.cycle->step == Step::holiday && !f.after) {
        f.after = Operation{Step::weekend, Unit::weekend, 0, kAround, 0};  // Labor Day weekend
        return at + 1;
      }
      if (f.cycle || f.base) return at;
      f.cycle = Operation{Step::weekend, Unit::weekend, 0, 0, 0};
      return at + 1;
    case WordKind::word_month:
      if (const std::size_t next = after_next(at, f); next != at) return next;
      return month(at, f, led_in);
    case WordKind::from_end:
      return ordinal(at, f);
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
      // Where nothing else is said, this year's is meant, as of a month.
      if (alone(0) && at + 1 == run_.size() && !f.year && !f.base && f.direction == Direction::none)
        f.direction = Direction::present;
      return of_year(at + 1, f);
    case WordKind::half:
      if (const std::size_t next = half_of_month(at, f); next != at) return next;
      if (f.cycle || !(f.has_date() || following_date(at + 1) || short_year_behind(at + 1))) return at;
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
      // early this morning, late last night
      const bool narrowed = inner.day_part && !inner.hour && !inner.part;
      if (next == i || !inner.has_date() || (inner.has_time() && !narrowed)) return at;
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
      if (t.digits == 4 && t.value % 100 == 0 && t.value < kFirstDecade) {  // the 1800s
        f.century = t.value / 100 + 1;
        return at + 1;
      }
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
  return number(at) && (run_[at].digits == 4 || (run_[at].digits == 2 && run_[at].apostrophe));
}

bool EnglishReader::following_date(std::size_t at) const {
  while (is(at, WordKind::glue)) ++at;
  return following_year(at) || is(at, WordKind::direction) || is(at, WordKind::length, Unit::year);
}

/// "fri, sep 20", "wed 13th": nobody sits before a day of a month.
bool EnglishReader::day_of_month_behind(std::size_t at) const {
  return (is(at, WordKind::word_month) && number(at + 1)) || (is(at, WordKind::ordinal) && run_[at].digits > 0);
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

/// 3Q25, 1H '24
bool EnglishReader::short_year_behind(std::size_t at) const {
  return number(at) && run_[at].digits == 2 && (adjacent(at) || run_[at].apostrophe);
}

/// "the third quarter of the year", Q1-2019: the year behind a part of it.
std::size_t EnglishReader::of_year(std::size_t at, EnglishFields& f) const {
  if (f.year || f.base) return at;
  if (short_year_behind(at)) {
    f.year = run_[at].value;
    f.short_year = true;
    return at + 1;
  }
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

}  // namespace timeline::temporal
