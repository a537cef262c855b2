#include "temporal/evaluator.hpp"

#include <algorithm>

namespace timeline::temporal {
namespace {

constexpr int kMinutesPerDay = 24 * 60;
constexpr std::string_view kNoReference = "no publication date to count from";
constexpr std::string_view kNoAntecedent = "the text sets no earlier date that it could refer to";
constexpr std::string_view kNoSuchDay = "there is no such day";

bool is_clock_unit(Unit unit) {
  return unit == Unit::second || unit == Unit::minute || unit == Unit::hour;
}

int months_of(Unit unit) {
  switch (unit) {
    case Unit::month:
      return 1;
    case Unit::season:
    case Unit::quarter:
      return 3;
    case Unit::half:
      return 6;
    case Unit::year:
      return 12;
    case Unit::decade:
      return 120;
    case Unit::century:
      return 1200;
    default:
      return 0;
  }
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
                                                "same day",    "first day",      "last day",
                                                "next",        "previous"};
  std::string line(kNames[static_cast<std::size_t>(operation.step)]);
  line += " " + std::to_string(operation.a) + " -> " + to_iso(moment_of(current_->from));
  if (current_->to != current_->from) line += ".." + to_iso(moment_of(current_->to));
  if (current_->has_time())
    line += " " + std::to_string(current_->from_minute / 60) + ":" + std::to_string(current_->from_minute % 60);
  trace_->push_back(std::move(line));
}

std::optional<Interval> Evaluator::evaluate_range(const Program& first, const Program& second) {
  const auto starts_with = [](const Program& program, std::initializer_list<Step> steps) {
    return program.count > 0 && std::find(steps.begin(), steps.end(), program.steps[0].step) != steps.end();
  };
  auto left = evaluate(first);
  if (!left) return left;
  Interval begin = *left;
  const int first_part = day_part_;
  // The right side takes over what it leaves out: the month, the year, the day.
  current_.reset();
  parent_.reset();
  day_part_ = -1;
  const CivilDay civil = civil_day(begin.from);
  bool took_over = true;
  if (second.direction != Direction::none) {
    took_over = false;
  } else if (starts_with(second, {Step::day})) {
    current_ = unit_at(begin.from, Unit::month, 0);
  } else if (starts_with(second, {Step::month, Step::quarter, Step::half, Step::season, Step::holiday, Step::lunar})) {
    current_ = year_of(civil.year);
  } else if (starts_with(second, {Step::weekday, Step::weekend})) {
    current_ = unit_at(begin.from, Unit::week, 0);
  } else if (starts_with(second, {Step::clock, Step::day_part})) {
    current_ = one_day(begin.from);
    day_part_ = first_part;
  } else if (starts_with(second, {Step::short_year})) {
    current_ = year_of(civil.year / 100 * 100 + second.steps[0].a);
    took_over = false;
  } else if (starts_with(second, {Step::part})) {
    current_ = unit_at(begin.from, begin.unit == Unit::none ? Unit::year : begin.unit, 0);
  } else {
    took_over = false;
  }
  direction_ = second.direction;
  if (second.steps[0].step != Step::short_year || second.count > 1) {
    for (std::uint8_t at = second.steps[0].step == Step::short_year ? 1 : 0; at < second.count;) {
      const Operation operation = second.steps[at];
      if (!apply(second, at)) return std::nullopt;
      note(operation);
    }
  }
  if (!current_) return std::nullopt;
  Interval end = *current_;
  const auto before = [&] {
    return end.from < begin.from ||
           (end.from == begin.from && end.has_time() && begin.has_time() && end.from_minute < begin.from_minute);
  };
  if (before() && took_over) {
    if (end.has_time()) {
      // 9시 30분 to 7시 30분: later the same day where the hour allows it, else the next day.
      if (end.from_minute + 12 * 60 > begin.from_minute && end.from_minute < 12 * 60 &&
          second.steps[0].step == Step::clock && second.steps[0].unit != Unit::none)
        end.from_minute += 12 * 60, end.to_minute += 12 * 60;
      else
        end.from += 1, end.to += 1;
    } else if (starts_with(second, {Step::day})) {
      end = one_day(add_months(end.from, 1));
    } else if (starts_with(second, {Step::weekday})) {
      end = one_day(end.from + 7);
    } else {
      const int span = end.to - end.from;
      const bool whole_months = civil_day(end.from).day == 1 && civil_day(end.to + 1).day == 1;
      end.from = add_months(end.from, 12);
      end.to = whole_months ? add_months(end.to + 1, 12) - 1 : end.from + span;
    }
  }
  if (before() && !first.has(Step::year) && !first.has(Step::deictic) && !begin.has_time()) {
    // "10월부터 2024년 3월까지": the year was said on the right.
    const int back =
        civil_day(begin.from).year - civil_day(end.from).year +
        (add_months(begin.from, -12 * (civil_day(begin.from).year - civil_day(end.from).year)) > end.from ? 1 : 0);
    const int span = begin.to - begin.from;
    begin.from = add_months(begin.from, -12 * back);
    begin.to = begin.from + span;
  }
  Interval whole = begin;
  whole.to = end.to;
  whole.to_minute = end.has_time() ? (end.unit == Unit::hour && end.to_minute - end.from_minute >= 59 ? end.to_minute
                                                                                                      : end.from_minute)
                                   : -1;
  if (whole.has_time() != (whole.to_minute >= 0)) {
    if (whole.to_minute < 0) whole.to_minute = kMinutesPerDay - 1;
    if (whole.from_minute < 0) whole.from_minute = 0;
  }
  whole.unit = whole.has_time() ? Unit::minute : Unit::none;
  if (whole.to < whole.from) {
    fail("its end lies before its beginning");
    return std::nullopt;
  }
  return whole;
}

template <typename Make>
std::optional<Interval> Evaluator::choose_year(Make&& make, bool latest_by_default) {
  if (!has_reference()) {
    fail(kNoReference);
    return std::nullopt;
  }
  const DayNumber now = today();
  const int year = civil_day(now).year;
  const auto latest = [&](auto&& fits) -> std::optional<Interval> {
    for (int back = -1; back <= 8; ++back)
      if (const auto made = make(year - back); made && fits(*made)) return made;
    return std::nullopt;
  };
  const auto earliest = [&](auto&& fits) -> std::optional<Interval> {
    for (int ahead = -1; ahead <= 8; ++ahead)
      if (const auto made = make(year + ahead); made && fits(*made)) return made;
    return std::nullopt;
  };
  switch (direction_) {
    case Direction::past:
      return latest([&](const Interval& i) { return i.to < now; });
    case Direction::future:
      return earliest([&](const Interval& i) { return i.from == i.to ? i.from > now : i.to >= now; });
    case Direction::following:
      return earliest([&](const Interval& i) { return i.from > now; });
    case Direction::present:
      return make(year);
    case Direction::none:
      break;
  }
  if (anchors_.near_year)
    if (const auto made = make(*anchors_.near_year)) return made;
  if (anchors_.tense == Tense::past || (latest_by_default && anchors_.tense == Tense::unknown))
    return latest([&](const Interval& i) { return i.from <= now; });
  if (anchors_.tense == Tense::future) return earliest([&](const Interval& i) { return i.to >= now; });
  return make(year);
}

bool Evaluator::apply(const Program& program, std::uint8_t& at) {
  const Operation& operation = program.steps[at];
  const bool more_follows =
      at + 1 < program.count && program.steps[at + 1U].step == Step::shift && program.steps[at + 1U].c == 1;
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
      if (year > now + 20) year -= 100;
      current_ = year_of(year);
      return true;
    }
    case Step::month:
      --at;
      return apply_month(program, at);
    case Step::day:
      return apply_day(operation.a);
    case Step::weekday:
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
      const int first = operation.a > 0 ? 100 * operation.a - 99 : 100 * operation.a + 1;
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
    case Step::weekend: {
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
      return apply_shift(operation, more_follows);
    case Step::within:
      return apply_within(operation);
    case Step::span_back:
    case Step::span_ahead:
      return apply_stretch(operation);
    case Step::same: {
      if (!current_) return fail(kNoReference);
      if (operation.unit == Unit::none) {
        if (anchors_.period_months == 0) return fail("the text names no period before it");
        const Unit unit = anchors_.period_months == 1   ? Unit::month
                          : anchors_.period_months == 3 ? Unit::quarter
                          : anchors_.period_months == 6 ? Unit::half
                                                        : Unit::none;
        current_ = months(civil_day(current_->from).year, anchors_.period_month, anchors_.period_months, unit);
        return true;
      }
      if (!has_reference()) return fail(kNoReference);
      const CivilDay now = civil_day(today());
      const CivilDay there = civil_day(current_->from);
      const int month = current_->unit == Unit::year ? now.month : there.month;
      current_ = one_day(day_number(there.year, month, std::min(now.day, days_in_month(there.year, month))));
      return true;
    }
    case Step::year_part:
      current_ = choose_year(
          [&](int year) { return std::optional<Interval>(part_of(year_of(year), static_cast<Part>(operation.a))); },
          false);
      return current_.has_value();
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

bool Evaluator::apply_month(const Program& program, std::uint8_t& at) {
  const int month = program.steps[at].a;
  const bool named_occasion = program.steps[at].c == 1;
  const bool with_day = at + 1 < program.count && program.steps[at + 1U].step == Step::day;
  const int day = with_day ? program.steps[at + 1U].a : 0;
  at = static_cast<std::uint8_t>(at + (with_day ? 2 : 1));
  const auto make = [&](int year) -> std::optional<Interval> {
    if (!with_day) return months(year, month, 1, Unit::month);
    if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
    return one_day(day_number(year, month, day));
  };
  if (current_) {
    if (current_->unit == Unit::month || current_->unit == Unit::day) return fail("a month inside a month");
    const int year = civil_day(current_->from).year;
    current_ = make(year);
    return current_ ? true : fail(kNoSuchDay);
  }
  if (named_occasion && has_reference()) {
    // 6·1 지방선거: the one nearest to publication, whatever the verb says.
    for (const int year : {anchors_.reference->year, anchors_.reference->year - 1, anchors_.reference->year + 1})
      if (const auto made = make(year); made && made->from - today() <= 183 && today() - made->from <= 183) {
        current_ = made;
        return true;
      }
  }
  current_ = choose_year(make, false);
  if (!current_ && reason_.empty()) return fail(kNoSuchDay);
  return current_.has_value();
}

bool Evaluator::apply_day(int day) {
  if (current_) {
    if (current_->unit != Unit::month) return fail("a day of no month");
    const CivilDay civil = civil_day(current_->from);
    if (day > days_in_month(civil.year, civil.month)) return fail(kNoSuchDay);
    current_ = one_day(day_number(civil.year, civil.month, day));
    return true;
  }
  if (!has_reference()) return fail(kNoReference);
  const DayNumber now = today();
  const CivilDay civil = civil_day(now);
  const auto in_month = [&](int offset) -> std::optional<DayNumber> {
    const CivilDay first = civil_day(add_months(day_number(civil.year, civil.month, 1), offset));
    if (day > days_in_month(first.year, first.month)) return std::nullopt;
    return day_number(first.year, first.month, day);
  };
  if (direction_ == Direction::none && anchors_.near_month) {
    const int month = *anchors_.near_month;
    const int year = month / 12;
    if (day <= days_in_month(year, month % 12 + 1)) {
      current_ = one_day(day_number(year, month % 12 + 1, day));
      return true;
    }
  }
  std::optional<DayNumber> past, future;
  const bool strict = direction_ != Direction::none && direction_ != Direction::present;
  for (int back = 0; back <= 2 && !past; ++back)
    if (const auto found = in_month(-back); found && (strict ? *found < now : *found <= now)) past = found;
  for (int ahead = 0; ahead <= 2 && !future; ++ahead)
    if (const auto found = in_month(ahead); found && (strict ? *found > now : *found >= now)) future = found;
  if (!past || !future) return fail(kNoSuchDay);
  DayNumber chosen = *past;
  switch (direction_) {
    case Direction::past:
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
      if (anchors_.tense == Tense::future || (anchors_.tense == Tense::unknown && *future - now < now - *past))
        chosen = *future;
      break;
  }
  current_ = one_day(chosen);
  return true;
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
      current_ = one_day(anchors_.tense == Tense::past ? last : next);
      return true;
  }
  return false;
}

bool Evaluator::apply_cycle(const Operation& operation) {
  const auto make = [&](int year) -> std::optional<Interval> {
    if (operation.step == Step::quarter) return months(year, 3 * operation.a - 2, 3, Unit::quarter);
    if (operation.step == Step::half) return months(year, 6 * operation.a - 5, 6, Unit::half);
    return season_of(year, operation.a);
  };
  if (current_) {
    if (current_->unit != Unit::year) return fail("a part of a year, but of no year");
    current_ = make(civil_day(current_->from).year);
    return true;
  }
  if (operation.step == Step::season && direction_ == Direction::none && !anchors_.near_year)
    return fail("which year's is not said");
  if (operation.step == Step::season && direction_ == Direction::present && has_reference()) {
    // 이번 겨울 in January is the one that began in December.
    const DayNumber now = today();
    const auto before = make(anchors_.reference->year - 1);
    current_ = before->to >= now ? before : make(anchors_.reference->year);
    return true;
  }
  current_ = choose_year(make, true);
  return current_.has_value();
}

bool Evaluator::apply_holiday(const Operation& operation) {
  const Holiday& holiday = vocabulary_.holidays()[static_cast<std::size_t>(operation.a)];
  const auto make = [&](int year) -> std::optional<Interval> {
    const auto found = holiday_in(holiday, year);
    if (!found) return std::nullopt;
    return operation.b == 1 ? days(*found - holiday.days_before, *found + holiday.days_after, Unit::day)
                            : one_day(*found);
  };
  current_ = current_ && current_->unit == Unit::year ? make(civil_day(current_->from).year) : choose_year(make, false);
  if (!current_ && reason_.empty()) return fail("its day is not known for that year");
  return current_.has_value();
}

bool Evaluator::apply_lunar(const Operation& operation) {
  const bool leap = operation.c == 1;
  const auto make = [&](int year) -> std::optional<Interval> {
    const auto first = from_lunar(year, operation.a, operation.b > 0 ? operation.b : 1, leap);
    if (!first) return std::nullopt;
    if (operation.b > 0) return one_day(*first);
    return days(*first, *first + lunar_month_length(year, operation.a, leap) - 1, Unit::none);
  };
  current_ = current_ && current_->unit == Unit::year ? make(civil_day(current_->from).year) : choose_year(make, false);
  if (!current_ && reason_.empty()) return fail("there is no such lunar day");
  return current_.has_value();
}

bool Evaluator::apply_deictic(const Operation& operation) {
  if (!has_reference()) return fail(kNoReference);
  const bool spoken = anchors_.quoted && operation.unit == Unit::day && anchors_.dateline;
  current_ = unit_at(spoken ? *anchors_.dateline : today(), operation.unit, operation.a);
  return true;
}

bool Evaluator::apply_anaphor(const Operation& operation) {
  std::optional<DayNumber> base;
  if (operation.unit == Unit::year && anchors_.last_year) {
    base = day_number(*anchors_.last_year, 1, 1);
  } else if ((operation.unit == Unit::month || operation.unit == Unit::quarter) && anchors_.last_month) {
    base = day_number(*anchors_.last_month / 12, *anchors_.last_month % 12 + 1, 1);
  } else if (operation.unit == Unit::day || operation.unit == Unit::week) {
    // b: which day is meant: 0 the dateline (이날), 1 the last day set (같은 날, 다음 날), 2 the sentence's, else the
    // dateline.
    if (operation.b == 1)
      base = anchors_.last_day;
    else if (operation.b == 2 && anchors_.sentence_day)
      base = anchors_.sentence_day;
    else
      base = anchors_.dateline ? anchors_.dateline : anchors_.last_day;
  }
  if (!base) {
    // Without an antecedent the day of a news story is that of its publication; years ahead are not guessed.
    if (!has_reference()) return fail(kNoAntecedent);
    if (operation.a > 0 && operation.unit != Unit::day) return fail(kNoAntecedent);
    base = today();
  }
  current_ = unit_at(*base, operation.unit, operation.a);
  return true;
}

bool Evaluator::apply_nth(const Operation& operation) {
  if (!current_) {
    if (!has_reference()) return fail(kNoReference);
    current_ = unit_at(today(), Unit::month, 0);
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
    case Unit::business: {
      DayNumber day = n > 0 ? whole.from : whole.to;
      int left = n > 0 ? n : -n;
      for (; day >= whole.from && day <= whole.to; day += n > 0 ? 1 : -1)
        if (is_business_day(vocabulary_, day) && --left == 0) return inside(one_day(day));
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

bool Evaluator::need_day_for_time() {
  if (current_)
    return current_->from == current_->to || current_->has_time() ? true : fail("a time of day on more than one day");
  if (anchors_.sentence_day)
    current_ = one_day(*anchors_.sentence_day);
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
  const bool bare = !current_ && !anchors_.sentence_day && !anchors_.dateline;
  if (!need_day_for_time()) return false;
  (void)bare;
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
  bool next_day = false;
  if (day_part_ >= 0) {
    const DayPart& part = vocabulary_.day_parts()[static_cast<std::size_t>(day_part_)];
    if ((part.afternoon == 1 || part.afternoon == 4) && hour < 12 &&
        !(part.from == 12 * 60 && part.to < 18 * 60 && hour > 6))
      hour += 12;
    if (part.afternoon == 2 && hour >= 6 && hour < 12) hour += 12;
    if (part.afternoon == 2 && hour == 12) hour = 0, next_day = true;
    if (part.afternoon == 0 && hour == 12 && part.from == 0) hour = 0;
  } else if (operation.unit == Unit::hour || (operation.unit == Unit::minute && bare)) {
    // An hour without a part of the day: 1 to 6 are after noon, as people say it.
    if (hour >= 1 && hour <= 6) hour += 12;
  }
  if (hour == 24 ||
      (operation.unit == Unit::hour && operation.a == 0 && day_part_ < 0 && operation.c == -1 && minute == 0)) {
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

bool Evaluator::apply_shift(const Operation& operation, bool more_follows) {
  const bool from_reference = (!current_ || operation.c == 1) && operation.c != 2;
  if (!current_) {
    if (!has_reference()) return fail(kNoReference);
    current_ = one_day(today());
    if (anchors_.reference->has_time() && is_clock_unit(operation.unit)) {
      current_->from_minute = current_->to_minute = anchors_.reference->hour * 60 + anchors_.reference->minute;
      current_->second = anchors_.reference->second;
    }
  }
  const int n = operation.a;
  const DayNumber base = n < 0 ? current_->from : current_->to;
  if (is_clock_unit(operation.unit)) {
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
  const int months_each = months_of(operation.unit);
  const bool coarse = from_reference && !(exact_ && last_step_) && !more_follows;
  if (months_each > 0) {
    if (n > 4000 || n < -4000) return fail("too far away to name a year");
    int count = n * months_each;
    if (operation.b == 1) count += (n < 0 ? -1 : 1) * months_each / 2;
    const DayNumber day = add_months(base, count);
    if (civil_day(day).year < -9999) return fail("too far away to name a year");
    const Unit unit = operation.b == 1 && operation.unit == Unit::year ? Unit::month : operation.unit;
    current_ = coarse ? unit_at(day, unit, 0) : one_day(day);
    return true;
  }
  if (n > 1'000'000 || n < -1'000'000) return fail("too far away to name a day");
  switch (operation.unit) {
    case Unit::week:
      current_ = coarse ? unit_at(base + 7 * n, Unit::week, 0) : one_day(base + 7 * n);
      return true;
    case Unit::business: {
      if (n > 500 || n < -500) return fail("too far away");
      DayNumber day = base;
      for (int left = n < 0 ? -n : n; left > 0;) {
        day += n < 0 ? -1 : 1;
        if (is_business_day(vocabulary_, day)) --left;
      }
      current_ = one_day(day);
      return true;
    }
    default:
      current_ = one_day(base + n);
      return true;
  }
}

bool Evaluator::apply_within(const Operation& operation) {
  if (!has_reference()) return fail(kNoReference);
  const Interval now = one_day(today());
  const bool saved = exact_;
  exact_ = true;
  Operation shift = operation;
  shift.step = Step::shift;
  if (!apply_shift(shift, false)) return false;
  exact_ = saved;
  Interval whole = now;
  whole.to = current_->to;
  if (current_->has_time()) {
    whole.from_minute = anchors_.reference->hour * 60 + anchors_.reference->minute;
    whole.to_minute = current_->to_minute;
    whole.unit = Unit::minute;
  } else {
    whole.unit = Unit::none;
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
    case Unit::business: {
      DayNumber day = edge;
      for (int left = n; left > 0;) {
        day += ahead ? 1 : -1;
        if (is_business_day(vocabulary_, day)) --left;
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
      DayNumber monday = monday_of(edge + 1);
      if (monday + 3 < edge + 1) monday += 7;
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
