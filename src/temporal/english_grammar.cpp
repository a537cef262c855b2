#include <algorithm>
#include <optional>

#include "temporal/english.hpp"

namespace timeline::temporal {
namespace {

using model::TimeKind;

/// What was said of one date and time, in any order; programs are built from it from large to small.
struct Fields {
  std::optional<Operation> base;  // a deictic, an anaphor
  std::optional<int> year, month, day, weekday, decade, century;
  std::optional<Operation> cycle;  // quarter, half, season, holiday, weekend
  std::optional<Operation> nth;
  std::optional<Operation> after;  // the n-th … after what is there
  std::optional<int> part;
  std::optional<int> day_part;
  std::optional<int> hour, minute, second;
  std::array<std::optional<Operation>, 3> shifts;
  Direction direction = Direction::none;
  bool exact_hour = false;  // 24-hour notation
  int afternoon = -1;       // am 0, pm 1
  std::int16_t zone = INT16_MIN;
  bool short_year = false;
  bool before_christ = false;
  bool approximate = false;

  [[nodiscard]] bool has_date() const {
    return base || year || month || day || weekday || decade || century || cycle || shifts[0] || nth;
  }
  [[nodiscard]] bool has_time() const { return day_part || hour; }
};

Program build(const Fields& f) {
  Program p;
  p.direction = f.direction;
  if (f.base) p.add(*f.base);
  if (f.year)
    p.add({f.short_year ? Step::short_year : Step::year, Unit::year, f.before_christ ? 1 - *f.year : *f.year, 0, 0});
  if (f.decade) p.add({Step::decade, Unit::decade, *f.decade, 0, 0});
  if (f.century) p.add({Step::century, Unit::century, *f.century, 0, 0});
  if (f.cycle) p.add(*f.cycle);
  if (f.month) p.add({Step::month, Unit::month, *f.month, 0, 0});
  if (f.part && !f.day) p.add({Step::part, Unit::none, *f.part, 0, 0});
  if (f.nth) p.add(*f.nth);
  if (f.day) p.add({Step::day, Unit::day, *f.day, 0, 0});
  if (f.weekday) p.add({Step::weekday, Unit::day, *f.weekday, 0, 0});
  if (f.after) p.add(*f.after);
  for (const auto& shift : f.shifts)
    if (shift) p.add(*shift);
  if (f.day_part) p.add({Step::day_part, Unit::hour, *f.day_part, 0, 0});
  if (f.hour) {
    int hour = *f.hour;
    if (f.afternoon >= 0) hour = hour % 12 + 12 * f.afternoon;
    const bool ambiguous = f.afternoon < 0 && !f.exact_hour;
    p.add({Step::clock, ambiguous ? Unit::hour : Unit::none, hour, f.minute.value_or(0), f.second.value_or(-1)});
  }
  return p;
}

class Reader {
 public:
  Reader(const Vocabulary& vocabulary, std::span<const Token> run, std::string_view text, std::vector<Candidate>& out)
      : vocabulary_(vocabulary), run_(run), text_(text), out_(out) {}

  void read() {
    for (std::size_t at = 0; at < run_.size();) {
      const std::size_t next = expression(at);
      at = next > at ? next : at + 1;
    }
  }

 private:
  [[nodiscard]] bool is(std::size_t at, WordKind kind) const { return at < run_.size() && run_[at].kind == kind; }
  [[nodiscard]] bool number(std::size_t at) const { return is(at, WordKind::number); }
  [[nodiscard]] bool adjacent(std::size_t at) const {
    return at > 0 && at < run_.size() && run_[at - 1].tail == run_[at].begin;
  }
  [[nodiscard]] std::string_view word(std::size_t at) const {
    return text_.substr(run_[at].begin, run_[at].end - run_[at].begin);
  }
  [[nodiscard]] bool glue(std::size_t at, int value) const { return is(at, WordKind::glue) && run_[at].value == value; }
  [[nodiscard]] bool direction(std::size_t at, Direction wanted) const {
    return is(at, WordKind::direction) && run_[at].value == static_cast<int>(wanted);
  }

  void emit(Candidate& made, std::size_t from, std::size_t next) {
    if (next <= from) return;
    made.span = {run_[from].begin, run_[next - 1].end};
    out_.push_back(made);
  }

  // ---- lengths

