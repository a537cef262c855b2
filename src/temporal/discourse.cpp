#include "temporal/discourse.hpp"

#include <algorithm>

#include "temporal/candidate_traits.hpp"
#include "temporal/sentence_context.hpp"

namespace timeline::temporal {

using model::Granularity;
using model::TimeExpression;
using model::TimeKind;
namespace {

bool counts_months(Unit unit) {
  return unit == Unit::month || unit == Unit::quarter || unit == Unit::half;
}

/// "1~10월", "3월부터 5월까지": a period that another year's can be compared with.
bool is_range_of_months(const Candidate& candidate, const TimeExpression& found) {
  constexpr DayNumber kYear = 366;
  return !candidate.second.empty() && found.value.from && found.value.to && found.value.from->day == 1 &&
         counts_months(candidate.first.back().unit) && counts_months(candidate.second.back().unit) &&
         day_number(*found.value.to) - day_number(*found.value.from) < kYear;
}

}  // namespace

void remember(const Candidate& candidate, const TimeExpression& found, bool said_twice, Anchors& anchors) {
  if (!found.value.from || found.kind == TimeKind::vague) return;
  const DayNumber day = day_number(*found.value.from);
  const Granularity granularity = found.value.granularity;
  // The day on which the news was told is not the year and month that it tells of.
  const bool told = is_bare_day(candidate) || is_today(candidate) || candidate.kind == TimeKind::time;
  // Nor are 전년 and 전분기 what is spoken of, but what it is compared with.
  const bool compared = is_comparison(candidate);
  if (!told && !compared) anchors.last_year = found.value.from->year;
  if (found.value.to && !compared &&
      (granularity == Granularity::quarter || granularity == Granularity::half || granularity == Granularity::month)) {
    anchors.period_year = found.value.from->year;
    anchors.period_month = found.value.from->month;
    anchors.period_months = found.value.to->month - found.value.from->month + 1;
  }
  if (granularity == Granularity::range && !compared && is_range_of_months(candidate, found)) {
    anchors.period_year = found.value.from->year;
    anchors.period_month = found.value.from->month;
    anchors.period_months =
        12 * (found.value.to->year - found.value.from->year) + found.value.to->month - found.value.from->month + 1;
  }
  if (!compared && (granularity == Granularity::quarter || granularity == Granularity::month ||
                    (granularity == Granularity::day && (!told || !anchors.last_month))))
    anchors.last_month = found.value.from->year * 12 + found.value.from->month - 1;
  if (names_day_only(candidate))
    for (const auto& end : {found.value.from, found.value.to})
      if (end) anchors.days[static_cast<std::size_t>(end->day)] = day_number(*end);
  if (granularity == Granularity::range && found.value.to && !candidate.second.empty() &&
      candidate.first.back().step == Step::day && anchors.reference && is_near(*found.value.from, *anchors.reference) &&
      day <= day_number(*anchors.reference))
    anchors.days_told = true;
  if (!told && !compared && (granularity == Granularity::year || granularity == Granularity::month)) {
    anchors.sentence_period = day;
    anchors.period_is_year = granularity == Granularity::year;
  }
  if (granularity != Granularity::day && granularity != Granularity::time) return;
  anchors.sentence_period.reset();
  anchors.last_day = day;
  anchors.sentence_day = day;
  anchors.last_sentence = anchors.sentence;
  // The day of the news: said barely ("24일") or as 오늘, 어제, and not long before publication; not one that a
  // quotation speaks of.
  constexpr DayNumber kNews = 7;
  if ((is_bare_day(candidate) || is_today(candidate)) && anchors.reference && !anchors.quoted && !said_twice) {
    const DayNumber today = day_number(*anchors.reference);
    if (day <= today && today - day <= kNews) {
      anchors.told_day = day;
      anchors.told_sentence = anchors.sentence;
      anchors.dateline = anchors.dateline ? std::max(*anchors.dateline, day) : day;
    }
  }
}

}  // namespace timeline::temporal
