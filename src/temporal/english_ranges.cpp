#include "temporal/english_reader.hpp"

namespace timeline::temporal {
namespace {

using model::TimeKind;

const Operation kToday{Step::deictic, Unit::day, 0, 0, 0};

/// The halves of the day that one end leaves to the other: 9 to 11am, 11 to 1 pm, 3pm to 5.
void share_half_of_day(EnglishFields& left, EnglishFields& right) {
  if (left.hour && right.hour && left.afternoon < 0 && right.afternoon >= 0 && !left.exact_hour)
    left.afternoon = right.afternoon == 1 && *left.hour % 12 > *right.hour % 12 ? 0 : right.afternoon;
  if (right.hour && right.afternoon < 0 && left.afternoon == 1 && !right.exact_hour && !right.has_date())
    right.afternoon = *right.hour > left.hour.value_or(0) % 12 ? 1 : -1;
}

}  // namespace

bool EnglishReader::separates(std::size_t at, bool between) const {
  return is(at, WordKind::range) || (between && is(at, WordKind::both, kAnd));
}

/// Two times of day: 9:30 - 11:00, from 5 to 6 pm, between 3 and 8 in the morning. `dated`: a day stands beside it.
std::size_t EnglishReader::clock_range(std::size_t at, EnglishFields& left, EnglishFields& right) {
  std::size_t i = at;
  const bool between = is(i, WordKind::between);
  const bool led = between || is(i, WordKind::from);
  if (led) ++i;
  while (is(i, WordKind::glue)) ++i;
  in_range_ = true;
  const std::size_t middle = time_element(i, left, true);
  in_range_ = false;
  if (middle == i || !left.hour || !separates(middle, between)) return at;
  std::size_t start = middle + 1;
  while (is(start, WordKind::glue)) ++start;
  in_range_ = true;
  std::size_t end = time_element(start, right, true);
  in_range_ = false;
  if (end == start || !right.hour) return at;
  if (part_behind(end)) {
    left.day_part = right.day_part = run_[end + 2].value;
    end += 3;
  }
  // "from 5 to 10" may count anything.
  bool sure = left.day_part.has_value();
  for (std::size_t k = i; k < end; ++k)
    sure |= (run_[k].zero && run_[k].digits == 4) ||
            !(number(k) || is(k, WordKind::range) || is(k, WordKind::both) || is(k, WordKind::glue));
  if (!sure && !(led && *left.hour <= 12 && *right.hour <= 12)) return at;
  share_half_of_day(left, right);
  clock_sure_ = sure;
  return end;
}

/// A range of clock times with its day before or behind it: December 15 from 7:00 to 8:00 pm, between 3 and 8
/// yesterday.
std::size_t EnglishReader::timed_range(std::size_t at) {
  EnglishFields date, left, right;
  week_of_ = true;  // the 12th between 7:30 and 9:30
  std::size_t i = moment(at, date, true);
  week_of_ = false;
  if (i != at && (!date.is_day() || date.hour || !(is(i, WordKind::from) || is(i, WordKind::between)))) return 0;
  std::size_t end = clock_range(i, left, right);
  if (end == i) return 0;
  if (i == at) {
    std::size_t place = end;
    while (is(place, WordKind::glue)) ++place;
    EnglishFields behind;
    const std::size_t next = moment(place, behind, true);
    if (next != place && behind.is_day() && !behind.hour) {
      date = behind;
      end = next;
    }
  }
  if (!clock_sure_ && (!date.has_date() || !ends_clause(run_[end - 1].end))) return 0;
  if (date.day_part) right.day_part = date.day_part;
  date.set_time_of(left);
  Candidate made;
  made.rule = "range";
  made.first = build(date);
  made.second = build(right);
  made.kind = TimeKind::time;
  made.zone = date.zone != INT16_MIN ? date.zone : right.zone;
  emit(made, at, end);
  return end;
}

/// "13 to 15 July", "from 2014 to 2018": the left side is a bare number.
std::size_t EnglishReader::bare_range(std::size_t at, bool led, bool between, EnglishFields& left,
                                      EnglishFields& right) {
  const bool bare = (number(at) || is(at, WordKind::ordinal)) && !run_[at].weak;
  if (!bare || !separates(at + 1, between)) return 0;
  const std::size_t start = at + 2;
  const std::size_t end = moment(start, right, true);
  if (end > start && right.day && right.month && run_[at].digits <= 2 && run_[at].value <= 31) {
    left = right;
    left.day = run_[at].value;
    left.weekday.reset();
    left.hour.reset();
    if (*left.day > *right.day) {  // from the 27th to the 3rd of April
      left.month = *right.month == 1 ? 12 : *right.month - 1;
      if (left.year && *right.month == 1) --*left.year;
    }
    return end;
  }
  if (led && number(start) && run_[at].digits == 4 && run_[start].digits == 4 && !run_[at].zero && end <= start + 1) {
    left.year = run_[at].value;
    right = {};
    right.year = run_[start].value;
    return start + 1;
  }
  right = {};
  return 0;
}

/// from X to Y, X - Y, between X and Y; now may be one end.
std::size_t EnglishReader::range(std::size_t at) {
  if (const std::size_t next = timed_range(at)) return next;
  std::size_t i = at;
  // between X and Y, after X but before Y
  const bool after = is(i, WordKind::bound, static_cast<int>(Bound::after));
  const bool between = is(i, WordKind::between) || after;
  const bool from_now = is(i, WordKind::shift, static_cast<int>(Bound::after)) && (word(i)[0] | 0x20) == 'f';
  const bool led = between || from_now || is(i, WordKind::from);
  if (led && !from_now) ++i;
  EnglishFields left, right;
  std::size_t first = i;
  while (is(first, WordKind::glue)) ++first;
  std::size_t end = after ? 0 : bare_range(first, led, between, left, right);
  if (end == 0) {
    std::size_t middle = i;
    if (from_now || (led && is(i, WordKind::now))) {
      left.base = kToday;
      middle = i + 1;
    } else {
      middle = moment(i, left, true);
    }
    if (middle == i || !(left.has_date() || left.has_time())) return 0;
    // "from March to date": the words for now hold the word that separates.
    const bool to_date = is(middle, WordKind::now) && (word(middle)[0] | 0x20) == 't';
    if (!to_date && !separates(middle, between)) return 0;
    if (after && !(is(middle, WordKind::both) && is_before_or_after(middle))) return 0;
    std::size_t start = to_date ? middle : middle + 1;
    while (is(start, WordKind::glue) || is(start, WordKind::in)) ++start;
    right = {};
    if (is(start, WordKind::now) && led && left.hour && !left.has_date()) {
      right.base = Operation{Step::deictic, Unit::minute, 0, 0, 0};
      constexpr int kMorning = 7;
      left.exact_hour |= *left.hour >= kMorning;
      left.base = kToday;
      end = start + 1;
    } else if (is(start, WordKind::now) && left.has_date() && !left.has_time()) {
      right.base = kToday;
      end = start + 1;
    } else {
      end = moment(start, right, true);
    }
    if (end == start) {
      end = bare_end(start, left, right);
      if (end == start) return 0;
    } else if (left.day && right.day && !right.month && !right.base) {
      right.month = left.month;
      if (!right.year) right.year = left.year;
    }
    if (left.month && right.year && !left.year) left.year = right.year, left.short_year = right.short_year;
    share_half_of_day(left, right);
    // "9:30 - 11:00 on Thursday": the date stands on the right.
    if (left.hour && right.hour && right.has_date() && !left.has_date()) {
      EnglishFields date = right, time;
      date.set_time_of(left);
      left = date;
      time.set_time_of(right);
      right = time;
    }
  }
  if (!(right.has_date() || right.has_time())) return 0;
  // "May 22-11:30 AM": the hyphen joins a day and its hour.
  bool hyphen = !led;
  for (std::size_t k = at; k < end; ++k) hyphen &= !is(k, WordKind::range) || (adjacent(k) && adjacent(k + 1));
  if (hyphen && left.is_day() && !left.has_time() && right.hour && !right.has_date()) {
    left.set_time_of(right);
    emit_fields(left, at, end);
    return end;
  }
  // "3pm - this week" are two expressions.
  const bool to_now = right.base && right.base->unit == Unit::minute;
  if (left.hour && !left.has_date() && !right.has_time() && !to_now) return 0;
  const bool clock_shift = right.shifts[0] && right.shifts[0]->unit <= Unit::hour;
  if ((from_now || (led && is(i, WordKind::now))) && (right.hour || clock_shift))
    left.base = Operation{Step::deictic, Unit::minute, 0, 0, 0};
  Candidate made;
  made.rule = "range";
  made.first = build(left);
  made.second = build(right);
  made.kind = left.has_time() ? TimeKind::time : TimeKind::date;
  emit(made, at, end);
  return end;
}

/// July 13-15, July 13 to 15, 2022; 3pm-5: the right side is a bare number.
std::size_t EnglishReader::bare_end(std::size_t at, EnglishFields& left, EnglishFields& right) {
  if (!(number(at) || is(at, WordKind::ordinal)) || run_[at].weak) return at;
  // 2014-15, 1914-18; 2009-10 is a month, and what goes on from a hyphen a telephone number
  constexpr int kLongest = 50;  // years
  if (left.year && !left.month && !left.cycle && adjacent(at) && number(at) && run_[at].digits == 2 &&
      run_[at].value > 12 && at >= 2 && text_[run_[at - 2].begin - (run_[at - 2].begin > 0 ? 1U : 0U)] != '-') {
    const int years = run_[at].value - *left.year % 100;
    if (years < 1 || years > kLongest) return at;
    right.year = *left.year + years;
    return at + 1;
  }
  if (left.day && !left.hour) {
    if (run_[at].value > 31 || run_[at].value < 1) return at;
    right = left;
    right.day = run_[at].value;
    right.weekday.reset();
    if (number(at + 1) && run_[at + 1].digits == 4 && !left.year && left.month && run_[at + 1].value >= 1000) {
      left.year = right.year = run_[at + 1].value;
      return at + 2;
    }
    return at + 1;
  }
  if (left.hour) {
    if (run_[at].value > 24) return at;
    right.hour = run_[at].value;
    right.afternoon = left.afternoon;
    return at + 1;
  }
  return at;
}

}  // namespace timeline::temporal
