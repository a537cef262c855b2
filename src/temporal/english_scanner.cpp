#include "temporal/english.hpp"
#include "temporal/english_digits.hpp"

namespace timeline::temporal {
namespace {

bool is_capital(std::string_view text, std::uint32_t at) {
  return text[at] >= 'A' && text[at] <= 'Z';
}

bool joins(std::string_view text, std::uint32_t at) {
  return at < text.size() && (text[at] == ' ' || text[at] == '-');
}

/// Only digits may stand right behind these words: Sep15, May22, CY18.
bool takes_digits(const Word& word, std::uint32_t size) {
  return word.kind == WordKind::word_month || word.kind == WordKind::season_word ||
         (word.kind == WordKind::length && word.unit == Unit::year && size == 2);
}

/// What "this year's" and "2014's" may own.
bool is_part_of_year(WordKind kind) {
  return kind == WordKind::quarter_name || kind == WordKind::half || kind == WordKind::word_month ||
         kind == WordKind::holiday;
}

/// The place behind the "'s " of a year; 0 where there is none.
std::uint32_t behind_possessive(std::string_view text, const Token& year) {
  const bool is_year =
      (year.kind == WordKind::length && year.unit == Unit::year) || (year.kind == WordKind::number && year.digits == 4);
  if (!is_year) return 0;
  const std::string_view behind = text.substr(year.tail, 5);
  return behind.starts_with("'s ") || behind.starts_with("'S ") ? year.tail + 3
         : behind == "\xE2\x80\x99s "                           ? year.tail + 5
                                                                : 0;
}

/// The bytes of an apostrophe at `at` that two digits follow ('05, '90s); 0 where there is none.
std::uint32_t apostrophe_before_year(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return 0;
  const bool curly = text.substr(at, 3) == "\xE2\x80\x99" || text.substr(at, 3) == "\xE2\x80\x98";
  const std::uint32_t size = text[at] == '\'' ? 1 : curly ? 3 : 0;
  const auto digit = [&](std::uint32_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  return size > 0 && digit(at + size) && digit(at + size + 1) && !digit(at + size + 2) ? size : 0;
}

}  // namespace

/// Goes on with a number that was written out: twenty-three, nineteen ninety six, two thousand and fifteen, and with
/// the minutes of an hour: twelve oh three.
void EnglishScanner::read_number_words(std::string_view text, Token& token) const {
  const auto word_at = [&](std::uint32_t place) -> std::optional<std::pair<std::int32_t, std::uint32_t>> {
    const auto hit = vocabulary_.starter(text, place);
    if (hit.word == nullptr || hit.word->kind != WordKind::native || hit.end - place < 2 ||
        is_english_word(text, hit.end))
      return std::nullopt;
    if (hit.end - place == 2 && hit.word->value == 1) return std::nullopt;  // an
    return std::pair{hit.word->value, hit.end};
  };
  const auto behind = [&](std::uint32_t end) { return joins(text, end) ? word_at(end + 1) : std::nullopt; };
  const auto take = [&](std::int32_t value, std::uint32_t end) {
    token.value = value;
    token.end = token.tail = end;
  };
  /// twenty -> twenty-three
  const auto take_ones = [&](std::int32_t tens) {
    if (tens < 20) return;
    if (const auto ones = behind(token.end); ones && ones->first > 0 && ones->first < 10)
      take(token.value + ones->first, ones->second);
  };
  if (token.value > 0 && token.value <= 12) {
    if (const auto zero = behind(token.end); zero && zero->first == 0)
      if (const auto minute = behind(zero->second); minute && minute->first > 0 && minute->first < 10) {
        token.kind = WordKind::clock_digits;
        token.unit = Unit::minute;
        token.extra = -1;
        take(token.value * 60 + minute->first, minute->second);
        return;
      }
  }
  if (token.value >= 20 && token.value < 100) {
    take_ones(token.value);
    if (token.value != 20) return;
  }
  if (token.end >= text.size() || text[token.end] != ' ') return;
  const auto next = word_at(token.end + 1);
  if (!next) return;
  if (token.value >= 16 && token.value <= 19 && next->first == 0) {  // nineteen oh five
    if (const auto ones = behind(next->second); ones && ones->first > 0 && ones->first < 10) {
      take(token.value * 100 + ones->first, ones->second);
      token.digits = 4;
    }
    return;
  }
  /// what follows a hundred or a thousand, "and" between them or not
  const auto take_rest = [&] {
    const auto hit = vocabulary_.starter(text, token.end + 1);
    const bool joined = hit.word != nullptr && hit.word->kind == WordKind::both && hit.end == token.end + 4;
    const std::uint32_t place = joined ? token.end + 5 : token.end + 1;
    if (const auto rest = word_at(place); rest && rest->first > 0 && rest->first < 100) {
      take(token.value + rest->first, rest->second);
      take_ones(rest->first);
    }
  };
  if (token.value >= 11 && token.value <= 20 && next->first == 100) {
    take(token.value * 100, next->second);
    token.digits = 4;
    take_rest();
  } else if (token.value >= 16 && token.value <= 20 && next->first >= 10 && next->first < 100) {
    take(token.value * 100 + next->first, next->second);
    token.digits = 4;
    take_ones(next->first);
  } else if (token.value > 0 && token.value < 10 && next->first == 1000) {
    take(token.value * 1000, next->second);
    token.digits = 4;
    take_rest();
  }
}

/// "May 22 (Tue)": the weekday in brackets says nothing new.
void EnglishScanner::absorb_weekday(std::string_view text, std::uint32_t end, Token& token) const {
  std::uint32_t at = token.tail;
  if (at < end && text[at] == ' ') ++at;
  if (at >= end || text[at] != '(') return;
  const auto hit = vocabulary_.starter(text.substr(0, end), at + 1);
  if (hit.word != nullptr && hit.word->kind == WordKind::weekday && hit.end < end && text[hit.end] == ')')
    token.tail = hit.end + 1;
}

bool EnglishScanner::read(std::string_view text, std::uint32_t at, std::uint32_t end, const Token* before,
                          Token& token) const {
  text = text.substr(0, end);
  if (at >= end) return false;
  if (text::is_digit(static_cast<unsigned char>(text[at])))
    return read_english_digits(vocabulary_, text, at, before, token);
  auto hit = vocabulary_.starter(text, at);
  // "march on" in "march onto", "a m" in "a month": a shorter word may stand there.
  if (hit.word != nullptr && is_english_word(text, hit.end) &&
      (hit.word->kind == WordKind::nothing || text.substr(at, hit.end - at).find(' ') != std::string_view::npos))
    hit = vocabulary_.starter(text, at, [&](std::uint32_t stop) { return !is_english_word(text, stop); });
  // "May last year" names a month, "may last years" none.
  if (hit.word != nullptr && hit.word->kind == WordKind::nothing && is_capital(text, at) &&
      text.substr(hit.end, 5) == " year" && !is_english_word(text, hit.end + 5)) {
    const auto shorter = vocabulary_.starter(text, at, [&](std::uint32_t stop) { return stop < hit.end; });
    if (shorter.word != nullptr && shorter.word->kind == WordKind::word_month) hit = shorter;
  }
  if (hit.word == nullptr || hit.word->kind == WordKind::nothing) return false;
  // "7 September-21 November" is a range: September has its day already.
  const bool has_day = before != nullptr && before->kind == WordKind::number && before->digits <= 2;
  if (hit.word->kind == WordKind::word_month && !has_day && read_joined_date(vocabulary_, text, at, token)) return true;
  if (is_english_word(text, at) && is_english_word(text, hit.end) && text[hit.end - 1] != '.' &&
      text[hit.end - 1] != '-' &&
      !(takes_digits(*hit.word, hit.end - at) && text::is_digit(static_cast<unsigned char>(text[hit.end]))))
    return false;
  token = {};
  token.kind = hit.word->kind;
  token.unit = hit.word->unit;
  token.value = hit.word->value;
  token.begin = at;
  token.end = token.tail = hit.end;
  token.native = is_capital(text, at);  // for English: written with a capital
  if (token.kind == WordKind::native) {
    token.kind = WordKind::number;
    token.weak = hit.end - at <= 2 && token.value == 1;  // a, an
    if (!token.weak) read_number_words(text, token);
  } else if (token.kind == WordKind::few) {
    token.kind = WordKind::number;
    token.some = true;
  }
  return true;
}

std::uint32_t EnglishScanner::next(std::string_view text, std::uint32_t at, std::uint32_t end,
                                   std::vector<Token>& run) const {
  run.clear();
  while (at < end) {
    const bool digit = text::is_digit(static_cast<unsigned char>(text[at]));
    const bool starts = is_english_word(text, at) &&
                        (at == 0 || !is_english_word(text, at - 1) || static_cast<unsigned char>(text[at - 1]) >= 0x80);
    Token token;
    if (!starts || (digit && ((at > 0 && text[at - 1] == '.') || is_money(text, at))) ||
        !read(text, at, end, nullptr, token)) {
      if (starts)
        if (const auto hit = vocabulary_.starter(text, at);
            hit.word != nullptr && hit.word->kind == WordKind::nothing && !is_english_word(text, hit.end)) {
          at = hit.end;
          continue;
        }
      // On to the end of this word.
      do ++at;
      while (at < end && is_english_word(text, at) && is_english_word(text, at - 1));
      while (at < end && !text::is_boundary(text, at)) ++at;
      continue;
    }
    token.apostrophe = at > 0 && (text[at - 1] == '\'' || (at > 2 && apostrophe_before_year(text, at - 3) == 3));
    run.push_back(token);
    while (run.size() < 64) {
      absorb_weekday(text, end, run.back());
      const Token& last = run.back();
      std::uint32_t place = last.tail;
      Gap gap = Gap::none;
      while (place < end && (text[place] == ' ' || text[place] == ',') && place - last.tail < 3) {
        gap = text[place] == ',' || gap == Gap::comma ? Gap::comma : Gap::space;
        ++place;
      }
      if (gap == Gap::none && place + 1 < end && last.kind != WordKind::range &&
          (text[place] == '/' || (text[place] == 'T' && last.kind == WordKind::ymd)))
        ++place;
      if (place + 1 < end && text[place] == '+' &&
          (last.kind == WordKind::zone || last.kind == WordKind::clock_digits || last.kind == WordKind::am))
        ++place;
      const std::uint32_t mark = apostrophe_before_year(text, place);
      place += mark;
      Token more;
      if (const std::uint32_t owned = gap == Gap::none && mark == 0 ? behind_possessive(text, last) : 0; owned != 0) {
        if (!read(text, owned, end, &last, more) || !is_part_of_year(more.kind)) break;
        more.gap = Gap::space;
        run.push_back(more);
        continue;
      }
      if (!read(text, place, end, &last, more)) break;
      more.gap = gap;
      more.apostrophe = mark > 0;
      run.push_back(more);
    }
    return run.back().tail;
  }
  return end;
}

}  // namespace timeline::temporal
