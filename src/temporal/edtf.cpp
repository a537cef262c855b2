#include "temporal/edtf.hpp"

#include <cstdlib>

#include "temporal/calendar.hpp"

namespace timeline::temporal {
namespace {

using model::Granularity;
using model::Modifier;
using model::Moment;
using model::TimeValue;

constexpr int kFirstQuarter = 33;
constexpr int kFirstHalf = 40;
constexpr int kSpring = 21;

std::string year_text(int year) {
  const int plain = std::abs(year);
  if (plain > 9999) return "Y" + std::to_string(year);
  std::string text = year < 0 ? "-0000" : "0000";
  for (int rest = plain, i = 1; i <= 4; ++i, rest /= 10)
    text[text.size() - static_cast<std::size_t>(i)] = static_cast<char>('0' + rest % 10);
  return text;
}

std::string month_text(int year, int month) {
  const std::string two{static_cast<char>('0' + month / 10), static_cast<char>('0' + month % 10)};
  return year_text(year) + "-" + two;
}

bool starts_month(const Moment& m) {
  return !m.has_time() && m.day == 1;
}
bool ends_month(const Moment& m) {
  return !m.has_time() && m.day == days_in_month(m.year, m.month);
}
bool starts_year(const Moment& m) {
  return starts_month(m) && m.month == 1;
}
bool ends_year(const Moment& m) {
  return ends_month(m) && m.month == 12;
}

/// Does [from, to] make up `months` months that begin in month `first`?
bool is_months(const Moment& from, const Moment& to, int months) {
  if (!starts_month(from) || !ends_month(to)) return false;
  return (to.year - from.year) * 12 + to.month - from.month + 1 == months;
}

/// The shortest date text that has this bound as its beginning (or end).
std::string bound_text(const Moment& m, bool is_start, bool years, bool months) {
  if (years && (is_start ? starts_year(m) : ends_year(m))) return year_text(m.year);
  if (months && (is_start ? starts_month(m) : ends_month(m))) return month_text(m.year, m.month);
  return to_iso(m);
}

std::string closed_text(const Moment& from, const Moment& to, Granularity granularity) {
  if (from == to) return to_iso(from);
  if (is_months(from, to, 1)) return month_text(from.year, from.month);
  if (is_months(from, to, 12) && from.month == 1) return year_text(from.year);
  if (granularity == Granularity::quarter && is_months(from, to, 3) && from.month % 3 == 1)
    return month_text(from.year, kFirstQuarter + from.month / 3);
  if (granularity == Granularity::half && is_months(from, to, 6) && from.month % 6 == 1)
    return month_text(from.year, kFirstHalf + from.month / 6);
  if (granularity == Granularity::season && is_months(from, to, 3) && from.month % 3 == 0)
    return month_text(from.year, kSpring + from.month / 3 - 1);
  if (granularity == Granularity::century && starts_year(from) && ends_year(to) && from.year >= 0 &&
      from.year % 100 == 0 && to.year == from.year + 99) {
    std::string text = year_text(from.year);
    text.replace(text.size() - 2, 2, "XX");
    return text;
  }
  if (granularity == Granularity::decade && starts_year(from) && ends_year(to) && from.year >= 0 &&
      from.year % 10 == 0 && to.year == from.year + 9) {
    std::string text = year_text(from.year);
    text.back() = 'X';
    return text;
  }
  const bool years = starts_year(from) && ends_year(to);
  const bool months = starts_month(from) && ends_month(to);
  return bound_text(from, true, years, months) + "/" + bound_text(to, false, years, months);
}

struct Part {
  Moment from;
  Moment to;
  Granularity granularity = Granularity::day;
};

bool number(std::string_view text, int& value) {
  if (text.empty() || text.size() > 9) return false;
  value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  return true;
}

Part months_from(int year, int first, int count, Granularity granularity) {
  const DayNumber start = day_number(year, first, 1);
  return {moment_of(start), moment_of(add_months(start, count) - 1), granularity};
}

std::optional<Part> parse_part(std::string_view text) {
  if (const auto moment = model::parse_iso(text))
    return Part{*moment, *moment, moment->has_time() ? Granularity::time : Granularity::day};
  bool negative = false;
  const bool far = !text.empty() && text.front() == 'Y';
  if (far) text.remove_prefix(1);
  if (!text.empty() && text.front() == '-') {
    negative = true;
    text.remove_prefix(1);
  }
  if (far) {
    int year = 0;
    if (!number(text, year)) return std::nullopt;
    return months_from(negative ? -year : year, 1, 12, Granularity::year);
  }
  if (text.size() != 4 && text.size() != 7) return std::nullopt;
  int year = 0, month = 0;
  if (text.size() == 4 && text.substr(2) == "XX") {
    if (!number(text.substr(0, 2), year)) return std::nullopt;
    const int first = year * 100;
    return Part{{first, 1, 1}, {first + 99, 12, 31}, Granularity::century};
  }
  if (text.size() == 4 && text[3] == 'X') {
    if (text[2] == 'X' || !number(text.substr(0, 3), year)) return std::nullopt;
    const int first = (negative ? -year : year) * 10;
    return Part{{first, 1, 1}, {first + 9, 12, 31}, Granularity::decade};
  }
  if (!number(text.substr(0, 4), year)) return std::nullopt;
  if (negative) year = -year;
  if (text.size() == 4) return months_from(year, 1, 12, Granularity::year);
  if (text[4] != '-' || !number(text.substr(5), month)) return std::nullopt;
  if (month >= 1 && month <= 12) return months_from(year, month, 1, Granularity::month);
  if (month >= kSpring && month < kSpring + 4)
    return months_from(year, 3 * (month - kSpring + 1), 3, Granularity::season);
  if (month >= kFirstQuarter && month < kFirstQuarter + 4)
    return months_from(year, 3 * (month - kFirstQuarter) + 1, 3, Granularity::quarter);
  if (month == kFirstHalf || month == kFirstHalf + 1)
    return months_from(year, 6 * (month - kFirstHalf) + 1, 6, Granularity::half);
  return std::nullopt;
}

}  // namespace

std::string to_edtf(const TimeValue& value) {
  if (!value.is_dated()) return {};
  std::string text;
  if (value.from && value.to) {
    text = closed_text(*value.from, *value.to, value.granularity);
  } else if (value.from) {
    text = bound_text(*value.from, true, false, value.granularity != Granularity::day) + "/..";
  } else {
    text = "../" + bound_text(*value.to, false, ends_year(*value.to), value.granularity != Granularity::day);
  }
  const bool is_range = text.find('/') != std::string::npos;
  if (value.modifier == Modifier::approximate && !is_range && text.find('T') == std::string::npos) text += '~';
  return text;
}

std::optional<TimeValue> parse_edtf(std::string_view text) {
  TimeValue value;
  if (!text.empty() && (text.back() == '~' || text.back() == '%')) {
    value.modifier = Modifier::approximate;
    text.remove_suffix(1);
  } else if (!text.empty() && text.back() == '?') {
    text.remove_suffix(1);
  }
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    const auto part = parse_part(text);
    if (!part) return std::nullopt;
    value.from = part->from;
    value.to = part->to;
    value.granularity = part->granularity;
    return value;
  }
  const std::string_view left = text.substr(0, slash), right = text.substr(slash + 1);
  value.granularity = Granularity::range;
  const bool open_left = left == ".." || left.empty(), open_right = right == ".." || right.empty();
  if (open_left && open_right) return std::nullopt;
  if (!open_left) {
    const auto part = parse_part(left);
    if (!part) return std::nullopt;
    value.from = part->from;
  }
  if (!open_right) {
    const auto part = parse_part(right);
    if (!part) return std::nullopt;
    value.to = part->to;
  }
  if (open_right) value.modifier = Modifier::since;
  if (open_left) value.modifier = Modifier::until;
  if (value.from && value.to && *value.to < *value.from) return std::nullopt;
  return value;
}

}  // namespace timeline::temporal
