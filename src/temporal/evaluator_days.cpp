#include "temporal/evaluator.hpp"
#include "temporal/evaluator_units.hpp"

namespace timeline::temporal {

// Bare days and weekdays: the one that direction, tense and the story want.

bool Evaluator::apply_day(int day, int wanted_weekday) {
  if (current_) {
    if (current_->unit != Unit::month) return fail("a day of no month");
    const CivilDay civil = civil_day(current_->from);
    if (day > days_in_month(civil.year, civil.month)) return fail(kNoSuchDay);
    current_ = one_day(day_number(civil.year, civil.month, day));
    return true;
  }
  if (anchors_.apposed_day) {
    current_ = one_day(*anchors_.apposed_day);
    return true;
  }
  if (!has_reference()) return fail(kNoReference);
  const DayNumber now = today();
  const CivilDay civil = civil_day(now);
  const auto in_month = [&](int offset) -> std::optional<DayNumber> {
    const CivilDay first = civil_day(add_months(day_number(civil.year, civil.month, 1), offset));
    if (day > days_in_month(first.year, first.month)) return std::nullopt;
    const DayNumber found = day_number(first.year, first.month, day);
    if (wanted_weekday > 0 && weekday(found) != wanted_weekday) return std::nullopt;
    return found;
  };
  const int farthest = wanted_weekday > 0 ? 14 : 2;  // months; each weekday is a 13th within fourteen
  if (direction_ == Direction::none && anchors_.near_month && wanted_weekday == 0) {
    const int month = *anchors_.near_month;
    const int year = month / 12;
    if (day <= days_in_month(year, month % 12 + 1)) {
      current_ = one_day(day_number(year, month % 12 + 1, day));
      return true;
    }
  }
  std::optional<DayNumber> past, future;
  const bool strict = direction_ != Direction::none && direction_ != Direction::present;
  for (int back = 0; back <= farthest && !past; ++back)
    if (const auto found = in_month(-back); found && (strict ? *found < now : *found <= now)) past = found;
  for (int ahead = 0; ahead <= farthest && !future; ++ahead)
    if (const auto found = in_month(ahead); found && (strict ? *found > now : *found >= now)) future = found;
  if (wanted_weekday > 0) {  // a 31st of that weekday may be missing on one side
    if (!past) past = future;
    if (!future) future = past;
  }
  if (!past || !future) return fail(kNoSuchDay);
  DayNumber chosen = *past;
  switch (direction_) {
    case Direction::past:
    case Direction::previous:
      break;
    case Direction::future:
    case Direction::following:
      // Written on the 5th and published on the 6th, "오는 6일" is the day of publication.
      chosen = anchors_.dateline && *anchors_.dateline < now && civil.day == day ? now : *future;
      break;
    case Direction::present:
      chosen = in_month(0).value_or(*past);
      break;
    case Direction::none:
      chosen = wanted_weekday > 0 ? day_of_weekday(*past, *future) : bare_day(day, *past, *future);
      break;
  }
  current_ = one_day(chosen);
  return true;
}

DayNumber Evaluator::bare_day(int day, DayNumber past, DayNumber future) const {
  const DayNumber back = today() - past, ahead = future - today();
  if (const auto known = anchors_.days[static_cast<std::size_t>(day)]) return *known;
  if (!anchors_.tense_is_sure) {
    // The verb may belong to another word: a day of this week outweighs one of another month.
    constexpr DayNumber kAtHand = 7, kFarOff = 20;
    if (back <= kAtHand && ahead > kFarOff) return past;
    if (ahead <= kAtHand && back > kFarOff) return future;
  }
  if (anchors_.tense == Tense::unknown) return ahead < back ? future : past;
  return anchors_.tense == Tense::future ? future : past;
}

DayNumber Evaluator::day_of_weekday(DayNumber past, DayNumber future) const {
  if (anchors_.tense != Tense::unknown) return anchors_.tense == Tense::future ? future : past;
  constexpr DayNumber kNear = 31;
  const DayNumber back = today() - past, ahead = future - today();
  return back < ahead && back <= kNear ? past : future;
}

bool Evaluator::apply_weekday(int wanted, bool after_shift) {
  if (current_) {
    if (current_->unit == Unit::week) {
      DayNumber found = current_->from + wanted - 1;
      if (parent_ && (found < parent_->from || found > parent_->to)) {
        const DayNumber first = parent_->from + (wanted - weekday(parent_->from) + 7) % 7;
        const DayNumber last = parent_->to - (weekday(parent_->to) - wanted + 7) % 7;
        found = ordinal_ > 0 ? first + 7 * (ordinal_ - 1) : last;
      }
      current_ = one_day(found);
      return true;
    }
    if (current_->unit == Unit::day && current_->from == current_->to) {
      if (after_shift) current_ = one_day(current_->from + (wanted - weekday(current_->from) + 7) % 7);
      return true;  // beside a date the weekday adds nothing
    }
    if (current_->unit == Unit::weekend) {
      current_ = one_day(monday_of(current_->from) + wanted - 1);
      return true;
    }
    const DayNumber first = current_->from + (wanted - weekday(current_->from) + 7) % 7;
    current_ = one_day(first);
    return true;
  }
  if (!has_reference()) return fail(kNoReference);
  const DayNumber now = today();
  const DayNumber next = now + (wanted - weekday(now) + 7) % 7;
  const DayNumber last = now - (weekday(now) - wanted + 7) % 7;
  switch (direction_) {
    case Direction::past:
      current_ = one_day(last == now ? last - 7 : last);
      return true;
    case Direction::previous:
      current_ = one_day(now - last <= 3 ? last - 7 : last);
      return true;
    case Direction::future:
      current_ = one_day(next == now ? next + 7 : next);
      return true;
    case Direction::present:
      current_ = one_day(monday_of(now) + wanted - 1);
      return true;
    case Direction::following:
      current_ = one_day(monday_of(now) + 7 + wanted - 1);
      return true;
    case Direction::none:
      // Who names nothing but today's weekday means the next one: today is 오늘.
      current_ = one_day(anchors_.tense == Tense::past ? last : next == now && anchors_.stands_alone ? next + 7 : next);
      return true;
  }
  return false;
}

}  // namespace timeline::temporal
