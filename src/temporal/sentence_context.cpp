#include "temporal/sentence_context.hpp"

#include <algorithm>

#include "temporal/candidate_traits.hpp"
#include "temporal/digits.hpp"
#include "text/utf8.hpp"

namespace timeline::temporal {

using model::Granularity;
using model::TimeExpression;
using model::TimeKind;

bool enumerates(std::string_view between) {
  if (between.size() > 12) return false;
  // "7월 11일과 17, 18일": a number without its unit stands between.
  if (const std::size_t digit = between.find_first_of("0123456789"); digit != std::string_view::npos) {
    const std::size_t rest = between.find_first_not_of("0123456789", digit);
    return rest != std::string_view::npos && between.substr(rest) == ", " && enumerates(between.substr(0, digit));
  }
  if (between.size() > 8) return false;
  for (const char c : between)
    if (c == '.' || c == '\n' || c == '\'' || c == '"') return false;
  return between.find(' ') == std::string_view::npos || between.size() <= 5;
}

bool is_quoted(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  bool straight = false, curly = false;
  for (std::uint32_t i = begin; i < at; ++i) {
    if (text[i] == '"') straight = !straight;
    if (text[i] != '\xE2') continue;
    if (text.substr(i, 3) == "\xE2\x80\x9C") curly = true;
    if (text.substr(i, 3) == "\xE2\x80\x9D") curly = false;
  }
  return straight || curly;
}

bool is_counted_from_elsewhere(const Vocabulary& vocabulary, std::string_view text, base::Span sentence,
                               std::uint32_t begin) {
  if (begin == 0 || text[begin - 1] != ' ') return false;
  const std::uint32_t word_end = begin - 1;
  for (const std::uint32_t size : {3U, 6U}) {
    if (word_end < sentence.begin + size) break;
    const auto hit = vocabulary.follower(text, word_end - size, [&](const Word& word, std::uint32_t end) {
      return end == word_end && word.value == static_cast<int>(size == 3 ? Bound::after : Bound::since) &&
             word.kind == (size == 3 ? WordKind::shift : WordKind::bound);
    });
    if (hit.word != nullptr) return true;
  }
  return false;
}

bool is_counted_from_occasion(const Language& language, const Candidate& candidate, std::string_view text,
                              base::Span sentence) {
  const std::uint32_t begin = candidate.span.begin;
  constexpr std::uint32_t kLongestVerb = 24;  // bytes
  if (begin < sentence.begin + 4 || text[begin - 1] != ' ') return false;
  if (language.words.ends_in_occasion(text, sentence.begin, begin - 1)) return true;
  if (is_shift(candidate)) return is_counted_from_elsewhere(language.words, text, sentence, begin);
  const std::uint32_t word = std::max(sentence.begin, begin - std::min(begin, kLongestVerb));
  return language.tense.ends_adnominal(text, word, begin);
}

bool has_topic_behind(std::string_view text, std::uint32_t at, base::Span sentence) {
  constexpr char32_t kAfterConsonant = 0xC740, kAfterVowel = 0xB294;  // 은, 는
  if (at >= sentence.end || text[at] != ' ') return false;
  const std::size_t word_end = text.find(' ', at + 1);
  if (word_end == std::string_view::npos || word_end >= sentence.end || word_end < at + 7) return false;
  const char32_t last = text::decode_before(text, static_cast<std::uint32_t>(word_end)).code_point;
  return last == kAfterConsonant || last == kAfterVowel;
}

bool ends_in_call(std::string_view text, base::Span sentence) {
  std::uint32_t end = sentence.end;
  while (end > sentence.begin && text[end - 1] == ' ') --end;
  return end > sentence.begin && text[end - 1] == '!';
}

bool is_date_of_caption(const Candidate& candidate, std::string_view text, base::Span sentence) {
  const base::Span span = candidate.span;
  return candidate.second.empty() && candidate.first.count == 3 && candidate.first.steps[0].step == Step::year &&
         candidate.first.back().step == Step::day && span.begin > sentence.begin && text[span.begin - 1] == '[' &&
         span.end < text.size() && text[span.end] == ']';
}

bool is_head_of_report(std::string_view text, base::Span sentence, base::Span date) {
  constexpr std::uint32_t kPlace = 60;   // bytes of the place before the day
  constexpr std::uint32_t kAgency = 40;  // and of who sent it, behind
  if (date.begin - sentence.begin > kPlace) return false;
  // The place is written in capitals, or every word of it begins with one.
  bool begins = true;
  for (std::uint32_t at = sentence.begin; at < date.begin; ++at) {
    if (begins && text[at] >= 'a' && text[at] <= 'z') return false;
    begins = text[at] == ' ';
  }
  std::uint32_t at = date.end;
  const auto skip_blanks = [&] {
    while (at < sentence.end && text[at] == ' ') ++at;
  };
  skip_blanks();
  for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'/', '/'}})
    if (at < sentence.end && text[at] == open) {
      const std::size_t end = text.substr(0, sentence.end).find(close, at + 1);
      if (end == std::string_view::npos || end - at > kAgency) return false;
      at = static_cast<std::uint32_t>(end) + 1;
      skip_blanks();
      break;
    }
  if (at + 1 >= sentence.end) return false;
  const std::string_view rest = text.substr(at, sentence.end - at);
  return rest.starts_with("- ") || rest.starts_with("-- ") || rest.starts_with("\u2013 ") ||
         rest.starts_with("\u2014 ");
}