  std::size_t one_length(std::size_t at, std::int32_t& count, Unit& unit, bool& some) const {
    if (is(at, WordKind::count)) {
      count = run_[at].value;
      unit = run_[at].unit;
      return at + 1;
    }
    if (!number(at)) return 0;
    std::size_t i = at + 1;
    count = run_[at].value;
    some |= run_[at].some;
    if (number(i) && run_[i].value >= 100 && run_[i].digits == 0) count *= run_[i].value, ++i;
    if (is(i, WordKind::range) && number(i + 1) && is(i + 2, WordKind::length)) {
      count = run_[i + 1].value;
      some = true;
      i += 2;
    }
    while (glue(i, 1) || is(i, WordKind::more)) ++i;
    if (is(i, WordKind::range) && adjacent(i) && is(i + 1, WordKind::length)) ++i;  // 3-year
    if (!is(i, WordKind::length)) return 0;
    unit = run_[i].unit;
    return i + 1;
  }

  std::size_t length(std::size_t at, Length& made) const {
    std::size_t next = one_length(at, made.count, made.unit, made.some);
    if (next == 0) return 0;
    for (int rounds = 0; rounds < 3; ++rounds) {
      std::size_t i = next;
      if (is(i, WordKind::both)) ++i;
      Length more;
      const std::size_t end = one_length(i, more.count, more.unit, more.some);
      if (end == 0 || more.unit >= made.unit) break;
      if (made.more_unit == Unit::none) made.more = more.count, made.more_unit = more.unit;
      next = end;
    }
    if (is(next, WordKind::half_more)) made.half = true, ++next;
    return next;
  }

  static void add_shift(Fields& f, const Length& length, int sign) {
    f.shifts[0] = Operation{Step::shift, length.unit, sign * length.count, length.half ? 1 : 0, 0};
    if (length.more_unit != Unit::none)
      f.shifts[1] = Operation{Step::shift, length.more_unit, sign * length.more, 0, 1};
  }

  std::size_t expression(std::size_t at) {
    if (const std::size_t next = set(at)) return next;
    if (const std::size_t next = range(at)) return next;
    Candidate made;
    made.rule = "date";
    std::size_t i = at;
    // Bounds stand before: since 2019, by Friday, before 5 pm.
    if (is(i, WordKind::bound)) {
      made.bound = static_cast<Bound>(run_[i].value);
      ++i;
    } else if (is(i, WordKind::range) && run_[i].value == 1) {
      made.bound = Bound::until;
      ++i;
    } else if (is(i, WordKind::from)) {
      made.bound = Bound::since;
      ++i;
    }
    const bool bounded = made.bound != Bound::none;
    Fields f;
    const std::size_t next = moment(i, f, bounded || led(i));
    if (next == i || !(f.has_date() || f.has_time())) return duration_or_vague(at);
    std::size_t first = i;
    if (next <= first) return 0;
    while (is(first, WordKind::glue) && first + 1 < next && !is_the(first)) ++first;
    // "Good morning", "we will have lunch": a part of the day alone is no time, unless something leads to it.
    if (!f.has_date() && f.day_part && !f.hour && !bounded && !led(i) && !whole(i)) return next;
    // "next month at 6" is next month: an hour wants a day.
    if (f.has_time() && f.base && f.base->unit >= Unit::week && !f.weekday && !f.day && !f.nth && !f.cycle) {
      f.hour.reset();
      f.day_part.reset();
    }
    made.first = build(f);
    made.kind = f.has_time() ? TimeKind::time : TimeKind::date;
    made.approximate = f.approximate;
    made.zone = f.zone;
    std::size_t end = next;
    if (is(end, WordKind::later_bound)) made.bound = Bound::after, ++end;
    emit(made, first, next);
    return end;
  }

  [[nodiscard]] bool is_the(std::size_t at) const { return word(at).size() == 3 && (word(at)[0] | 0x20) == 't'; }

  /// Does a word stand before that makes a bare number a year or a month: in 2014, during March?
  [[nodiscard]] bool led(std::size_t at) const {
    if (at > 0 && (is(at - 1, WordKind::in) || is(at - 1, WordKind::glue) || is(at - 1, WordKind::bound))) return true;
    return is(at, WordKind::in) || is(at, WordKind::glue);
  }

  std::size_t duration_or_vague(std::size_t at) {
    if (is(at, WordKind::vague)) {
      Candidate made;
      made.kind = TimeKind::vague;
      made.rule = "vague";
      emit(made, at, at + 1);
      return at + 1;
    }
    if (is(at, WordKind::now)) {
      Candidate made;
      made.kind = TimeKind::vague;
      made.rule = "now";
      emit(made, at, at + 1);
      return at + 1;
    }
    Candidate made;
    made.kind = TimeKind::duration;
    made.rule = "duration";
    std::size_t next = length(at, made.length);
    if (next == 0 && is(at, WordKind::all) && is(at + 1, WordKind::length)) {
      made.length = {1, run_[at + 1].unit, 0, Unit::none, 0, Unit::none, false, false};
      next = at + 2;
    }
    if (next == 0) return 0;
    emit(made, at, next);
    return next;
  }

