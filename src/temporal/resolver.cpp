#include "temporal/resolver.hpp"

#include <algorithm>

#include "temporal/evaluator.hpp"

namespace timeline::temporal {
namespace {

using model::Granularity;
using model::Modifier;
using model::Moment;
using model::TimeKind;

Granularity granularity_of(const Interval& interval) {
  switch (interval.unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
      return Granularity::time;
    case Unit::day:
    case Unit::business:
    case Unit::holiday:
      return interval.has_time()            ? Granularity::time
             : interval.from == interval.to ? Granularity::day
                                            : Granularity::range;
    case Unit::week:
      return Granularity::week;
    case Unit::month:
      return Granularity::month;
    case Unit::season:
      return Granularity::season;
    case Unit::quarter:
      return Granularity::quarter;
    case Unit::half:
      return Granularity::half;
    case Unit::year:
      return Granularity::year;
    case Unit::decade:
      return Granularity::decade;
    case Unit::century:
      return Granularity::century;
    default:
      return interval.has_time() ? Granularity::time : Granularity::range;
  }
}

Moment start_of(const Interval& interval) {
  Moment moment = moment_of(interval.from);
  if (interval.has_time()) {
    moment.hour = static_cast<std::int8_t>(interval.from_minute / 60);
    moment.minute = static_cast<std::int8_t>(interval.from_minute % 60);
    moment.second = static_cast<std::int8_t>(interval.second);
  }
  return moment;
}

Moment end_of(const Interval& interval) {
  Moment moment = moment_of(interval.to);
  if (interval.to_minute >= 0) {
    moment.hour = static_cast<std::int8_t>(interval.to_minute / 60);
    moment.minute = static_cast<std::int8_t>(interval.to_minute % 60);
    moment.second = static_cast<std::int8_t>(interval.second);
  }
  return moment;
}

void append_unit(std::string& text, std::int64_t count, Unit unit, bool half, int thousandths = 0) {
  char letter = 'D';
  switch (unit) {
    case Unit::second:
      letter = 'S';
      break;
    case Unit::minute:
      letter = 'M';
      break;
    case Unit::hour:
      letter = 'H';
      break;
    case Unit::week:
      letter = 'W';
      break;
    case Unit::month:
      letter = 'M';
      break;
    case Unit::quarter:
      letter = 'M';
      count *= 3;
      break;
    case Unit::half:
      letter = 'M';
      count *= 6;
      break;
    case Unit::year:
      letter = 'Y';
      break;
    case Unit::decade:
      letter = 'Y';
      count *= 10;
      break;
    case Unit::century:
      letter = 'Y';
      count *= 100;
      break;
    default:
      break;
  }
  const bool is_time = unit == Unit::second || unit == Unit::minute || unit == Unit::hour;
  if (is_time && text.find('T') == std::string::npos) text += 'T';
  text += std::to_string(count);
  if (half) text += ".5";
  if (thousandths != 0) {
    std::string digits = std::to_string(1000 + thousandths);
    while (digits.back() == '0') digits.pop_back();
    text += '.' + digits.substr(1);
  }
  text += letter;
}

std::string duration_text(const Length& length) {
  if (length.unit == Unit::none) return {};
  std::string text = "P";
  if (length.some && length.count == 0) {  // PXD, PTXH: nobody says how many
    append_unit(text, 1, length.unit, false);
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto first = std::find_if(text.begin(), text.end(), digit);
    text.replace(first, std::find_if_not(first, text.end(), digit), "X");
    return text;
  }
  append_unit(text, length.count, length.unit, length.half && length.more_unit == Unit::none, length.thousandths);
  if (length.more_unit != Unit::none)
    append_unit(text, length.more, length.more_unit, length.half && length.rest_unit == Unit::none);
  if (length.rest_unit != Unit::none) append_unit(text, length.rest, length.rest_unit, length.half);
  return text;
}

/// 초, 중순, 말 leave their mark beside the bounds.
Modifier part_modifier(const Program& program) {
  for (std::uint8_t i = program.count; i-- > 0;)
    if (program.steps[i].step == Step::part) switch (static_cast<Part>(program.steps[i].a)) {
        case Part::start:
        case Part::early:
        case Part::first_third:
        case Part::first_half:
        case Part::early_mid:
          return Modifier::start;
        case Part::mid:
        case Part::second_third:
          return Modifier::mid;
        case Part::turn:
          return Modifier::none;
        default:
          return Modifier::end;
      }
  return Modifier::none;
}

/// "since 9am" began before the moment of asking; an hour that may be of either half of the day half a day before.
void begin_in_past(const Moment& now, bool either_half, Interval& clock) {
  const DayNumber today = day_number(now);
  if (clock.from == today + 1) clock.from = clock.to = today;
  constexpr int kHalf = 12 * 60;
  if (either_half && clock.from == today && clock.from_minute > now.hour * 60 + now.minute &&
      clock.from_minute >= kHalf)
    clock.from_minute -= kHalf, clock.to_minute -= kHalf;
}

void set_bounds(const Candidate& candidate, const Interval& interval, model::TimeValue& value) {
  switch (candidate.bound) {
    case Bound::none:
      value.from = start_of(interval);
      value.to = end_of(interval);
      return;
    case Bound::since:
    case Bound::after:
      value.from = start_of(interval);
      value.modifier = candidate.bound == Bound::since ? Modifier::since : Modifier::after;
      break;
    case Bound::until:
      value.to = end_of(interval);
      value.modifier = Modifier::until;
      break;
    case Bound::before:
      value.to = interval.has_time() ? start_of(interval) : moment_of(interval.from - 1);
      value.modifier = Modifier::before;
      break;
  }
  value.granularity = interval.has_time() ? Granularity::time : Granularity::range;
}

}  // namespace

model::TimeExpression Resolver::resolve(const Candidate& candidate, const Anchors& anchors,
                                        std::vector<std::string>* trace) const {
  model::TimeExpression found;
  found.span = candidate.span;
  found.kind = candidate.kind;
  found.rule = candidate.rule;
  found.local_time = candidate.local_time;
  if (candidate.kind == TimeKind::duration || candidate.kind == TimeKind::set) {
    found.duration = duration_text(candidate.length);
    return found;
  }
  if (candidate.kind == TimeKind::vague && candidate.first.empty()) {
    found.value.modifier = Modifier::vague;
    return found;
  }
  Evaluator evaluator(vocabulary_, anchors, trace);
  evaluator.set_exact(candidate.exact);
  const Step begins = candidate.first.empty() ? Step::year : candidate.first.steps[0].step;
  evaluator.set_time_only(candidate.kind == TimeKind::time && (begins == Step::clock || begins == Step::day_part));
  auto interval = candidate.second.empty() ? evaluator.evaluate(candidate.first)
                                           : evaluator.evaluate_range(candidate.first, candidate.second);
  if (interval && !candidate.inside.empty()) interval = evaluator.pick(candidate.inside);
  if (!interval) {
    found.reason = evaluator.reason();
    return found;
  }
  constexpr DayNumber kFarthest = 2'932'896;  // 9999-12-31
  if (interval->to > kFarthest || interval->from < -kFarthest) {
    found.reason = "too far away to name a date";
    return found;
  }
  if (candidate.kind == TimeKind::date && interval->has_time()) found.kind = TimeKind::time;
  if (candidate.bound == Bound::since && candidate.first.count == 1 && begins == Step::clock && anchors.reference &&
      anchors.reference->has_time())
    begin_in_past(*anchors.reference, candidate.first.steps[0].unit == Unit::hour, *interval);
  found.value.granularity = granularity_of(*interval);
  found.value.modifier = candidate.second.empty() ? part_modifier(candidate.first) : Modifier::none;
  if (candidate.approximate && found.value.modifier == Modifier::none) found.value.modifier = Modifier::approximate;
  set_bounds(candidate, *interval, found.value);
  if (candidate.kind == TimeKind::vague) found.value.modifier = Modifier::vague;  // now: the day, and no more exact
  if (found.value.from && found.value.to && *found.value.to < *found.value.from) {
    found.value = {};
    found.reason = "its end lies before its beginning";
  }
  return found;
}

}  // namespace timeline::temporal
