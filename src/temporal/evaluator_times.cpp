#include "temporal/evaluator.hpp"
#include "temporal/evaluator_units.hpp"

namespace timeline::temporal {

bool Evaluator::need_day_for_time() {
  if (current_)
    return current_->from == current_->to || current_->has_time() ? true : fail("a time of day on more than one day");
  if (anchors_.sentence_day)
    current_ = one_day(*anchors_.sentence_day);
  else if (anchors_.last_day && anchors_.sentence - anchors_.last_sentence <= 1)
    current_ = one_day(*anchors_.last_day);
  else if (anchors_.dateline)
    current_ = one_day(*anchors_.dateline);
  else if (anchors_.last_day)
    current_ = one_day(*anchors_.last_day);
  else if (has_reference())
    current_ = one_day(today());
  else
    return fail(kNoReference);
  return true;
}

bool Evaluator::apply_day_part(const Operation& operation) {
  if (!need_day_for_time()) return false;
  const DayPart& part = vocabulary_.day_parts()[static_cast<std::size_t>(operation.a)];
  day_part_ = operation.a;
  current_->from_minute = part.from;
  current_->to_minute = part.to;
  current_->unit = Unit::hour;
  return true;
}

bool Evaluator::apply_clock(const Operation& operation) {
  const bool dated = (current_ && day_part_ < 0) || anchors_.sentence_day || anchors_.dateline;
  const bool alone = !dated;
  const bool bare = alone && day_part_ < 0;
  if (!need_day_for_time()) return false;
  int hour = operation.a;
  const int minute = operation.b;
  bool next_day = false, tonight = false;
  if (day_part_ >= 0) {
    const DayPart& part = vocabulary_.day_parts()[static_cast<std::size_t>(day_part_)];
    tonight = part.afternoon == 4;
    const bool small_hours = part.afternoon == 4 && hour <= 4;  // tonight around 3
    if ((part.afternoon == 1 || part.afternoon == 4) && hour < 12 && !small_hours &&
        !(part.from == 12 * 60 && part.to < 18 * 60 && hour > 6))
      hour += 12;
    if (part.afternoon == 2 && hour >= 6 && hour < 12) hour += 12;
    if ((part.afternoon == 2 || part.afternoon == 4) && hour == 12 && operation.unit == Unit::hour)
      hour = 0, next_day = true;
    if (part.afternoon == 0 && hour == 12 && part.from == 0) hour = 0;
  } else if (operation.unit == Unit::hour || (operation.unit == Unit::minute && bare)) {
    // An hour without a part of the day: 1 to 6 are after noon, as people say it; said at a known moment, it is the
    // next such hour.
    const bool next_wanted = time_only_ && alone && anchors_.spoken_then && anchors_.reference->has_time() &&
                             anchors_.tense != Tense::past && hour >= 1 && hour < 12;
    const int now = next_wanted ? anchors_.reference->hour * 60 + anchors_.reference->minute : -1;
    if (next_wanted ? hour * 60 + minute <= now && hour * 60 + minute + 12 * 60 > now : hour >= 1 && hour <= 6)
      hour += 12;
  }
  if (hour == 24 || (operation.unit == Unit::hour && operation.a == 0 && !next_day && (day_part_ < 0 || tonight) &&
                     operation.c == -1 && minute == 0)) {
    hour = 0;
    next_day = true;  // 자정, 24시: the end of the day named
  }
  if (hour > 23) return fail("there is no such hour");
  if (next_day) current_ = one_day(current_->to + 1);
  current_->from_minute = hour * 60 + minute;
  current_->to_minute = current_->from_minute;
  current_->second = operation.c;
  current_->unit = operation.c >= 0 ? Unit::second : Unit::minute;
  // A time alone, said before it: the next one to come.
  if (time_only_ && alone && anchors_.tense != Tense::past && anchors_.reference && anchors_.reference->has_time() &&
      !anchors_.last_day && !next_day &&
      current_->from_minute < anchors_.reference->hour * 60 + anchors_.reference->minute) {
    current_->from += 1;
    current_->to += 1;
  }
  return true;
}

}  // namespace timeline::temporal
