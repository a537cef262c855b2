#include "temporal/candidate_traits.hpp"

#include "temporal/grammar.hpp"

namespace timeline::temporal {

bool is_bare_day(const Candidate& candidate) {
  return candidate.second.empty() && candidate.first.direction == Direction::none && candidate.first.count > 0 &&
         candidate.first.steps[0].step == Step::day;
}

bool names_day_only(const Candidate& candidate) {
  return candidate.first.count == 1 && candidate.first.steps[0].step == Step::day && candidate.second.count <= 1;
}

bool is_today(const Candidate& candidate) {
  return candidate.first.count > 0 && candidate.first.steps[0].step == Step::deictic &&
         candidate.first.steps[0].unit == Unit::day;
}

bool is_shift(const Candidate& candidate) {
  return candidate.second.empty() && candidate.first.count > 0 && candidate.first.steps[0].step == Step::shift;
}

bool is_later(const Candidate& candidate) {
  return is_shift(candidate) && candidate.first.steps[0].a > 0;
}

bool is_anaphoric_day(const Candidate& candidate) {
  return candidate.second.empty() && candidate.first.count == 1 && candidate.first.steps[0].step == Step::anaphor &&
         (candidate.first.steps[0].unit == Unit::day || candidate.first.steps[0].unit == Unit::business);
}

bool is_day_beside(const Candidate& candidate) {
  if (!is_anaphoric_day(candidate)) return false;
  const Operation& step = candidate.first.steps[0];
  return step.b == 2 || (step.b == 1 && step.a != 0);
}

bool needs_tense(const Candidate& candidate) {
  if (candidate.kind == model::TimeKind::time || candidate.rule == kWithin || candidate.only_ahead) return true;
  if (candidate.first.count == 0 || candidate.first.direction != Direction::none) return false;
  switch (candidate.first.steps[0].step) {
    case Step::month:
    case Step::day:
    case Step::weekday:
    case Step::weekend:
    case Step::quarter:
    case Step::half:
    case Step::season:
    case Step::holiday:
    case Step::lunar:
    case Step::nth:
    case Step::year_part:
      return true;
    case Step::deictic:
      return candidate.first.steps[0].c == 1;
    default:
      return false;
  }
}

bool is_weeks(const Candidate& candidate) {
  return candidate.first.back().unit == Unit::week;
}

bool is_comparison(const Candidate& candidate) {
  if (!candidate.second.empty() || candidate.first.count == 0) return false;
  const Operation& first = candidate.first.steps[0];
  const Operation& last = candidate.first.back();
  return (candidate.first.count == 1 && first.step == Step::anaphor && first.a < 0 && first.unit != Unit::day) ||
         (last.step == Step::same && last.unit != Unit::day);
}

}  // namespace timeline::temporal
