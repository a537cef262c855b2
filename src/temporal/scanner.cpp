#include "temporal/scanner.hpp"

#include <algorithm>

#include "temporal/numerals.hpp"
#include "temporal/token_rules.hpp"
#include "temporal/weekday_lists.hpp"
#include "text/utf8.hpp"

namespace timeline::temporal {
namespace {

using lexicon::ParticleKind;

bool is_latin_at(std::string_view text, std::uint32_t at) {
  return at < text.size() && text::is_latin(static_cast<unsigned char>(text[at]));
}

/// Bytes of the blank at `at`: a space, or the one that does not break lines and comes from web pages; 0 for none.
std::uint32_t blank_at(std::string_view text, std::uint32_t at) {
  if (text[at] == ' ') return 1;
  return text.substr(at, 2) == "\xC2\xA0" ? 2 : 0;
}

/// The digits at `at` behind "iOS7." or "3.".
bool is_part_of_name(std::string_view text, std::uint32_t at) {
  return at > 1 && text[at - 1] == '.' && (is_latin_at(text, at - 2) || is_digit_at(text, at - 2));
}

/// Where the number at `at` ends: 1,234.5
std::uint32_t digits_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && (is_digit_at(text, at) || ((text[at] == '.' || text[at] == ',') && is_digit_at(text, at + 1))))
    ++at;
  return at;
}

}  // namespace

struct Scanner::Reading {
  const Vocabulary& vocabulary;
  std::string_view text;
  std::uint32_t end;
  std::vector<Token>& run;

  [[nodiscard]] bool at_word_end(std::uint32_t at) const {
    return at >= end || !(is_hangul_at(text, at) || is_latin_at(text, at) || is_digit_at(text, at));
  }

  [[nodiscard]] bool ends_word(std::uint32_t at) const {
    return at_word_end(at) || vocabulary.particles().after(text.substr(0, end), at).has_value();
  }

  /// Reads one token at `at` into `token`; `inside`: a token stands right before it or one space away.
  [[nodiscard]] bool read(std::uint32_t at, const Token* before, bool adjacent, Token& token) const {
    const bool inside = before != nullptr;
    if (at >= end) return false;
    if (inside && adjacent && before->kind == WordKind::ymd && text[at] == 'T' && is_digit_at(text, at + 1))
      return read_iso_clock(text.substr(0, end), at + 1, token);
    if (is_digit_at(text, at)) {
      if (const auto named = vocabulary.starter(text, at); named.word && named.word->kind == WordKind::holiday) {
        token = {};  // 3·1절
        token.kind = named.word->kind;
        token.unit = named.word->unit;
        token.value = named.word->value;
        token.begin = at;
        token.end = token.tail = named.end;
        return named.end <= end;
      }
      if (inside && before->kind == WordKind::range && run.size() > 1 && run[run.size() - 2].kind == WordKind::ymd &&
          run[run.size() - 2].unit == Unit::day && read_month_and_day_alone(text.substr(0, end), at, token))
        return true;  // 2025.11.24~12.3
      return read_digits(vocabulary, text.substr(0, end), at, token);
    }
    if (inside && (before->kind == WordKind::set || before->unit == Unit::week) &&
        read_weekdays(vocabulary, text, at, end, token))
      return true;
    if (inside && !vocabulary.may_go_on(text, at)) return false;
    Vocabulary::Hit best;
    if (inside)
      best = vocabulary.follower(text, at, [&](const Word& word, std::uint32_t to) {
        // "17일 전 총리는": the 17th, on which a former prime minister did something
        if (word.kind == WordKind::shift && before->kind == WordKind::unit && before->unit == Unit::day && !adjacent &&
            to < end && text[to] == ' ' && vocabulary.former(text, to + 1))
          return false;
        // "1일 평균 3만 명"
        if (word.kind == WordKind::unit && word.unit == Unit::day && before->value == 1 && before->digits == 1 &&
            run.size() < 2 && to < end && text[to] == ' ' && vocabulary.per_day(text, to + 1))
          return false;
        // "3일 차 경기", but "3일 차관이 떠났다"
        if (word.kind == WordKind::length && word.unit == Unit::day && !ends_word(to)) return false;
        if (word.kind == WordKind::glue && !ends_word(to)) return false;  // "3일 전부터" has no 전부
        return may_follow(word, *before, adjacent, to - at);
      });
    // Right behind a spelled number a new time cannot begin: 사설 is no fourth 설. 이번여름 is not 이번 여.
    if (!adjacent || before->kind == WordKind::range ||
        (best.word != nullptr && (best.word->kind == WordKind::tail || best.word->kind == WordKind::part ||
                                  best.word->kind == WordKind::link)) ||
        (best.word == nullptr && !(before->kind == WordKind::number && before->digits == 0)))
      if (const auto hit = vocabulary.starter(text, at);
          hit.word &&
          (best.word == nullptr ||
           // 3번째 주 초: the beginning of that week, not of this one (주 초)
           (hit.end > best.end && (hit.word->kind != WordKind::week_part || best.word->unit != Unit::week) &&
            // 가장 먼저 오는 주말 is no 오는 주
            (best.word->kind != WordKind::glue || !in_chain(before->kind)))))
        best = hit;
    // 지난 and 오는 begin a new time unless a clause about the one before goes on: "추석이 지난 뒤".
    if (best.word != nullptr && (best.word->kind == WordKind::link || best.word->kind == WordKind::glue) &&
        (before->particle < 0 || before->has_particle(ParticleKind::copula)) && !in_chain(before->kind))
      if (const auto hit = vocabulary.starter(text, at);
          hit.word && hit.word->kind == WordKind::direction && hit.end >= best.end)
        best = hit;
    Token number;
    if (read_numeral(vocabulary, text.substr(0, end), at, number) &&
        (best.word == nullptr || number.end > best.end || counts_weeks(number, best))) {
      if (follower_after(number) || (number.weak && inside)) {
        token = number;
        return true;
      }
    }
    if (best.word == nullptr || best.end > end) return false;
    if (best.word->kind == WordKind::nth_prefix) {
      if (!read_digits(vocabulary, text.substr(0, end), best.end, token) || token.kind != WordKind::number)
        return false;
      const auto unit = vocabulary.follower(text, token.end);
      token.begin = at;
      return unit.word != nullptr && unit.word->kind == WordKind::unit && unit.word->unit == Unit::quarter;
    }
    token = {};
    token.kind = best.word->kind;
    token.unit = best.word->unit;
    token.value = best.word->value;
    token.extra = best.word->extra;
    token.begin = at;
    token.end = token.tail = best.end;
    if (is_latin_at(text, at) && is_latin_at(text, best.end)) return false;  // EST in "best", GMT in "GMTV"
    return true;
  }

