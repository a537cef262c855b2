#include "query/period.hpp"

#include <array>
#include <charconv>

#include "model/time_value.hpp"
#include "temporal/calendar.hpp"

namespace timeline::query {
namespace {

using temporal::DayNumber;

Period days(DayNumber first, DayNumber final) {
  return {model::to_iso(temporal::moment_of(first)), model::to_iso(temporal::moment_of(final))};
}

Period months(int year, int first, int final) {
  return days(temporal::day_number(year, first, 1),
              temporal::day_number(year, final, temporal::days_in_month(year, final)));
}

/// Week 53 is there only where its Thursday still lies in the year.
std::optional<Period> week(int year, int number) {
  if (number < 1) return std::nullopt;
  const DayNumber monday = temporal::iso_week_start(year, number);
  if (temporal::iso_week(monday).year != year) return std::nullopt;
  return days(monday, monday + 6);
}

/// Takes the digits off the front; -1 where there are none or too many.
int number(std::string_view& text, std::size_t most) {
  std::size_t count = 0;
  while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
  if (count == 0 || count > most) return -1;
  int value = 0;
  std::from_chars(text.data(), text.data() + count, value);
  text.remove_prefix(count);
  return value;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// What follows the year in 2025-Q4, 2025 H1, 2025W08.
std::optional<Period> part_of_year(int y, char letter, std::string_view rest) {
  const int value = number(rest, 2);
  if (value < 1 || !rest.empty()) return std::nullopt;
  if ((letter | 0x20) == 'q' && value <= 4) return months(y, 3 * value - 2, 3 * value);
  if ((letter | 0x20) == 'h' && value <= 2) return months(y, 6 * value - 5, 6 * value);
  if ((letter | 0x20) == 'w') return week(y, value);
  return std::nullopt;
}

std::optional<Period> single(std::string_view text) {
  text = trimmed(text);
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits != 4 && !(digits == std::string_view::npos && text.size() == 4)) return std::nullopt;
  const int y = number(text, 4);
  if (text.empty()) return months(y, 1, 12);
  if (text == "s" && y % 10 == 0) return Period{months(y, 1, 12).from, months(y + 9, 1, 12).to};
  const char separator = text.front();
  if (separator == '-' || separator == '.' || separator == ' ' || separator == '/') text = trimmed(text.substr(1));
  if (text.empty()) return std::nullopt;
  if (text.front() < '0' || text.front() > '9') return part_of_year(y, text.front(), text.substr(1));
  const int m = number(text, 2);
  if (m < 1 || m > 12) return std::nullopt;
  if (text.empty() || text == ".") return months(y, m, m);
  if (text.front() != '-' && text.front() != '.') return std::nullopt;
  text = trimmed(text.substr(1));
  const int d = number(text, 2);
  if (d < 1 || d > temporal::days_in_month(y, m) || !(text.empty() || text == ".")) return std::nullopt;
  return days(temporal::day_number(y, m, d), temporal::day_number(y, m, d));
}

}  // namespace

std::optional<Period> parse_period(std::string_view text) {
  text = trimmed(text);
  for (const std::string_view separator : std::array<std::string_view, 2>{"/", ".."}) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos) continue;
    const std::string_view left = trimmed(text.substr(0, at));
    const std::string_view right = trimmed(text.substr(at + separator.size()));
    const auto is_open = [](std::string_view side) { return side.empty() || side == ".."; };
    const auto from = single(left), to = single(right);
    if ((!from && !is_open(left)) || (!to && !is_open(right)) || (!from && !to)) continue;
    Period period{from ? from->from : std::string(), to ? to->to : std::string()};
    if (from && to && period.to < period.from) return std::nullopt;
    return period;
  }
  return single(text);
}

}  // namespace timeline::query
