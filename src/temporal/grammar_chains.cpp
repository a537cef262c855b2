#include "temporal/grammar_reader.hpp"

namespace timeline::temporal {

using lexicon::ParticleKind;

std::size_t KoreanReader::chain(std::size_t at, Program& program) {
  enum class Mode { inside, after, before, begins };
  Mode mode = Mode::inside;
  bool linked = false, over = false;  // over: a clause said that it ended or began
  int ordinal = 0;
  std::size_t i = at, done = at;
  Program made = program;
  // "이번 달 말 직전 평일": counted from the last day, not from the last third.
  const auto end_of_part = [&] {
    if (made.back().step == Step::part && made.back().a == static_cast<int>(Part::end) && !made.full())
      made.add({Step::finish, Unit::day, 0, 0, 0});
  };
  const auto count = [&](Unit unit, int weekday_wanted) {
    const int n = ordinal == 0 ? 1 : ordinal;
    if (mode == Mode::before) end_of_part();
    if (mode == Mode::inside || (mode == Mode::begins && unit == Unit::week))
      made.add({Step::nth, unit, n, weekday_wanted, 0});
    else if (mode == Mode::begins)
      made.add({Step::next, unit, n, weekday_wanted, 1});
    else
      made.add({mode == Mode::before || n < 0 ? Step::previous : Step::next, unit, n < 0 ? -n : n, weekday_wanted,
                unit == Unit::week ? 1 : 0});
    mode = Mode::inside;
    ordinal = 0;
    linked = over = false;
    done = i;
  };
  while (i < run_.size() && !made.full()) {
    const Token& t = run_[i];
    if (t.gap == Gap::comma) break;
    const std::size_t here = i++;
    switch (t.kind) {
      case WordKind::link:
        // 이전은 제외하고: what is left begins with it.
        if (t.value == static_cast<int>(Bound::after) && mode != Mode::begins)
          mode = mode == Mode::before ? Mode::begins : Mode::after;
        if (t.value == static_cast<int>(Bound::since)) {
          if (ordinal != 0) continue;  // 처음 시작되는 달
          mode = Mode::begins;
        }
        if (t.value == static_cast<int>(Bound::before)) mode = Mode::before;
        over = true;
        linked = true;
        continue;
      case WordKind::glue:
        continue;
      case WordKind::bound:
        if (t.value == static_cast<int>(Bound::after))
          mode = mode == Mode::begins ? mode : Mode::after;
        else if (t.value == static_cast<int>(Bound::before))
          mode = Mode::before;
        else if (t.value == static_cast<int>(Bound::until) && is(i, WordKind::link))
          continue;  // 주말까지 지나고
        else if (t.value != static_cast<int>(Bound::since) || !(is(i, WordKind::number) || is(i, WordKind::count)))
          return finish_chain(program, made, at, done);  // 오늘부터 60일 뒤 goes on, 오늘부터 내일까지 is a range
        linked = true;
        continue;
      case WordKind::after_that:
        mode = Mode::after;
        linked = true;
        continue;
      case WordKind::shift:
        // 지난 뒤, 시작 후, 크리스마스 전 마지막 평일
        if (!linked) mode = t.value == static_cast<int>(Bound::before) ? Mode::before : Mode::after;
        linked = true;
        continue;
      case WordKind::first:
      case WordKind::ordinal:
        ordinal = t.value;
        linked = true;
        continue;
      case WordKind::number:
        if (is(i, WordKind::number_ordinal)) {
          ordinal = t.value;
          linked = true;
          ++i;
          continue;
        }
        if (linked && is_unit(i, Unit::week) && joined(i)) {  // 한글날 이후 4주차 월요일
          ordinal = t.value;
          ++i;
          count(Unit::week, 0);
          if (is(i, WordKind::weekday) && joined(i))
            made.add({Step::weekday, Unit::day, run_[i].value, 0, 0}), done = ++i;
          continue;
        }
        break;
      case WordKind::weekday:
        if (!linked && (mode == Mode::inside || made.back().step == Step::holiday)) {
          // "그 전 주에 있는 금요일"
          const bool in_week = made.back().unit == Unit::week && is(here - 1, WordKind::glue);
          if (!in_week && made.back().step != Step::shift &&
              (made.back().step != Step::next || made.back().unit != Unit::week))
            break;
          made.add({Step::weekday, Unit::day, t.value, 0, 0});
          done = i;
          continue;
        }
        count(Unit::day, t.value);
        continue;
      case WordKind::weekday_group:
      case WordKind::weekend: {
        // "평일 중 세 번째 날", "주말 중 가장 늦은 날"
        std::int32_t which = 0;
        if (const std::size_t end = one_among(i, which); end != i) {
          const bool day_of_two = t.unit == Unit::weekend;
          ordinal = day_of_two ? (which < 0 ? -1 : 1) : which;
          i = end;
          count(t.unit, 0);
          if (day_of_two && !made.full()) made.add({which < 0 ? Step::finish : Step::begin, Unit::day, 0, 0, 0});
          continue;
        }
        if (!linked || (ordinal == 0 && mode == Mode::inside)) break;
        count(t.unit, 0);
        continue;
      }
      case WordKind::length:
        if (!linked && is(here - 1, WordKind::glue) && (t.unit == Unit::week || t.unit == Unit::month)) {
          made.add({Step::holding, t.unit, 0, 0, 0});
          done = i;
          if (is(i, WordKind::weekday) && joined(i))
            made.add({Step::weekday, Unit::day, run_[i].value, 0, 0}), done = ++i;
          continue;
        }
        if (!linked || ordinal == 0 ||
            (t.unit != Unit::business && t.unit != Unit::week && (t.unit != Unit::month || mode == Mode::inside)))
          break;
        count(t.unit, 0);
        if (i < run_.size() && run_[i].kind == WordKind::weekday && joined(i)) {
          made.add({Step::weekday, Unit::day, run_[i].value, 0, 0});
          done = ++i;
        }
        continue;
      case WordKind::begin:
      case WordKind::finish:
        if (made.full()) break;
        made.add({t.kind == WordKind::begin ? Step::begin : Step::finish, Unit::day, 0, 0, 0});
        done = i;
        linked = false;
        continue;
      case WordKind::anaphor_last:
        if (t.unit != Unit::day || t.value != 1) break;
        made.add({Step::next, Unit::day, 1, 0, 0});
        mode = Mode::inside;
        done = i;
        continue;
      case WordKind::anaphor_near:
        if (made.back().step == Step::anaphor) break;  // "이날 전날보다" are two
        if (t.value == 0) {                            // 추석 당일
          done = i;
          continue;
        }
        made.add({Step::previous, Unit::day, 1, 0, 0});
        mode = Mode::inside;
        done = i;
        continue;
      case WordKind::week_before:
        end_of_part();
        made.add({Step::previous, t.unit, 1, 0, 0});
        done = i;
        if (i < run_.size() && run_[i].kind == WordKind::weekday)
          made.add({Step::weekday, Unit::day, run_[i].value, 0, 0}), done = ++i;
        mode = Mode::inside;
        continue;
      case WordKind::deictic:
        // 추석 다음 달
        if (t.unit == Unit::month && t.value == 1 && here == at && joined(at) && made.back().step == Step::holiday) {
          made.add({Step::next, Unit::month, 1, 0, 0});
          done = i;
          continue;
        }
        // "광복절 다음 주 월요일": the week after, not the one after publication.
        if (t.unit != Unit::week || t.value != 1 || (here == at && !joined(at))) break;
        if (is(i, WordKind::same_weekday) && joined(i)) {
          made.add({Step::shift, Unit::week, 1, 0, 2});
          done = ++i;
          continue;
        }
        made.add({Step::next, Unit::week, 1, 0, 0});
        done = i;
        if (i < run_.size() && run_[i].kind == WordKind::weekday && joined(i))
          made.add({Step::weekday, Unit::day, run_[i].value, 0, 0}), done = ++i;
        mode = Mode::inside;
        linked = false;
        continue;
      default:
        break;
    }
    // A length with 뒤 or 전: two days later.
    Length amount;
    const bool business = t.kind == WordKind::business_basis;
    const std::size_t unit = length(business ? here + 1 : here, amount);
    if (unit != 0 && amount.count != 0 && !business && is(unit, WordKind::within) && !made.full() &&
        (mode == Mode::begins || run_[here - 1].has_particle(ParticleKind::source) ||
         is(here - 1, WordKind::bound))) {  // 내일로부터 3일 안에
      made.add({Step::shift, amount.unit, amount.count, amount.half ? 1 : 0, 2});
      made.add({Step::within, amount.unit, 0, 0, 0});
      i = unit + 1;
      done = i;
      break;
    }
    if (unit != 0 && amount.count != 0 &&
        (is(unit, WordKind::shift) ||
         (is(unit, WordKind::link) && run_[unit].value == static_cast<int>(Bound::after)))) {
      if (business && amount.unit == Unit::day) amount.unit = Unit::business;
      const bool before = is(unit, WordKind::shift) && run_[unit].value == static_cast<int>(Bound::before);
      if (over && made.count + 1U < Program::kMost)
        made.add({mode == Mode::begins ? Step::begin : Step::finish, Unit::day, 0, 0, 0});
      over = false;
      made.add({Step::shift, amount.unit, before ? -amount.count : amount.count, amount.half ? 1 : 0, 2});
      i = unit + 1;
      mode = is(unit, WordKind::link) ? Mode::after : Mode::inside;
      linked = is(unit, WordKind::link);
      done = i;
      continue;
    }
    break;
  }
  return finish_chain(program, made, at, done);
}

std::size_t KoreanReader::one_among(std::size_t at, std::int32_t& which) const {
  std::size_t i = at;
  if (is(i, WordKind::link) && run_[i].value == static_cast<int>(Bound::none)) ++i;
  if (is(i, WordKind::begin) || is(i, WordKind::finish)) {
    which = run_[i].kind == WordKind::begin ? 1 : -1;
    return i + 1;
  }
  if (i == at) return at;
  if (is(i, WordKind::first) || is(i, WordKind::ordinal)) {
    which = run_[i].value;
    ++i;
  } else if (is(i, WordKind::number) && is(i + 1, WordKind::number_ordinal)) {
    which = run_[i].value;
    i += 2;
  } else {
    return at;
  }
  return is(i, WordKind::glue) ? i + 1 : at;
}

std::size_t KoreanReader::finish_chain(Program& program, Program& made, std::size_t at, std::size_t done) {
  if (done != at) {
    // Steps after the last whole link belong to nothing.
    program = made;
  }
  return done;
}

}  // namespace timeline::temporal
