#include "temporal/token_rules.hpp"

namespace timeline::temporal {

using lexicon::ParticleKind;

namespace {

constexpr std::uint32_t kSyllable = 3;

/// A week, month, half or year that 중 may stand right behind.
bool holds_days(const Token& token) {
  return (token.kind == WordKind::deictic && token.unit >= Unit::week) || token.kind == WordKind::half;
}

}  // namespace

bool must_end_word(const Token& token) {
  switch (token.kind) {
    case WordKind::unit:
      // "2025년형", "15일자", "3월호" go on freely; "3시즌", "2분류" do not.
      return token.unit != Unit::year && token.unit != Unit::month && token.unit != Unit::day &&
             token.unit != Unit::decade && token.unit != Unit::quarter;
    case WordKind::number:
    case WordKind::ymd:
    case WordKind::clock_digits:
    case WordKind::anniversary:
    case WordKind::range:
    case WordKind::list:
    case WordKind::length_hint:
    case WordKind::suffix:
    case WordKind::times:
      return false;
    default:
      return true;
  }
}

bool may_follow(const Word& word, const Token& before, bool adjacent, std::uint32_t size) {
  switch (word.kind) {
    case WordKind::unit:
      // 1·4분기 is the first of four, 3·4분기 may be the third and the fourth.
      if (word.unit == Unit::quarter && word.value == 4 && before.value == 3) return false;
      return before.kind == WordKind::number || (before.kind == WordKind::ordinal && word.unit == Unit::day);
    case WordKind::length:
      return before.kind == WordKind::number || before.kind == WordKind::ordinal ||
             before.kind == WordKind::number_ordinal ||
             ((before.kind == WordKind::glue || before.kind == WordKind::link) && !adjacent &&
              (word.unit == Unit::week || word.unit == Unit::month));
    case WordKind::anniversary:
    case WordKind::nights:
    case WordKind::number_ordinal:
    case WordKind::times:
      return before.kind == WordKind::number;
    case WordKind::approx:
      return adjacent || size > 3;
    case WordKind::link:
      // 3주 안에 is a bound on a length, 다음 달 안에 a place to count in.
      // So is 1년 전 마지막 날 beside 이번 주가 끝나기 전 마지막 날.
      if ((word.value == static_cast<int>(Bound::none) || word.value == static_cast<int>(Bound::before)) &&
          (before.kind == WordKind::length || before.kind == WordKind::count || before.kind == WordKind::unit))
        return false;
      // 이달중, 다음 주중
      return !adjacent || (word.value == static_cast<int>(Bound::none) && size == kSyllable && holds_days(before));
    case WordKind::both:
      return !adjacent &&
             (before.kind == WordKind::length || before.kind == WordKind::count || before.kind == WordKind::unit);
    case WordKind::glue:
    case WordKind::first:
    case WordKind::after_that:
    case WordKind::week_before:
    case WordKind::same_weekday:
      return !adjacent;
    case WordKind::suffix:
      if (word.value == kCounted && before.kind != WordKind::unit && before.kind != WordKind::length &&
          before.kind != WordKind::count)
        return false;  // 연장, 주장
      // 8일 안산; 같은 주식, 다음 주자
      return adjacent && before.kind != WordKind::within && before.kind != WordKind::anaphor_near &&  // 전일호 씨
             !(before.unit == Unit::week && (before.kind == WordKind::deictic || before.kind == WordKind::anaphor));
    case WordKind::tail:
      // 3년새, 10여: one syllable stands right behind; "3년 간" may be spaced, "15일 새" is another word.
      return adjacent || size > 3 || word.value == 1;
    case WordKind::outer:
      return !adjacent || size > 3;
    default:
      return true;
  }
}

bool in_chain(WordKind kind) {
  return kind == WordKind::link || kind == WordKind::glue || kind == WordKind::first || kind == WordKind::ordinal ||
         kind == WordKind::number_ordinal || kind == WordKind::after_that || kind == WordKind::bound ||
         kind == WordKind::shift;
}

bool goes_on_after(std::int8_t particle) {
  if (particle < 0) return true;
  const auto kind = static_cast<ParticleKind>(particle);
  return kind == ParticleKind::genitive || kind == ParticleKind::in || kind == ParticleKind::with ||
         kind == ParticleKind::source || kind == ParticleKind::choice;
}

}  // namespace timeline::temporal
