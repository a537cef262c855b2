#include "temporal/english_reader.hpp"

namespace timeline::temporal {

using model::TimeKind;

void EnglishReader::read() {
  for (std::size_t at = 0; at < run_.size();) {
    const std::size_t next = expression(at);
    at = next > at ? next : at + 1;
  }
}

void EnglishReader::emit(Candidate& made, std::size_t from, std::size_t next) {
  if (next <= from) return;
  made.span = {run_[from].begin, run_[next - 1].end};
  out_.push_back(made);
}

std::size_t EnglishReader::expression(std::size_t at) {
  if (const std::size_t next = set(at)) return next;
  if (const std::size_t next = range(at)) return next;
  Candidate made;
  made.rule = "date";
  std::size_t i = at;
  // Bounds stand before: since 2019, by Friday, before 5 pm.
  if (is(i, WordKind::bound)) {
    made.bound = static_cast<Bound>(run_[i].value);
    ++i;
  } else if (is(i, WordKind::range) && run_[i].value == 1) {
    made.bound = Bound::until;
    ++i;
  } else if (is(i, WordKind::from)) {
    made.bound = Bound::since;
    ++i;
  }
  const bool bounded = made.bound != Bound::none;
  EnglishFields f;
  const std::size_t next = moment(i, f, bounded || led(i));
  if (next == i || !(f.has_date() || f.has_time())) return duration_or_vague(at);
  std::size_t first = i;
  if (next <= first) return 0;
  while (is(first, WordKind::glue) && first + 1 < next && !is_the(first)) ++first;
  // "Good morning", "we will have lunch": a part of the day alone is no time, unless something leads to it.
  if (!f.has_date() && f.day_part && !f.hour && !bounded && !led(i) && !whole(i)) return next;
  // "next month at 6" is next month: an hour wants a day.
  if (f.has_time() && f.base && f.base->unit >= Unit::week && !f.weekday && !f.day && !f.nth && !f.cycle) {
    f.hour.reset();
    f.day_part.reset();
  }
  made.first = build(f);
  made.kind = f.has_time() ? TimeKind::time : TimeKind::date;
  made.approximate = f.approximate;
  made.zone = f.zone;
  std::size_t end = next;
  if (is(end, WordKind::later_bound)) made.bound = Bound::after, ++end;
  emit(made, first, next);
  return end;
}

bool EnglishReader::led(std::size_t at) const {
  if (at > 0 && (is(at - 1, WordKind::in) || is(at - 1, WordKind::glue) || is(at - 1, WordKind::bound))) return true;
  return is(at, WordKind::in) || is(at, WordKind::glue);
}

std::size_t EnglishReader::duration_or_vague(std::size_t at) {
  if (is(at, WordKind::vague)) {
    Candidate made;
    made.kind = TimeKind::vague;
    made.rule = "vague";
    emit(made, at, at + 1);
    return at + 1;
  }
  if (is(at, WordKind::now)) {
    Candidate made;
    made.kind = TimeKind::vague;
    made.rule = "now";
    emit(made, at, at + 1);
    return at + 1;
  }
  Candidate made;
  made.kind = TimeKind::duration;
  made.rule = "duration";
  std::size_t next = length(at, made.length);
  if (next == 0 && is(at, WordKind::all) && is(at + 1, WordKind::length)) {
    made.length = {1, run_[at + 1].unit, 0, Unit::none, 0, Unit::none, false, false};
    next = at + 2;
  }
  if (next == 0) return 0;
  emit(made, at, next);
  return next;
}

std::size_t EnglishReader::set(std::size_t at) {
  Candidate made;
  made.kind = TimeKind::set;
  made.rule = "set";
  if (is(at, WordKind::set)) {
    made.length = {run_[at].value, run_[at].unit, 0, Unit::none, 0, Unit::none, false, false};
    emit(made, at, at + 1);
    return at + 1;
  }
  if (!is(at, WordKind::set_prefix)) return 0;
  std::size_t i = at + 1;
  int count = run_[at].value;
  if (number(i)) count *= run_[i].value, ++i;
  if (is(i, WordKind::ordinal)) ++i;
  if (is(i, WordKind::length) || is(i, WordKind::weekday) || is(i, WordKind::weekend) || is(i, WordKind::day_part) ||
      is(i, WordKind::word_month) || is(i, WordKind::holiday) || is(i, WordKind::season)) {
    made.length = {count, is(i, WordKind::length) ? run_[i].unit : Unit::week, 0, Unit::none, 0, Unit::none, false,
                   false};
    emit(made, at, i + 1);
    return i + 1;
  }
  return 0;
}

void read_english(const Vocabulary& vocabulary, std::span<const Token> run, std::string_view text,
                  std::vector<Candidate>& out) {
  EnglishReader(vocabulary, run, text, out).read();
}

}  // namespace timeline::temporal