  std::size_t set(std::size_t at) {
    Candidate made;
    made.kind = TimeKind::set;
    made.rule = "set";
    if (is(at, WordKind::set)) {
      made.length = {run_[at].value, run_[at].unit, 0, Unit::none, 0, Unit::none, false, false};
      emit(made, at, at + 1);
      return at + 1;
    }
    if (!is(at, WordKind::set_prefix)) return 0;
    std::size_t i = at + 1;
    int count = run_[at].value;
    if (number(i)) count *= run_[i].value, ++i;
    if (is(i, WordKind::ordinal)) ++i;
    if (is(i, WordKind::length) || is(i, WordKind::weekday) || is(i, WordKind::weekend) || is(i, WordKind::day_part) ||
        is(i, WordKind::word_month) || is(i, WordKind::holiday) || is(i, WordKind::season)) {
      made.length = {count, is(i, WordKind::length) ? run_[i].unit : Unit::week, 0, Unit::none, 0, Unit::none, false,
                     false};
      emit(made, at, i + 1);
      return i + 1;
    }
    return 0;
  }

  /// from X to Y, X - Y, between X and Y.
  std::size_t range(std::size_t at) {
    std::size_t i = at;
    const bool between = is(i, WordKind::between);
    const bool from = is(i, WordKind::from);
    if (between || from) ++i;
    Fields left;
    std::size_t middle = 0;
    // "13 to 15 July", "9 - 11 am": the left side is a bare number.
    const auto bare = [&](std::size_t k) { return (number(k) || is(k, WordKind::ordinal)) && !run_[k].weak; };
    std::size_t b = i;
    while (is(b, WordKind::glue)) ++b;
    Fields right;
    std::size_t end = 0;
    if (bare(b) && (is(b + 1, WordKind::range) || (between && is(b + 1, WordKind::both)))) {
      const std::size_t start = b + 2;
      end = moment(start, right, true);
      if (end > start && right.day && right.month) {
        left = right;
        left.day = run_[b].value;
        left.weekday.reset();
        left.hour.reset();
        middle = b + 1;
      } else if (end > start && right.hour && (right.afternoon >= 0 || right.exact_hour || from || between) &&
                 run_[b].value <= 24 && is(b, WordKind::number)) {
        left = right;
        left.hour = run_[b].value;
        left.minute.reset();
        if (right.afternoon == 1 && run_[b].value > *right.hour && run_[b].value < 12) left.afternoon = 0;
        middle = b + 1;
      } else if (end == start && (from || between) && number(start) && run_[b].digits == 4 && run_[start].digits == 4) {
        left.year = run_[b].value;
        right.year = run_[start].value;
        end = start + 1;
        middle = b + 1;
      } else {
        end = 0;
      }
    }
    if (middle == 0) {
      middle = moment(i, left, true);
      if (middle == i || !(left.has_date() || left.has_time())) return 0;
      if (!is(middle, WordKind::range) && !(between && is(middle, WordKind::both))) return 0;
      std::size_t start = middle + 1;
      while (is(start, WordKind::glue) || is(start, WordKind::in)) ++start;
      right = {};
      end = moment(start, right, true);
      if (end == start) {
        // July 13-15, 3pm-5, 2014-15
        if (!bare(start)) return 0;
        if (left.day && !left.hour) {
          right = left;
          right.day = run_[start].value;
          right.weekday.reset();
          if (*right.day > 31) return 0;
        } else if (left.hour) {
          right.hour = run_[start].value;
          right.afternoon = left.afternoon;
          if (*right.hour > 24) return 0;
        } else {
          return 0;
        }
        end = start + 1;
      } else if (left.day && right.day && !right.month && !right.base) {
        right.month = left.month;
        if (!right.year) right.year = left.year;
      }
      if (left.month && right.year && !left.year) left.year = right.year, left.short_year = right.short_year;
      if (left.has_time() && right.hour && left.afternoon < 0 && right.afternoon >= 0 && !left.exact_hour)
        left.afternoon = left.hour && right.afternoon == 1 && *left.hour % 12 > *right.hour % 12 ? 0 : right.afternoon;
      // "9:30 - 11:00 on Thursday": the date stands on the right.
      if (left.hour && right.hour && right.has_date() && !left.has_date()) {
        Fields date = right;
        date.hour = left.hour;
        date.minute = left.minute;
        date.second = left.second;
        date.afternoon = left.afternoon;
        date.exact_hour = left.exact_hour;
        left = date;
        Fields time;
        time.hour = right.hour, time.minute = right.minute, time.afternoon = right.afternoon,
        time.exact_hour = right.exact_hour;
        right = time;
      }
    }
    if (!(right.has_date() || right.has_time())) return 0;
    if (right.hour && !right.has_date() && right.afternoon < 0 && left.afternoon == 1 && !right.exact_hour)
      right.afternoon = *right.hour > left.hour.value_or(0) % 12 ? 1 : -1;
    Candidate made;
    made.rule = "range";
    made.first = build(left);
    made.second = build(right);
    made.kind = left.has_time() ? TimeKind::time : TimeKind::date;
    emit(made, at, end);
    return end;
  }

