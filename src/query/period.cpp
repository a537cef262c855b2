#include "query/period.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace timeline::query {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

std::string iso(year_month_day date) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer;
}

Period months(int y, unsigned first, unsigned final) {
  return {iso(year{y} / month{first} / day{1}), iso(year_month_day(year{y} / month{final} / last))};
}

/// Monday of ISO week `week`: the week that holds January 4th is week 1.
std::optional<Period> week(int y, unsigned number) {
  const sys_days fourth = year{y} / month{1} / day{4};
  const sys_days first = fourth - days{std::chrono::weekday{fourth}.iso_encoding() - 1};
  const sys_days monday = first + days{7 * (static_cast<int>(number) - 1)};
  // Week 53 exists only where its Thursday still lies in the year.
  if (number < 1 || number > 53 || year_month_day{monday + days{3}}.year() != year{y}) return std::nullopt;
  return Period{iso(monday), iso(monday + days{6})};
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
  const auto n = static_cast<unsigned>(value);
  if ((letter | 0x20) == 'q' && n <= 4) return months(y, 3 * n - 2, 3 * n);
  if ((letter | 0x20) == 'h' && n <= 2) return months(y, 6 * n - 5, 6 * n);
  if ((letter | 0x20) == 'w') return week(y, n);
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
  const auto first = static_cast<unsigned>(m);
  if (text.empty() || text == ".") return months(y, first, first);
  if (text.front() != '-' && text.front() != '.') return std::nullopt;
  text = trimmed(text.substr(1));
  const int d = number(text, 2);
  const year_month_day date = year{y} / month{first} / day{static_cast<unsigned>(d < 0 ? 0 : d)};
  if (!date.ok() || !(text.empty() || text == ".")) return std::nullopt;
  return Period{iso(date), iso(date)};
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
