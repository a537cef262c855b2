#include "temporal/grammar.hpp"

#include <algorithm>

#include "temporal/grammar_reader.hpp"

namespace timeline::temporal {

using lexicon::ParticleKind;
using model::TimeKind;

int fineness(Unit unit) {
  switch (unit) {
    case Unit::century:
      return 1;
    case Unit::decade:
      return 2;
    case Unit::year:
      return 3;
    case Unit::half:
      return 4;
    case Unit::season:
      return 4;
    case Unit::quarter:
      return 5;
    case Unit::month:
      return 6;
    case Unit::week:
      return 7;
    case Unit::weekend:
      return 8;
    case Unit::business:
    case Unit::holiday:
      return 8;
    case Unit::day:
      return 9;
    default:
      return 10;
  }
}

void KoreanReader::read() {
  std::size_t at = 0;
  while (at < run_.size()) {
    const std::size_t next = expression(at);
    at = next > at ? next : at + 1;
  }
}

bool KoreanReader::joined(std::size_t at) const {
  if (at == 0 || at >= run_.size()) return false;
  const Token& before = run_[at - 1];
  return run_[at].gap != Gap::comma && (before.particle < 0 || before.has_particle(ParticleKind::genitive));
}

bool KoreanReader::adjacent(std::size_t at) const {
  return at > 0 && at < run_.size() && run_[at - 1].tail == run_[at].begin;
}

std::size_t KoreanReader::expression(std::size_t at) {
  if (is(at, WordKind::length_hint)) {
    // "준비 기간(20일)" is a length, "방문 기간(29~30일)" names days.
    hinted_ = joined(at + 1) && !(run_[at].value == 1 && is(at + 2, WordKind::range));
    const std::size_t next = hinted_ ? expression(at + 1) : at + 1;
    hinted_ = false;
    return std::max(next, at + 1);
  }
  if (is(at, WordKind::business_basis)) {
    Length amount;
    if (is(at + 1, WordKind::span) || is(at + 1, WordKind::direction)) {  // 영업일 기준 앞으로 나흘
      const std::size_t end = stretch(at + 1);
      if (end != 0 && out_.back().first.back().unit == Unit::day)
        out_.back().first.steps[out_.back().first.count - 1U].unit = Unit::business;
      return end;
    }
    const std::size_t next = length(at + 1, amount);
    if (next == 0 || !is(next, WordKind::shift) || amount.unit != Unit::day) return 0;
    Candidate made = start(at, TimeKind::date, "business days");
    made.first.add({Step::shift, Unit::business,
                    run_[next].value == static_cast<int>(Bound::before) ? -amount.count : amount.count, 0, 0});
    emit(made, next + 1);
    return next + 1;
  }
  if (is(at, WordKind::from)) return counted_from_last(at + 1);
  if (is(at, WordKind::weekday_group)) {  // "평일 오후 6시" is on no one day
    if (!joined(at + 1)) return 0;
    const std::size_t first = out_.size();
    const std::size_t next = time(at + 1, false);
    for (std::size_t i = first; i < out_.size(); ++i) out_[i].first.count = out_[i].second.count = 0;
    return next;
  }
  if (const std::size_t next = ordinal_of_something(at)) return next;
  if (const std::size_t next = set(at)) return next;
  if (const std::size_t next = stretch(at)) return next;
  if (const std::size_t next = length_expression(at)) return next;
  if (const std::size_t next = date(at)) return next;
  if (const std::size_t next = year_alone(at)) return next;
  if (const std::size_t next = time(at, false)) return next;
  if (is(at, WordKind::vague) || is(at, WordKind::span)) {
    Candidate vague = start(at, TimeKind::vague, "vague");
    vague.first.direction = static_cast<Direction>(run_[at].value);
    emit(vague, at + 1);
    return at + 1;
  }
  return 0;
}

std::size_t KoreanReader::counted_from_last(std::size_t at) {
  if (!joined(at)) return 0;
  const std::size_t first = out_.size(), next = length_expression(at);
  if (next == 0 || out_.size() == first) return next;
  Program& program = out_[first].first;
  if (program.count != 1 || program.steps[0].step != Step::shift) return next;
  program.steps[0].c = 1;
  program.steps[1] = program.steps[0];
  const Unit unit = program.steps[1].unit;
  const bool long_unit = unit == Unit::year || unit == Unit::month;
  program.steps[0] = {Step::anaphor, long_unit ? unit : Unit::day, 0, 1, 1};
  program.count = 2;
  return next;
}

std::size_t KoreanReader::ordinal_of_something(std::size_t at) {
  if (!is(at, WordKind::ordinal) || (run_[at].value != 1 && run_[at].value != -1)) return 0;
  Operation step;
  std::size_t next = ordinal(at, step);
  if (next == 0 || (step.unit != Unit::day && step.unit != Unit::week)) return 0;
  if (step.unit == Unit::week && !(is(next, WordKind::weekday) && joined(next))) return 0;
  if (step.unit == Unit::week) ++next;
  if (step.unit == Unit::day && step.b == 0) return 0;
  Candidate made = start(at, TimeKind::date, "ordinal of something");
  emit(made, next);
  return next;
}

Candidate KoreanReader::start(std::size_t at, TimeKind kind, std::string_view rule) const {
  Candidate made;
  made.kind = kind;
  made.rule = rule;
  made.span = {run_[at].begin, run_[at].end};
  return made;
}

void KoreanReader::emit(Candidate& candidate, std::size_t next) {
  candidate.span.end = run_[next - 1].end;
  for (std::size_t i = 0; i < next; ++i)
    if (run_[i].begin >= candidate.span.begin) {
      candidate.local_time |= run_[i].local;
      if (run_[i].zone != INT16_MIN) candidate.zone = run_[i].zone;
    }
  out_.push_back(candidate);
}

std::size_t KoreanReader::set(std::size_t at) {
  const Token* t = token(at);
  if (t == nullptr) return 0;
  if (t->kind == WordKind::set) {
    Candidate made = start(at, TimeKind::set, "set");
    made.length = {t->value, t->unit, 0, Unit::none, 0, Unit::none, false, false};
    std::size_t next = at + 1;
    Program program;
    if (joined(next)) next = set_days(next, program);
    if (next > at + 1) made.first = program;
    emit(made, next);
    return next;
  }
  if (t->kind == WordKind::set_prefix) {
    if (is(at + 1, WordKind::number) && is(at + 2, WordKind::times) && joined(at + 1) && joined(at + 2)) {
      Candidate made = start(at, TimeKind::set, "set");
      made.length = {1, t->unit, 0, Unit::none, 0, Unit::none, false, false};
      emit(made, at + 3);
      return at + 3;
    }
    // "주 5일 근무": on so many days of every week, and not on the 5th.
    if (t->unit == Unit::week && is(at + 1, WordKind::number) && is_unit(at + 2, Unit::day) && joined(at + 1) &&
        joined(at + 2))
      return at + 3;
    return 0;
  }
  // 1일 2회
  if (t->kind == WordKind::number && t->value == 1 && is_unit(at + 1, Unit::day) && is(at + 2, WordKind::number) &&
      is(at + 3, WordKind::times) && joined(at + 1) && joined(at + 2) && joined(at + 3)) {
    Candidate made = start(at, TimeKind::set, "set");
    made.length = {1, Unit::day, 0, Unit::none, 0, Unit::none, false, false};
    emit(made, at + 4);
    return at + 4;
  }
  if ((t->kind == WordKind::weekday || t->kind == WordKind::weekend || t->kind == WordKind::number ||
       t->kind == WordKind::day_part) &&
      std::any_of(run_.begin(), run_.end(), [](const Token& token) { return token.kind == WordKind::each; })) {
    Program program;
    std::size_t next = steps(at, program, false);
    next = std::max(next, clock(next, program, false));  // 토요일 밤마다, 밤마다
    if (next != 0 && is(next, WordKind::each)) {
      Candidate made = start(at, TimeKind::set, "set");
      const Unit unit = t->kind == WordKind::number     ? Unit::year
                        : t->kind == WordKind::day_part ? Unit::day
                                                        : Unit::week;
      made.length = {1, unit, 0, Unit::none, 0, Unit::none, false, false};
      made.first = program;
      emit(made, next + 1);
      return next + 1;
    }
  }
  return 0;
}

std::size_t KoreanReader::set_days(std::size_t at, Program& program) {
  in_set_ = true;
  std::size_t next = at, from = at;
  for (;;) {
    while (is(from, WordKind::ordinal) && is(from + 1, WordKind::list) && is(from + 2, WordKind::ordinal)) from += 2;
    Program more;
    const std::size_t end = steps(from, more, true);
    if (end == from) break;
    if (next == at) program = more;
    next = end;
    const bool listed = is(next, WordKind::list) && adjacent(next);
    if (!listed && !(run_[next - 1].has_particle(ParticleKind::with) && next < run_.size())) break;
    from = listed ? next + 1 : next;
    if (from >= run_.size() || run_[from].gap == Gap::comma) break;
  }
  in_set_ = false;
  return next;
}

void read_korean(std::span<const Token> run, std::string_view text, std::vector<Candidate>& out) {
  KoreanReader(run, text, out).read();
}

}  // namespace timeline::temporal
