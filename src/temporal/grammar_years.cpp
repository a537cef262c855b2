#include "temporal/grammar_reader.hpp"

namespace timeline::temporal {

// Years and centuries that stand in no date, or behind one.

using lexicon::ParticleKind;
using model::TimeKind;

std::size_t KoreanReader::trailing_year(std::size_t at, bool wanted, Program& program) const {
  const bool with_weekday = program.count == 3 && program.steps[2].step == Step::weekday;
  if (!is(at, WordKind::number) || run_[at - 1].particle >= 0 || (program.count != 2 && !with_weekday) ||
      program.direction != Direction::none || program.steps[0].step != Step::month ||
      program.steps[1].step != Step::day)
    return at;
  const Token& year = run_[at];
  const bool named = is_unit(at + 1, Unit::year) && joined(at + 1);
  const Token& last = named ? run_[at + 1] : year;
  const bool ends = last.has_particle(ParticleKind::locative) || last.end == text_.size() || text_[last.end] == '.' ||
                    text_[last.end] == ',' || text_[last.end] == ')';
  if (year.value < 1800 || year.value >= 2100 || (year.digits != 4 && year.digits != 0) || year.some || !ends)
    return at;
  // "9월 21일 1978": a year in front of which the day stands; "3월 5일, 2018년에" may tell of two times.
  const bool whole = last.end == text_.size() && out_.empty();
  if (named ? !wanted && !with_weekday && !whole && year.gap == Gap::comma : year.digits != 4) return at;
  for (std::uint8_t i = program.count; i > 0; --i) program.steps[i] = program.steps[i - 1U];
  program.steps[0] = {Step::year, Unit::year, year.value, 0, 0};
  ++program.count;
  return named ? at + 2 : at + 1;
}

std::size_t KoreanReader::year_alone(std::size_t at) {
  const auto is_year = [&](std::size_t i) {
    return is(i, WordKind::number) && run_[i].digits == 4 && !run_[i].some && run_[i].value >= 1900 &&
           run_[i].value < 2100;
  };
  // 2024-25시즌, 2025시즌
  const auto in_season = [&](std::size_t i) { return is(i + 1, WordKind::season_word) && adjacent(i + 1); };
  if (!is_year(at) || !(run_[at].stands_alone || in_season(at))) return 0;
  Candidate made = start(at, TimeKind::date, "year alone");
  made.first.add({Step::year, Unit::year, run_[at].value, 0, 0});
  std::size_t next = at + 1;
  if (is(next, WordKind::range) && adjacent(next) && is(next + 1, WordKind::number) && adjacent(next + 1)) {
    const Token& second = run_[next + 1];
    if (!(second.stands_alone || in_season(next + 1)) ||
        !(is_year(next + 1) || (second.digits == 2 && second.value == (run_[at].value + 1) % 100)))
      return 0;
    made.second.add({second.digits == 4 ? Step::year : Step::short_year, Unit::year, second.value, 0, 0});
    next += 2;
  }
  if (is(next, WordKind::season_word) && joined(next)) ++next;
  emit(made, next);
  return next;
}

std::size_t KoreanReader::century(std::size_t at, Program& program) {
  if (is(at, WordKind::number) && (is(at + 1, WordKind::range) || is(at + 1, WordKind::list)) && adjacent(at + 1) &&
      is(at + 2, WordKind::number) && adjacent(at + 2) && is(at + 3, WordKind::length) &&
      run_[at + 3].unit == Unit::century) {  // 18~19세기
    program.add({Step::century, Unit::century, run_[at].value, 0, 0});
    open_range_ = true;
    return at + 1;
  }
  if (!is(at, WordKind::number) || !is(at + 1, WordKind::length) || run_[at + 1].unit != Unit::century ||
      !joined(at + 1))
    return at;
  program.add({Step::century, Unit::century, run_[at].value, 0, 0});
  if (is(at + 2, WordKind::part) && joined(at + 2)) {
    program.add({Step::part, Unit::none, run_[at + 2].value, 0, 0});
    return at + 3;
  }
  return at + 2;
}

}  // namespace timeline::temporal
