#pragma once

#include <cstdint>
#include <string_view>

#include "temporal/calendar.hpp"
#include "temporal/scanner.hpp"

namespace timeline::temporal {

// What the readers of digits of both languages share.

struct Digits {
  std::int32_t value = 0;
  std::uint32_t end = 0;
  int count = 0;
};

[[nodiscard]] inline char at_or_nul(std::string_view text, std::uint32_t at) {
  return at < text.size() ? text[at] : '\0';
}

[[nodiscard]] inline bool is_digit(std::string_view text, std::uint32_t at) {
  const char c = at_or_nul(text, at);
  return c >= '0' && c <= '9';
}

/// Up to nine digits; `count` goes on.
[[nodiscard]] inline Digits take(std::string_view text, std::uint32_t at) {
  Digits digits{0, at, 0};
  for (; is_digit(text, digits.end); ++digits.end)
    if (++digits.count <= 9) digits.value = digits.value * 10 + (text[digits.end] - '0');
  return digits;
}

[[nodiscard]] inline bool is_date(int year, int month, int day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

[[nodiscard]] inline int full_year(int two) {
  return two < 50 ? 2000 + two : 1900 + two;
}

inline void set_date(Token& token, int year, int month, int day) {
  token.kind = WordKind::ymd;
  token.unit = day > 0 ? Unit::day : Unit::month;
  token.value = year;
  token.extra = month * 100 + day;
}

}  // namespace timeline::temporal