  // ---- one moment

  /// Reads date and time elements in any order. `led`: a bare four-digit number is a year here.
  std::size_t moment(std::size_t at, Fields& f, bool led_in) {
    std::size_t i = at, done = at;
    bool at_word = false;
    while (i < run_.size()) {
      if (is(i, WordKind::glue)) {
        at_word = run_[i].value == 2;
        ++i;
        continue;
      }
      if (is(i, WordKind::in) && i != at && (!number(i + 1) || run_[i + 1].digits == 4)) {
        ++i;
        continue;
      }
      const std::size_t next = element(i, f, at_word, led_in || i > at);
      if (next <= i) break;
      at_word = false;
      i = done = next;
    }
    return done;
  }

  /// One element; the index after it, or `at`.
  std::size_t element(std::size_t at, Fields& f, bool at_word, bool led_in) {
    if (at >= run_.size()) return at;
    // year 2012
    if (is(at, WordKind::length) && run_[at].unit == Unit::year && number(at + 1) && run_[at + 1].digits == 4 &&
        !f.year) {
      f.year = run_[at + 1].value;
      return at + 2;
    }
    // week 31 (of 2018)
    if (is(at, WordKind::length) && run_[at].unit == Unit::week && number(at + 1) && run_[at + 1].digits > 0 &&
        run_[at + 1].value >= 1 && run_[at + 1].value <= 53 && !f.nth) {
      if (!f.has_date()) f.base = Operation{Step::deictic, Unit::year, 0, 0, 0};
      f.nth = Operation{Step::nth, Unit::week, run_[at + 1].value, 0, 0};
      return at + 2;
    }
    if (const std::size_t next = time_element(at, f, at_word); next != at) return next;
    if (const std::size_t next = counted(at, f); next != at) return next;
    const Token& t = run_[at];
    switch (t.kind) {
      case WordKind::ymd:
        if (f.year || f.month) return at;
        if (t.value != 0) f.year = t.value;
        f.month = t.extra / 100;
        if (t.unit == Unit::day) f.day = t.extra % 100;
        return at + 1;
      case WordKind::deictic:
      case WordKind::anaphor:
      case WordKind::anaphor_last:
      case WordKind::anaphor_near:
        if (f.base || f.month) return at;
        if (t.kind == WordKind::deictic)
          f.base = Operation{Step::deictic, t.unit, t.value, 0, 0};
        else
          f.base = Operation{Step::anaphor, t.unit, t.value,
                             t.kind == WordKind::anaphor        ? 0
                             : t.kind == WordKind::anaphor_last ? 1
                                                                : 2,
                             0};
        return at + 1;
      case WordKind::direction:
        return directed(at, f);
      case WordKind::weekday:
        if (f.weekday || f.nth) return at;
        if (run_[at].tail - run_[at].begin <= 3 && !run_[at].native && !whole(at) && !f.has_date()) return at;
        f.weekday = t.value;
        return at + 1;
      case WordKind::weekend:
        if (f.cycle) return at;
        f.cycle = Operation{Step::weekend, Unit::weekend, 0, 0, 0};
        return at + 1;
      case WordKind::word_month:
        return month(at, f, led_in);
      case WordKind::number:
      case WordKind::ordinal:
        return numbered(at, f, led_in);
      case WordKind::holiday:
        if (f.cycle) return at;
        f.cycle = Operation{Step::holiday, Unit::day, t.value, 0, 0};
        return at + 1;
      case WordKind::season:
        if (f.cycle || !(f.has_date() || f.part || following_year(at + 1))) return at;
        f.cycle = Operation{Step::season, Unit::season, t.value, 0, 0};
        return at + 1;
      case WordKind::quarter_name:
        if (f.cycle) return at;
        f.cycle = Operation{Step::quarter, Unit::quarter, t.value, 0, 0};
        return at + 1;
      case WordKind::half:
        if (f.cycle || !(f.has_date() || following_date(at + 1))) return at;
        f.cycle = Operation{Step::half, Unit::half, t.value, 0, 0};
        return at + 1;
      case WordKind::part: {
        if (f.part) return at;
        Fields inner = f;
        inner.part = t.value;
        std::size_t i = at + 1;
        while (is(i, WordKind::glue) || is(i, WordKind::range)) ++i;
        const std::size_t next = is(i, WordKind::length) && run_[i].unit >= Unit::week ? bare_unit(i, inner)
                                                                                       : element(i, inner, false, true);
        if (next == i || !inner.has_date() || inner.has_time()) return at;
        f = inner;
        return next;
      }
      case WordKind::end_of:
        f.base = Operation{Step::deictic, t.unit, 0, 0, 0};
        f.part = t.value;
        return at + 1;
      case WordKind::unit:
        if (t.unit != Unit::decade || f.decade) return at;
        f.decade = t.digits == 2 ? (t.value < 30 ? 2000 : 1900) + t.value : t.value;
        return at + 1;
      case WordKind::zone:
        if (!f.hour) return at;
        f.zone = static_cast<std::int16_t>(t.value);
        return at + 1;
      default:
        return at;
    }
  }

