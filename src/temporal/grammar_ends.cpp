#include "temporal/grammar_reader.hpp"

namespace timeline::temporal {

using lexicon::ParticleKind;
using model::TimeKind;

std::size_t KoreanReader::finish_date(Candidate& made, std::size_t next, bool vague) {
  if (!open_range_ && !vague && next < run_.size()) {
    const std::size_t end = chain(next, made.first);
    if (end != next) {
      made.rule = "chain";
      next = end;
    }
  }
  // "9월 한 달간", "올 한 해": the same unit once more.
  if (joined(next) && !made.first.empty()) {
    Length again;
    const std::size_t end = length(next, again);
    if (end != 0 && again.count == 1 && !again.half && again.more_unit == Unit::none &&
        again.unit == made.first.back().unit && (again.unit == Unit::month || again.unit == Unit::year)) {
      std::size_t tail_end = end;
      length_tails(end, tail_end);
      next = tail_end;
    }
  }
  std::size_t span_end = next;
  if (const std::size_t end = range(made, next)) {
    next = span_end = end;
  } else {
    open_range_ = false;
    const std::size_t after = bounds(made, next, span_end);
    next = after;
  }
  emit(made, span_end);
  if (!out_.back().second.empty() || out_.back().kind == TimeKind::vague) return next;
  if (next < run_.size() && run_[next - 1].tail <= run_[next].begin && (joined(next) || run_[next].gap == Gap::comma))
    if (const std::size_t end = time(next, true)) return end;
  return next;
}

std::size_t KoreanReader::bounds(Candidate& made, std::size_t next, std::size_t& span_end) const {
  std::size_t i = next;
  span_end = next;
  while (i < run_.size() && joined(i)) {
    const Token& t = run_[i];
    if (t.kind == WordKind::bound) {
      const auto bound = static_cast<Bound>(t.value);
      if (made.bound != Bound::none) break;
      made.bound = bound;
      ++i;
    } else if (t.kind == WordKind::shift && t.value == static_cast<int>(Bound::before) && made.bound == Bound::none &&
               !made.first.empty() && made.first.back().step == Step::holiday) {
      made.bound = Bound::before;  // 설 연휴 전
      ++i;
    } else if (t.kind == WordKind::approx) {
      made.approximate = true;
      ++i;
    } else if (t.kind == WordKind::suffix && adjacent(i)) {
      ++i;
    } else if (t.kind == WordKind::tail && t.value == 1 && !adjacent(i)) {
      ++i;
      span_end = i;
    } else {
      break;
    }
  }
  return i;
}

std::size_t KoreanReader::range(Candidate& made, std::size_t next) {
  std::size_t right = 0;
  bool needs_end = false, since = false;
  const Token& before = run_[next - 1];
  if (before.kind == WordKind::weekday && before.extra != 0 && made.first.back().step == Step::weekday) {
    open_range_ = false;
    // 월~금요일 and 화·목요일 without a week are those of every week.
    constexpr int kWorkingWeek = 4;
    const bool alone = made.first.count == 1 && made.first.direction == Direction::none;
    if (alone && (before.extra == kScattered || before.value - before.extra >= kWorkingWeek)) {
      made.kind = TimeKind::set;
      made.rule = "set";
      made.length = {1, Unit::week, 0, Unit::none, 0, Unit::none, false, false};
      return next;
    }
    if (before.extra == kScattered) return 0;
    made.second.add({Step::weekday, Unit::day, before.value, 0, 0});  // 월~수요일
    made.rule = "range";
    return next;
  }
  if (next >= run_.size()) return 0;
  const bool counted_on = open_range_ && goes_on_counting(next);
  if (counted_on) {
    right = next;
    while (goes_on_counting(right + 1)) ++right;  // 23, 24, 25일
  } else if (is(next, WordKind::range)) {
    right = next + 1;
  } else if (is(next, WordKind::list) && adjacent(next) && open_range_) {
    right = next + 1;
  } else if (is(next, WordKind::bound) && run_[next].value == static_cast<int>(Bound::since) &&
             run_[next].particle < 0) {
    right = next + 1;
    since = true;
  } else if (before.has_particle(ParticleKind::in)) {
    right = next;
    since = true;
  } else if (before.has_particle(ParticleKind::with)) {
    right = next;
    needs_end = true;
  }
  if (right == 0 || right >= run_.size() || (run_[right].gap == Gap::comma && !counted_on)) return 0;
  open_range_ = false;
  Program second;
  std::size_t end = right;
  if ((is(right, WordKind::part) || is(right, WordKind::month_part)) && made.first.has(Step::part)) {
    second.add({Step::part, Unit::none, run_[right].value, 0, 0});
    ++end;
  } else {
    end = century(right, second);
    if (end == right) end = steps(right, second, false);
  }
  if (end == right) return 0;
  if (open_range_) {
    open_range_ = false;
    return 0;
  }
  const bool until = is(end, WordKind::bound) && run_[end].value == static_cast<int>(Bound::until) && joined(end);
  const bool between = is(end, WordKind::between) && joined(end);
  if (needs_end && !between) return 0;
  if (since && !until && !between && (before.has_particle(ParticleKind::in) || run_[end - 1].tail != text_.size()))
    return 0;
  made.second = second;
  made.rule = "range";
  if (between) {
    // "설날과 추석 사이의 첫 금요일"
    Program picked = second;
    if (const std::size_t after = chain(end + 1, picked); after > end + 1) {
      for (std::uint8_t i = second.count; i < picked.count; ++i) made.inside.add(picked.steps[i]);
      return after;
    }
  }
  return end;  // 까지 and 사이 stay outside the span, as particles do
}

}  // namespace timeline::temporal
