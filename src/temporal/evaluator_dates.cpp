#include <algorithm>
#include <cstdlib>

#include "temporal/evaluator.hpp"
#include "temporal/evaluator_units.hpp"

namespace timeline::temporal {

template <typename Make>
std::optional<Interval> Evaluator::choose_year(Make&& make, bool latest_by_default) {
  if (range_months_ == 0 || direction_ != Direction::none) return choose_whole_year(make, latest_by_default);
  const auto whole = [&](int year) {
    std::optional<Interval> made = make(year);
    if (made) made->to = add_months(made->to + 1, range_months_) - 1;
    return made;
  };
  const auto chosen = choose_whole_year(whole, latest_by_default);
  if (!chosen) return chosen;
  // In January "1~11월" of the past are those of last year, though this year's have begun.
  constexpr DayNumber kUnderWay = 92;
  const bool begun_only = anchors_.tense == Tense::past && !anchors_.near_year && chosen->to > today() + kUnderWay;
  return make(civil_day(chosen->from).year - (begun_only ? 1 : 0));
}

template <typename Make>
std::optional<Interval> Evaluator::choose_whole_year(Make&& make, bool latest_by_default) {
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
    case Direction::previous:
      return latest([&](const Interval& i) { return i.to < now; });
    case Direction::future:
      // "오는 4월 22일" in a story that comes out on that day is no year off.
      return earliest([&](const Interval& i) { return i.to >= now; });
    case Direction::following:
      return earliest([&](const Interval& i) { return i.from > now; });
    case Direction::present:
      return make(year);
    case Direction::none:
      break;
  }
  if (anchors_.near_year)
    if (const auto made = make(*anchors_.near_year)) return made;
  const bool looks_back = anchors_.tense == Tense::past || (latest_by_default && anchors_.tense == Tense::unknown);
  if (!looks_back && anchors_.tense != Tense::future)
    if (const auto made = make(year)) return made;  // 29 February is not in every year
  const auto past = latest([&](const Interval& i) { return i.from <= now; });
  const auto coming = earliest([&](const Interval& i) { return i.to >= now; });
  // "예고한 12월 관세를 논의한 것으로 알려졌다" in October: last December would be called that.
  constexpr DayNumber kAtHand = 92, kFarOff = 200;
  if (past && coming && !anchors_.tense_is_sure) {
    constexpr DayNumber kGone = 150;
    if (latest_by_default && anchors_.tense == Tense::unknown && coming->from > now && coming->from - now <= kAtHand &&
        now - past->to > kGone)
      return coming;
    if (latest_by_default && !looks_back) return coming->from - now <= kAtHand ? coming : past;
    if (!latest_by_default && coming->from - now <= kAtHand && now - past->to > kFarOff) return coming;
  }
  // "delayed to Nov. 20", told on Nov. 5
  constexpr DayNumber kSoon = 60;
  if (past && coming && anchors_.put_off && civil_day(past->from).year < year && coming->from - now <= kSoon)
    return coming;
  // 5월 in June is not that of next year, which would be called 내년 5월.
  constexpr DayNumber kThisYear = 150;
  // "10월 8일에 만나자" in November
  const bool day_ahead = month_and_day_ && anchors_.tense_is_sure && anchors_.tense == Tense::future;
  if (past && coming && coming->from - now > kFarOff && !day_ahead &&
      (now - past->to <= kAtHand ||
       (!anchors_.tense_is_sure && now - past->to <= kThisYear && civil_day(past->from).year == year)))
    return past;
  return looks_back ? past : coming;
}

bool Evaluator::apply_year_part(const Operation& operation) {
  const auto make = [&](int year) {
    return std::optional<Interval>(part_of(year_of(year), static_cast<Part>(operation.a)));
  };
  // 연말연시 in January is the one that has begun.
  if (operation.a == static_cast<int>(Part::turn) && has_reference() && !anchors_.near_year &&
      (direction_ == Direction::none || direction_ == Direction::present)) {
    const int month = anchors_.reference->month;
    const bool begun = month == 1 || (month == 2 && anchors_.tense == Tense::past);
    current_ = make(anchors_.reference->year - (begun ? 1 : 0));
    return true;
  }
  // 연말 from March on is that of this year, whatever the verb says; 지난 연말 is the other.
  constexpr int kSpring = 3;
  if (direction_ == Direction::none && !anchors_.near_year && has_reference() && anchors_.reference->month >= kSpring)
    current_ = make(anchors_.reference->year);
  else
    current_ = choose_year(make, false);
  return current_.has_value();
}

bool Evaluator::apply_month(const Program& program, std::uint8_t& at) {
  const int month = program.steps[at].a;
  const bool named_occasion = program.steps[at].c == 1;
  const bool with_day = at + 1 < program.count && program.steps[at + 1U].step == Step::day;
  const int day = with_day ? program.steps[at + 1U].a : 0;
  at = static_cast<std::uint8_t>(at + (with_day ? 2 : 1));
  if (month < 1 || month > 12) return fail("there is no such month");
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
  if (named_occasion && has_reference() && !anchors_.near_year) {
    // 4·10 총선: elections fall on a Wednesday, which tells the year.
    constexpr int kTerm = 5;
    const int by_law = program.steps[at - (with_day ? 2 : 1)].b, this_year = anchors_.reference->year;
    std::optional<Interval> nearest;
    for (int year = this_year - kTerm; by_law != 0 && year <= this_year + kTerm; ++year)
      if (const auto made = make(year); made && weekday(made->from) == by_law)
        if (!nearest || std::abs(made->from - today()) < std::abs(nearest->from - today())) nearest = made;
    if (nearest) {
      current_ = nearest;
      return true;
    }
    // 6·3 대선: the one nearest to publication, whatever the verb says.
    for (const int year : {anchors_.reference->year, anchors_.reference->year - 1, anchors_.reference->year + 1})
      if (const auto made = make(year); made && made->from - today() <= 183 && today() - made->from <= 183) {
        current_ = made;
        return true;
      }
  }
  month_and_day_ = with_day;
  current_ = choose_year(make, false);
  month_and_day_ = false;
  if (!current_ && reason_.empty()) return fail(kNoSuchDay);
  return current_.has_value();
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
    if (operation.b != 1) return one_day(*found);
    const auto made_up = made_up_day(vocabulary_, holiday, year);
    return days(*found - holiday.days_before, std::max(*found + holiday.days_after, made_up.value_or(*found)),
                Unit::day);
  };
  const bool silent = direction_ == Direction::none && anchors_.tense == Tense::unknown && !anchors_.near_year;
  const bool in_lunar_month = current_ && current_->unit == Unit::none;  // 내년 음력 정월 대보름
  if (current_ && (current_->unit == Unit::year || in_lunar_month)) {
    current_ = make(civil_day(current_->from).year);
  } else if (operation.c == 1 && silent && has_reference()) {
    // Nothing tells whether it is over: the one of the last fortnight, else the next.
    constexpr DayNumber kJustOver = 14;
    current_.reset();
    for (int year = civil_day(today()).year - 1; !current_ && year <= civil_day(today()).year + 2; ++year)
      if (const auto made = make(year); made && made->to >= today() - kJustOver) current_ = made;
  } else {
    current_ = choose_year(make, false);
    // 설 연휴 in November without a verb is the one to come.
    constexpr DayNumber kLongGone = 200, kAtHand = 120;
    if (silent && operation.c == 0 && current_ && has_reference() && today() - current_->to > kLongGone)
      if (const auto next = make(civil_day(today()).year + 1); next && next->from - today() <= kAtHand) current_ = next;
  }
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

}  // namespace timeline::temporal
