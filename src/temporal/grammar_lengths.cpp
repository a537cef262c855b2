#include "temporal/grammar_reader.hpp"

namespace timeline::temporal {

using lexicon::ParticleKind;
using model::TimeKind;

std::size_t KoreanReader::number_run(std::size_t at) const {
  if (!is(at, WordKind::number)) return 0;
  std::size_t i = at + 1;
  while ((is(i, WordKind::range) || is(i, WordKind::list)) && adjacent(i) && is(i + 1, WordKind::number) &&
         adjacent(i + 1))
    i += 2;
  return i;
}

bool KoreanReader::is_length_unit(std::size_t number, std::size_t unit) const {
  const Token* u = token(unit);
  if (u == nullptr || !(unit == number + 1 ? joined(unit) : true)) return false;
  constexpr std::int32_t kMostWeeks = 200;  // more are shares: 500주, 12만주
  if (u->kind == WordKind::length && u->unit == Unit::week && run_[number].value >= kMostWeeks) return false;
  if (u->kind == WordKind::length)
    return u->unit != Unit::century || run_[number].value > 30 ||
           (joined(unit + 1) &&
            (is(unit + 1, WordKind::shift) || is(unit + 1, WordKind::tail) || is(unit + 1, WordKind::outer)));
  if (u->kind != WordKind::unit) return false;
  const Token& n = run_[number];
  const Token* next = token(unit + 1);
  const bool follows = next != nullptr && joined(unit + 1);
  // "6일이나 이른" counts as "6일 이른" does.
  const bool stressed = next != nullptr && u->has_particle(ParticleKind::choice) && next->kind == WordKind::tail;
  const bool length_follows =
      stressed ||
      (follows && (next->kind == WordKind::outer || next->kind == WordKind::shift || next->kind == WordKind::within ||
                   next->kind == WordKind::half_more || (next->kind == WordKind::tail && next->value != 3) ||
                   (next->kind == WordKind::tail && adjacent(unit + 1))));
  switch (u->unit) {
    case Unit::year:
      if (u->value != 0 || is_born(unit + 1) || ends_years(number)) return false;
      if (u->has_particle(ParticleKind::choice) && n.digits < 4) return true;  // 70년이나 걸렸다
      if (n.digits == 4 && n.value >= 1000 && n.value < 3000 && !n.some)
        return (follows && tail(unit + 1, 1) && adjacent(unit + 1)) ||
               (n.value % 100 == 0 && follows && tail(unit + 1, 5));
      if (length_follows || n.some) return true;
      if (n.apostrophe) return false;
      if (n.weak) return number > 0 && (is(number - 1, WordKind::direction) || is(number - 1, WordKind::span));
      if (n.digits == 0 && n.value >= 1000) return false;
      // "25년 3월" and "97년" name a year; "1년 6개월" and "3년" count.
      if (n.digits == 2 && joined(unit + 1) && names_year_before(unit + 1)) return false;
      if (n.digits == 2 && !hinted_ && (n.value >= 60 || n.zero)) return false;
      if (n.digits == 2 && !hinted_ && u->has_particle(ParticleKind::locative) && !is(unit + 1, WordKind::number))
        return false;
      if (n.digits == 3 && !hinted_ && n.value >= 200 &&
          (u->has_particle(ParticleKind::locative) || run_.size() == unit + 1))
        return false;
      if (n.digits == 2 && run_.size() == 2 && n.begin == 0 && u->end == text_.size()) return false;
      return true;
    case Unit::day:
      if (hinted_ || n.some) return true;
      if (is(unit + 1, WordKind::suffix) && adjacent(unit + 1) && run_[unit + 1].value == kCounted) return true;
      if (length_follows || hours_follow(unit + 1)) return true;
      // 다음 3일 are the three days to come; the third of a month is 오는 3일.
      if (number > 0 && is(number - 1, WordKind::direction) && joined(number) &&
          run_[number - 1].value == static_cast<int>(Direction::following))
        return !u->has_particle(ParticleKind::locative);
      return n.value > 31 || n.value == 0;
    case Unit::minute:
      // 10분의 1 is a tenth.
      return !(u->has_particle(ParticleKind::genitive) && is(unit + 1, WordKind::number) && joined(unit + 1));
    case Unit::second:
      return true;
    case Unit::quarter:  // 두 분기 전
      return n.native && !n.some;
    default:
      return false;
  }
}

bool KoreanReader::ends_years(std::size_t at) const {
  return at > 1 && run_[at].digits == 2 && is(at - 1, WordKind::range) && adjacent(at) && adjacent(at - 1) &&
         is(at - 2, WordKind::number) && run_[at - 2].digits == 4 && run_[at].value > run_[at - 2].value % 100;
}

bool KoreanReader::names_year_before(std::size_t at) const {
  if (is(at, WordKind::half) || (is(at, WordKind::ymd) && run_[at].value == 0)) return true;
  return is(at, WordKind::number) && (is_unit(at + 1, Unit::month) || is_unit(at + 1, Unit::quarter));
}

bool KoreanReader::is_born(std::size_t at) const {
  return is(at, WordKind::suffix) && adjacent(at) && run_[at].value == 6;
}

bool KoreanReader::hours_follow(std::size_t at) const {
  std::size_t i = at;
  while (joined(i) && is(i, WordKind::number) && joined(i + 1) &&
         ((is(i + 1, WordKind::length) && run_[i + 1].unit == Unit::hour) || is_unit(i + 1, Unit::minute) ||
          is_unit(i + 1, Unit::second)))
    i += 2;
  return i != at && joined(i) && (is(i, WordKind::shift) || is(i, WordKind::within));
}

std::size_t KoreanReader::one_length(std::size_t at, std::int32_t& count, Unit& unit, bool& some) const {
  const Token* t = token(at);
  if (t == nullptr) return 0;
  if (t->kind == WordKind::count) {
    count = t->value;
    unit = t->unit;
    some = t->value == 0;
    return at + 1;
  }
  const std::size_t u = number_run(at);
  if (u == 0 || !is_length_unit(u - 1, u)) return 0;
  constexpr std::uint32_t kTwoSyllables = 6;  // 일개월, 이주일 are nothing else; 이주 and 일년 are
  const bool sure = run_[u].kind == WordKind::length && run_[u].end - run_[u].begin >= kTwoSyllables && adjacent(u) &&
                    (run_[u].unit == Unit::month || run_[u].unit == Unit::week);
  if (run_[at].weak && !sure && !strong_context(u + 1, at)) return 0;
  count = run_[u - 1].value;
  if (u - 1 != at) some = true;
  some |= run_[u - 1].some;
  unit = run_[u].unit;
  return u + 1;
}

bool KoreanReader::strong_context(std::size_t next, std::size_t at) const {
  if (at > 0 && (is(at - 1, WordKind::direction) || is(at - 1, WordKind::span))) return true;
  const Token* after = token(next);
  return after != nullptr && joined(next) &&
         (after->kind == WordKind::shift || after->kind == WordKind::within || after->kind == WordKind::tail ||
          after->kind == WordKind::outer);
}

std::size_t KoreanReader::length(std::size_t at, Length& made) const {
  bool some = false;
  std::size_t next = one_length(at, made.count, made.unit, some);
  if (next == 0) return 0;
  made.some = some;
  if (const std::int16_t part = run_[at].kind == WordKind::number ? run_[at].thousandths : std::int16_t{0}; part != 0) {
    made.half = part == 500;
    made.thousandths = made.half ? std::int16_t{0} : part;
    return next;
  }
  Length more;
  for (int rounds = 0; rounds < 3 && joined(next); ++rounds) {
    bool more_some = false;
    const std::size_t at_more = is(next, WordKind::both) && joined(next + 1) ? next + 1 : next;
    std::size_t end = one_length(at_more, more.count, more.unit, more_some);
    if (end == 0 && made.unit == Unit::year && adjacent(next) && is(next, WordKind::number) &&
        is_unit(next + 1, Unit::month) && run_[next].value < 12) {
      more = {run_[next].value, Unit::month, 0, Unit::none, 0, Unit::none, false, false};  // 징역 2년6월
      end = next + 2;
    }
    if (end == 0 ||
        fineness(more.unit) <= fineness(made.unit) - (made.unit == Unit::hour || made.unit == Unit::minute ? 1 : 0))
      break;
    if (made.more_unit == Unit::none) {
      made.more = more.count;
      made.more_unit = more.unit;
    } else if (made.rest_unit == Unit::none && more.unit < made.more_unit) {
      made.rest = more.count;
      made.rest_unit = more.unit;
    }
    next = end;
  }
  if (is(next, WordKind::half_more) && joined(next)) {
    made.half = true;
    ++next;
  }
  return next;
}

void KoreanReader::add_length(Program& program, Step step, const Length& length, int sign) {
  program.add({step, length.unit, sign * length.count, length.half ? 1 : 0, 0});
  if (step != Step::shift) return;
  if (length.more_unit != Unit::none) program.add({step, length.more_unit, sign * length.more, 0, 1});
  if (length.rest_unit != Unit::none) program.add({step, length.rest_unit, sign * length.rest, 0, 1});
}

void KoreanReader::add_within(Program& program, const Length& length) {
  add_length(program, Step::shift, length, 1);
  program.add({Step::within, length.unit, 0, 0, 0});
}

std::size_t KoreanReader::length_tails(std::size_t at, std::size_t& span_end) const {
  std::size_t next = at;
  span_end = at;
  while (joined(next)) {
    const Token& t = run_[next];
    if (t.kind == WordKind::tail) {
      ++next;
      // 여, 이상, 남짓 stand outside the span; 간, 동안 and 째 are part of it.
      if (t.value == 1 || t.value == 2) span_end = next;
    } else if (t.kind == WordKind::approx || t.kind == WordKind::suffix) {
      ++next;
    } else {
      break;
    }
  }
  return next;
}

std::size_t KoreanReader::length_expression(std::size_t at) {
  Candidate made = start(at, TimeKind::duration, "duration");
  std::size_t next = length(at, made.length);
  if (next == 0) return anniversary(at);
  std::size_t span_end = next;
  std::size_t after = length_tails(next, span_end);
  if (joined(after) && is(after, WordKind::shift)) {
    made.kind = TimeKind::date;
    made.rule = "shift";
    const bool vague = made.length.some && made.length.count == 0;
    const int sign = run_[after].value == static_cast<int>(Bound::before) ? -1 : 1;
    made.approximate = made.length.some;
    if (vague)
      made.kind = TimeKind::vague;
    else
      add_length(made.first, Step::shift, made.length, sign);
    const Unit unit = made.length.unit;
    made.length = {};
    std::size_t end = after + 1;
    if (!vague && joined(end)) end = steps(end, made.first, false, fineness(unit));
    return finish_date(made, end, vague);
  }
  if (after == next && joined(after) && is(after, WordKind::within) &&
      !run_[after].has_particle(ParticleKind::subject)) {  // 44년생 내가
    made.rule = kWithin;
    made.kind = made.length.some && made.length.count == 0 ? TimeKind::vague : TimeKind::date;
    if (made.kind == TimeKind::date) add_within(made.first, made.length);
    // "3년 이내" in prose bounds a length; the calendar value is only wanted where the text counts from now.
    made.approximate = made.length.some;
    emit(made, span_end);
    out_.back().length = made.length;
    return after + 1;
  }
  if (joined(next) && is(next, WordKind::each)) {  // 2주마다
    made.kind = TimeKind::set;
    made.rule = "set";
    emit(made, next + 1);
    return next + 1;
  }
  made.for_how_long = joined(next) && tail(next, 1);
  std::size_t end = after;
  if (joined(after) && is(after, WordKind::outer)) end = after + 1;
  if (made.length.some && made.length.count == 0 && end == next) return next;  // 며칠 asks, it does not tell
  emit(made, span_end);
  return end;
}

std::size_t KoreanReader::anniversary(std::size_t at) {
  if (is(at, WordKind::number) && is(at + 1, WordKind::anniversary) && joined(at + 1)) {
    Candidate made = start(at, TimeKind::duration, "anniversary");
    made.length = {run_[at].value, Unit::year, 0, Unit::none, 0, Unit::none, false, false};
    emit(made, at + 2);
    return at + 2;
  }
  if (is(at, WordKind::number) && is(at + 1, WordKind::nights) && joined(at + 1) && is(at + 2, WordKind::number) &&
      joined(at + 2) && is_unit(at + 3, Unit::day)) {
    Candidate made = start(at, TimeKind::duration, "nights");
    made.length = {run_[at + 2].value, Unit::day, 0, Unit::none, 0, Unit::none, false, false};
    emit(made, at + 4);
    return at + 4;
  }
  if (is(at, WordKind::game) && joined(at + 1) && is(at + 1, WordKind::number) && is_unit(at + 2, Unit::minute)) {
    Candidate made = start(at, TimeKind::duration, "game clock");
    made.length = {run_[at + 1].value, Unit::minute, 0, Unit::none, 0, Unit::none, false, false};
    emit(made, at + 3);
    return at + 3;
  }
  return 0;
}

std::size_t KoreanReader::stretch(std::size_t at) {
  const Token* t = token(at);
  if (t == nullptr || (t->kind != WordKind::direction && t->kind != WordKind::span) || t->unit != Unit::none ||
      !joined(at + 1))
    return 0;
  Length amount;
  // 앞으로 2∼3일, but 향후 한일 관계
  hinted_ = t->kind == WordKind::span && t->value == static_cast<int>(Direction::future) && run_[at + 1].digits > 0;
  const std::size_t next = length(at + 1, amount);
  hinted_ = false;
  if (next == 0) return 0;
  const Token& number = run_[at + 1];
  // "지난 96년", "지난 5일": names, not lengths.
  if (number.kind == WordKind::number && is(at + 2, WordKind::unit) && t->kind == WordKind::direction &&
      t->value != static_cast<int>(Direction::following) && run_[at + 2].unit == Unit::day && number.value <= 31 &&
      !length_marked(next))
    return 0;
  std::size_t span_end = next;
  std::size_t after = length_tails(next, span_end);
  if (joined(after) && (is(after, WordKind::shift) || is(after, WordKind::within))) {
    if (is(after, WordKind::shift)) return 0;
  }
  const bool outside = t->kind == WordKind::span;
  Candidate made = start(outside ? at + 1 : at, TimeKind::date, "stretch");
  const auto direction = static_cast<Direction>(t->value);
  if (direction == Direction::present) return 0;
  const Step step = direction == Direction::past ? Step::span_back : Step::span_ahead;
  made.approximate = amount.some;
  if (amount.some && amount.count == 0) return 0;
  constexpr int kMonths = 12;
  if (amount.unit == Unit::year && amount.more_unit == Unit::month)  // 지난 1년 8개월 동안
    amount = {
        kMonths * amount.count + amount.more, Unit::month, 0, Unit::none, 0, Unit::none, amount.half, amount.some};
  else if (amount.unit == Unit::year && amount.half && amount.more_unit == Unit::none)  // 지난 1년 반 동안
    amount = {kMonths * amount.count + kMonths / 2, Unit::month, 0, Unit::none, 0, Unit::none, false, amount.some};
  // 앞으로 5시간, 앞으로 2주 안에: from this moment on; 다음 3시간, 앞으로 2주: whole units.
  const bool bounded = joined(after) && is(after, WordKind::within);
  const bool of_hours = amount.unit == Unit::hour || amount.unit == Unit::minute || amount.unit == Unit::second;
  if (step == Step::span_ahead && outside && of_hours)
    add_within(made.first, amount);
  else
    add_length(made.first, step, amount, 1);
  made.length = amount;
  emit(made, span_end);
  return bounded ? after + 1 : after;
}

bool KoreanReader::length_marked(std::size_t at) const {
  return joined(at) && (is(at, WordKind::tail) || is(at, WordKind::within) || is(at, WordKind::half_more));
}

}  // namespace timeline::temporal