  /// "이 주 뒤" counts two weeks, though 이 주 is this week.
  [[nodiscard]] bool counts_weeks(const Token& number, const Vocabulary::Hit& week) const {
    if (!number.weak || week.word->kind != WordKind::deictic || week.word->unit != Unit::week) return false;
    const auto unit = vocabulary.follower(text, number.end + (text[number.end] == ' ' ? 1U : 0U));
    if (unit.word == nullptr || unit.word->unit != Unit::week || unit.end < week.end || unit.end >= end) return false;
    const auto shift = vocabulary.follower(text, unit.end + (text[unit.end] == ' ' ? 1U : 0U));
    return shift.word != nullptr && shift.word->kind == WordKind::shift &&
           (ends_word(shift.end) || vocabulary.follower(text, shift.end).word != nullptr);
  }

  /// Does a unit follow the written-out number, as it must? 한 달, 두시간, 십오일
  [[nodiscard]] bool follower_after(const Token& number) const {
    const auto counts = [](const Vocabulary::Hit& hit) { return hit.word != nullptr && measures(hit.word->kind); };
    if (counts(vocabulary.follower(text, number.end))) return true;
    if (number.end < end && text[number.end] == ' ') {
      const auto hit = vocabulary.follower(text, number.end + 1);
      return counts(hit) && (at_word_end(hit.end) || vocabulary.particles().after(text, hit.end) ||
                             vocabulary.follower(text, hit.end).word != nullptr);
    }
    return false;
  }

  /// Brackets and particles that belong to the token. False where the word goes on in a way that makes it another word.
  [[nodiscard]] bool close(Token& token) const {
    std::uint32_t at = token.end;
    if (at < end && text[at] == '(') absorb_bracket(at, token);
    if (at + 1 < end && text[at] == ' ' && text[at + 1] == '(') absorb_weekday(at, token);
    if (at < end && is_hangul_at(text, at)) {
      if (const auto particle = vocabulary.particles().after(text.substr(0, end), at)) {
        // A follower (간, 초, 말, 부터) may look like a particle: it is read as the next token.
        const auto goes_on = vocabulary.follower(text, at);
        if (goes_on.word == nullptr || token.kind == WordKind::bound ||
            !may_follow(*goes_on.word, token, true, goes_on.end - at)) {
          token.particle = static_cast<std::int8_t>(particle->kind);
          at = particle->end;
          token.tail = at;
          return true;
        }
      }
      if (must_end_word(token) || is_torn_unit(token)) {
        Token next;
        if (!read(at, &token, true, next)) return false;
        if (next.kind != WordKind::number && next.kind != WordKind::suffix && !close(next)) return false;
      }
    } else if (at < end && must_end_word(token) && is_latin_at(text, at) && token.end == at &&
               is_hangul_at(text, token.begin)) {
      Token next;
      if (!read(at, &token, true, next)) return false;
    }
    token.tail = std::max(token.tail, at);
    return true;
  }

