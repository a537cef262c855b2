#include <algorithm>

#include "temporal/calendar.hpp"
#include "temporal/digits.hpp"
#include "temporal/numerals.hpp"

namespace timeline::temporal {
namespace {

/// Sets the token to a date; the order of the three numbers is told by their size.
bool make_date(Digits a, Digits b, Digits c, Token& token) {
  int year = 0, month = 0, day = 0;
  if (a.count == 4) {
    year = a.value, month = b.value, day = c.value;
  } else if (c.count == 4) {
    year = c.value;
    month = a.value, day = b.value;
    if (month > 12) std::swap(month, day);
  } else if (a.count == 2 && c.count <= 2 && is_date(full_year(a.value), b.value, c.value)) {
    year = full_year(a.value), month = b.value, day = c.value;
  } else if (a.count <= 2 && c.count == 2) {
    year = full_year(c.value), month = a.value, day = b.value;
  }
  if (year == 0 || !is_date(year, month, day)) return false;
  token.kind = WordKind::ymd;
  token.unit = Unit::day;
  token.value = year;
  token.extra = month * 100 + day;
  return true;
}

/// 2025-10-31, 2025.10.31., 2025. 10. 31, 2025/10/31, 25-10-31.
bool read_date(std::string_view text, const Digits& first, Token& token) {
  const char separator = first.end < text.size() ? text[first.end] : '\0';
  if (separator != '-' && separator != '.' && separator != '/') return false;
  const bool dotted = separator == '.';
  const auto skip = [&](std::uint32_t at) {
    ++at;
    return dotted && at < text.size() && text[at] == ' ' ? at + 1 : at;
  };
  const Digits second = take(text, skip(first.end));
  if (second.count == 0 || second.count > 2) return false;
  if (second.end < text.size() && text[second.end] == separator) {
    const Digits third = take(text, skip(second.end));
    if (third.count == 0 || (third.count > 2 && third.count != 4)) return false;
    if (first.count != 4 && skip(first.end) != first.end + 1) return false;  // "1. 2. 3." is a list
    if (!make_date(first, second, third, token)) return false;
    token.end = third.end;
    if (dotted && first.count == 4 && token.end < text.size() && text[token.end] == '.' &&
        (token.end + 1 == text.size() || !is_digit(text, token.end + 1)))
      ++token.end;
    if (separator == '-' && token.end < text.size() && text[token.end] == '-' && is_digit(text, token.end + 1))
      return false;
    return true;
  }
  // 2025-10, 2025.10: a month, where the second number has two digits and no more follows.
  if (first.count == 4 && second.count == 2 && second.value >= 1 && second.value <= 12 && first.value >= 1900 &&
      first.value < 2100 && skip(first.end) == first.end + 1 && separator != '/' &&
      (second.end >= text.size() || text[second.end] == ' ' || text[second.end] == ')' || text[second.end] == '.')) {
    token.kind = WordKind::ymd;
    token.unit = Unit::month;
    token.value = first.value;
    token.extra = second.value * 100;
    token.end = second.end;
    return true;
  }
  return false;
}

/// Between blanks, quotation marks or brackets, and no word behind it that counts things.
bool stands_alone(const Vocabulary& vocabulary, std::string_view text, const Token& token) {
  const auto one_of = [](char c, std::string_view set) { return set.find(c) != std::string_view::npos; };
  const auto mark = [&](std::uint32_t at) { return text.substr(at, 2) == "\xE2\x80"; };  // curly quotation marks
  if (token.begin > 0 && !one_of(text[token.begin - 1], " '\"([<-~") && !(token.begin >= 3 && mark(token.begin - 3)))
    return false;
  if (token.end >= text.size()) return true;
  if (text[token.end] == ' ')
    return token.end + 1 < text.size() && static_cast<unsigned char>(text[token.end + 1]) >= 0x80 &&
           !vocabulary.counts_things(text, token.end + 1);
  return one_of(text[token.end], "'\")]>-~") || mark(token.end);
}

bool letter(std::string_view text, std::uint32_t at) {
  return at < text.size() && ((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z');
}

/// 14:30, 9:05:10, 3:20pm. Hours beyond 24 and one-digit minutes (scores) are refused.
bool read_clock(std::string_view text, const Digits& hour, Token& token) {
  if (hour.count == 0 || hour.count > 2 || hour.end >= text.size() || text[hour.end] != ':') return false;
  const Digits minute = take(text, hour.end + 1);
  if (minute.count != 2 || minute.value > 59 || hour.value > 24 || (hour.value == 24 && minute.value > 0)) return false;
  token.kind = WordKind::clock_digits;
  token.unit = Unit::minute;
  token.value = hour.value * 60 + minute.value;
  token.extra = -1;
  token.digits = static_cast<std::uint8_t>(hour.count);
  token.zero = text[token.begin] == '0';
  token.end = minute.end;
  if (token.end < text.size() && text[token.end] == ':' && is_digit(text, token.end + 1)) {
    const Digits second = take(text, token.end + 1);
    if (second.count != 2 || second.value > 59) return false;
    token.extra = second.value;
    token.unit = Unit::second;
    token.end = second.end;
  }
  if (token.end < text.size() && text[token.end] == ':') return false;
  return true;
}

/// am, pm, a.m., p.m., a, p after a clock time; shifts the hour.
bool read_am_pm(std::string_view text, Token& token, std::int32_t& minutes) {
  std::uint32_t at = token.end;
  if (at < text.size() && text[at] == ' ' && letter(text, at + 1)) ++at;
  if (!letter(text, at)) return false;
  const char half = static_cast<char>(text[at] | 0x20);
  if (half != 'a' && half != 'p') return false;
  std::uint32_t end = at + 1;
  if (end < text.size() && text[end] == '.') ++end;
  if (end < text.size() && (text[end] | 0x20) == 'm') {
    ++end;
    if (end < text.size() && text[end] == '.' && text[end - 2] == '.') ++end;
  } else if (at != token.end) {
    return false;  // "3:20 a" is none, "3:20a" is
  }
  if (letter(text, end)) return false;
  const int hour = minutes / 60;
  if (hour < 1 || hour > 12) return false;
  minutes = minutes % 60 + (hour % 12) * 60 + (half == 'p' ? 12 * 60 : 0);
  token.end = end;
  token.zero = true;  // nothing more to guess about the hour
  return true;
}

/// 20251031, where nothing stands at it that makes it a number of something else.
bool read_compact(const Vocabulary& vocabulary, std::string_view text, const Digits& digits, Token& token) {
  constexpr std::string_view kJoins = "-._/#,:+=%";
  const int year = digits.value / 10000, month = digits.value / 100 % 100, day = digits.value % 100;
  if (digits.count != 8 || year < 1900 || year >= 2100 || !is_date(year, month, day)) return false;
  const auto joins = [&](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || kJoins.find(c) != std::string_view::npos;
  };
  if (token.begin > 0 && (joins(text[token.begin - 1]) || letter(text, token.begin - 1))) return false;
  const char next = at_or_nul(text, digits.end);
  if (letter(text, digits.end) ||
      (joins(next) && next != '.' && next != ',' && !vocabulary.particles().after(text, digits.end)) ||
      ((next == '.' || next == ',') && is_digit(text, digits.end + 1)))
    return false;
  set_date(token, year, month, day);
  token.end = token.tail = digits.end;
  return true;
}

/// 3Q, 2Q25, 1H25: quarters and halves as reports of firms write them.
bool read_quarter(std::string_view text, const Digits& number, Token& token) {
  const char mark = number.end < text.size() ? text[number.end] : '\0';
  if (number.count != 1 || (mark != 'Q' && mark != 'H')) return false;
  if (token.begin > 0) {
    const char before = text[token.begin - 1];
    if (letter(text, token.begin - 1) || before == '-' || static_cast<unsigned char>(before) >= 0x80) return false;
  }
  const Digits year = take(text, number.end + 1);
  if (number.value < 1 || number.value > (mark == 'Q' ? 4 : 2) ||
      !(year.count == 2 || (year.count == 0 && mark == 'Q')))
    return false;
  if (letter(text, year.end) || (year.end < text.size() && (text[year.end] == '-' || text[year.end] == '&')))
    return false;
  token.kind = WordKind::ymd;
  token.unit = mark == 'Q' ? Unit::quarter : Unit::half;
  token.value = year.count == 2 ? full_year(year.value) : 0;
  token.extra = number.value;
  token.end = token.tail = year.end;
  return true;
}

/// Month and day in digits, where what stands behind them leaves no doubt: a named occasion (6·1 지방선거) or the
/// weekday (3.1(토), 12/25(목)).
bool read_month_and_day(const Vocabulary& vocabulary, std::string_view text, const Digits& month, Token& token) {
  const bool middle = text.substr(month.end, 2) == "\xC2\xB7";
  const char mark = month.end < text.size() ? text[month.end] : '\0';
  if (!middle && mark != '.' && mark != '/') return false;
  const Digits day = take(text, month.end + (middle ? 2U : 1U));
  if (day.count == 0 || day.count > 2 || !is_date(2024, month.value, day.value)) return false;
  std::uint32_t end = day.end;
  const auto spaced = vocabulary.follower(text, end + (end < text.size() && text[end] == ' ' ? 1U : 0U));
  if (mark == '/' || spaced.word == nullptr || spaced.word->kind != WordKind::md_event) {
    if (mark == '.' && end < text.size() && text[end] == '.') ++end;
    const auto weekday =
        end < text.size() && text[end] == '(' ? vocabulary.bracketed(text, end + 1) : Vocabulary::Hit{};
    if (weekday.word == nullptr || weekday.word->kind != WordKind::weekday_short || weekday.end >= text.size() ||
        text[weekday.end] != ')')
      return false;
  }
  token.kind = WordKind::ymd;
  token.unit = Unit::day;
  token.value = 0;
  token.extra = month.value * 100 + day.value;
  if (spaced.word != nullptr && spaced.word->kind == WordKind::md_event)
    token.weekday = static_cast<std::uint8_t>(spaced.word->value);
  token.end = token.tail = end;
  return true;
}

/// 1.5시간, 9.58초: a part of a unit of length. Anything else with a point is no time.
bool read_fraction(const Vocabulary& vocabulary, std::string_view text, Token& token) {
  const Digits behind = take(text, token.end + 1);
  if (behind.count > 3 || is_digit(text, behind.end) || (behind.end < text.size() && text[behind.end] == '.'))
    return false;
  const std::uint32_t unit_at = behind.end + (behind.end < text.size() && text[behind.end] == ' ' ? 1U : 0U);
  const auto unit = vocabulary.follower(text, unit_at, [](const Word& word, std::uint32_t) {
    return word.kind == WordKind::length
               ? word.unit != Unit::century && word.unit != Unit::business
               : word.kind == WordKind::unit && (word.unit == Unit::second || word.unit == Unit::minute ||
                                                 (word.unit == Unit::year && word.value == 0));
  });
  if (unit.word == nullptr) return false;
  token.thousandths = static_cast<std::int16_t>(behind.value * (behind.count == 1 ? 100 : behind.count == 2 ? 10 : 1));
  token.digits = 9;
  token.end = token.tail = behind.end;
  return true;
}

}  // namespace

bool is_phone(std::string_view text, std::uint32_t at) {
  const Digits first = take(text, at);
  if (first.end >= text.size() || text[first.end] != '-') return false;
  const Digits second = take(text, first.end + 1);
  return second.count > 0 && second.end + 1 < text.size() && text[second.end] == '-' && is_digit(text, second.end + 1);
}

bool read_iso_clock(std::string_view text, std::uint32_t at, Token& token) {
  token = {};
  token.begin = at;
  if (!read_clock(text, take(text, at), token)) return false;
  std::uint32_t end = token.end;
  const char zone = at_or_nul(text, end);
  if (zone == '.') end = take(text, end + 1).end;  // 15:00:00.000
  if (at_or_nul(text, end) == 'Z') ++end;
  if (const char sign = at_or_nul(text, end); sign == '+' || sign == '-') {
    const Digits hours = take(text, end + 1);
    end = at_or_nul(text, hours.end) == ':' ? take(text, hours.end + 1).end : hours.end;
  }
  token.zero = true;
  token.tail = end;
  return !letter(text, end);
}

bool read_month_and_day_alone(std::string_view text, std::uint32_t at, Token& token) {
  const Digits month = take(text, at);
  const char mark = month.end < text.size() ? text[month.end] : '\0';
  if (month.count > 2 || (mark != '.' && mark != '-' && mark != '/')) return false;
  const Digits day = take(text, month.end + (mark == '.' && at_or_nul(text, month.end + 1) == ' ' ? 2U : 1U));
  if (day.count == 0 || day.count > 2 || !is_date(2024, month.value, day.value)) return false;
  if (day.end < text.size() && text[day.end] == mark && is_digit(text, day.end + 1)) return false;
  token = {};
  token.begin = at;
  set_date(token, 0, month.value, day.value);
  token.end = token.tail = day.end + (mark == '.' && at_or_nul(text, day.end) == '.' ? 1U : 0U);
  return true;
}

bool read_digits(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at, Token& token) {
  token = {};
  token.begin = at;
  Digits first = take(text, at);
  if (first.count > 9) return false;
  if (read_date(text, first, token)) {
    token.tail = token.end;
    const bool clock_behind = at_or_nul(text, token.end) == 'T' && is_digit(text, token.end + 1);  // ISO 8601
    return !is_digit(text, token.end) && (clock_behind || !letter(text, token.end));
  }
  if (read_clock(text, first, token)) {
    read_am_pm(text, token, token.value);
    token.tail = token.end;
    return !is_digit(text, token.end) && !letter(text, token.end);
  }
  if (is_phone(text, at)) return false;
  if (read_compact(vocabulary, text, first, token)) return true;
  token.kind = WordKind::number;
  token.unit = Unit::none;
  token.value = first.value;
  token.digits = static_cast<std::uint8_t>(first.count);
  token.zero = first.count > 1 && text[at] == '0';
  token.end = first.end;
  if (first.count <= 2 && read_month_and_day(vocabulary, text, first, token)) return true;
  if (read_quarter(text, first, token)) return true;
  // 2,000년 but not 1, 2월.
  while (token.end + 3 < text.size() && text[token.end] == ',' && is_digit(text, token.end + 1) &&
         is_digit(text, token.end + 2) && is_digit(text, token.end + 3) && !is_digit(text, token.end + 4) &&
         token.value < 1'000'000) {
    token.value = token.value * 1000 + (text[token.end + 1] - '0') * 100 + (text[token.end + 2] - '0') * 10 +
                  (text[token.end + 3] - '0');
    token.end += 4;
    token.digits = 9;
  }
  if (token.end < text.size() && text[token.end] == '.' && is_digit(text, token.end + 1))
    return read_fraction(vocabulary, text, token);
  if (token.end < text.size() && text[token.end] == ',' && is_digit(text, token.end + 1)) return false;
  const char half = static_cast<char>(at_or_nul(text, token.end + 1) | 0x20);
  const bool apart = at_or_nul(text, token.end) == ' ' && (half == 'a' || half == 'p') &&
                     (at_or_nul(text, token.end + 2) | 0x20) == 'm' && !letter(text, token.end + 3) &&
                     !is_digit(text, token.end + 3);  // 3 PM
  if (letter(text, token.end) || apart) {
    // 4pm, 10 a.m.: an hour; 3p is a page.
    if (first.count > 2 || token.digits != first.count) return false;
    token.kind = WordKind::clock_digits;
    token.unit = Unit::hour;
    token.value = first.value * 60;
    token.extra = -1;
    const bool named = read_am_pm(text, token, token.value);
    token.tail = token.end;
    return named && token.end > first.end + 1;
  }
  // 2천 년, 5만년
  while (const auto more = vocabulary.numeral(text, token.end).word) {
    if (more->kind != WordKind::sino || more->value < 10 || token.value > 200'000) break;
    token.value *= more->value;
    token.digits = 9;
    token.end = vocabulary.numeral(text, token.end).end;
  }
  if (token.digits == 4 || token.digits == 2) token.stands_alone = stands_alone(vocabulary, text, token);
  // 20여 분, 10여 년
  if (const auto hit = vocabulary.follower(text, token.end);
      hit.word != nullptr && hit.word->kind == WordKind::tail && hit.word->value == 3) {
    token.some = true;
    token.end = hit.end;
  }
  token.tail = token.end;
  return true;
}

}  // namespace timeline::temporal
