#include <array>

#include "temporal/english_reader.hpp"

namespace timeline::temporal {
namespace {

/// last year, this month
bool names_unit_only(const EnglishFields& f) {
  return f.base && f.base->step == Step::deictic && f.base->unit >= Unit::week && !f.weekday && !f.month && !f.day &&
         !f.cycle && !f.nth && !f.part;
}

}  // namespace

bool EnglishReader::may_be_day(std::size_t at) const {
  return (number(at) || is(at, WordKind::ordinal)) && run_[at].digits > 0 && run_[at].digits <= 2 &&
         run_[at].value >= 1 && run_[at].value <= 31 && !run_[at].half;
}

/// ", 12 and 19" behind a day, to the end of the clause or a year
bool EnglishReader::days_go_on(std::size_t at) const {
  while (may_be_day(at)) {
    if (is(at + 1, WordKind::both))
      return may_be_day(at + 2) && (ends_clause(run_[at + 2].end) || following_year(at + 3));
    ++at;
    if (at >= run_.size() || run_[at].gap != Gap::comma) return false;
  }
  return false;
}

/// the 5th, 6th and 7th of June; 5 and 6 June 2024: the month stands behind the last.
std::size_t EnglishReader::days_of_month(std::size_t at) {
  constexpr std::size_t kMost = 8;
  std::array<std::size_t, kMost> days{};
  std::size_t count = 0, i = at;
  bool joined = false;
  while (count < kMost) {
    while (is(i, WordKind::glue) && !glue(i, 1)) ++i;
    if (!may_be_day(i)) return 0;
    days[count++] = i++;
    if (joined) break;
    joined = is(i, WordKind::both);
    if (joined) ++i;
    if (!joined && (i >= run_.size() || run_[i].gap != Gap::comma)) return 0;
  }
  if (count < 2 || !joined) return 0;
  EnglishFields last;
  const std::size_t next = moment(days[count - 1], last, true);
  if (next <= days[count - 1] || !last.day || !last.month || *last.day != run_[days[count - 1]].value ||
      last.has_time() || last.weekday)
    return 0;
  for (std::size_t k = 0; k + 1 < count; ++k) {
    EnglishFields day = last;
    day.day = run_[days[k]].value;
    emit_fields(day, days[k], days[k] + 1);
  }
  emit_fields(last, days[count - 1], next);
  return next;
}

/// A weekday without its week, a month or quarter without its year: what stands behind the next may be theirs too.
bool EnglishReader::lacks_what_may_follow(const EnglishFields& f) {
  if (f.base || f.year || f.has_time() || f.direction != Direction::none || f.shifts[0] || f.part || f.nth || f.after)
    return false;
  const bool cycle = f.cycle && (f.cycle->step == Step::quarter || f.cycle->step == Step::half);
  return (f.weekday && !f.day && !f.month) || f.month || cycle;
}

/// "Tuesday or Wednesday of next week", "May and June 2024", "Q1 and Q2 2024"
void EnglishReader::share_with_previous(std::size_t previous) {
  if (listed_->has_time()) return;
  EnglishFields both = *previous_;
  if (previous_->weekday && !previous_->month) {
    if (!listed_->weekday || !listed_->base || listed_->base->unit != Unit::week) return;
    both.base = listed_->base;
  } else {
    const bool alike = previous_->month.has_value() == listed_->month.has_value() &&
                       previous_->cycle.has_value() == listed_->cycle.has_value();
    if (!alike || !listed_->year) return;
    both.year = listed_->year;
    both.short_year = listed_->short_year;
  }
  out_[previous].first = build(both);
}

/// More of what was named last: July 17th, 18th or 19th; next week Monday or Tuesday; in 2015, 2016 and 2017.
std::size_t EnglishReader::list_more(std::size_t at, EnglishFields& f) {
  std::size_t i = at;
  const bool joined = is(i, WordKind::both);
  if (joined) ++i;
  // "next week on Tuesday Wednesday or Thursday"
  const bool days_of_week = f.weekday && f.base && f.base->unit == Unit::week && is(i, WordKind::weekday);
  if (i >= run_.size() || !(joined || days_of_week || run_[i].gap == Gap::comma) || f.has_time()) return at;
  while (is(i, WordKind::glue) && !glue(i, 1)) ++i;
  if (i >= run_.size()) return at;
  const Token& t = run_[i];
  const bool day_of_month = f.day && f.month && !f.weekday;
  if (t.kind == WordKind::ordinal && day_of_month && t.value <= 31 && !is(i + 1, WordKind::length) &&
      !is(i + 1, WordKind::weekday) && !is(i + 1, WordKind::word_month)) {
    f.day = t.value;
  } else if (t.kind == WordKind::weekday && f.weekday && !f.day &&
             ((f.base && f.base->unit == Unit::week) || (joined && f.direction != Direction::none))) {
    f.weekday = t.value;
  } else if (t.kind == WordKind::number && !joined && day_of_month && days_go_on(i)) {
    f.day = t.value;
  } else if (t.kind == WordKind::number && joined && day_of_month && t.digits > 0 && t.digits <= 2 && t.value >= 1 &&
             t.value <= 31 && (ends_clause(t.end) || following_year(i + 1)) && !is(i + 1, WordKind::word_month)) {
    f.day = t.value;
    if (number(i + 1) && run_[i + 1].digits == 4) {
      // "May 3 and 4, 2026": the year is that of both.
      if (!f.year && !out_.empty()) {
        const EnglishFields last = f;
        f = *last_;
        f.year = run_[i + 1].value;
        out_.back().first = build(f);
        f = last;
      }
      f.year = run_[i + 1].value;
      emit_fields(f, i, i + 2);
      return i + 2;
    }
  } else if (t.kind == WordKind::number && t.digits == 4 && t.value >= 1900 && t.value < 2100 && f.year && !f.month &&
             !f.cycle && !f.nth && !f.part && !is(i + 1, WordKind::length) &&
             (ends_clause(t.end) || is(i + 1, WordKind::both) || (joined && t.value % 10 != 0))) {
    f.year = t.value;
  } else if (t.kind == WordKind::direction && joined && names_unit_only(f) && i + 1 == run_.size() &&
             t.value != static_cast<int>(Direction::present)) {
    f.base->a = is_past(i) ? -1 : 1;  // this year or next
  } else {
    return at;
  }
  emit_fields(f, i, i + 1);
  return i + 1;
}

}  // namespace timeline::temporal
