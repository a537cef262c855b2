#include "temporal/numerals.hpp"

#include <algorithm>

namespace timeline::temporal {
namespace {

/// 십, 백, 천, 만
bool is_power(const Vocabulary::Hit& hit) {
  return hit.word != nullptr && hit.word->kind == WordKind::sino && hit.word->value >= 10;
}

std::uint32_t after_blank(std::string_view text, std::uint32_t at) {
  return at < text.size() && text[at] == ' ' ? at + 1 : at;
}

/// "이십일 일 뒤": does a unit of length with 전 or 후 stand one space behind `at`?
bool counts_apart(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at) {
  if (after_blank(text, at) == at) return false;
  const auto unit = vocabulary.follower(text, at + 1);
  if (unit.word == nullptr || !measures(unit.word->kind)) return false;
  const auto shift = vocabulary.follower(text, after_blank(text, unit.end));
  return shift.word != nullptr && shift.word->kind == WordKind::shift;
}

}  // namespace

bool read_numeral(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at, Token& token) {
  auto hit = vocabulary.numeral(text, at);
  if (hit.word == nullptr) return false;
  token = {};
  token.begin = at;
  token.kind = WordKind::number;
  const WordKind kind = hit.word->kind;
  if (kind == WordKind::few) {
    token.value = hit.word->value;
    token.some = true;
    token.end = token.tail = hit.end;
    for (auto tens = vocabulary.numeral(text, token.end); is_power(tens); tens = vocabulary.numeral(text, token.end))
      token.end = token.tail = tens.end;  // 수십 년, 몇백 년
    return true;
  }
  std::int32_t total = 0, section = 0, digit_value = 0;
  int words = 0;
  while (hit.word != nullptr && hit.word->kind == kind && words < 12) {
    const std::int32_t value = hit.word->value;
    if (kind == WordKind::native) {
      if (words > 0 && (total % 10 != 0 || value >= 10)) break;
      total += value;
    } else if (value >= 10'000) {
      total += std::max(section + digit_value, 1) * value;
      section = digit_value = 0;
    } else if (value >= 10) {
      section += std::max(digit_value, 1) * value;
      digit_value = 0;
    } else {
      if (digit_value != 0 && (words != 1 || digit_value == 1 || value != digit_value + 1)) break;
      token.some |= digit_value != 0;  // 이삼일, 사오 년
      digit_value = digit_value != 0 ? digit_value : value;
    }
    if (total > 100'000'000) return false;
    ++words;
    token.end = hit.end;
    // "십오일" is fifteen and a day: 일 is read as a number only where another unit follows it.
    hit = vocabulary.numeral(text, token.end);
    if (hit.word != nullptr && kind == WordKind::sino && hit.word->value == 1) {
      const auto unit = vocabulary.follower(text, hit.end);
      if ((unit.word == nullptr || !measures(unit.word->kind)) && !counts_apart(vocabulary, text, hit.end)) break;
    }
  }
  token.value = total + section + digit_value;
  token.tail = token.end;
  token.weak = kind == WordKind::sino && words == 1;
  token.native = kind == WordKind::native;
  if (hit.word != nullptr && hit.word->kind == WordKind::few && kind == WordKind::sino && token.value % 10 == 0) {
    token.some = true;  // 십수 년
    token.end = token.tail = hit.end;
  }
  if (const auto more = vocabulary.follower(text, token.end);
      more.word != nullptr && more.word->kind == WordKind::tail && more.word->value == 3) {
    token.some = true;
    token.end = token.tail = more.end;
  }
  return true;
}

}  // namespace timeline::temporal
