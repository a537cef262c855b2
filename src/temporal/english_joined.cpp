#include <array>

#include "temporal/digits.hpp"
#include "temporal/english.hpp"
#include "temporal/english_digits.hpp"

namespace timeline::temporal {
namespace {

/// The name of a month that begins at `at` and ends before `mark` or the end of the word.
Digits month_name(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at) {
  const auto hit = vocabulary.starter(text, at, [&](std::uint32_t stop) { return text[stop - 1] != '.'; });
  if (hit.word == nullptr || hit.word->kind != WordKind::word_month || is_english_word(text, hit.end)) return {};
  return {hit.word->value, hit.end, 3};
}

}  // namespace

bool read_joined_date(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at, Token& token) {
  // Three parts, one of them the name of a month: the year has four digits or stands last.
  std::array<Digits, 3> parts;
  int month_at = -1, count = 0;
  char mark = '\0';
  for (std::uint32_t place = at; count < 3; ++count) {
    Digits part = is_digit(text, place) ? take(text, place) : month_name(vocabulary, text, place);
    if (part.count == 0 || part.count > 4) break;
    if (!is_digit(text, place)) {
      if (month_at >= 0) break;
      month_at = count;
    }
    parts[static_cast<std::size_t>(count)] = part;
    const char next = at_or_nul(text, part.end);
    if (count == 2) {
      ++count;
      break;
    }
    const bool point = next == '.' && is_digit(text, at) && (month_at < 0 || is_digit(text, part.end + 1));
    if ((next != '-' && next != '/' && !point) || (mark != '\0' && next != mark)) {
      ++count;
      break;
    }
    mark = next;
    place = part.end + 1;
  }
  if (month_at < 0 || count < 2 || (mark == '.' && count < 3)) return false;
  const int month = parts[static_cast<std::size_t>(month_at)].value;
  token = {};
  token.begin = at;
  int year = 0, day = 0;
  if (count == 2) {
    // Aug-10, Aug/10; what follows may be the year. 2019-aug is a month.
    const Digits other = parts[month_at == 0 ? 1U : 0U];
    const std::uint32_t end = parts[1].end;
    if (other.count == 4 && !(at_or_nul(text, end) == ' ' && is_digit(text, end + 1)))
      year = other.value;
    else if (other.count <= 2 && month_at == 0)
      day = other.value;
    else
      return false;
  } else {
    for (std::size_t i = 0; i < 3; ++i) {
      if (static_cast<int>(i) == month_at) continue;
      const Digits& part = parts[i];
      if (part.count == 4 || (part.count == 2 && i == 2 && day != 0))
        year = part.count == 4 ? part.value : full_year(part.value);
      else if (part.count <= 2 && day == 0)
        day = part.value;
      else
        return false;
    }
    if (year == 0) return false;
  }
  if (day != 0 ? !is_date(year == 0 ? 2024 : year, month, day) : (year < 1900 || year >= 2100)) return false;
  set_date(token, year, month, day);
  token.native = true;  // named, so that nothing need lead to it
  token.end = token.tail = parts[static_cast<std::size_t>(count - 1)].end;
  return !is_english_word(text, token.end);
}

}  // namespace timeline::temporal
