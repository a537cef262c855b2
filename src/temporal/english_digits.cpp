#include "temporal/english_digits.hpp"

#include <utility>

#include "temporal/digits.hpp"
#include "temporal/english.hpp"
#include "temporal/numerals.hpp"
#include "text/utf8.hpp"

namespace timeline::temporal {
namespace {

/// Three numbers: the year stands first or last; before it the month does (in dates with points the day), unless it
/// can be none.
bool make_date(Digits a, Digits b, Digits c, char mark, Token& token) {
  int year = 0, month = a.value, day = b.value;
  if (a.count == 4 && c.count <= 2) {
    year = a.value, month = b.value, day = c.value;
  } else if (a.count <= 2 && (c.count == 4 || (c.count == 2 && mark != '.'))) {
    year = c.count == 4 ? c.value : full_year(c.value);
    if (mark == '.') std::swap(month, day);
    if (!is_date(year, month, day)) std::swap(month, day);
    if (!is_date(year, month, day) && c.count == 2 && a.count == 2)
      year = full_year(a.value), month = b.value, day = c.value;
  }
  if (year == 0 || !is_date(year, month, day)) return false;
  set_date(token, year, month, day);
  return true;
}

/// 2025-10-31, 10/31/2025, 31.10.2025, 10-31-74; 2025-10 and 4/2013 are months, 4/25 is a day.
bool read_date(std::string_view text, const Digits& first, Token& token) {
  const char mark = at_or_nul(text, first.end);
  if (mark != '-' && mark != '.' && mark != '/') return false;
  const Digits second = take(text, first.end + 1);
  if (second.count == 0 || second.count > 4) return false;
  const char behind = at_or_nul(text, second.end);
  if (behind == mark && is_digit(text, second.end + 1)) {
    const Digits third = take(text, second.end + 1);
    if (second.count > 2 || !make_date(first, second, third, mark, token)) return false;
    token.end = third.end;
    const char next = at_or_nul(text, third.end);
    return next != mark || !is_digit(text, third.end + 1);
  }
  const bool ends = behind == '\0' || behind == ' ' || behind == ')' || behind == ',' ||
                    ((behind == '.' || behind == '?' || behind == '!' || behind == ';' || behind == ':') &&
                     !is_digit(text, second.end + 1));
  if (first.count == 4 && second.count == 2 && mark != '/' && ends && first.value >= 1900 && first.value < 2100 &&
      second.value >= 1 && second.value <= 12) {
    set_date(token, first.value, second.value, 0);
  } else if (mark == '.') {
    return false;
  } else if (first.count <= 2 && second.count == 4 && first.value >= 1 && first.value <= 12 && second.value >= 1900 &&
             second.value < 2100) {
    set_date(token, second.value, first.value, 0);
  } else if ((mark == '/' || (token.begin == 0 && second.end + 1 >= text.size())) && first.count <= 2 &&
             second.count <= 2 && is_date(2024, first.value, second.value) && behind != '%' && behind != '/') {
    set_date(token, 0, first.value, second.value);
  } else {
    return false;
  }
  token.end = second.end;
  return true;
}

/// a, p, am, pm, a.m., p.m. behind a clock time, a blank between or none.
struct HalfOfDay {
  char letter = '\0';
  std::uint32_t end = 0;
};

HalfOfDay half_of_day(std::string_view text, std::uint32_t at) {
  const bool spaced = at_or_nul(text, at) == ' ';
  if (spaced) ++at;
  const char letter = static_cast<char>(at_or_nul(text, at) | 0x20);
  if (letter != 'a' && letter != 'p') return {};
  std::uint32_t end = at + 1;
  if (at_or_nul(text, end) == '.') ++end;
  if ((at_or_nul(text, end) | 0x20) == 'm') {
    ++end;
    if (at_or_nul(text, end) == '.' && text[end - 2] == '.') ++end;
  } else if (spaced || text[end - 1] == '.') {
    return {};
  }
  return is_english_word(text, end) ? HalfOfDay{} : HalfOfDay{letter, end};
}

void set_clock(Token& token, int hour, int minute) {
  token.kind = WordKind::clock_digits;
  token.unit = Unit::minute;
  token.value = hour * 60 + minute;
  token.extra = -1;
}

bool apply_half(Token& token, const HalfOfDay& half) {
  const int hour = token.value / 60;
  if (hour < 1 || hour > 12) return false;
  token.value = token.value % 60 + hour % 12 * 60 + (half.letter == 'p' ? 12 * 60 : 0);
  token.zero = true;  // nothing more to guess about the hour
  token.end = half.end;
  return true;
}

/// Is what stands before a length: "1h ago", "2h 30m"?
bool counts_hours(std::string_view behind) {
  for (const std::string_view word : {" ago", " later", " earlier", " from now", " hence"})
    if (behind.starts_with(word)) return true;
  return behind.size() > 2 && behind[0] == ' ' && is_digit(behind, 1) && take(behind, 1).end < behind.size() &&
         behind[take(behind, 1).end] == 'm';
}

/// 14:30, 9:05:10, 3:20pm, 8.30pm, 15h20, 9h; with a zone where an ISO time has one: 13:15:30+09:00.
bool read_clock(std::string_view text, const Digits& hour, const Token* before, Token& token) {
  const char mark = static_cast<char>(at_or_nul(text, hour.end) | 0x20);
  if (hour.count > 2 || hour.value > 24) return false;
  if (mark == 'h') {
    if (before != nullptr && (before->kind == WordKind::in || before->kind == WordKind::within)) return false;
    const Digits minute = take(text, hour.end + 1);
    if (minute.count != 0 && (minute.count != 2 || minute.value > 59)) return false;
    if (minute.count == 0 && (text[hour.end] == 'H' || counts_hours(text.substr(minute.end))))
      return false;  // 2H, 1h ago
    set_clock(token, hour.value, minute.value);
    token.zero = true;
    token.end = minute.end;
    return !is_english_word(text, token.end);
  }
  if (mark == ('.' | 0x20)) {
    // 8.30pm as British papers write it; without am or pm it is a price, unless it follows a day: "Monday at 2.30".
    const Digits minute = take(text, hour.end + 1);
    const HalfOfDay half = half_of_day(text, minute.end);
    if (minute.count != 2 || minute.value > 59 || hour.value == 0) return false;
    set_clock(token, hour.value, minute.value);
    token.end = minute.end;  // the half is a token of its own
    if (half.end - minute.end > 1 && half.end > 0) return true;
    const char behind = at_or_nul(text, minute.end);
    const bool ends = behind == '\0' || ((behind == '.' || behind == '?' || behind == '!' || behind == ',') &&
                                         !is_digit(text, minute.end + 1));
    token.weak = true;
    return ends && before != nullptr && before->kind == WordKind::glue && before->value == 2;
  }
  if (mark != (':' | 0x20)) return false;
  const Digits minute = take(text, hour.end + 1);
  if (minute.count != 2 || minute.value > 59 || (hour.value == 24 && minute.value > 0)) return false;
  set_clock(token, hour.value, minute.value);
  token.digits = static_cast<std::uint8_t>(hour.count);
  token.zero = text[token.begin] == '0';
  token.end = minute.end;
  if (at_or_nul(text, token.end) == ':') {
    const Digits second = take(text, token.end + 1);
    if (second.count != 2 || second.value > 59) return false;
    token.extra = second.value;
    token.unit = Unit::second;
    token.end = second.end;
    if (at_or_nul(text, token.end) == '.' && is_digit(text, token.end + 1)) token.end = take(text, token.end + 1).end;
  }
  const bool iso = before != nullptr && before->kind == WordKind::ymd && before->tail + 1 == token.begin &&
                   text[before->tail] == 'T';
  if (iso) {
    token.zero = true;
    const char sign = at_or_nul(text, token.end);
    if (sign == 'Z') {
      token.zone = 0;
      ++token.end;
    } else if ((sign == '+' || sign == '-') && is_digit(text, token.end + 1)) {
      const Digits hours = take(text, token.end + 1);
      const bool colon = at_or_nul(text, hours.end) == ':';
      const Digits minutes = colon ? take(text, hours.end + 1) : Digits{hours.value % 100, hours.end, 2};
      const int hours_off = colon || hours.count <= 2 ? hours.value : hours.value / 100;
      const int minutes_off = colon || hours.count > 2 ? minutes.value : 0;
      constexpr int kFarthestHour = 14;  // Kiribati
      if (hours_off > kFarthestHour || minutes_off > 59) return false;
      token.zone = static_cast<std::int16_t>((sign == '-' ? -1 : 1) * (hours_off * 60 + minutes_off));
      token.end = minutes.end;
    }
    return !is_english_word(text, token.end);
  }
  if (const HalfOfDay half = half_of_day(text, token.end); half.end == token.end + 1) (void)apply_half(token, half);
  if (half_of_day(text, token.end).end > 0) return true;
  return at_or_nul(text, token.end) != ':' && !is_english_word(text, token.end);
}

/// 1st, 22nd, 3rd, 15th.
std::uint32_t ordinal_end(std::string_view text, std::uint32_t at) {
  const char a = static_cast<char>(at_or_nul(text, at) | 0x20), b = static_cast<char>(at_or_nul(text, at + 1) | 0x20);
  const bool is = (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
  return is && !is_english_word(text, at + 2) ? at + 2 : at;
}

/// Numbers, ordinals, 1990s; one and a half may be written 1.5.
bool read_number(const Vocabulary& vocabulary, std::string_view text, const Digits& first, Token& token) {
  if (first.count > 9 || is_phone(text, token.begin)) return false;
  std::uint32_t i = first.end;
  token.kind = WordKind::number;
  token.value = first.value;
  token.digits = static_cast<std::uint8_t>(first.count);
  token.zero = first.count > 1 && text[token.begin] == '0';
  token.end = i;
  const char mark = at_or_nul(text, i);
  if ((mark == '.' || mark == ',') && is_digit(text, i + 1)) {
    const Digits decimals = take(text, i + 1);
    if (mark == ',' && first.count <= 2 && decimals.count == 4) return true;  // Feb12,1999
    if (mark != '.' || decimals.count != 1 || decimals.value != 5) return false;
    const std::uint32_t place = decimals.end + (at_or_nul(text, decimals.end) == ' ' ? 1U : 0U);
    const auto unit = vocabulary.starter(text, place);
    if (unit.word == nullptr || unit.word->kind != WordKind::length || is_english_word(text, unit.end)) return false;
    token.half = true;
    token.digits = 9;
    token.end = i = decimals.end;
  }
  if (const std::uint32_t end = ordinal_end(text, i); end != i) {
    token.kind = WordKind::ordinal;
    token.end = end;
  } else if ((at_or_nul(text, i) == 's' && !is_english_word(text, i + 1)) ||
             (at_or_nul(text, i) == '\'' && at_or_nul(text, i + 1) == 's' && !is_english_word(text, i + 2))) {
    if (token.digits == 4 && token.value % 10 != 0 && text[i] == '\'') return true;  // 2014's first quarter
    if (token.value % 10 != 0 || (token.digits != 4 && token.digits != 2)) return false;
    token.kind = WordKind::unit;
    token.unit = Unit::decade;
    token.end = text[i] == 's' ? i + 1 : i + 2;
  }
  return true;
}

/// 3Q, 4Q 2024, 1H25: a quarter or half as firms write it. A half without its year is an hour.
bool read_part_of_year(std::string_view text, const Digits& first, Token& token) {
  const auto mark = static_cast<char>(at_or_nul(text, first.end));
  if (first.count != 1 || (mark != 'Q' && mark != 'H') || first.value < 1 || first.value > (mark == 'Q' ? 4 : 2))
    return false;
  const std::uint32_t end = first.end + 1;
  std::uint32_t place = end;
  if (at_or_nul(text, place) == ' ') ++place;
  const bool apostrophe = at_or_nul(text, place) == '\'';
  if (apostrophe) ++place;
  const Digits year = take(text, place);
  const bool dated =
      (year.count == 4 && year.value >= 1900 && year.value < 2100) || (year.count == 2 && (place == end || apostrophe));
  if (!dated && (mark == 'H' || is_english_word(text, end))) return false;
  token.kind = mark == 'Q' ? WordKind::quarter_name : WordKind::half;
  token.unit = mark == 'Q' ? Unit::quarter : Unit::half;
  token.value = first.value;
  token.end = token.tail = end;
  return true;
}

bool leads_to_hour(const Token* before) {
  return before != nullptr && (before->kind == WordKind::from || before->kind == WordKind::range ||
                               before->kind == WordKind::bound || before->kind == WordKind::between ||
                               (before->kind == WordKind::glue && (before->value == 2 || before->value == 4)));
}

}  // namespace

bool is_money(std::string_view text, std::uint32_t at) {
  if (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0) return false;
  if (text[at - 1] == '$') return true;
  const auto ends_with = [&](std::string_view sign) {
    return at >= sign.size() && text.substr(at - sign.size(), sign.size()) == sign;
  };
  return ends_with("\xC2\xA3") || ends_with("\xE2\x82\xAC") || ends_with("\xC2\xA5") || ends_with("\xE2\x82\xA9");
}

bool read_english_digits(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at, const Token* before,
                         Token& token) {
  token = {};
  token.begin = at;
  const Digits first = take(text, at);
  // 4th of July, 3/4 hour, 1st quarter: words of the tables that begin with a digit.
  if (const auto hit = vocabulary.starter(text, at);
      hit.word != nullptr && hit.end > first.end + 2 && !is_english_word(text, hit.end)) {
    if (hit.word->kind == WordKind::nothing) return false;
    token.kind = hit.word->kind;
    token.unit = hit.word->unit;
    token.value = hit.word->value;
    token.end = token.tail = hit.end;
    return true;
  }
  if (read_part_of_year(text, first, token)) return true;
  if (read_date(text, first, token)) {
    token.tail = token.end;
    return !is_english_word(text, token.end) ||
           (text[token.end] == 'T' && token.unit == Unit::day && is_digit(text, token.end + 1));
  }
  if ((before == nullptr || before->kind != WordKind::word_month) && read_joined_date(vocabulary, text, at, token))
    return true;
  token = {};
  token.begin = at;
  if (read_clock(text, first, before, token)) {
    token.tail = token.end;
    return true;
  }
  const char mark = at_or_nul(text, first.end);
  if (mark == ':' && is_digit(text, first.end + 1)) return false;
  // 9a, 7p: only where a word leads to an hour; 7p is also a price.
  const bool alone = at == 0 && first.end + 2 >= text.size();
  const bool behind_day =
      before != nullptr && (before->kind == WordKind::deictic || before->kind == WordKind::weekday);  // today 7p
  if (first.count <= 2 && (leads_to_hour(before) || ((alone || behind_day) && (mark | 0x20) == 'p')) &&
      ((mark | 0x20) == 'a' || (mark | 0x20) == 'p') && !is_english_word(text, first.end + 1)) {
    set_clock(token, first.value, 0);
    const bool good = apply_half(token, {static_cast<char>(mark | 0x20), first.end + 1});
    token.tail = token.end;
    return good;
  }
  // 3ish, 150ish: an hour where a word leads to one.
  if (text.substr(first.end, 3) == "ish" && !is_english_word(text, first.end + 3) &&
      (leads_to_hour(before) || half_of_day(text, first.end + 3).end > 0)) {
    const int hour = first.count > 2 ? first.value / 100 : first.value;
    const int minute = first.count > 2 ? first.value % 100 : 0;
    if (first.count > 4 || hour > 12 || minute > 59) return false;
    set_clock(token, hour, minute);
    token.some = true;
    token.end = token.tail = first.end + 3;
    return true;
  }
  token = {};
  token.begin = at;
  if (!read_number(vocabulary, text, first, token)) return false;
  token.tail = token.end;
  if (!is_english_word(text, token.end)) return true;
  // 5pm, 3h, 10min, 15Sep: a word right behind the number.
  const auto hit = vocabulary.starter(text, token.end);
  if (hit.end == token.end + 1 && text[token.end] < 'a') return false;  // 3D, 5G
  if (hit.word != nullptr && hit.word->kind == WordKind::word_month && is_digit(text, hit.end) &&
      take(text, hit.end).count == 4)
    return true;  // 12Dec2015
  return hit.word != nullptr && !is_english_word(text, hit.end) &&
         (hit.word->kind == WordKind::am || hit.word->kind == WordKind::length ||
          (hit.word->kind == WordKind::quarter_name && (token.digits == 4 || token.digits == 2)) ||
          (hit.word->kind == WordKind::half && token.digits == 4) || hit.word->kind == WordKind::word_month);
}

}  // namespace timeline::temporal
