#include "temporal/grammar.hpp"

#include <algorithm>
#include <optional>

namespace timeline::temporal {
namespace {

using lexicon::ParticleKind;
using model::TimeKind;

/// How fine a step is; a step may follow only coarser ones.
int rank(Unit unit) {
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
      return 8;
    case Unit::day:
      return 9;
    default:
      return 10;
  }
}

class Reader {
 public:
  Reader(std::span<const Token> run, std::string_view text, std::vector<Candidate>& out)
      : run_(run), text_(text), out_(out) {}

  void read() {
    std::size_t at = 0;
    while (at < run_.size()) {
      const std::size_t next = expression(at);
      at = next > at ? next : at + 1;
    }
  }

 private:
  [[nodiscard]] const Token* token(std::size_t at) const { return at < run_.size() ? &run_[at] : nullptr; }
  [[nodiscard]] bool is(std::size_t at, WordKind kind) const { return at < run_.size() && run_[at].kind == kind; }
  [[nodiscard]] bool is_unit(std::size_t at, Unit unit) const {
    return is(at, WordKind::unit) && run_[at].unit == unit;
  }
  /// Tokens at-1 and at belong together: nothing, a space or 의 between them.
  [[nodiscard]] bool joined(std::size_t at) const {
    if (at == 0 || at >= run_.size()) return false;
    const Token& before = run_[at - 1];
    return run_[at].gap != Gap::comma && (before.particle < 0 || before.has_particle(ParticleKind::genitive));
  }
  [[nodiscard]] bool adjacent(std::size_t at) const {
    return at > 0 && at < run_.size() && run_[at - 1].tail == run_[at].begin;
  }
  [[nodiscard]] bool tail(std::size_t at, int value) const { return is(at, WordKind::tail) && run_[at].value == value; }

