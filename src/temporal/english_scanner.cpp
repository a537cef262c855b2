#include "temporal/english.hpp"
#include "temporal/numerals.hpp"
#include "text/utf8.hpp"

namespace timeline::temporal {
namespace {

bool is_word(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[at]);
  return text::is_latin(c) || text::is_digit(c) || c >= 0x80;
}

bool is_digit(std::string_view text, std::uint32_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool is_capital(std::string_view text, std::uint32_t at) {
  return text[at] >= 'A' && text[at] <= 'Z';
}

/// 1st, 22nd, 3rd, 15th.
std::uint32_t ordinal_end(std::string_view text, std::uint32_t at) {
  if (at + 1 >= text.size()) return at;
  const char a = static_cast<char>(text[at] | 0x20), b = static_cast<char>(text[at + 1] | 0x20);
  const bool is = (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
  return is && !is_word(text, at + 2) ? at + 2 : at;
}

/// Numbers up to 4 digits, with decimals passed over; ordinals; 1990s.
bool read_number(std::string_view text, std::uint32_t at, Token& token) {
  token = {};
  token.begin = at;
  std::uint32_t i = at;
  std::int32_t value = 0;
  while (is_digit(text, i) && i - at < 9) value = value * 10 + (text[i++] - '0');
  if (is_digit(text, i) || is_phone(text, at)) return false;
  if (i + 1 < text.size() && (text[i] == '.' || text[i] == ',') && is_digit(text, i + 1)) return false;
  token.value = value;
  token.digits = static_cast<std::uint8_t>(i - at);
  token.zero = token.digits > 1 && text[at] == '0';
  token.end = i;
  if (const std::uint32_t end = ordinal_end(text, i); end != i) {
    token.kind = WordKind::ordinal;
    token.end = end;
  } else if ((i < text.size() && text[i] == 's' && !is_word(text, i + 1)) ||
             (i + 1 < text.size() && text[i] == '\'' && text[i + 1] == 's' && !is_word(text, i + 2))) {
    if (value % 10 != 0 || (token.digits != 4 && token.digits != 2)) return false;
    token.kind = WordKind::unit;
    token.unit = Unit::decade;
    token.end = text[i] == 's' ? i + 1 : i + 2;
  }
  token.tail = token.end;
  return true;
}

/// 4/25, 2/2013, 15h20, 9h, 7p: what only English writes so.
bool read_short_forms(std::string_view text, std::uint32_t at, Token& token) {
  std::uint32_t i = at;
  const auto take = [&](int& value) {
    const std::uint32_t from = i;
    value = 0;
    while (is_digit(text, i) && i - from < 4) value = value * 10 + (text[i++] - '0');
    return static_cast<int>(i - from);
  };
  int a = 0, b = 0;
  const int first = take(a);
  if (first > 2 || i >= text.size()) return false;
  token = {};
  token.begin = at;
  const char mark = text[i];
  if (mark == '/' || mark == '-') {
    ++i;
    const int second = take(b);
    if (is_word(text, i) || (i < text.size() && (text[i] == '/' || text[i] == '-' || text[i] == '%'))) return false;
    if (mark == '/' && second > 0 && second <= 2 && a >= 1 && a <= 12 && b >= 1 && b <= 31) {
      token.extra = a * 100 + b;
      token.unit = Unit::day;
    } else if (second == 4 && a >= 1 && a <= 12 && b >= 1900 && b < 2100) {
      token.value = b;
      token.extra = a * 100;
      token.unit = Unit::month;
    } else {
      return false;
    }
    token.kind = WordKind::ymd;
  } else if (mark == 'h' || mark == 'p') {
    ++i;
    int hour = a;
    if (mark == 'h') {
      if (is_digit(text, i) && (take(b) != 2 || b > 59)) return false;
    } else {
      if (a < 1 || a > 12) return false;
      hour = a % 12 + 12;
    }
    if (is_word(text, i) || hour > 24 || (i + 1 < text.size() && text[i] == '.' && is_word(text, i + 1))) return false;
    token.kind = WordKind::clock_digits;
    token.unit = Unit::minute;
    token.value = hour * 60 + b;
    token.extra = -1;
    token.zero = true;
  } else {
    return false;
  }
  token.end = token.tail = i;
  return true;
}

}  // namespace

bool EnglishScanner::read(std::string_view text, std::uint32_t at, std::uint32_t end, const Token* before,
                          Token& token) const {
  text = text.substr(0, end);
  if (at >= end) return false;
  if (is_digit(text, at)) {
    if (read_digits(vocabulary_, text, at, false, token) && token.kind != WordKind::number) return true;
    if (read_short_forms(text, at, token)) return true;
    if (!read_number(text, at, token)) return false;
    if (!is_word(text, token.end)) return true;
    // 5pm, 3h, 10min: a unit right behind the number.
    const auto hit = vocabulary_.starter(text, token.end);
    return hit.word != nullptr && !is_word(text, hit.end) &&
           (hit.word->kind == WordKind::am || hit.word->kind == WordKind::length ||
            hit.word->kind == WordKind::word_month);
  }
  const auto hit = vocabulary_.starter(text, at);
  if (hit.word == nullptr || hit.word->kind == WordKind::nothing) return false;
  const bool symbol = !is_word(text, at);
  if (!symbol && is_word(text, hit.end) && text[hit.end - 1] != '.' && text[hit.end - 1] != '-') {
    const bool digits_follow = is_digit(text, hit.end) && (hit.word->kind == WordKind::word_month);
    if (!digits_follow) return false;
  }
  token = {};
  token.kind = hit.word->kind;
  token.unit = hit.word->unit;
  token.value = hit.word->value;
  token.begin = at;
  token.end = token.tail = hit.end;
  token.native = is_capital(text, at);  // for English: written with a capital
  if (token.kind == WordKind::native) {
    token.kind = WordKind::number;
    token.weak = hit.end - at <= 2;  // a, an
    // twenty-three, twenty three
    if (token.value >= 20 && token.value < 100 && hit.end < end && (text[hit.end] == ' ' || text[hit.end] == '-')) {
      const auto unit = vocabulary_.starter(text, hit.end + 1);
      if (unit.word != nullptr && unit.word->kind == WordKind::native && unit.word->value < 10 &&
          unit.end - hit.end > 3 && !is_word(text, unit.end)) {
        token.value += unit.word->value;
        token.end = token.tail = unit.end;
      }
    }
    // nineteen ninety six, two thousand and fifteen
    const auto native_at = [&](std::uint32_t place) {
      const auto found = vocabulary_.starter(text, place);
      return found.word != nullptr && found.word->kind == WordKind::native && found.end - place > 2 &&
                     !is_word(text, found.end)
                 ? found
                 : Vocabulary::Hit{};
    };
    if (token.end < end && text[token.end] == ' ') {
      if (token.value == 19 || token.value == 20) {
        if (const auto tens = native_at(token.end + 1);
            tens.word != nullptr && tens.word->value >= 10 && tens.word->value < 100) {
          token.value = token.value * 100 + tens.word->value;
          token.end = token.tail = tens.end;
          token.digits = 4;
          if (token.end < end && (text[token.end] == ' ' || text[token.end] == '-') && tens.word->value >= 20)
            if (const auto ones = native_at(token.end + 1); ones.word != nullptr && ones.word->value < 10) {
              token.value += ones.word->value;
              token.end = token.tail = ones.end;
            }
        }
      } else if (const auto thousand = native_at(token.end + 1);
                 thousand.word != nullptr && thousand.word->value == 1000 && token.value < 10) {
        token.value *= 1000;
        token.end = token.tail = thousand.end;
        token.digits = 4;
        std::uint32_t place = token.end + 1;
        if (text.substr(token.end, 5) == " and ") place = token.end + 5;
        if (const auto rest = native_at(place); place < end && rest.word != nullptr && rest.word->value < 100) {
          token.value += rest.word->value;
          token.end = token.tail = rest.end;
          if (rest.word->value >= 20 && token.end < end && (text[token.end] == ' ' || text[token.end] == '-'))
            if (const auto ones = native_at(token.end + 1); ones.word != nullptr && ones.word->value < 10) {
              token.value += ones.word->value;
              token.end = token.tail = ones.end;
            }
        }
      }
    }
  } else if (token.kind == WordKind::few) {
    token.kind = WordKind::number;
    token.some = true;
  }
  (void)before;
  return true;
}

std::uint32_t EnglishScanner::next(std::string_view text, std::uint32_t at, std::uint32_t end,
                                   std::vector<Token>& run) const {
  run.clear();
  while (at < end) {
    const bool starts =
        is_word(text, at) && (at == 0 || !is_word(text, at - 1) || (static_cast<unsigned char>(text[at - 1]) >= 0x80));
    Token token;
    if (!starts || (at > 0 && is_digit(text, at) && (text[at - 1] == '.' || text[at - 1] == '$')) ||
        !read(text, at, end, nullptr, token)) {
      if (starts)
        if (const auto hit = vocabulary_.starter(text, at);
            hit.word != nullptr && hit.word->kind == WordKind::nothing && !is_word(text, hit.end)) {
          at = hit.end;
          continue;
        }
      // On to the end of this word.
      do ++at;
      while (at < end && (is_word(text, at) && is_word(text, at - 1)));
      while (at < end && !text::is_boundary(text, at)) ++at;
      continue;
    }
    token.apostrophe = at > 0 && text[at - 1] == '\'';
    run.push_back(token);
    while (run.size() < 64) {
      std::uint32_t place = run.back().tail;
      Gap gap = Gap::none;
      while (place < end && (text[place] == ' ' || text[place] == ',') && place - run.back().tail < 3) {
        gap = text[place] == ',' || gap == Gap::comma ? Gap::comma : Gap::space;
        ++place;
      }
      if (gap == Gap::none && place < end && text[place] == '/' && run.back().kind != WordKind::range) ++place;
      Token more;
      if (!read(text, place, end, &run.back(), more)) break;
      more.gap = gap;
      run.push_back(more);
    }
    return run.back().tail;
  }
  return end;
}

}  // namespace timeline::temporal
