#include "temporal/grammar_reader.hpp"

namespace timeline::temporal {

using lexicon::ParticleKind;
using model::TimeKind;

std::size_t KoreanReader::clock(std::size_t at, Program& program, bool after_day_part) const {
  std::size_t i = at;
  bool part = after_day_part;
  if (!is(i, WordKind::day_part) && !is(i, WordKind::clock) && !is(i, WordKind::number) &&
      !is(i, WordKind::clock_digits) && !is(i, WordKind::day_and_part))
    return at;
  if (is(i, WordKind::day_and_part)) {
    program.add({Step::deictic, Unit::day, run_[i].value, 0, 0});
    program.add({Step::day_part, Unit::hour, run_[i].extra, 0, 0});
    part = true;
    ++i;
  }
  while (is(i, WordKind::day_part) && (i == at || joined(i))) {
    program.add({Step::day_part, Unit::hour, run_[i].value, 0, 0});
    part = true;
    ++i;
  }
  if (i != at && !joined(i)) return i;
  const Token* t = token(i);
  if (t == nullptr) return i;
  if (t->kind == WordKind::clock) {
    program.add({Step::clock, t->unit, t->value, 0, -1});
    return i + 1;
  }
  if (t->kind == WordKind::clock_digits) {
    program.add(
        {Step::clock, t->zero || t->value >= 13 * 60 ? Unit::none : t->unit, t->value / 60, t->value % 60, t->extra});
    return i + 1;
  }
  if (t->kind != WordKind::number || t->weak) return i;
  std::size_t u = i + 1;
  const bool shared =
      (is(u, WordKind::range) || is(u, WordKind::list)) && is(u + 1, WordKind::number) && is_unit(u + 2, Unit::hour);
  if (!shared && !(is_unit(u, Unit::hour) && joined(u))) return i;
  if (t->value > 24 || t->some || t->digits > 2) return i;
  Operation hour{Step::clock, Unit::hour, t->value, 0, -1};
  if (t->zero || t->value == 0 || t->value > 12) hour.unit = Unit::none;  // 0시 begins the day
  if (!part && at > 0 && is(at - 1, WordKind::hour_hint) && joined(at) && t->value < 12) {
    hour.a += 12;
    hour.unit = Unit::none;
  }
  if (shared) {
    program.add(hour);
    return i + 1;
  }
  ++u;
  if (is(u, WordKind::half_more) && joined(u)) {
    hour.b = 30;
    ++u;
  } else if (is(u, WordKind::number) && joined(u) && is_unit(u + 1, Unit::minute) && run_[u].value < 60 &&
             !run_[u].some) {
    hour.b = run_[u].value;
    u += 2;
    if (is(u, WordKind::number) && joined(u) && is_unit(u + 1, Unit::second) && run_[u].value < 60) {
      hour.c = run_[u].value;
      u += 2;
    }
  } else if (bare_minutes(u)) {
    hour.b = run_[u].value;
    ++u;
  }
  program.add(hour);
  return u;
}

bool KoreanReader::bare_minutes(std::size_t at) const {
  return is(at, WordKind::number) && joined(at) && run_[at].digits == 2 && run_[at].value < 60 && !run_[at].some &&
         at + 1 == run_.size() && run_[at].particle < 0 &&
         (run_[at].end == text_.size() || text_[run_[at].end] == '.' || text_[run_[at].end] == ',');
}

void KoreanReader::take_over_part(std::size_t at, Program& program) const {
  if (at == 0 || out_.empty() || program.count != 1 || program.steps[0].step != Step::clock) return;
  const bool listed = is(at - 1, WordKind::list) || run_[at - 1].has_particle(ParticleKind::with);
  const Program& before = out_.back().first;
  if (!listed || out_.back().kind != TimeKind::time || !out_.back().second.empty() || before.count != 2 ||
      before.steps[0].step != Step::day_part || before.steps[1].step != Step::clock)
    return;
  const auto minutes = [](const Operation& clock) { return clock.a % 12 * 60 + clock.b; };
  if (program.steps[0].a > 12 || minutes(program.steps[0]) <= minutes(before.steps[1])) return;
  program.steps[1] = program.steps[0];
  program.steps[0] = before.steps[0];
  program.count = 2;
}

std::size_t KoreanReader::time_range(Candidate& made, std::size_t at) {
  enum class Wanted { nothing, until_or_between, between };
  std::size_t right = at;
  Wanted wanted = Wanted::nothing;
  const bool marked = is(at, WordKind::range);
  if (marked || (is(at, WordKind::bound) && run_[at].value == static_cast<int>(Bound::since)))
    right = at + 1;
  else if (run_[at - 1].has_particle(ParticleKind::in))
    wanted = Wanted::until_or_between;
  else if (run_[at - 1].has_particle(ParticleKind::with))
    wanted = Wanted::between;
  else
    return 0;
  if (right >= run_.size()) return 0;
  Program second;
  const std::size_t inner = steps(right, second, false);
  open_range_ = false;
  const std::size_t end = clock(inner, second, false);
  const bool until = is(end, WordKind::bound) && joined(end);
  const bool between = is(end, WordKind::between) && joined(end);
  if (wanted == Wanted::between ? !between : wanted == Wanted::until_or_between && !until && !between) return 0;
  if (end == inner && (inner == right || !(until || marked))) return 0;  // 오전 10시부터 16일까지
  made.second = second;
  made.rule = "time range";
  made.first.direction = Direction::none;
  if (inner != right && made.time_of_previous && goes_on_from_date()) {
    // "14일 오전 10시부터 16일 오후 5시까지" is one stretch, and not the second half of the 14th.
    const Candidate& date = out_.back();
    Program whole = date.first;
    for (std::uint8_t i = 0; i < made.first.count; ++i) whole.add(made.first.steps[i]);
    made.first = whole;
    made.span.begin = date.span.begin;
    made.time_of_previous = false;
    out_.pop_back();
  }
  emit(made, end);
  return until || between ? end + 1 : end;
}

bool KoreanReader::goes_on_from_date() const {
  return !out_.empty() && out_.back().kind == TimeKind::date && out_.back().bound == Bound::none &&
         out_.back().second.empty() && !out_.back().first.empty();
}

std::size_t KoreanReader::time(std::size_t at, bool after_date) {
  Candidate made = start(at, TimeKind::time, "time");
  std::size_t next = clock(at, made.first, false);
  if (next == at || made.first.empty()) return 0;
  const bool latin = static_cast<unsigned char>(text_[run_[at].begin]) < 0x80;
  if (latin && made.first.back().step == Step::day_part) return 0;  // PM is also dust, and a manager
  take_over_part(at, made.first);
  made.time_of_previous = after_date;
  std::size_t span_end = next;
  std::size_t i = next;
  // "네시 십오분 전"
  if (const Token* t = token(i); t != nullptr && t->kind == WordKind::shift && joined(i) &&
                                 made.first.back().step == Step::clock && made.first.back().b > 0 &&
                                 t->value == static_cast<int>(Bound::before) &&
                                 (t->gap == Gap::none || t->particle >= 0 || t->end == text_.size())) {
    Operation& clock_step = made.first.steps[made.first.count - 1U];
    clock_step.a -= 1;
    clock_step.b = 60 - clock_step.b;
    span_end = ++i;
  }
  while (i < run_.size() && joined(i) && (is(i, WordKind::approx) || is(i, WordKind::suffix) || tail(i, 1))) {
    made.approximate |= is(i, WordKind::approx);
    ++i;
  }
  if (const std::size_t end = time_range(made, i)) return end;
  if (is(i, WordKind::bound) && joined(i)) {
    made.bound = static_cast<Bound>(run_[i].value);
    ++i;
  }
  emit(made, span_end);
  return i;
}

}  // namespace timeline::temporal
