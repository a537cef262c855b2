#include "temporal/grammar_reader.hpp"

namespace timeline::temporal {

using lexicon::ParticleKind;
using model::TimeKind;

std::size_t KoreanReader::date(std::size_t at) {
  Candidate made = start(at, TimeKind::date, "date");
  open_range_ = false;
  std::size_t next = century(at, made.first);
  const bool leads = leading_weekday(at);
  if (next == at) next = steps(leads ? at + 1 : at, made.first, false);
  if (next == at || made.first.empty()) return 0;
  next = trailing_year(next, leads, made.first);
  return finish_date(made, next, false);
}

bool KoreanReader::leading_weekday(std::size_t at) const {
  if (!is(at, WordKind::weekday) || run_[at].particle >= 0 || !is(at + 1, WordKind::number)) return false;
  if (is_unit(at + 2, Unit::day) && joined(at + 2)) return run_[at + 1].gap == Gap::comma;
  return is_unit(at + 2, Unit::month) && joined(at + 2) && is(at + 3, WordKind::number) && joined(at + 3) &&
         is_unit(at + 4, Unit::day) && joined(at + 4);
}

std::size_t KoreanReader::steps(std::size_t at, Program& program, bool in_set, int coarsest) {
  std::size_t i = at;
  int last = coarsest;
  bool first = true;
  while (i < run_.size()) {
    if (!first && !joined(i) && !comma_weekday(i) && !(last == fineness(Unit::month) && day_in(i))) break;
    if (program.full()) break;
    const Token& t = run_[i];
    std::size_t next = 0;
    Operation step{};
    switch (t.kind) {
      case WordKind::direction: {
        if (!first || in_set || !joined(i + 1)) break;
        const auto direction = static_cast<Direction>(t.value);
        if (last == 0 && is(i + 1, WordKind::weekday_group) && direction != Direction::present) {  // 다음 공휴일
          program.add({Step::deictic, Unit::day, 0, 0, 0});
          program.add({direction == Direction::past ? Step::previous : Step::next, run_[i + 1].unit, 1, 0, 0});
          return i + 2;
        }
        if (last == 0 && is(i + 1, WordKind::month_part)) {  // 다음 월초
          const int months = direction == Direction::past ? -1 : direction == Direction::following ? 1 : 0;
          program.add({Step::deictic, Unit::month, months, 0, 0});
          program.add({Step::part, Unit::none, run_[i + 1].value, 0, 0});
          return i + 2;
        }
        if (t.unit == Unit::week) {  // 지지난 금요일
          if (last != 0 || !is(i + 1, WordKind::weekday)) break;
          program.direction = direction;
          program.add({Step::weekday, Unit::day, run_[i + 1].value, 0, 0});
          program.add({Step::shift, Unit::week, direction == Direction::past ? -1 : 1, 0, 2});
          return i + 2;
        }
        if (!can_follow_direction(i + 1)) break;
        program.direction = direction;
        const std::size_t end = steps(i + 1, program, false, last);
        if (end == i + 1) {
          program.direction = Direction::none;
          return i;
        }
        return end;
      }
      case WordKind::number:
        next = number_step(i, step, last, program);
        break;
      case WordKind::ymd:
        if (t.unit == Unit::quarter || t.unit == Unit::half) {  // 3Q25, 25년 3Q
          if (last > fineness(Unit::year) || (last == fineness(Unit::year) && t.value != 0)) break;
          if (t.value != 0) program.add({Step::year, Unit::year, t.value, 0, 0});
          step = {t.unit == Unit::quarter ? Step::quarter : Step::half, t.unit, t.extra, 0, 0};
          next = i + 1;
          break;
        }
        if (last >= fineness(Unit::year)) break;
        if (t.value != 0) program.add({Step::year, Unit::year, t.value, 0, 0});
        program.add(
            {Step::month, Unit::month, t.extra / 100, t.weekday, t.value == 0 && first && !t.weekday_noted ? 1 : 0});
        if (t.unit == Unit::day) program.add({Step::day, Unit::day, t.extra % 100, 0, 0});
        last = fineness(t.unit);
        ++i;
        first = false;
        continue;
      case WordKind::deictic:
        if ((!first || coarsest != 0) && t.unit == Unit::day && t.value == 0 && last != 0 &&
            last <= fineness(Unit::week)) {  // 작년 오늘, 1년 전 오늘, 다음 주 오늘
          step = {Step::same, Unit::day, 0, 0, 0};
          next = i + 1;
          break;
        }
        if (first && last == 0) {
          // 올 is a prefix (올여름, 올 3월); alone it is a verb.
          if (t.end - t.begin == 3 && !(joined(i + 1) && can_follow_prefix(i + 1) && !run_[i + 1].weak)) break;
          step = {Step::deictic, t.unit, t.value, 0, t.extra};
          next = i + 1;
        }
        break;
      case WordKind::same_period:
        if (last != fineness(Unit::year)) break;
        program.add({Step::same, Unit::none, 0, 0, 0});
        return i + 1;
      case WordKind::anaphor_marked:
        if (t.particle < 0 ? !is(i + 1, WordKind::compared)
                           : !t.has_particle(ParticleKind::than) && !t.has_particle(ParticleKind::locative) &&
                                 !t.has_particle(ParticleKind::genitive) && !t.has_particle(ParticleKind::like))
          break;
        [[fallthrough]];
      case WordKind::anaphor:
      case WordKind::anaphor_last:
      case WordKind::anaphor_near:
        if (t.kind == WordKind::anaphor && t.unit == Unit::week && t.value < 0 && names_city(i)) break;
        if (first && last == 0) {
          const int basis = t.kind == WordKind::anaphor || t.kind == WordKind::anaphor_marked ? 0
                            : t.kind == WordKind::anaphor_last                                ? 1
                                                                                              : 2;
          step = {Step::anaphor, t.unit, t.value, basis, 0};
          next = i + 1;
        } else if (t.unit == Unit::day && t.value == 0 && last != 0 && last < fineness(Unit::day)) {
          step = {Step::same, Unit::day, 0, 0, 0};
          next = i + 1;
        } else if (t.unit == Unit::month && t.value == 0 && last == fineness(Unit::year)) {  // 지난해 같은 달
          step = {Step::same, Unit::month, 0, 0, 0};
          next = i + 1;
        }
        break;
      case WordKind::weekday:
        step = {Step::weekday, Unit::day, t.extra > 0 && !in_set ? t.extra : t.value, 0, 0};
        next = i + 1;
        break;
      case WordKind::weekend:
        if (std::int32_t which = 0;  // 이번 분기 주말 중 가장 늦은 날: see chain()
            !first && last != 0 && last < fineness(Unit::week) && one_among(i + 1, which) != i + 1)
          break;
        step = {Step::weekend, Unit::weekend, 0, 0, 0};
        next = i + 1;
        break;
      case WordKind::half:
        step = {Step::half, Unit::half, t.value, 0, 0};
        next = i + 1;
        break;
      case WordKind::season:
        step = {Step::season, Unit::season, t.value, 0, 0};
        next = i + 1;
        break;
      case WordKind::season_word:
        if (!first && last <= fineness(Unit::year)) {
          ++i;
          continue;
        }
        break;
      case WordKind::holiday:
        if (t.end - t.begin <= 3 && t.particle < 0 && first && program.direction == Direction::none &&
            !is(i + 1, WordKind::holiday_tail) && !is(i + 1, WordKind::anaphor_last) &&
            !is(i + 1, WordKind::anaphor_near) && !whole_text(i))
          break;
        step = {Step::holiday, Unit::day, t.value, 0, 0};
        next = i + 1;
        if (is(next, WordKind::holiday_tail) && joined(next)) {
          step.b = 1;
          ++next;
        }
        break;
      case WordKind::word_month:
        step = {Step::month, Unit::month, t.value, 0, 0};
        next = i + 1;
        break;
      case WordKind::word_lunar_month:
        step = {Step::lunar, Unit::month, t.value, 0, 0};
        next = i + 1;
        break;
      case WordKind::month_day:
        if (first || last != fineness(Unit::month)) break;
        if (t.value > 0 && program.back().step == Step::lunar) {
          Operation& month = program.steps[program.count - 1U];
          month.b = t.value;
          month.unit = Unit::day;
          last = fineness(Unit::day);
          ++i;
          continue;
        }
        step = {t.value > 0 ? Step::day : Step::finish, Unit::day, t.value, 0, 0};
        next = i + 1;
        break;
      case WordKind::count:  // 음력 10월 보름
        if (!first && t.unit == Unit::day && t.value == 15 && program.back().step == Step::lunar &&
            program.back().b == 0) {
          Operation& month = program.steps[program.count - 1U];
          month.b = t.value;
          month.unit = Unit::day;
          last = fineness(Unit::day);
          ++i;
          continue;
        }
        break;
      case WordKind::lunar:
        next = lunar(i, step);
        break;
      case WordKind::solar:
        if (first && joined(i + 1)) {
          ++i;
          first = false;
          continue;
        }
        break;
      case WordKind::era:
        next = era(i, step, last);
        break;
      case WordKind::ordinal:
        next = ordinal(i, step);
        if (first && last == 0 && next != 0) next = ordinal_alone(i, next, step);
        break;
      case WordKind::part:
        if (first || last == 0 || last >= fineness(Unit::weekend)) break;  // 31일 초대형
        if (t.value == static_cast<int>(Part::first_half) && last > fineness(Unit::year)) break;
        program.add({Step::part, Unit::none, t.value, 0, 0});
        ++i;
        if (last < fineness(Unit::week)) last = fineness(Unit::week);
        continue;
      case WordKind::year_part:
        if (last >= fineness(Unit::half)) break;
        if (last == 0)
          program.add(t.value < 0 ? Operation{Step::deictic, Unit::year, 0, 0, 0}
                                  : Operation{Step::year_part, Unit::none, t.value, 0, 0});
        else if (t.value >= 0)
          program.add({Step::part, Unit::none, t.value, 0, 0});
        last = fineness(Unit::week);
        ++i;
        first = false;
        continue;
      case WordKind::month_part:
        if (last == 0) program.add({Step::deictic, Unit::month, 0, 0, 0});
        program.add({Step::part, Unit::none, t.value, 0, 0});
        last = fineness(Unit::week);
        ++i;
        first = false;
        continue;
      case WordKind::week_part:
        if (last == 0) program.add({Step::deictic, Unit::week, 0, 0, 0});
        program.add({Step::part, Unit::none, t.value, 0, 0});
        last = fineness(Unit::weekend);
        ++i;
        first = false;
        continue;
      case WordKind::begin:
      case WordKind::finish:
        if (first || last == 0 || last >= fineness(Unit::day)) break;
        step = {t.kind == WordKind::begin ? Step::begin : Step::finish, Unit::day, 0, 0, 0};
        next = i + 1;
        break;
      default:
        break;
    }
    if (next == 0) break;
    const bool day_of_day = step.step == Step::weekday && last == fineness(Unit::day) && !first;
    if (day_of_day && program.count == 1 && program.steps[0].step == Step::day)
      program.steps[0].b = step.a;  // 31일 일요일: the weekday tells which month's
    if (!day_of_day && fineness(step.unit) <= last) break;
    program.add(step);
    last = step.unit == Unit::none ? last : fineness(step.unit);
    i = next;
    first = false;
    if (open_range_) break;  // a unit left out on the left of a range: the right side comes next
  }
  return i;
}

bool KoreanReader::names_city(std::size_t at) const {
  if (run_[at].particle >= 0 || whole_text(at)) return false;
  const std::string_view behind = text_.substr(run_[at].end, 2);  // 전주(13.8%) 대비
  if (behind.size() == 2 && behind[0] == '(' && behind[1] >= '0' && behind[1] <= '9') return false;
  return !(joined(at + 1) && (is(at + 1, WordKind::compared) || is(at + 1, WordKind::weekday) ||
                              is(at + 1, WordKind::weekend) || is(at + 1, WordKind::bound)));
}

bool KoreanReader::whole_text(std::size_t at) const {
  return run_[at].begin == 0 && run_[at].end == text_.size();
}

bool KoreanReader::comma_weekday(std::size_t at) const {
  return run_[at].gap == Gap::comma && run_[at].kind == WordKind::weekday && run_[at - 1].particle < 0;
}

bool KoreanReader::day_in(std::size_t at) const {
  return run_[at].gap != Gap::comma && run_[at - 1].has_particle(ParticleKind::in) && is(at, WordKind::number) &&
         is_unit(at + 1, Unit::day) && is(at + 2, WordKind::bound);
}

bool KoreanReader::can_follow_prefix(std::size_t at) const {
  return can_follow_direction(at) || run_[at].kind == WordKind::part || run_[at].kind == WordKind::year_part ||
         run_[at].kind == WordKind::count;
}

bool KoreanReader::can_follow_direction(std::size_t at) const {
  switch (run_[at].kind) {
    case WordKind::number:
    case WordKind::weekday:
    case WordKind::weekend:
    case WordKind::season:
    case WordKind::season_word:
    case WordKind::holiday:
    case WordKind::half:
    case WordKind::word_month:
    case WordKind::ymd:
    case WordKind::lunar:
      return true;
    case WordKind::year_part:  // 지난 연말
      return run_[at].value >= 0;
    default:
      return false;
  }
}

}  // namespace timeline::temporal
