#include <algorithm>

#include "temporal/evaluator.hpp"
#include "temporal/evaluator_units.hpp"

namespace timeline::temporal {

bool Evaluator::apply_nth(const Operation& operation) {
  if (!current_) {
    if (!has_reference()) return fail(kNoReference);
    current_ = unit_at(today(), Unit::month, 0);
    if (anchors_.tense != Tense::unknown && operation.unit == Unit::day && operation.b > 0) {
      // The one of this month, unless the verb wants it before or after today.
      const DayNumber there = current_->from + (operation.b - weekday(current_->from) + 7) % 7 + 7 * (operation.a - 1);
      if (anchors_.tense == Tense::past && there > today()) current_ = unit_at(today(), Unit::month, -1);
      if (anchors_.tense == Tense::future && there < today()) current_ = unit_at(today(), Unit::month, 1);
    }
  }
  const Interval whole = *current_;
  const int n = operation.a;
  const auto inside = [&](const Interval& found) {
    if (found.from > whole.to || found.to < whole.from) return fail("there are not so many in it");
    current_ = found;
    return true;
  };
  switch (operation.unit) {
    case Unit::day: {
      if (operation.b == 0) return inside(one_day(n > 0 ? whole.from + n - 1 : whole.to + n + 1));
      const DayNumber first = whole.from + (operation.b - weekday(whole.from) + 7) % 7;
      const DayNumber last = whole.to - (weekday(whole.to) - operation.b + 7) % 7;
      return inside(one_day(n > 0 ? first + 7 * (n - 1) : last + 7 * (n + 1)));
    }
    case Unit::week: {
      // ISO 8601: a week belongs to the month (year, quarter) in which its Thursday lies.
      DayNumber monday = monday_of(whole.from);
      if (monday + 3 < whole.from) monday += 7;
      DayNumber final_monday = monday_of(whole.to);
      if (final_monday + 3 > whole.to) final_monday -= 7;
      const DayNumber chosen = n > 0 ? monday + 7 * (n - 1) : final_monday + 7 * (n + 1);
      parent_ = whole;
      ordinal_ = n;
      return inside(days(chosen, chosen + 6, Unit::week));
    }
    case Unit::weekend: {
      const DayNumber first = whole.from + (6 - weekday(whole.from) + 7) % 7;
      const DayNumber last = whole.to - (weekday(whole.to) - 6 + 7) % 7;
      const DayNumber saturday = n > 0 ? first + 7 * (n - 1) : last + 7 * (n + 1);
      return inside(days(saturday, saturday + 1, Unit::weekend));
    }
    case Unit::business:
    case Unit::holiday: {
      DayNumber day = n > 0 ? whole.from : whole.to;
      int left = n > 0 ? n : -n;
      for (; day >= whole.from && day <= whole.to; day += n > 0 ? 1 : -1)
        if ((operation.unit == Unit::holiday ? is_public_holiday(vocabulary_, day)
                                             : is_business_day(vocabulary_, day)) &&
            --left == 0)
          return inside(one_day(day));
      return fail("there are not so many in it");
    }
    case Unit::month: {
      const DayNumber first =
          n > 0 ? add_months(whole.from, n - 1)
                : add_months(day_number(civil_day(whole.to).year, civil_day(whole.to).month, 1), n + 1);
      return inside(unit_at(first, Unit::month, 0));
    }
    default:
      return fail("no ordinal of this unit");
  }
}

DayNumber Evaluator::business_day(DayNumber from, int count) const {
  for (int left = count < 0 ? -count : count; left > 0;) {
    from += count < 0 ? -1 : 1;
    if (is_business_day(vocabulary_, from)) --left;
  }
  return from;
}

bool Evaluator::apply_shift(const Operation& operation, bool more_follows, bool first) {
  if (!current_ && operation.a > 0 && anchors_.tense == Tense::past) return apply_later(operation, more_follows);
  const bool from_reference = (!current_ || operation.c == 1) && operation.c != 2;
  if (!current_) {
    if (!has_reference()) return fail(kNoReference);
    current_ = one_day(today());
    if (anchors_.reference->has_time() && clock_counted_) {
      current_->from_minute = current_->to_minute = anchors_.reference->hour * 60 + anchors_.reference->minute;
      current_->second = anchors_.reference->second;
    }
  }
  if (first) shifted_from_ = current_;
  const int n = operation.a;
  const DayNumber base = n < 0 ? current_->from : current_->to;
  if (is_clock_unit(operation.unit)) return shift_clock(operation);
  const Interval before = *current_;
  const bool coarse = from_reference && !(exact_ && last_step_) && !more_follows;
  if (const int months_each = months_of(operation.unit); months_each > 0) {
    if (n > 4000 || n < -4000) return fail("too far away to name a year");
    int count = n * months_each;
    if (operation.b == 1) count += (n < 0 ? -1 : 1) * months_each / 2;
    const DayNumber half = operation.b == 1 && operation.unit == Unit::month ? (n < 0 ? -15 : 15) : 0;
    const DayNumber day = add_months(base, count) + half;
    if (civil_day(day).year < -9999) return fail("too far away to name a year");
    const Unit unit = operation.b == 1 && operation.unit == Unit::year ? Unit::month : operation.unit;
    current_ = coarse ? unit_at(day, unit, 0) : one_day(day);
  } else if (n > 1'000'000 || n < -1'000'000) {
    return fail("too far away to name a day");
  } else if (operation.unit == Unit::week) {
    current_ = coarse ? unit_at(base + 7 * n, Unit::week, 0) : one_day(base + 7 * n);
  } else if (operation.unit == Unit::business) {
    if (n > 500 || n < -500) return fail("too far away");
    current_ = one_day(business_day(base, n));
  } else {
    current_ = one_day(base + n);
  }
  if (clock_counted_ && before.has_time()) {
    current_->from_minute = before.from_minute;
    current_->to_minute = before.to_minute;
    current_->second = before.second;
  }
  return true;
}

bool Evaluator::shift_clock(const Operation& operation) {
  const int n = operation.a;
  if (!current_->has_time()) return fail("the reference has no time of day to count from");
  long seconds = static_cast<long>(current_->from_minute) * 60 + std::max(current_->second, 0);
  const long step = operation.unit == Unit::hour ? 3600 : operation.unit == Unit::minute ? 60 : 1;
  seconds += step * n + (operation.b == 1 ? step / 2 * (n < 0 ? -1 : 1) : 0);
  long day = current_->from + seconds / 86400;
  seconds %= 86400;
  if (seconds < 0) seconds += 86400, --day;
  if (day < -1'000'000 || day > 3'000'000) return fail("too far away");
  current_->from = current_->to = static_cast<DayNumber>(day);
  current_->from_minute = current_->to_minute = static_cast<int>(seconds / 60);
  if (current_->second >= 0 || operation.unit == Unit::second) current_->second = static_cast<int>(seconds % 60);
  current_->unit = operation.unit == Unit::second ? Unit::second : Unit::minute;
  return true;
}

bool Evaluator::apply_later(const Operation& operation, bool more_follows) {
  if (anchors_.sentence_period && months_of(operation.unit) > 0) {
    // "2019년 시작돼 3년 뒤 끝났다"
    if (anchors_.period_is_year && operation.unit != Unit::year) return fail(kNoAntecedent);
    const DayNumber later = add_months(*anchors_.sentence_period, operation.a * months_of(operation.unit));
    current_ = unit_at(later, operation.unit, 0);
    return !has_reference() || current_->from <= today() ? true : fail("a past that would lie ahead");
  }
  // Only the day that this sentence or the one before it set is near enough to count from.
  const bool near = anchors_.last_day && anchors_.sentence - anchors_.last_sentence <= 1;
  const auto base = anchors_.sentence_day ? anchors_.sentence_day : near ? anchors_.last_day : std::nullopt;
  if (!base || is_clock_unit(operation.unit)) return fail(kNoAntecedent);
  current_ = one_day(*base);
  Operation shift = operation;
  shift.c = 1;  // no more exact than the words
  if (!apply_shift(shift, more_follows, true)) return false;
  // What is told of the past did not happen years ahead; a few days are a plan that was made.
  const bool days = operation.unit == Unit::day || operation.unit == Unit::business;
  return days || !has_reference() || current_->from <= today() ? true : fail("a past that would lie ahead");
}

bool Evaluator::apply_within(const Operation& operation) {
  if (operation.a != 0) {
    clock_counted_ = is_clock_unit(operation.unit);
    if (!apply_shift({Step::shift, operation.unit, operation.a, operation.b, 0}, true, true)) return false;
  }
  Interval whole = *shifted_from_;
  whole.unit = Unit::none;
  if (operation.a < 0) {  // over the past year: up to publication
    whole.from = current_->from;
    current_ = whole;
    return true;
  }
  whole.to = current_->to;
  if (current_->has_time()) {
    whole.to_minute = current_->to_minute;
    whole.unit = Unit::minute;
  } else if (anchors_.spoken_then && has_reference() && anchors_.reference->has_time() && whole.from == today() &&
             !whole.has_time()) {
    // From this moment until the day has come.
    whole.from_minute = anchors_.reference->hour * 60 + anchors_.reference->minute;
    whole.to_minute = 0;
    whole.unit = Unit::minute;
  }
  current_ = whole;
  return true;
}

bool Evaluator::apply_stretch(const Operation& operation) {
  if (!has_reference()) return fail(kNoReference);
  const bool back = operation.step == Step::span_back;
  const int n = operation.a;
  if (n < 1 || n > 3000) return fail("too long to place");
  const DayNumber now = today();
  if (is_clock_unit(operation.unit)) {
    if (!anchors_.reference->has_time()) return fail("the reference has no time of day to count from");
    // Whole units here too: the last 24 hours end with the hour before this one.
    const long step = operation.unit == Unit::hour ? 3600 : operation.unit == Unit::minute ? 60 : 1;
    long second = anchors_.reference->hour * 3600L + anchors_.reference->minute * 60L +
                  std::max<int>(anchors_.reference->second, 0);
    second -= second % step;
    const long first = back ? second - step * n : second + step;
    const long last = (back ? second : second + step + step * n) - (operation.unit == Unit::second ? 1 : 60);
    const auto day_of = [&](long at) {
      return now + static_cast<DayNumber>(at >= 0 ? at / 86400 : (at - 86399) / 86400);
    };
    const auto second_of = [](long at) { return ((at % 86400) + 86400) % 86400; };
    Interval whole = days(day_of(first), day_of(last), operation.unit == Unit::second ? Unit::second : Unit::minute);
    whole.from_minute = static_cast<int>(second_of(first) / 60);
    whole.to_minute = static_cast<int>(second_of(last) / 60);
    current_ = whole;
    return true;
  }
  const Unit unit = operation.unit;
  if (unit == Unit::business) {
    if (n > 500) return fail("too long to place");
    const DayNumber near = business_day(now, back ? -1 : 1), far = business_day(now, back ? -n : n);
    current_ = days(std::min(near, far), std::max(near, far), Unit::none);
    return true;
  }
  if (back) {
    const Interval first = unit_at(now, unit, -n), last = unit_at(now, unit, -1);
    current_ = days(first.from, last.to, n == 1 ? unit : Unit::none);
  } else {
    const Interval first = unit_at(now, unit, 1), last = unit_at(now, unit, n);
    current_ = days(first.from, last.to, n == 1 ? unit : Unit::none);
  }
  return true;
}

bool Evaluator::apply_next(const Operation& operation) {
  if (!current_) return fail("after nothing");
  const bool ahead = operation.step == Step::next;
  const int n = std::max(operation.a, 1);
  // c: 1 counts from the very beginning of what is there (after a start), or weeks as a period counts them.
  const bool from_begin = operation.c == 1 && operation.unit != Unit::week && ahead;
  const DayNumber edge = from_begin ? current_->from - 1 : ahead ? current_->to : current_->from;
  switch (operation.unit) {
    case Unit::day:
      if (operation.b > 0) {
        const int distance =
            ahead ? (operation.b - weekday(edge) + 6) % 7 + 1 : (weekday(edge) - operation.b + 6) % 7 + 1;
        current_ = one_day(ahead ? edge + distance + 7 * (n - 1) : edge - distance - 7 * (n - 1));
      } else {
        current_ = one_day(ahead ? edge + n : edge - n);
      }
      return true;
    case Unit::business:
      current_ = one_day(business_day(edge, ahead ? n : -n));
      return true;
    case Unit::holiday: {
      constexpr int kFarthest = 400;  // days
      DayNumber day = edge;
      for (int left = n, steps = 0; left > 0 && steps < kFarthest; ++steps) {
        day += ahead ? 1 : -1;
        if (is_public_holiday(vocabulary_, day)) --left;
      }
      current_ = one_day(day);
      return true;
    }
    case Unit::weekend: {
      DayNumber day = edge + (ahead ? 1 : -1);
      while (weekday(day) != (ahead ? 6 : 7)) day += ahead ? 1 : -1;
      const DayNumber saturday = (ahead ? day : day - 1) + (ahead ? 7 : -7) * (n - 1);
      current_ = days(saturday, saturday + 1, Unit::weekend);
      return true;
    }
    case Unit::week: {
      if (operation.c != 1) {
        current_ = unit_at(edge, Unit::week, ahead ? n : -n);
        return true;
      }
      // The first week after a day is the next one; after a month or quarter the first that belongs to the one behind
      // it.
      DayNumber monday = monday_of(edge + 1);
      if (current_->unit == Unit::day ? monday <= edge : monday + 3 < edge + 1) monday += 7;
      monday += 7 * (n - 1);
      current_ = days(monday, monday + 6, Unit::week);
      return true;
    }
    default:
      current_ = unit_at(edge, operation.unit, ahead ? n : -n);
      return true;
  }
}

}  // namespace timeline::temporal