std::optional<DayNumber> date_behind(std::string_view text, std::uint32_t end) {
  while (at_or_nul(text, end) == ' ') ++end;
  const Digits year = take(text, end);
  if (year.count != 4 || at_or_nul(text, year.end) != '.') return std::nullopt;
  const auto next = [&](std::uint32_t at) { return take(text, at_or_nul(text, at) == ' ' ? at + 1 : at); };
  const Digits month = next(year.end + 1);
  if (month.count == 0 || at_or_nul(text, month.end) != '.') return std::nullopt;
  const Digits day = next(month.end + 1);
  if (day.count == 0 || !is_date(year.value, month.value, day.value)) return std::nullopt;
  return day_number(year.value, month.value, day.value);
}

bool begins_with_unit(const Vocabulary& vocabulary, const TimeExpression& before, std::string_view text,
                      std::uint32_t begin) {
  constexpr int kBegun = 7;
  if (before.value.granularity != Granularity::year && before.value.granularity != Granularity::month) return false;
  const std::uint32_t at = before.span.end + (text[before.span.end] == ' ' ? 1 : 0);
  const auto begun = vocabulary.follower(
      text, at, [](const Word& word, std::uint32_t) { return word.kind == WordKind::suffix && word.value == kBegun; });
  return begun.word != nullptr && begun.end + 1 == begin && text[begun.end] == ' ';
}

bool may_hold_time(const TimeExpression& before) {
  if (!before.value.from && !before.value.to) return false;
  // 주말, 월초 and 23~24일 have more than one day.
  if (before.value.granularity == Granularity::range && before.value.from && before.value.to &&
      !before.value.to->has_time())
    return false;
  return before.value.granularity == Granularity::day || before.value.granularity == Granularity::time ||
         before.value.granularity == Granularity::range;
}

bool goes_on_until(const Candidate& candidate, const TimeExpression& since, const TimeExpression& until,
                   std::string_view between) {
  constexpr std::size_t kFarthest = 80;  // bytes
  return candidate.bound == Bound::until && since.value.modifier == model::Modifier::since && since.value.from &&
         until.value.to && !until.value.from && *since.value.from < *until.value.to && between.size() <= kFarthest &&
         between.find_first_of(",.\n") == std::string_view::npos;
}

std::optional<DayNumber> end_of_stretch(const TimeExpression& since, const Candidate& length, std::string_view between,
                                        bool marked) {
  if (length.kind != TimeKind::duration || !marked || length.length.some || length.length.more_unit != Unit::none ||
      since.value.modifier != model::Modifier::since || !since.value.from || since.value.from->has_time() ||
      between.find_first_of(",.\n") != std::string_view::npos || between.size() > 8)
    return std::nullopt;
  const DayNumber first = day_number(*since.value.from);
  switch (length.length.unit) {
    case Unit::day:
      return first + length.length.count - 1;
    case Unit::week:
      return first + 7 * length.length.count - 1;
    case Unit::month:
      return add_months(first, length.length.count) - 1;
    case Unit::year:
      return length.length.count < 1000 ? std::optional<DayNumber>(add_months(first, 12 * length.length.count) - 1)
                                        : std::nullopt;
    default:
      return std::nullopt;
  }
}

bool took_as_long(const Candidate& candidate, Tense tense, base::Span sentence) {
  constexpr std::uint32_t kMark = 2;
  const bool alone = candidate.span.size() + kMark >= sentence.size();
  return tense == Tense::past || (tense == Tense::unknown && candidate.length.unit >= Unit::month && !alone);
}

bool is_near(const model::Moment& moment, const model::Moment& reference) {
  constexpr DayNumber kNear = 40;
  const DayNumber distance = day_number(moment) - day_number(reference);
  return -kNear <= distance && distance <= kNear;
}

}  // namespace timeline::temporal