  /// Nothing but punctuation behind: "on the 27th." is a day, "the 27th floor" none.
  [[nodiscard]] bool ends_clause(std::size_t end) const { return end >= text_.size() || text_[end] != ' '; }
  [[nodiscard]] bool whole(std::size_t at) const { return run_[at].begin == 0 && run_[at].end + 1 >= text_.size(); }
  [[nodiscard]] bool following_year(std::size_t at) const {
    while (is(at, WordKind::glue)) ++at;
    return number(at) && run_[at].digits == 4;
  }
  [[nodiscard]] bool following_date(std::size_t at) const {
    while (is(at, WordKind::glue)) ++at;
    return following_year(at) || is(at, WordKind::direction);
  }

  /// A date, or "the month", "the year" in which publication lies.
  std::size_t moment_or_unit(std::size_t at, Fields& f) {
    const std::size_t next = moment(at, f, true);
    if (next != at) return next;
    std::size_t i = at;
    while (is(i, WordKind::glue)) ++i;
    return is(i, WordKind::length) && run_[i].unit >= Unit::week ? bare_unit(i, f) : at;
  }

  /// "the month", "the year" after end of …
  std::size_t bare_unit(std::size_t at, Fields& f) const {
    f.base = Operation{Step::deictic, run_[at].unit, 0, 0, 0};
    return at + 1;
  }

  /// last / this / next with a unit, weekday, month, season, holiday.
  std::size_t directed(std::size_t at, Fields& f) {
    const auto direction_value = static_cast<Direction>(run_[at].value);
    std::size_t i = at + 1;
    if (i >= run_.size()) return at;
    const int offset = direction_value == Direction::past ? -1 : direction_value == Direction::present ? 0 : 1;
    Length amount;
    if (const std::size_t next = length(i, amount);
        next != 0 && direction_value != Direction::present && (number(i) ? !run_[i].weak : true)) {
      if (f.has_date()) return at;
      f.shifts[0] = Operation{offset < 0 ? Step::span_back : Step::span_ahead, amount.unit, amount.count, 0, 0};
      return next;
    }
    // "last Friday of October", "the last week of May": from the end of what follows.
    if ((is(i, WordKind::weekday) || is(i, WordKind::length) || is(i, WordKind::weekend)) && offset < 0 &&
        (glue(i + 1, 1) || is(i + 1, WordKind::in)) && !f.has_date()) {
      Fields inner;
      const std::size_t next = moment_or_unit(i + 2, inner);
      if (next > i + 2 && inner.has_date() && !inner.has_time()) {
        inner.nth = Operation{Step::nth, is(i, WordKind::weekday) ? Unit::day : run_[i].unit, -1,
                              is(i, WordKind::weekday) ? run_[i].value : 0, 0};
        f = inner;
        return next;
      }
    }
    switch (run_[i].kind) {
      case WordKind::length:
        if (f.base || run_[i].unit < Unit::day) return at;
        if (run_[i].unit == Unit::day && offset <= 0) return at;
        f.base = Operation{Step::deictic, run_[i].unit == Unit::business ? Unit::week : run_[i].unit, offset, 0, 0};
        return i + 1;
      case WordKind::weekend:
        f.base = Operation{Step::deictic, Unit::weekend, offset, 0, 0};
        return i + 1;
      case WordKind::weekday:
        f.weekday = run_[i].value;
        f.direction = direction_value == Direction::following ? Direction::following : direction_value;
        return i + 1;
      case WordKind::word_month:
        f.month = run_[i].value;
        f.direction = direction_value;
        return i + 1;
      case WordKind::season:
        f.cycle = Operation{Step::season, Unit::season, run_[i].value, 0, 0};
        f.direction = direction_value == Direction::following ? Direction::future : direction_value;
        return i + 1;
      case WordKind::holiday:
        f.cycle = Operation{Step::holiday, Unit::day, run_[i].value, 0, 0};
        f.direction = direction_value == Direction::present ? Direction::none : direction_value;
        return i + 1;
      case WordKind::quarter_name:
        f.cycle = Operation{Step::quarter, Unit::quarter, run_[i].value, 0, 0};
        f.direction = direction_value;
        return i + 1;
      case WordKind::day_part:
        if (!f.base && !f.weekday) f.base = Operation{Step::deictic, Unit::day, offset, 0, 0};
        f.day_part = run_[i].value;
        return i + 1;
      default:
        return at;
    }
  }

