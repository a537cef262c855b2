#include "temporal/weekday_lists.hpp"

namespace timeline::temporal {
namespace {

constexpr std::uint32_t kSyllable = 3;

bool joins(const Vocabulary::Hit& mark) {
  return mark.word != nullptr && (mark.word->kind == WordKind::list || mark.word->kind == WordKind::range);
}

bool is_short_day(const Vocabulary::Hit& day) {
  return day.word != nullptr && day.word->kind == WordKind::weekday_short;
}

/// Bytes of the mark of a list or range that ends at `at`, or 0.
std::uint32_t mark_before(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at) {
  for (const std::uint32_t size : {1U, 2U, 3U}) {
    if (at < size) break;
    const auto mark = vocabulary.follower(text, at - size);
    if (joins(mark) && mark.end == at) return size;
  }
  return 0;
}

}  // namespace

bool read_weekdays(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at, std::uint32_t end,
                   Token& token) {
  if (is_hangul_at(text, at + kSyllable)) return false;  // most words: they go on
  std::uint32_t place = at;
  std::int32_t first = 0, before = 0;
  bool in_a_row = true, ranged = false;
  constexpr int kDays = 7;
  for (int days = 0; days < kDays && is_hangul_at(text, place); ++days) {
    if (days > 0)
      if (const auto last = vocabulary.starter(text, place); last.word && last.word->kind == WordKind::weekday) {
        if (last.end > end) return false;
        in_a_row &= ranged || last.word->value == before % kDays + 1;
        token = {};
        token.kind = last.word->kind;
        token.unit = last.word->unit;
        token.value = last.word->value;
        token.extra = in_a_row && first < last.word->value ? first : kScattered;
        token.begin = at;
        token.end = token.tail = last.end;
        return true;
      }
    const auto day = vocabulary.bracketed(text, place);
    if (!is_short_day(day) || is_hangul_at(text, day.end)) return false;
    const auto mark = vocabulary.follower(text, day.end);
    if (!joins(mark)) return false;
    if (days == 0)
      first = day.word->value;
    else
      in_a_row &= !ranged && day.word->value == before % kDays + 1;
    before = day.word->value;
    ranged = mark.word->kind == WordKind::range;
    place = mark.end;
  }
  return false;
}

void take_weekdays_before(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at, std::uint32_t end,
                          Token& token) {
  std::uint32_t from = at;
  constexpr int kMostBefore = 6;
  for (int days = 0; days < kMostBefore; ++days) {
    const std::uint32_t mark = mark_before(vocabulary, text, from);
    if (mark == 0 || from < mark + kSyllable) break;
    const auto day = vocabulary.bracketed(text, from - mark - kSyllable);
    if (!is_short_day(day) || day.end != from - mark) break;
    from -= mark + kSyllable;
  }
  const bool begins_word =
      from == 0 || !(is_digit_at(text, from - 1) || (from >= kSyllable && is_hangul_at(text, from - kSyllable)));
  if (from != at && begins_word) static_cast<void>(read_weekdays(vocabulary, text, from, end, token));
}

}  // namespace timeline::temporal
