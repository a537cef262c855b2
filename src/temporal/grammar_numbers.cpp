#include "temporal/grammar_reader.hpp"

namespace timeline::temporal {

std::size_t KoreanReader::unit_index(std::size_t at) const {
  std::size_t i = at + 1;
  if (is(i, WordKind::number_ordinal) && joined(i)) return 0;
  for (int rounds = 0; rounds < 3; ++rounds) {
    if (is(i, WordKind::unit) && joined(i)) return i;
    // "지난달 19부터 25일까지"
    if (rounds == 0 && is(i, WordKind::bound) && run_[i].value == static_cast<int>(Bound::since) && adjacent(i) &&
        is(i + 1, WordKind::number) && is_unit(i + 2, Unit::day) && joined(i + 1) && joined(i + 2))
      return i + 2;
    if ((is(i, WordKind::range) || is(i, WordKind::list)) && is(i + 1, WordKind::number)) {
      i += 2;
      continue;
    }
    if (goes_on_counting(i)) {
      ++i;
      continue;
    }
    break;
  }
  return 0;
}

bool KoreanReader::goes_on_counting(std::size_t at) const {
  return is(at, WordKind::number) && run_[at].gap == Gap::comma && is(at - 1, WordKind::number) &&
         run_[at - 1].particle < 0 && run_[at - 1].digits > 0 && run_[at].value == run_[at - 1].value + 1;
}

std::size_t KoreanReader::number_step(std::size_t at, Operation& step, int last, const Program& program) {
  const Token& n = run_[at];
  if (is(at + 1, WordKind::number_ordinal) && joined(at + 1)) {
    const std::size_t next = ordinal_target(at + 2, n.value, step);
    return last == 0 && next != 0 ? ordinal_alone(at, next, step) : next;
  }
  const std::size_t u = unit_index(at);
  if (u == 0) return 0;
  const Token& unit = run_[u];
  const bool shared = u != at + 1;  // the unit stands after the range
  if (shared && u == at + 3 && unit.unit == Unit::day && last < fineness(Unit::month) && n.value >= 1 &&
      n.value <= 12 && run_[at + 2].value <= 31 && text_[run_[at + 1].begin] == '/') {  // 12/25일
    step = {Step::month, Unit::month, n.value, 0, 0};
    return at + 2;
  }
  if (!shared && !joined(u)) return 0;
  // 삼분기, but not 임신 제1삼분기.
  const bool ends_range = at > 1 && unit.unit == Unit::day && is_unit(at - 2, Unit::day) && run_[at - 2].particle < 0 &&
                          (is(at - 1, WordKind::range) || is(at - 1, WordKind::bound));  // 사일부터 팔일까지
  if (n.weak && last == 0 && !ends_range && unit.unit != Unit::month && (unit.unit != Unit::quarter || adjacent(at)))
    return 0;
  if (n.native && unit.unit != Unit::hour) return 0;
  switch (unit.unit) {
    case Unit::year:
      if (last >= fineness(Unit::year) || n.some) return 0;
      if (unit.value == 0 && !shared && program.direction == Direction::none && is_length_unit(at, u)) return 0;
      if (shared && (n.digits != 4 || is_length_unit(u - 1, u)) &&
          !(n.digits == 2 && run_[u - 1].digits == 2 && n.value >= 60))
        return 0;
      step = {n.digits > 2 || n.digits == 0 ? Step::year : Step::short_year, Unit::year, n.value,
              is_born(u + 1) ? 1 : 0, 0};
      if (n.value > 3000 || n.digits == 1 ||
          (program.direction != Direction::none && n.digits == 2 && n.value < 50 && !n.apostrophe))
        return 0;
      break;
    case Unit::month:
      // "2015년 32월" is nothing, and not the year.
      if (n.value < 1 || n.some || (n.value > 12 && (last != fineness(Unit::year) || n.digits != 2))) return 0;
      step = {Step::month, Unit::month, n.value, 0, 0};
      break;
    case Unit::day:
      if (n.value < 1 || n.value > 31 || n.some || n.digits > 2) return 0;
      if (last != fineness(Unit::month) && !shared && program.direction == Direction::none && is_length_unit(at, u))
        return 0;
      if (shared && is_length_unit(u - 1, u)) return 0;
      step = {Step::day, Unit::day, n.value, 0, 0};
      break;
    case Unit::quarter:
      if (n.value < 1 || n.value > 4) return 0;
      step = {Step::quarter, Unit::quarter, n.value, 0, 0};
      break;
    case Unit::decade:
      if (n.value % 10 != 0 || n.value >= 3000 || (n.digits != 2 && n.digits != 0 && n.value < 100)) return 0;
      step = {Step::decade, Unit::decade, n.value < 100 ? (n.value < 30 ? 2000 : 1900) + n.value : n.value, 0, 0};
      break;
    case Unit::week:  // "3월 2주차"
      if (last == 0) return 0;
      step = {Step::nth, Unit::week, n.value, 0, 0};
      break;
    default:
      return 0;
  }
  if (shared) {
    open_range_ = true;
    return at + 1;
  }
  return u + 1;
}

std::size_t KoreanReader::ordinal(std::size_t at, Operation& step) const {
  return ordinal_target(at + 1, run_[at].value, step);
}

std::size_t KoreanReader::ordinal_target(std::size_t at, std::int32_t n, Operation& step) const {
  if (at >= run_.size() || !joined(at)) return 0;
  const Token& t = run_[at];
  switch (t.kind) {
    case WordKind::weekday:
      step = {Step::nth, Unit::day, n, t.value, 0};
      return at + 1;
    case WordKind::length:
      if (t.unit != Unit::week && t.unit != Unit::month && t.unit != Unit::business) return 0;
      step = {Step::nth, t.unit, n, 0, 0};
      return at + 1;
    case WordKind::weekend:
    case WordKind::weekday_group:
      step = {Step::nth, t.unit, n, 0, 0};
      return at + 1;
    case WordKind::unit:
      if (t.unit != Unit::day) return 0;
      step = {Step::nth, Unit::day, n, 0, 0};
      return at + 1;
    default:
      return 0;
  }
}

std::size_t KoreanReader::ordinal_alone(std::size_t at, std::size_t next, Operation& step) const {
  if (in_set_) return next;
  // The first and the last of something are most often not those of a month.
  if (step.a < 2 || step.a > 5 || (at > 0 && joined(at))) return 0;
  if (step.unit == Unit::day && step.b > 0) return next;
  if (step.unit != Unit::week || !is(next, WordKind::weekday) || !joined(next)) return 0;
  step = {Step::nth, Unit::day, step.a, run_[next].value, 0};
  return next + 1;
}

std::size_t KoreanReader::lunar(std::size_t at, Operation& step) const {
  if (!is(at + 1, WordKind::number) || !joined(at + 1) || !is_unit(at + 2, Unit::month)) return 0;
  step = {Step::lunar, Unit::month, run_[at + 1].value, 0, run_[at].value};
  if (joined(at + 3) && is(at + 3, WordKind::number) && is_unit(at + 4, Unit::day)) {
    step.b = run_[at + 3].value;
    step.unit = Unit::day;
    return at + 5;
  }
  return at + 3;
}

std::size_t KoreanReader::era(std::size_t at, Operation& step, int last) const {
  if (last != 0 || !is(at + 1, WordKind::number) || !joined(at + 1)) return 0;
  const std::int32_t n = run_[at + 1].value;
  if (n < 1 || n > 9000) return 0;
  if (is(at + 2, WordKind::length) && run_[at + 2].unit == Unit::century) {
    step = {Step::century, Unit::century, run_[at].value == -1 ? -n : n, 0, 0};
    return at + 3;
  }
  if (!is_unit(at + 2, Unit::year)) return 0;
  step = {Step::year, Unit::year, run_[at].value == -1 ? 1 - n : n + run_[at].value, 0, 0};
  return at + 3;
}

}  // namespace timeline::temporal