  std::size_t month(std::size_t at, Fields& f, bool led_in) {
    if (f.month) return at;
    const std::size_t i = at + 1;
    const bool has_more =
        number(i) || is(i, WordKind::ordinal) || (glue(i, 0) && (is(i + 1, WordKind::ordinal) || number(i + 1)));
    // may and march are verbs too; short names want a number or a capital.
    const bool verb = (run_[at].value == 3 || run_[at].value == 5) && word(at).find('.') == std::string_view::npos;
    const bool small = verb || (!run_[at].native && run_[at].end - run_[at].begin <= 3);
    if (number(i) && run_[i].digits == 2 && run_[i].value > 31 && run_[i].value < 50 && !run_[i].apostrophe)
      return at;  // August 32
    if (small && !has_more && !f.day && !led_in && !whole(at) && !f.nth) return at;
    f.month = run_[at].value;
    return at + 1;
  }

  /// A number or ordinal: day, year, ordinal weekday or week, century.
  std::size_t numbered(std::size_t at, Fields& f, bool led_in) {
    const Token& t = run_[at];
    std::size_t i = at + 1;
    if (t.kind == WordKind::ordinal) {
      if (is(i, WordKind::length) && run_[i].unit == Unit::century) {
        f.century = t.value;
        return i + 1;
      }
      // third tuesday of …, first week of …, the 3rd last week of …
      int n = t.value;
      if (direction(i, Direction::past)) n = -n, ++i;
      if (is(i, WordKind::weekday) || is(i, WordKind::length) || is(i, WordKind::weekend)) {
        const Unit unit = is(i, WordKind::weekday) ? Unit::day : run_[i].unit;
        if (unit < Unit::day) return at;
        const int weekday = is(i, WordKind::weekday) ? run_[i].value : 0;
        std::size_t j = i + 1;
        const bool after = is(j, WordKind::bound) && run_[j].value == static_cast<int>(Bound::after);
        if (!after && !glue(j, 1) && !is(j, WordKind::in)) return at;
        ++j;
        Fields inner;
        const std::size_t next = moment_or_unit(j, inner);
        if (next == j || !inner.has_date() || inner.has_time()) return at;
        if (after)
          inner.after = Operation{Step::next, unit, n, weekday, 0};
        else if (unit == Unit::day && weekday == 0 && !inner.day && n > 0 && inner.month)
          inner.day = n;
        else
          inner.nth = Operation{Step::nth, unit, n, weekday, 0};
        f = inner;
        return next;
      }
      if (is(i, WordKind::quarter_name)) return at;
      if (f.day) return at;
      // the 15th, March 15th, the 15th of March, Tuesday the 19th
      std::size_t j = i;
      if (is(j, WordKind::glue)) ++j;
      const bool month_behind = is(j, WordKind::word_month) || (glue(i, 1) && is(j, WordKind::direction));
      if (!(f.month || f.weekday || f.base || month_behind ||
            (at > 0 && is(at - 1, WordKind::glue) && t.digits > 0 && i == run_.size() && ends_clause(t.end))))
        return at;
      if (t.value > 31) return at;
      f.day = t.value;
      return at + 1;
    }
    if (t.some || t.weak) return at;
    // Numbers: years have four digits, days stand beside a month.
    if (t.digits == 4 && t.value >= 1000 && t.value < 3000) {
      if (f.year || f.decade || (f.hour && !f.has_date())) return at;
      const bool dated = f.month || f.cycle || f.nth || f.part;
      if (!dated && !led_in && !whole(at)) return at;
      if (!dated && (t.value < 1900 || t.value >= 2100) && !is(i, WordKind::era)) return at;
      if (is(i, WordKind::length)) return at;
      f.year = t.value;
      if (is(i, WordKind::era)) f.before_christ = run_[i].value == -1, ++i;
      return i;
    }
    if (is(i, WordKind::era) && t.digits > 0) {
      f.year = t.value;
      f.before_christ = run_[i].value == -1;
      return i + 1;
    }
    if (f.month && !f.day && t.value >= 1 && t.value <= 31 && t.digits <= 2) {
      if (is(i, WordKind::am) || is(i, WordKind::oclock)) return at;
      if (t.apostrophe) {
        f.year = t.value;
        f.short_year = true;
        return i;
      }
      f.day = t.value;
      return i;
    }
    if (f.month && !f.year && t.digits == 2 && (t.apostrophe || t.value >= 50)) {
      f.year = t.value;
      f.short_year = true;
      return i;
    }
    // 20 of this month
    if (glue(i, 1) && is(i + 1, WordKind::direction) && is(i + 2, WordKind::length) &&
        run_[i + 2].unit == Unit::month && t.value <= 31 && !f.base) {
      f.day = t.value;
      return directed(i + 1, f);
    }
    // 15 March, 15 of March
    std::size_t j = i;
    if (is(j, WordKind::glue) || (is(j, WordKind::range) && adjacent(j) && adjacent(j + 1))) ++j;
    if (is(j, WordKind::word_month) && !f.month && !f.day && t.value >= 1 && t.value <= 31 && t.digits <= 2) {
      f.day = t.value;
      f.month = run_[j].value;
      ++j;
      if (is(j, WordKind::range) && adjacent(j) && adjacent(j + 1)) ++j;
      return j;
    }
    return at;
  }