  /// "25-20 일본" has no 20일: a unit apart from its number ends its word.
  [[nodiscard]] bool is_torn_unit(const Token& token) const {
    return token.kind == WordKind::unit && token.begin > 0 && text[token.begin - 1] == ' ';
  }

  /// "2월 29일 (목)부터": a weekday in brackets one space off.
  void absorb_weekday(std::uint32_t& at, Token& token) const {
    if (token.unit != Unit::day || (token.kind != WordKind::unit && token.kind != WordKind::ymd)) return;
    const auto hit = vocabulary.bracketed(text, at + 2);
    if (hit.word == nullptr || hit.word->kind != WordKind::weekday_short) return;
    std::uint32_t bracket = at + 1;
    absorb_bracket(bracket, token);
    if (bracket > at + 1) at = bracket;
  }

  void absorb_bracket(std::uint32_t& at, Token& token) const {
    const auto hit = vocabulary.bracketed(text, at + 1);
    if (hit.word == nullptr || hit.end >= end || text[hit.end] != ')') return;
    if (hit.word->kind == WordKind::weekday) return;  // a time expression of its own
    token.weekday_noted |= hit.word->kind == WordKind::weekday_short;
    token.local |= hit.word->kind == WordKind::local;
    if (hit.word->kind == WordKind::zone) token.zone = static_cast<std::int16_t>(hit.word->value);
    at = hit.end + 1;
  }
};

std::uint32_t Scanner::next(std::uint32_t at, std::uint32_t end, std::vector<Token>& run) {
  const std::string_view text = text_;
  run.clear();
  Reading reading{vocabulary_, text, end, run};
  places_.go_on_from(at);
  while ((at = static_cast<std::uint32_t>(places_.next(end))) < end) {
    const bool digit = is_digit_at(text, at);
    if (digit && is_part_of_name(text, at)) continue;
    // A run begins here, if a token does.
    Token token;
    if (!reading.read(at, nullptr, false, token)) {
      if (digit) places_.go_on_from(digits_end(text, at, end));
      continue;
    }
    if (token.kind == WordKind::set_prefix) static_cast<void>(read_weekdays(vocabulary_, text, at, end, token));
    if (token.kind == WordKind::weekday) take_weekdays_before(vocabulary_, text, at, end, token);
    if (token.kind == WordKind::nothing || !reading.close(token)) {
      places_.go_on_from(token.end);
      continue;
    }
    token.apostrophe = at > 0 && (text[at - 1] == '\'' || (at >= 3 && text.substr(at - 3, 3) == "\xE2\x80\x99") ||
                                  (at >= 3 && text.substr(at - 3, 3) == "\xE2\x80\x98"));
    run.push_back(token);
    while (true) {
      const Token& last = run.back();
      if (run.size() >= 64) break;
      const bool only_links = !goes_on_after(last.particle) && last.kind != WordKind::link &&
                              last.kind != WordKind::glue && last.kind != WordKind::first &&
                              last.kind != WordKind::number_ordinal && last.kind != WordKind::ordinal &&
                              last.kind != WordKind::length;
      std::uint32_t place = last.tail;
      Gap gap = Gap::none;
      while (place < end && place - last.tail < 2) {
        const std::uint32_t blank = blank_at(text, place);
        if (blank == 0) break;
        place += blank;
        gap = Gap::space;
      }
      if (place < end && text[place] == ',' && gap == Gap::none && place + 1 < end && text[place + 1] == ' ') {
        place += 2;
        gap = Gap::comma;
      }
      Token more;
      if (!reading.read(place, &last, gap == Gap::none, more) || more.kind == WordKind::nothing) break;
      if (gap != Gap::none && more.kind == WordKind::suffix) break;
      if (only_links && more.kind != WordKind::link && more.kind != WordKind::glue && more.kind != WordKind::first &&
          more.kind != WordKind::begin && more.kind != WordKind::finish)
        break;
      if (!reading.close(more)) break;
      more.gap = gap;
      run.push_back(more);
    }
    if (run.size() == 1 && token.kind == WordKind::number && !token.stands_alone) {  // 30명, 1,500원
      places_.go_on_from(token.tail);
      run.clear();
      continue;
    }
    return run.back().tail;
  }
  return end;
}

}  // namespace timeline::temporal
