#include "temporal/evaluator.hpp"

#include <algorithm>

#include "temporal/evaluator_units.hpp"

namespace timeline::temporal {
namespace {

constexpr int kFarPlan = 3;  // years

/// Does a run of lengths that began before `at` count hours, minutes or seconds?
bool counts_clock(const Program& program, std::uint8_t at) {
  for (std::uint8_t i = static_cast<std::uint8_t>(at - 1); i < program.count && program.steps[i].step == Step::shift;
       ++i)
    if (is_clock_unit(program.steps[i].unit)) return true;
  return false;
}

}  // namespace

bool Evaluator::fail(std::string_view reason) {
  reason_ = reason;
  return false;
}

std::optional<Interval> Evaluator::evaluate(const Program& program) {
  direction_ = program.direction;
  for (std::uint8_t at = 0; at < program.count;) {
    const Operation operation = program.steps[at];
    if (!apply(program, at)) return std::nullopt;
    note(operation);
  }
  if (!current_) fail("it names no date");
  return current_;
}

void Evaluator::note(const Operation& operation) {
  if (trace_ == nullptr || !current_) return;
  static constexpr std::string_view kNames[] = {"year",        "short year",     "month",
                                                "day",         "weekday",        "quarter",
                                                "half",        "season",         "decade",
                                                "century",     "week number",    "holiday",
                                                "lunar day",   "from reference", "from what the text set",
                                                "weekend",     "ordinal",        "part",
                                                "part of day", "clock",          "shift",
                                                "within",      "stretch back",   "stretch ahead",
                                                "same day",    "part of year",   "first day",
                                                "last day",    "next",           "previous",
                                                "holding"};
  std::string line(kNames[static_cast<std::size_t>(operation.step)]);
  line += " " + std::to_string(operation.a) + " -> " + to_iso(moment_of(current_->from));
  if (current_->to != current_->from) line += ".." + to_iso(moment_of(current_->to));
  if (current_->has_time())
    line += " " + std::to_string(current_->from_minute / 60) + ":" + std::to_string(current_->from_minute % 60);
  trace_->push_back(std::move(line));
}

bool Evaluator::apply(const Program& program, std::uint8_t& at) {
  const Operation& operation = program.steps[at];
  // A length that another goes on from is counted to the day: "2주 뒤의 하루 뒤", "1년 2개월 전".
  const bool more_follows = at + 1 < program.count &&
                            (program.steps[at + 1U].step == Step::shift || program.steps[at + 1U].step == Step::within);
  last_step_ = at + 1 == program.count;
  const bool after_shift = at > 0 && program.steps[at - 1U].step == Step::shift;
  ++at;
  switch (operation.step) {
    case Step::year:
      if (operation.a > 9999 || operation.a < -9999) return fail("too far away to name a year");
      current_ = year_of(operation.a);
      return true;
    case Step::short_year: {
      const int now = has_reference() ? anchors_.reference->year : 2000;
      int year = now / 100 * 100 + operation.a;
      if (year > now + (operation.b == 1 ? 0 : 20)) year -= 100;
      current_ = year_of(year);
      return true;
    }
    case Step::month:
      --at;
      return apply_month(program, at);
    case Step::day:
      return apply_day(operation.a, operation.b);
    case Step::weekday:
      if (const auto day = counted_back_from(program, at)) return current_ = one_day(*day), true;
      return apply_weekday(operation.a, after_shift);
    case Step::quarter:
    case Step::half:
    case Step::season:
      return apply_cycle(operation);
    case Step::decade:
      current_ = days(day_number(operation.a, 1, 1), day_number(operation.a + 9, 12, 31), Unit::decade);
      return true;
    case Step::century: {
      if (operation.a > 99 || operation.a < -99) return fail("too far away to name a century");
      // b: how many years before its first one it begins; English counts from the year with two noughts.
      const int first = operation.a > 0 ? 100 * operation.a - 99 - operation.b : 100 * operation.a + 1;
      current_ = days(day_number(first, 1, 1), day_number(first + 99, 12, 31), Unit::century);
      return true;
    }
    case Step::week_number: {
      const DayNumber monday = iso_week_start(current_          ? civil_day(current_->from).year
                                              : has_reference() ? anchors_.reference->year
                                                                : 1970,
                                              operation.a);
      current_ = days(monday, monday + 6, Unit::week);
      return true;
    }
    case Step::holiday:
      return apply_holiday(operation);
    case Step::lunar:
      return apply_lunar(operation);
    case Step::deictic:
      return apply_deictic(operation);
    case Step::anaphor:
      return apply_anaphor(operation);
    case Step::holding:
      if (!current_) return fail("no day to find it by");
      current_ = unit_at(current_->from, operation.unit, 0);
      return true;
    case Step::weekend: {
      if (current_ && current_->unit == Unit::day && operation.b == 1) {
        current_ = weekend_around(current_->from);
        return true;
      }
      if (current_ && current_->unit == Unit::week) {
        current_ = days(current_->from + 5, current_->from + 6, Unit::weekend);
        return true;
      }
      if (current_) return fail("no week to find the weekend in");
      if (!has_reference()) return fail(kNoReference);
      int offset = 0;
      if (direction_ == Direction::past ||
          (direction_ == Direction::none && anchors_.tense == Tense::past && weekday(today()) < 6))
        offset = -1;
      if (direction_ == Direction::following) offset = 1;
      current_ = unit_at(today(), Unit::weekend, offset);
      return true;
    }
    case Step::nth:
      return apply_nth(operation);
    case Step::part:
      if (!current_) return fail("part of nothing");
      current_ = part_of(*current_, static_cast<Part>(operation.a));
      return true;
    case Step::day_part:
      return apply_day_part(operation);
    case Step::clock:
      return apply_clock(operation);
    case Step::shift:
      if (!after_shift) clock_counted_ = counts_clock(program, at);
      return apply_shift(operation, more_follows, !after_shift);
    case Step::within:
      return apply_within(operation);
    case Step::span_back:
    case Step::span_ahead:
      return apply_stretch(operation);
    case Step::same: {
      if (!current_) return fail(kNoReference);
      if (operation.unit == Unit::month && anchors_.period_months != 1) {
        if (!anchors_.last_month) return fail("the text names no month before it");
        current_ = months(civil_day(current_->from).year, *anchors_.last_month % 12 + 1, 1, Unit::month);
        return true;
      }
      if (operation.unit != Unit::day) {
        if (anchors_.period_months == 0) return fail("the text names no period before it");
        const Unit unit = anchors_.period_months == 1   ? Unit::month
                          : anchors_.period_months == 3 ? Unit::quarter
                          : anchors_.period_months == 6 ? Unit::half
                                                        : Unit::none;
        // In a report on the last quarter of last year 지난해 같은 기간 is that of the year before.
        const int year = civil_day(current_->from).year;
        const bool is_own =
            program.steps[0].step == Step::deictic && program.steps[0].a < 0 && anchors_.period_year == year;
        current_ = months(is_own ? year - 1 : year, anchors_.period_month, anchors_.period_months, unit);
        return true;
      }
      if (!has_reference()) return fail(kNoReference);
      if (current_->unit == Unit::week) {
        current_ = one_day(current_->from + weekday(today()) - 1);
        return true;
      }
      const CivilDay now = civil_day(today());
      const CivilDay there = civil_day(current_->from);
      const int month = current_->unit == Unit::year ? now.month : there.month;
      current_ = one_day(day_number(there.year, month, std::min(now.day, days_in_month(there.year, month))));
      return true;
    }
    case Step::year_part:
      return apply_year_part(operation);
    case Step::begin:
    case Step::finish:
      if (!current_) return fail("first or last day of nothing");
      current_ = one_day(operation.step == Step::begin ? current_->from : current_->to);
      return true;
    case Step::next:
    case Step::previous:
      return apply_next(operation);
  }
  return false;
}

/// "the letter was sent two days before Tuesday's vote", said on Sunday: the Tuesday to come.
std::optional<DayNumber> Evaluator::counted_back_from(const Program& program, std::uint8_t at) const {
  if (current_ || at >= program.count || direction_ != Direction::none || anchors_.tense != Tense::past ||
      !has_reference())
    return std::nullopt;
  const Operation& back = program.steps[at];
  if (back.step != Step::shift || back.unit != Unit::day || back.a >= 0) return std::nullopt;
  const DayNumber next = today() + (program.steps[at - 1U].a - weekday(today()) + 7) % 7;
  return next + back.a <= today() ? std::optional(next) : std::nullopt;
}

bool Evaluator::apply_deictic(const Operation& operation) {
  if (!has_reference()) return fail(kNoReference);
  if (operation.unit == Unit::minute) {
    // now: as exact as the time of publication is
    current_ = one_day(today());
    if (anchors_.reference->has_time()) {
      current_->from_minute = current_->to_minute = anchors_.reference->hour * 60 + anchors_.reference->minute;
      current_->unit = Unit::minute;
    }
    return true;
  }
  if (operation.c == 1 && anchors_.tense == Tense::past) {
    // "2015년 공장을 열고 다음 해 닫았다": a story of years ago goes on from what it has set.
    constexpr int kLongAgo = 3;  // months
    const int now = anchors_.reference->year * 12 + anchors_.reference->month - 1;
    if (operation.unit == Unit::year && anchors_.last_year && *anchors_.last_year < anchors_.reference->year) {
      current_ = year_of(*anchors_.last_year + operation.a);
      return true;
    }
    if (operation.unit == Unit::month && anchors_.last_month && now - *anchors_.last_month > kLongAgo) {
      const int month = *anchors_.last_month + operation.a;
      current_ = months(month / 12, month % 12 + 1, 1, Unit::month);
      return true;
    }
  }
  const bool spoken = anchors_.quoted && operation.unit == Unit::day && anchors_.dateline;
  const DayNumber said = spoken ? *anchors_.dateline : anchors_.written.value_or(today());
  current_ = unit_at(said, operation.unit, operation.a);
  return true;
}

bool Evaluator::apply_anaphor(const Operation& operation) {
  std::optional<DayNumber> base;
  if (operation.unit == Unit::year && anchors_.last_year) {
    base = day_number(*anchors_.last_year, 1, 1);
  } else if ((operation.unit == Unit::month || operation.unit == Unit::quarter) && anchors_.last_month) {
    base = day_number(*anchors_.last_month / 12, *anchors_.last_month % 12 + 1, 1);
  } else if (operation.unit == Unit::day || operation.unit == Unit::week || operation.unit == Unit::weekend ||
             operation.unit == Unit::business) {
    // b: which day is meant: 0 the dateline (이날), 1 the last day set (같은 날, 다음 날), 2 the sentence's, else the
    // dateline.
    const bool right_behind = anchors_.sentence - anchors_.last_sentence <= 1;
    if (operation.b == 1)
      base = anchors_.last_day;
    else if (operation.b == 2 && anchors_.sentence_day)
      base = anchors_.sentence_day;
    else if (operation.b == 2 && operation.a == 0 && right_behind)
      base = anchors_.last_day;  // 당일
    else if (anchors_.dateline)
      base = anchors_.sentence - anchors_.told_sentence <= 1 ? anchors_.told_day : anchors_.dateline;
    else if (operation.b == 0 || right_behind)
      base = anchors_.last_day;
  }
  if (!base) {
    if (operation.c == 1) return fail(kNoAntecedent);  // 그로부터
    // Without an antecedent the day of a news story is that of its publication; years ahead are not guessed.
    if (!has_reference() || (anchors_.days_told && operation.unit == Unit::day)) return fail(kNoAntecedent);
    if (operation.a > 0 && operation.unit != Unit::day && operation.unit != Unit::business) return fail(kNoAntecedent);
    base = today();
  }
  // "108 years later the drought is over": what is told is not that far ahead of the telling.
  if (operation.unit == Unit::year && operation.a > 0 && has_reference() && *base <= today() &&
      civil_day(*base).year + operation.a > anchors_.reference->year + kFarPlan)
    return fail("a past that would lie ahead");
  current_ = operation.unit == Unit::business ? one_day(business_day(*base, operation.a))
                                              : unit_at(*base, operation.unit, operation.a);
  return true;
}

}  // namespace timeline::temporal