  /// 3 days ago, in two weeks, a week from tomorrow, 2 weeks after christmas.
  std::size_t counted(std::size_t at, Fields& f) {
    std::size_t i = at;
    const bool in = is(i, WordKind::in), within = is(i, WordKind::within);
    if (in || within) ++i;
    while (is(i, WordKind::more) || (is(i, WordKind::glue) && (in || within))) ++i;
    Length amount;
    const std::size_t next = length(i, amount);
    if (next == 0 || f.shifts[0]) return at;
    if (is(next, WordKind::shift) && !in) {
      add_shift(f, amount, run_[next].value == static_cast<int>(Bound::before) ? -1 : 1);
      f.approximate = amount.some;
      return next + 1;
    }
    if (within) {
      f.shifts[0] = Operation{Step::within, amount.unit, amount.count, 0, 0};
      return next;
    }
    if (in) {
      if (f.month || f.year) return at;
      add_shift(f, amount, 1);
      f.approximate = amount.some;
      return next;
    }
    const bool from = is(next, WordKind::from);
    if (from || is(next, WordKind::bound)) {
      const auto bound = static_cast<Bound>(run_[next].value);
      if (!from && bound != Bound::after && bound != Bound::before) return at;
      if (is(next + 1, WordKind::now)) {
        add_shift(f, amount, 1);
        return next + 2;
      }
      Fields inner;
      const std::size_t end = moment(next + 1, inner, true);
      if (end == next + 1 || !inner.has_date()) return at;
      add_shift(inner, amount, from || bound == Bound::after ? 1 : -1);
      for (auto& shift : inner.shifts)
        if (shift) shift->c = 2;
      f = inner;
      return end;
    }
    return at;
  }

  // ---- times of day