  std::size_t expression(std::size_t at) {
    if (is(at, WordKind::length_hint)) {
      hinted_ = joined(at + 1);
      const std::size_t next = hinted_ ? expression(at + 1) : at + 1;
      hinted_ = false;
      return std::max(next, at + 1);
    }
    if (is(at, WordKind::business_basis)) {
      Length amount;
      const std::size_t next = length(at + 1, amount);
      if (next == 0 || !is(next, WordKind::shift) || amount.unit != Unit::day) return 0;
      Candidate made = start(at, TimeKind::date, "business days");
      made.first.add({Step::shift, Unit::business,
                      run_[next].value == static_cast<int>(Bound::before) ? -amount.count : amount.count, 0, 0});
      emit(made, next + 1);
      return next + 1;
    }
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

  [[nodiscard]] Candidate start(std::size_t at, TimeKind kind, std::string_view rule) const {
    Candidate made;
    made.kind = kind;
    made.rule = rule;
    made.span = {run_[at].begin, run_[at].end};
    return made;
  }

  /// Closes a candidate whose last token is next - 1.
  void emit(Candidate& candidate, std::size_t next) {
    candidate.span.end = run_[next - 1].end;
    for (std::size_t i = 0; i < next; ++i)
      if (run_[i].begin >= candidate.span.begin) {
        candidate.local_time |= run_[i].local;
        if (run_[i].zone != INT16_MIN) candidate.zone = run_[i].zone;
      }
    out_.push_back(candidate);
  }

  // ---- lengths -------------------------------------------------------------------------------------------------

  /// "3", "3~5", "몇" before a unit of length; returns the index of the unit.
  [[nodiscard]] std::size_t number_run(std::size_t at) const {
    if (!is(at, WordKind::number)) return 0;
    std::size_t i = at + 1;
    while ((is(i, WordKind::range) || is(i, WordKind::list)) && adjacent(i) && is(i + 1, WordKind::number) &&
           adjacent(i + 1))
      i += 2;
    return i;
  }

  /// Is the unit after the number a length here (3일간) and not a name (3일)?
  [[nodiscard]] bool is_length_unit(std::size_t number, std::size_t unit) const {
    const Token* u = token(unit);
    if (u == nullptr || !(unit == number + 1 ? joined(unit) : true)) return false;
    if (u->kind == WordKind::length)
      return u->unit != Unit::century || run_[number].value > 30 ||
             (joined(unit + 1) &&
              (is(unit + 1, WordKind::shift) || is(unit + 1, WordKind::tail) || is(unit + 1, WordKind::outer)));
    if (u->kind != WordKind::unit) return false;
    const Token& n = run_[number];
    const Token* next = token(unit + 1);
    const bool follows = next != nullptr && joined(unit + 1);
    const bool length_follows =
        follows && (next->kind == WordKind::outer || next->kind == WordKind::shift || next->kind == WordKind::within ||
                    next->kind == WordKind::half_more || (next->kind == WordKind::tail && next->value != 3) ||
                    (next->kind == WordKind::tail && adjacent(unit + 1)));
    switch (u->unit) {
      case Unit::year:
        if (u->value != 0) return false;
        if (n.digits == 4 && n.value >= 1000 && n.value < 3000 && !n.some)
          return follows && tail(unit + 1, 1) && adjacent(unit + 1);
        if (length_follows || n.some) return true;
        if (n.apostrophe) return false;
        if (n.weak) return number > 0 && (is(number - 1, WordKind::direction) || is(number - 1, WordKind::span));
        if (n.digits == 0 && n.value >= 1000) return false;
        // "25년 3월" and "97년" name a year; "1년 6개월" and "3년" count.
        if (is(unit + 1, WordKind::number) && joined(unit + 1) && is_unit(unit + 2, Unit::month) && n.digits == 2)
          return false;
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
        if (length_follows) return true;
        return n.value > 31 || n.value == 0;
      case Unit::minute:
      case Unit::second:
        return true;
      default:
        return false;
    }
  }

  /// One number and unit, or a word that holds both (하루). Returns the index after it, or 0.
  std::size_t one_length(std::size_t at, std::int32_t& count, Unit& unit, bool& some) const {
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
    if (run_[at].weak && !strong_context(u + 1, at)) return 0;
    count = run_[u - 1].value;
    if (u - 1 != at) some = true;
    some |= run_[u - 1].some;
    unit = run_[u].unit;
    return u + 1;
  }

  /// A one-syllable number (이년, 삼주) counts only between words that want a length.
  [[nodiscard]] bool strong_context(std::size_t next, std::size_t at) const {
    if (at > 0 && (is(at - 1, WordKind::direction) || is(at - 1, WordKind::span))) return true;
    const Token* after = token(next);
    return after != nullptr && joined(next) &&
           (after->kind == WordKind::shift || after->kind == WordKind::within || after->kind == WordKind::tail ||
            after->kind == WordKind::outer);
  }

  std::size_t length(std::size_t at, Length& made) const {
    bool some = false;
    std::size_t next = one_length(at, made.count, made.unit, some);
    if (next == 0) return 0;
    made.some = some;
    Length more;
    for (int rounds = 0; rounds < 2 && joined(next); ++rounds) {
      bool more_some = false;
      std::size_t end = one_length(next, more.count, more.unit, more_some);
      if (end == 0 && made.unit == Unit::year && adjacent(next) && is(next, WordKind::number) &&
          is_unit(next + 1, Unit::month) && run_[next].value < 12) {
        more = {run_[next].value, Unit::month, 0, Unit::none, 0, Unit::none, false, false};  // 징역 2년6월
        end = next + 2;
      }
      if (end == 0 ||
          rank(more.unit) <= rank(made.unit) - (made.unit == Unit::hour || made.unit == Unit::minute ? 1 : 0))
        break;
      if (made.more_unit == Unit::none) {
        made.more = more.count;
        made.more_unit = more.unit;
      } else if (more.unit < made.more_unit) {
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

  static void add_length(Program& program, Step step, const Length& length, int sign) {
    program.add({step, length.unit, sign * length.count, length.half ? 1 : 0, 0});
    if (step != Step::shift) return;
    if (length.more_unit != Unit::none) program.add({step, length.more_unit, sign * length.more, 0, 1});
    if (length.rest_unit != Unit::none) program.add({step, length.rest_unit, sign * length.rest, 0, 1});
  }

  /// Tails that belong to a length: 간, 동안, 째, 이상. Returns the index after them; sets where the span ends.
  std::size_t length_tails(std::size_t at, std::size_t& span_end) const {
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

  /// "3년간", "2시간 30분", "사흘 만에", "3일 전", "2주 이내".
  std::size_t length_expression(std::size_t at) {
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
      if (!vague && joined(end)) end = steps(end, made.first, false, rank(unit));
      return finish_date(made, end, vague);
    }
    if (joined(after) && is(after, WordKind::within)) {
      made.kind = TimeKind::date;
      made.rule = "within";
      if (made.length.some && made.length.count == 0) made.length.count = 3;
      add_length(made.first, Step::within, made.length, 1);
      // "3년 이내" in prose bounds a length; the calendar value is only wanted where the text counts from now.
      made.approximate = made.length.some;
      emit(made, span_end);
      out_.back().length = made.length;
      return after + 1;
    }
    std::size_t end = after;
    if (joined(after) && is(after, WordKind::outer)) end = after + 1;
    if (made.length.some && made.length.count == 0 && end == next) return next;  // 며칠 asks, it does not tell
    emit(made, span_end);
    return end;
  }

  /// 창립 10주년, 1박 2일.
  std::size_t anniversary(std::size_t at) {
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

  /// "지난 3년간", "최근 5년", "앞으로 2주".
  std::size_t stretch(std::size_t at) {
    const Token* t = token(at);
    if (t == nullptr || (t->kind != WordKind::direction && t->kind != WordKind::span) || !joined(at + 1)) return 0;
    Length amount;
    const std::size_t next = length(at + 1, amount);
    if (next == 0) return 0;
    const Token& number = run_[at + 1];
    // "지난 96년", "지난 5일": names, not lengths.
    if (number.kind == WordKind::number && is(at + 2, WordKind::unit) && t->kind == WordKind::direction &&
        run_[at + 2].unit == Unit::day && number.value <= 31 && !length_marked(next))
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
    add_length(made.first, step, amount, 1);
    made.length = amount;
    emit(made, span_end);
    return joined(after) && is(after, WordKind::within) ? after + 1 : after;
  }

  [[nodiscard]] bool length_marked(std::size_t at) const {
    return joined(at) && (is(at, WordKind::tail) || is(at, WordKind::within) || is(at, WordKind::half_more));
  }

  // ---- sets ----------------------------------------------------------------------------------------------------

  std::size_t set(std::size_t at) {
    const Token* t = token(at);
    if (t == nullptr) return 0;
    if (t->kind == WordKind::set) {
      Candidate made = start(at, TimeKind::set, "set");
      made.length = {t->value, t->unit, 0, Unit::none, 0, Unit::none, false, false};
      std::size_t next = at + 1;
      Program program;
      if (joined(next)) next = steps(next, program, true);
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
      return 0;
    }
    if (t->kind == WordKind::weekday || t->kind == WordKind::weekend || t->kind == WordKind::number) {
      Program program;
      const std::size_t next = steps(at, program, false);
      if (next != 0 && is(next, WordKind::each)) {
        Candidate made = start(at, TimeKind::set, "set");
        made.length = {1,    t->kind == WordKind::number ? Unit::year : Unit::week, 0, Unit::none, 0, Unit::none, false,
                       false};
        made.first = program;
        emit(made, next + 1);
        return next + 1;
      }
    }
    return 0;
  }

  // ---- dates ---------------------------------------------------------------------------------------------------

  /// The unit that the number at `at` is said in, looking over "~17" in "15~17일". 0 where there is none.
  [[nodiscard]] std::size_t unit_index(std::size_t at) const {
    std::size_t i = at + 1;
    if (is(i, WordKind::number_ordinal) && joined(i)) return 0;
    for (int rounds = 0; rounds < 3; ++rounds) {
      if (is(i, WordKind::unit) && (i == at + 1 ? joined(i) : joined(i))) return i;
      if ((is(i, WordKind::range) || is(i, WordKind::list)) && is(i + 1, WordKind::number)) {
        i += 2;
        continue;
      }
      break;
    }
    return 0;
  }

  /// Reads date steps from `at` on, each finer than the one before. Returns the index after them, or `at`.
  std::size_t steps(std::size_t at, Program& program, bool in_set, int coarsest = 0) {
    std::size_t i = at;
    int last = coarsest;
    bool first = true;
    while (i < run_.size()) {
      if (!first && !joined(i) && !comma_weekday(i)) break;
      if (program.full()) break;
      const Token& t = run_[i];
      std::size_t next = 0;
      Operation step;
      switch (t.kind) {
        case WordKind::direction: {
          if (!first || in_set || !joined(i + 1)) break;
          const auto direction = static_cast<Direction>(t.value);
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
          if (last >= rank(Unit::year)) break;
          if (t.value != 0) program.add({Step::year, Unit::year, t.value, 0, 0});
          program.add({Step::month, Unit::month, t.extra / 100, 0, t.value == 0 && first ? 1 : 0});
          if (t.unit == Unit::day) program.add({Step::day, Unit::day, t.extra % 100, 0, 0});
          last = rank(t.unit);
          ++i;
          first = false;
          continue;
        case WordKind::deictic:
          if (!first && t.unit == Unit::day && t.value == 0 && last != 0 && last <= rank(Unit::month)) {
            step = {Step::same, Unit::day, 0, 0, 0};
            next = i + 1;
            break;
          }
          if (first && last == 0) {
            // 올 is a prefix (올여름, 올 3월); alone it is a verb.
            if (t.end - t.begin == 3 && !(joined(i + 1) && can_follow_prefix(i + 1))) break;
            step = {Step::deictic, t.unit, t.value, 0, 0};
            next = i + 1;
          }
          break;
        case WordKind::same_period:
          if (last != rank(Unit::year)) break;
          program.add({Step::same, Unit::none, 0, 0, 0});
          return i + 1;
        case WordKind::anaphor:
        case WordKind::anaphor_last:
        case WordKind::anaphor_near:
          if (first && last == 0) {
            const int basis = t.kind == WordKind::anaphor ? 0 : t.kind == WordKind::anaphor_last ? 1 : 2;
            step = {Step::anaphor, t.unit, t.value, basis, 0};
            next = i + 1;
          } else if (t.unit == Unit::day && t.value == 0 && last != 0 && last < rank(Unit::day)) {
            step = {Step::same, Unit::day, 0, 0, 0};
            next = i + 1;
          }
          break;
        case WordKind::weekday:
          step = {Step::weekday, Unit::day, t.value, 0, 0};
          next = i + 1;
          break;
        case WordKind::weekend:
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
          if (!first && last <= rank(Unit::year)) {
            ++i;
            continue;
          }
          break;
        case WordKind::holiday:
          if (t.end - t.begin <= 3 && t.particle < 0 && !is(i + 1, WordKind::holiday_tail) && !whole_text(i)) break;
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
          if (first && last == 0) next = 0;
          break;
        case WordKind::part:
          if (first || last == 0) break;
          program.add({Step::part, Unit::none, t.value, 0, 0});
          ++i;
          if (last < rank(Unit::week)) last = rank(Unit::week);
          continue;
        case WordKind::year_part:
          if (last >= rank(Unit::half)) break;
          if (last == 0)
            program.add(t.value < 0 ? Operation{Step::deictic, Unit::year, 0, 0, 0}
                                    : Operation{Step::year_part, Unit::none, t.value, 0, 0});
          else if (t.value >= 0)
            program.add({Step::part, Unit::none, t.value, 0, 0});
          last = rank(Unit::week);
          ++i;
          first = false;
          continue;
        case WordKind::month_part:
          if (last == 0) program.add({Step::deictic, Unit::month, 0, 0, 0});
          program.add({Step::part, Unit::none, t.value, 0, 0});
          last = rank(Unit::week);
          ++i;
          first = false;
          continue;
        case WordKind::week_part:
          if (last == 0) program.add({Step::deictic, Unit::week, 0, 0, 0});
          program.add({Step::part, Unit::none, t.value, 0, 0});
          last = rank(Unit::weekend);
          ++i;
          first = false;
          continue;
        case WordKind::begin:
        case WordKind::finish:
          if (first || last == 0 || last >= rank(Unit::day)) break;
          step = {t.kind == WordKind::begin ? Step::begin : Step::finish, Unit::day, 0, 0, 0};
          next = i + 1;
          break;
        default:
          break;
      }
      if (next == 0) break;
      const bool day_of_day = step.step == Step::weekday && last == rank(Unit::day) && !first;
      if (!day_of_day && rank(step.unit) <= last) break;
      program.add(step);
      last = step.unit == Unit::none ? last : rank(step.unit);
      i = next;
      first = false;
      if (open_range_) break;  // a unit left out on the left of a range: the right side comes next
    }
    return i;
  }

  [[nodiscard]] bool whole_text(std::size_t at) const { return run_[at].begin == 0 && run_[at].end == text_.size(); }

  /// "1월 22일, 수요일"
  [[nodiscard]] bool comma_weekday(std::size_t at) const {
    return run_[at].gap == Gap::comma && run_[at].kind == WordKind::weekday && run_[at - 1].particle < 0;
  }

  [[nodiscard]] bool can_follow_prefix(std::size_t at) const {
    return can_follow_direction(at) || run_[at].kind == WordKind::part || run_[at].kind == WordKind::count;
  }

  [[nodiscard]] bool can_follow_direction(std::size_t at) const {
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
      default:
        return false;
    }
  }

  std::size_t number_step(std::size_t at, Operation& step, int last, const Program& program) {
    const Token& n = run_[at];
    if (is(at + 1, WordKind::number_ordinal) && joined(at + 1))
      return last == 0 ? 0 : ordinal_target(at + 2, n.value, step);
    const std::size_t u = unit_index(at);
    if (u == 0) return 0;
    const Token& unit = run_[u];
    const bool shared = u != at + 1;  // the unit stands after the range
    if (!shared && !joined(u)) return 0;
    if (n.weak && last == 0 && unit.unit != Unit::month) return 0;
    if (n.native && unit.unit != Unit::hour) return 0;
    switch (unit.unit) {
      case Unit::year:
        if (last >= rank(Unit::year) || n.some) return 0;
        if (unit.value == 0 && !shared && program.direction == Direction::none && is_length_unit(at, u)) return 0;
        if (shared && (n.digits != 4 || is_length_unit(u - 1, u)) &&
            !(n.digits == 2 && run_[u - 1].digits == 2 && n.value >= 60))
          return 0;
        step = {n.digits > 2 || n.digits == 0 ? Step::year : Step::short_year, Unit::year, n.value, 0, 0};
        if (n.value > 3000 || n.digits == 1 ||
            (program.direction != Direction::none && n.digits == 2 && n.value < 50 && !n.apostrophe))
          return 0;
        break;
      case Unit::month:
        if (n.value < 1 || n.value > 12 || n.some) return 0;
        step = {Step::month, Unit::month, n.value, 0, 0};
        break;
      case Unit::day:
        if (n.value < 1 || n.value > 31 || n.some || n.digits > 2) return 0;
        if (last != rank(Unit::month) && !shared && program.direction == Direction::none && is_length_unit(at, u))
          return 0;
        if (shared && is_length_unit(u - 1, u)) return 0;
        step = {Step::day, Unit::day, n.value, 0, 0};
        break;
      case Unit::quarter:
        if (n.value < 1 || n.value > 4) return 0;
        step = {Step::quarter, Unit::quarter, n.value, 0, 0};
        break;
      case Unit::decade:
        if (n.value % 10 != 0 || n.value >= 3000 || (n.digits != 2 && n.value < 100)) return 0;
        step = {Step::decade, Unit::decade, n.digits <= 2 ? (n.value < 30 ? 2000 : 1900) + n.value : n.value, 0, 0};
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

  /// 첫 번째 월요일, 마지막 주, 둘째 주, 첫 영업일.
  std::size_t ordinal(std::size_t at, Operation& step) const { return ordinal_target(at + 1, run_[at].value, step); }

  std::size_t ordinal_target(std::size_t at, std::int32_t n, Operation& step) const {
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

  /// 음력 1월 15일, 음력 윤4월.
  std::size_t lunar(std::size_t at, Operation& step) const {
    if (!is(at + 1, WordKind::number) || !joined(at + 1) || !is_unit(at + 2, Unit::month)) return 0;
    step = {Step::lunar, Unit::month, run_[at + 1].value, 0, run_[at].value};
    if (joined(at + 3) && is(at + 3, WordKind::number) && is_unit(at + 4, Unit::day)) {
      step.b = run_[at + 3].value;
      step.unit = Unit::day;
      return at + 5;
    }
    return at + 3;
  }

  /// 기원전 300년, 단기 4358년, 기원전 3세기.
  std::size_t era(std::size_t at, Operation& step, int last) const {
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

  std::size_t date(std::size_t at) {
    Candidate made = start(at, TimeKind::date, "date");
    open_range_ = false;
    std::size_t next = century(at, made.first);
    if (next == at) next = steps(at, made.first, false);
    if (next == at || made.first.empty()) return 0;
    return finish_date(made, next, false);
  }

  /// "2014 브라질 월드컵", "(2001)", "2015-16 시즌": four digits that stand alone and count nothing.
  std::size_t year_alone(std::size_t at) {
    const auto is_year = [&](std::size_t i) {
      return is(i, WordKind::number) && run_[i].digits == 4 && !run_[i].some && run_[i].value >= 1900 &&
             run_[i].value < 2100;
    };
    if (!is_year(at) || !run_[at].stands_alone) return 0;
    Candidate made = start(at, TimeKind::date, "year alone");
    made.first.add({Step::year, Unit::year, run_[at].value, 0, 0});
    std::size_t next = at + 1;
    if (is(next, WordKind::range) && adjacent(next) && is(next + 1, WordKind::number) && adjacent(next + 1)) {
      const Token& second = run_[next + 1];
      if (!second.stands_alone ||
          !(is_year(next + 1) || (second.digits == 2 && second.value == (run_[at].value + 1) % 100)))
        return 0;
      made.second.add({second.digits == 4 ? Step::year : Step::short_year, Unit::year, second.value, 0, 0});
      next += 2;
    }
    if (is(next, WordKind::season_word) && joined(next)) ++next;
    emit(made, next);
    return next;
  }

  /// 21세기, 20세기 초.
  std::size_t century(std::size_t at, Program& program) const {
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

  /// Goes on from a date to one counted from it: "추석 연휴가 끝나고 처음 오는 평일", "광복절 다음 주 월요일", "다음 달
  /// 중 가장 늦은 금요일". Returns the index after it, or `at` where no such thing follows.
  std::size_t chain(std::size_t at, Program& program) {
    enum class Mode { inside, after, before, begins };
    Mode mode = Mode::inside;
    bool linked = false, over = false;  // over: a clause said that it ended or began
    int ordinal = 0;
    std::size_t i = at, done = at;
    Program made = program;
    const auto count = [&](Unit unit, int weekday_wanted) {
      const int n = ordinal == 0 ? 1 : ordinal;
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
          if (t.value == static_cast<int>(Bound::after) && mode != Mode::begins) mode = Mode::after;
          if (t.value == static_cast<int>(Bound::since)) mode = Mode::begins;
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
          break;
        case WordKind::weekday:
          if (!linked && (mode == Mode::inside || made.back().step == Step::holiday)) {
            if (made.back().step != Step::shift && (made.back().step != Step::next || made.back().unit != Unit::week))
              break;
            made.add({Step::weekday, Unit::day, t.value, 0, 0});
            done = i;
            continue;
          }
          count(Unit::day, t.value);
          continue;
        case WordKind::weekday_group:
        case WordKind::weekend:
          if (!linked) break;
          count(t.unit, 0);
          continue;
        case WordKind::length:
          if (!linked || ordinal == 0 || (t.unit != Unit::business && t.unit != Unit::week)) break;
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
          made.add({Step::previous, Unit::day, 1, 0, 0});
          mode = Mode::inside;
          done = i;
          continue;
        case WordKind::week_before:
          made.add({Step::previous, Unit::week, 1, 0, 0});
          done = i;
          if (i < run_.size() && run_[i].kind == WordKind::weekday)
            made.add({Step::weekday, Unit::day, run_[i].value, 0, 0}), done = ++i;
          mode = Mode::inside;
          continue;
        case WordKind::deictic:
          // "광복절 다음 주 월요일": the week after, not the one after publication.
          if (t.unit != Unit::week || t.value != 1 || (here == at && !joined(at))) break;
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

  static std::size_t finish_chain(Program& program, Program& made, std::size_t at, std::size_t done) {
    if (done != at) {
      // Steps after the last whole link belong to nothing.
      program = made;
    }
    return done;
  }

  /// Shifts that go on from a date ("크리스마스 3일 전"), then ranges and bounds, then a time of day.
  std::size_t finish_date(Candidate& made, std::size_t next, bool vague) {
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

  [[nodiscard]] bool from_particle(std::size_t at) const {
    return run_[at].has_particle(ParticleKind::in) || run_[at].has_particle(ParticleKind::source) ||
           run_[at].has_particle(ParticleKind::genitive) ||
           (is(at, WordKind::bound) && run_[at].value == static_cast<int>(Bound::since));
  }

  /// 이후, 이전, 부터, 까지, 경, 째 after a date. 부터 and 까지 are particles: they bound the value and stay outside
  /// the span.
  std::size_t bounds(Candidate& made, std::size_t next, std::size_t& span_end) const {
    std::size_t i = next;
    span_end = next;
    while (i < run_.size() && joined(i)) {
      const Token& t = run_[i];
      if (t.kind == WordKind::bound) {
        const auto bound = static_cast<Bound>(t.value);
        if (made.bound != Bound::none) break;
        made.bound = bound;
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

  /// The other end: "~17일", "부터 … 까지", "에서 … 사이", "과 … 사이". Returns the index after it, or 0.
  std::size_t range(Candidate& made, std::size_t next) {
    if (next >= run_.size()) return 0;
    std::size_t right = 0;
    bool needs_end = false, since = false;
    const Token& before = run_[next - 1];
    if (is(next, WordKind::range)) {
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
    if (right == 0 || right >= run_.size() || run_[right].gap == Gap::comma) return 0;
    open_range_ = false;
    Program second;
    std::size_t end = right;
    if (is(right, WordKind::part) && made.first.has(Step::part)) {
      second.add({Step::part, Unit::none, run_[right].value, 0, 0});
      ++end;
    } else {
      end = steps(right, second, false);
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
    return end;  // 까지 and 사이 stay outside the span, as particles do
  }

  // ---- times of day --------------------------------------------------------------------------------------------

  /// "오후 3시 30분", "14:30", "정오", "새벽". Adds its steps; returns the index after it, or `at`.
  std::size_t clock(std::size_t at, Program& program, bool after_day_part) const {
    std::size_t i = at;
    bool part = after_day_part;
    if (!is(i, WordKind::day_part) && !is(i, WordKind::clock) && !is(i, WordKind::number) &&
        !is(i, WordKind::clock_digits))
      return at;
    while (is(i, WordKind::day_part) && (i == at || joined(i))) {
      program.add({Step::day_part, Unit::hour, run_[i].value, 0, 0});
      part = true;
      ++i;
    }
    if (i != at && !joined(i)) return i;
    const Token* t = token(i);
    if (t == nullptr) return i;
    if (t->kind == WordKind::clock) {
      program.add({Step::clock, Unit::hour, t->value, 0, -1});
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
    if (t->zero || t->value > 12) hour.unit = Unit::none;
    (void)part;
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
    }
    program.add(hour);
    return u;
  }

  std::size_t time(std::size_t at, bool after_date) {
    Candidate made = start(at, TimeKind::time, "time");
    std::size_t next = clock(at, made.first, false);
    if (next == at || made.first.empty()) return 0;
    made.time_of_previous = after_date;
    std::size_t span_end = next;
    std::size_t i = next;
    // "네시 십오분 전"
    if (const Token* t = token(i); t != nullptr && t->kind == WordKind::shift && joined(i) &&
                                   made.first.back().step == Step::clock && made.first.back().b > 0 &&
                                   t->value == static_cast<int>(Bound::before) && t->gap == Gap::none) {
      Operation& clock_step = made.first.steps[made.first.count - 1U];
      clock_step.a -= 1;
      clock_step.b = 60 - clock_step.b;
      span_end = ++i;
    }
    while (i < run_.size() && joined(i) && (is(i, WordKind::approx) || is(i, WordKind::suffix) || tail(i, 1))) {
      made.approximate |= is(i, WordKind::approx);
      ++i;
    }
    std::size_t right = 0;
    bool until_wanted = false;
    if (is(i, WordKind::range)) {
      right = i + 1;
    } else if (is(i, WordKind::bound) && run_[i].value == static_cast<int>(Bound::since)) {
      right = i + 1;
    } else if (i > 0 && run_[i - 1].has_particle(ParticleKind::in)) {
      right = i;
      until_wanted = true;
    }
    if (right != 0 && right < run_.size()) {
      Program second;
      std::size_t inner = right;
      if (is(right, WordKind::deictic) || is(right, WordKind::anaphor)) inner = steps(right, second, false);
      const std::size_t end = clock(inner, second, false);
      const bool until = is(end, WordKind::bound) && joined(end);
      const bool between = is(end, WordKind::between) && joined(end);
      if (end != inner && (!until_wanted || until || between)) {
        made.second = second;
        made.rule = "time range";
        made.first.direction = Direction::none;
        emit(made, end);
        return until || between ? end + 1 : end;
      }
    }
    if (is(i, WordKind::bound) && joined(i)) {
      made.bound = static_cast<Bound>(run_[i].value);
      ++i;
    }
    emit(made, span_end);
    return i;
  }

  std::span<const Token> run_;
  std::string_view text_;
  std::vector<Candidate>& out_;
  bool hinted_ = false;      // 약, 총 stands before: what follows is a length
  bool open_range_ = false;  // the last number took its unit from the right side of a range
};

}  // namespace

void read_korean(std::span<const Token> run, std::string_view text, std::vector<Candidate>& out) {
  Reader(run, text, out).read();
}

}  // namespace timeline::temporal
