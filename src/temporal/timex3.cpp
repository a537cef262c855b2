#include "temporal/timex3.hpp"

#include <cstdio>

#include "temporal/calendar.hpp"

namespace timeline::temporal {
namespace {

using model::Granularity;
using model::Modifier;
using model::Moment;
using model::TimeKind;

std::string format(const char* pattern, auto... values) {
  char buffer[48];
  const int length = std::snprintf(buffer, sizeof buffer, pattern, values...);
  return {buffer, static_cast<std::size_t>(length)};
}

/// TIMEX3 names weeks, quarters, halves and seasons; other stretches are written from/to as in ISO 8601.
std::string value_text(const model::TimeValue& value, std::string_view edtf) {
  if (!value.is_dated()) return {};
  if (value.from && value.to && value.from->year >= 0) {
    const Moment& from = *value.from;
    const bool whole = !from.has_time();
    switch (value.granularity) {
      case Granularity::week:
        if (whole) {
          const IsoWeek week = iso_week(day_number(from));
          return format("%04d-W%02d", week.year, week.week);
        }
        break;
      case Granularity::quarter:
        return format("%04d-Q%d", from.year, (from.month - 1) / 3 + 1);
      case Granularity::half:
        return format("%04d-H%d", from.year, from.month <= 6 ? 1 : 2);
      case Granularity::season: {
        static constexpr const char* kSeasons[] = {"SP", "SU", "FA", "WI"};
        return format("%04d-%s", from.year, kSeasons[(from.month - 3) / 3 & 3]);
      }
      case Granularity::decade:
        return format("%03d", from.year / 10);
      case Granularity::century:
        return format("%02d", from.year / 100);
      default:
        break;
    }
  }
  if (edtf.ends_with('~')) edtf.remove_suffix(1);
  return std::string(edtf);
}

}  // namespace

Timex3 to_timex3(const model::TimeExpression& expression, std::string_view edtf) {
  Timex3 made;
  switch (expression.kind) {
    case TimeKind::date:
      made.type = "DATE";
      break;
    case TimeKind::time:
      made.type = "TIME";
      break;
    case TimeKind::duration:
      made.type = "DURATION";
      break;
    case TimeKind::set:
      made.type = "SET";
      break;
    case TimeKind::vague:
      made.type = "DATE";
      break;
  }
  made.value = expression.duration.empty() ? value_text(expression.value, edtf) : expression.duration;
  if (expression.kind == TimeKind::vague) made.value = "PRESENT_REF";
  switch (expression.value.modifier) {
    case Modifier::start:
      made.mod = "START";
      break;
    case Modifier::mid:
      made.mod = "MID";
      break;
    case Modifier::end:
      made.mod = "END";
      break;
    case Modifier::approximate:
      made.mod = "APPROX";
      break;
    case Modifier::before:
      made.mod = "BEFORE";
      break;
    case Modifier::after:
      made.mod = "AFTER";
      break;
    default:
      break;
  }
  return made;
}

}  // namespace timeline::temporal