  std::size_t time_element(std::size_t at, Fields& f, bool at_word) {
    if (at >= run_.size()) return at;
    const Token& t = run_[at];
    std::size_t i = at;
    if (t.kind == WordKind::clock_digits && !f.hour) {
      f.hour = t.value / 60;
      f.minute = t.value % 60;
      if (t.extra >= 0) f.second = t.extra;
      f.exact_hour = t.zero || *f.hour > 12 || *f.hour == 0;
      return after_clock(at + 1, f);
    }
    if (t.kind == WordKind::clock && !f.hour) {
      f.hour = t.value;
      f.exact_hour = t.value != 0;
      f.minute = 0;
      return at + 1;
    }
    if (t.kind == WordKind::day_part && !f.day_part) {
      f.day_part = t.value;
      constexpr int kToday = 4;  // tonight
      if (vocabulary_.day_parts()[static_cast<std::size_t>(t.value)].afternoon == kToday && !f.base)
        f.base = Operation{Step::deictic, Unit::day, 0, 0, 0};
      return at + 1;
    }
    // half past five, a quarter past five, 20 past 3
    int minutes = -1;
    if (is(i, WordKind::number) && run_[i].weak && is(i + 1, WordKind::length) && run_[i + 1].unit == Unit::quarter)
      minutes = 15, i += 2;
    else if (is(i, WordKind::length) && t.unit == Unit::quarter)
      minutes = 15, i += 1;
    else if (is(i, WordKind::half_hour))
      minutes = 30, i += 1;
    else if (is(i, WordKind::number) && t.value < 60 && !t.weak && !t.some) {
      minutes = t.value, i += 1;
      if (is(i, WordKind::length) && run_[i].unit == Unit::minute) ++i;
    }
    if (minutes >= 0 && i < run_.size()) {
      const bool past = is(i, WordKind::direction) && word(i).size() == 4 && (word(i)[0] | 0x20) == 'p';
      const bool after = is(i, WordKind::bound) && run_[i].value == static_cast<int>(Bound::after);
      const bool to = is(i, WordKind::range) && word(i).size() >= 2 && (word(i)[0] | 0x20) == 't' &&
                      (minutes == 15 || minutes % 5 == 0) &&
                      (i > at + 1 || is(at, WordKind::length) || is(at, WordKind::half_hour));
      if ((past || after || to) && !f.hour) {
        Fields hour;
        const std::size_t next = time_element(i + 1, hour, true);
        if (next > i + 1 && hour.hour && hour.minute.value_or(0) == 0) {
          f.hour = *hour.hour;
          f.afternoon = hour.afternoon;
          f.exact_hour = hour.exact_hour;
          if (past || after) {
            f.minute = minutes;
          } else {
            int total = *f.hour * 60 - minutes;
            if (f.afternoon >= 0 && *f.hour == 12 && total < 12 * 60) f.afternoon = 1 - f.afternoon;
            if (total < 0) total += 12 * 60;
            f.hour = total / 60;
            f.minute = total % 60;
          }
          return after_clock(next, f);
        }
      }
    }
    if (t.kind != WordKind::number || f.hour || t.weak || t.some || t.value > 24) {
      // 330 p.m., 1140 a.m.
      if (t.kind == WordKind::number && !f.hour && t.digits >= 3 && t.digits <= 4 && is(at + 1, WordKind::am) &&
          t.value % 100 < 60 && t.value / 100 <= 12) {
        f.hour = t.value / 100;
        f.minute = t.value % 100;
        return after_clock(at + 1, f);
      }
      return at;
    }
    std::size_t next = at + 1;
    if (is(next, WordKind::oclock)) {
      f.hour = t.value;
      return after_clock(next + 1, f);
    }
    int minute = 0;
    if (is(next, WordKind::number) && !run_[next].weak && run_[next].value < 60 && run_[next].value >= 10 &&
        run_[next].digits != 4 &&
        (is(next + 1, WordKind::am) || (at_word && run_[next].gap == Gap::space && !is(next + 1, WordKind::length)))) {
      minute = run_[next].value;
      ++next;
    }
    if (is(next, WordKind::am)) {
      if (t.value > 12 || t.value < 1) return at;
      f.hour = t.value;
      f.minute = minute;
      return after_clock(next, f);
    }
    const bool part_behind = is(next, WordKind::in) && is(next + 1, WordKind::glue) && is(next + 2, WordKind::day_part);
    const bool hour_only = at_word || part_behind || (f.day_part && t.digits > 0 && t.digits <= 2);
    if (hour_only && (minute > 0 || !is(next, WordKind::length)) && !is(next, WordKind::word_month) && !f.month) {
      f.hour = t.value;
      f.minute = minute;
      f.exact_hour = t.value > 12 || t.zero;
      return after_clock(next, f);
    }
    if (hour_only && f.month && f.day && at_word && !is(next, WordKind::length)) {
      f.hour = t.value;
      f.minute = minute;
      return after_clock(next, f);
    }
    return at;
  }

  /// am, pm and zones behind a clock time.
  std::size_t after_clock(std::size_t at, Fields& f) {
    if (is(at, WordKind::am)) {
      f.afternoon = run_[at].value;
      f.exact_hour = false;
      ++at;
    }
    if (is(at, WordKind::zone)) {
      f.zone = static_cast<std::int16_t>(run_[at].value);
      ++at;
    }
    return at;
  }

  const Vocabulary& vocabulary_;
  std::span<const Token> run_;
  std::string_view text_;
  std::vector<Candidate>& out_;
};

}  // namespace

void read_english(const Vocabulary& vocabulary, std::span<const Token> run, std::string_view text,
                  std::vector<Candidate>& out) {
  Reader(vocabulary, run, text, out).read();
}

}  // namespace timeline::temporal
