#include "quantity/korean.hpp"

#include <algorithm>
#include <cmath>

#include "quantity/digits.hpp"
#include "text/utf8.hpp"

namespace timeline::quantity {
namespace {

/// 억 and larger count won where no unit follows: "10억이나 되는 예산".
constexpr double kBareMoney = 1e8;
/// 조 is a law's article as well; a bare number of 조 needs a word behind it that only amounts have.
constexpr double kBareTrillion = 1e12;
constexpr std::string_view kWon = "KRW";
constexpr int kMostModifiers = 3;

char32_t character_at(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  return at < limit ? text::decode(text, at).code_point : U'\n';
}
char32_t character_before(std::string_view text, std::uint32_t at, std::uint32_t begin) {
  return at > begin ? text::decode_before(text, at).code_point : U'\n';
}
bool is_word(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_digit(c) || text::is_han(c);
}
/// The bytes of one space at `at`, as typed or as pages set it (U+00A0); 0 where none stands.
std::uint32_t space_at(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  const char32_t c = character_at(text, at, limit);
  return c == U' ' ? 1 : c == 0xA0 ? 2 : 0;
}

}  // namespace

KoreanReader::KoreanReader(const lexicon::DataSet& data)
    : units_(data, "ko/units.tsv"), numbers_(data), modifiers_(data, "ko/quantity_modifiers.tsv"), particles_(data) {}

bool KoreanReader::ends_word(std::string_view text, base::Span sentence, std::uint32_t at) const {
  const char32_t next = character_at(text, at, sentence.end);
  if (text::is_latin(next) || text::is_digit(next)) return false;
  if (!text::is_hangul_syllable(next)) return true;
  if (particles_.after(text, at)) return true;
  const auto modifier = modifiers_.after(text, sentence, at);
  return modifier && text[at] != ' ' &&
         (modifier->meaning != Meaning::exact || particles_.noun_may_end(text, modifier->at));
}

KoreanReader::Matched KoreanReader::unit_after(std::string_view text, base::Span sentence, const Number& number) const {
  Matched matched;
  bool spaced = false;
  const auto fits = [&](const Unit& unit, std::uint32_t end) {
    if (unit.bound == Bound::prefix || end > sentence.end) return false;
    if (unit.native_only && !number.native && !number.about) return false;  // 두 대, 10여 대
    if (unit.glued_only && spaced) return false;
    if (unit.digits_only && !number.digits) return false;
    if (unit.fraction_only && number.step >= 1) return false;
    if (number.high * unit.factor < unit.minimum) return false;
    const char32_t next = character_at(text, end, sentence.end);
    const char32_t last = text::decode_before(text, end).code_point;
    if (text::is_latin(last) && (text::is_latin(next) || text::is_digit(next))) return false;
    // Nothing else begins with 원 right behind digits; behind a space (제2 원전) or words (구조개선) much does.
    const bool strict = unit.bound != Bound::strong || !number.digits || spaced;
    if (strict && !ends_word(text, sentence, end)) return false;
    // 12골을 거뒀다; 10골 7도움: another number is no noun.
    const bool listed = text::is_digit(character_at(text, end + 1, sentence.end));
    if (unit.bound == Bound::closed && next == U' ' && !unit.is_none() && !number.about && !listed) {
      const auto modifier = modifiers_.after(text, sentence, end);
      if (!modifier || modifier->meaning == Meaning::exact) return false;
    }
    const auto particle = particles_.after(text, end);
    const bool genitive = particle && particle->kind == lexicon::ParticleKind::genitive;
    if (unit.measured_only && !genitive && !is_measured(text, sentence, number.begin, end)) return false;
    return Units::fits_place(unit, text, sentence, number.begin, end, genitive ? particle->end : 0);
  };
  const auto look = [&](std::uint32_t at) {
    return units_.at(text, at, [&](const Unit& unit, std::uint32_t end) {
      if (!fits(unit, end)) return false;
      matched = {&unit, end};
      return true;
    });
  };
  if (look(number.end)) return matched;
  spaced = true;
  if (const std::uint32_t space = space_at(text, number.end, sentence.end)) look(number.end + space);
  return matched;
}

bool KoreanReader::is_measured(std::string_view text, base::Span sentence, std::uint32_t begin,
                               std::uint32_t end) const {
  const auto counts = [](const std::optional<Modifiers::Found>& word) {
    return word && word->meaning != Meaning::drop && word->meaning != Meaning::band;
  };
  return counts(modifiers_.after(text, sentence, end)) || counts(modifiers_.before(text, sentence, begin));
}

std::optional<Number> KoreanReader::number_at(std::string_view text, base::Span sentence, std::uint32_t at) const {
  return numbers_.read(text, at, sentence.end, [&](std::uint32_t end) {
    const Matched unit =
        unit_after(text, sentence, Number{.begin = at, .end = end, .high = 1e20, .digits = true, .about = true});
    return unit.unit != nullptr && !unit.unit->is_none();
  });
}

/// The end of "~", "∼", " - ", "에서 " at `at`, where a range goes on.
std::optional<std::uint32_t> KoreanReader::range_mark(std::string_view text, std::uint32_t at, std::uint32_t limit,
                                                      bool words) const {
  std::uint32_t end = at;
  while (end < limit && text[end] == ' ') ++end;
  const char32_t c = character_at(text, end, limit);
  const bool mark =
      c == U'~' || c == 0x223C || c == 0xFF5E || c == 0x301C || c == U'-' || c == 0x2013 || c == 0x2014 || c == 0x2212;
  if (mark) {
    end += text::decode(text, end).length;
  } else if (const auto word = words ? numbers_.word(text, end, KoreanNumbers::Kind::range) : std::nullopt) {
    end = word->end;
  } else {
    return std::nullopt;
  }
  while (end < limit && text[end] == ' ') ++end;
  return end;
}

/// May a number of 만, 억 or 조 stand without a unit here?
bool KoreanReader::stands_bare(std::string_view text, base::Span sentence, const Number& number) const {
  if (!number.grouped || !number.digits) return false;
  const char32_t left = character_before(text, number.begin, sentence.begin);
  if (text::is_hangul_syllable(left)) return false;
  const auto modifier = modifiers_.after(text, sentence, number.end);
  const bool measured = modifier && modifier->meaning != Meaning::drop && particles_.noun_may_end(text, modifier->at);
  if (number.low >= kBareTrillion) return measured;
  const char32_t next = character_at(text, number.end, sentence.end);
  if (number.low >= kBareMoney)
    return measured || (text::is_hangul_syllable(next) && particles_.after(text, number.end).has_value()) ||
           next == U',' || next == U')';
  // "13만 경찰": the counted noun itself follows.
  return measured || (next == U' ' && text::is_hangul_syllable(character_at(text, number.end + 1, sentence.end)));
}

bool KoreanReader::is_level(std::string_view text, base::Span sentence, const Number& number) const {
  if (!number.digits || number.step >= 1) return false;
  const Unit* unit = units_.level(text.substr(sentence.begin, number.begin - sentence.begin));
  if (unit == nullptr || number.low < unit->minimum) return false;
  const auto particle = particles_.after(text, number.end);
  return particle && particle->kind != lexicon::ParticleKind::genitive;
}

std::optional<model::Quantity> KoreanReader::finish(std::string_view text, base::Span sentence, const Number& number,
                                                    model::Quantity quantity, std::uint32_t end) const {
  quantity.span = {number.begin, end};
  if (number.about) quantity.exactness = model::Exactness::about;
  if (number.low != number.high && number.native) quantity.exactness = model::Exactness::about;
  const double step = number.step * (quantity.low && number.low > 0 ? *quantity.low / number.low : 1);
  std::uint32_t from = number.begin;
  if (const char32_t left = character_before(text, from, sentence.begin);
      left == U'-' || left == 0x2212 || left == 0x25B3 || left == 0x25B2) {
    const std::uint32_t sign = from - text::decode_before(text, from).length;
    const bool minus = left != 0x25B2;
    if (minus && !is_word(character_before(text, sign, sentence.begin))) {
      if (quantity.low) quantity.low = -*quantity.low;
      if (quantity.high) quantity.high = -*quantity.high;
      if (quantity.low && quantity.high && *quantity.low > *quantity.high) std::swap(quantity.low, quantity.high);
      quantity.span.begin = sign;
    }
  }
  for (int i = 0; i < kMostModifiers; ++i) {
    const auto modifier = modifiers_.after(text, sentence, quantity.span.end);
    if (!modifier) break;
    if (modifier->meaning == Meaning::drop) return std::nullopt;
    if (modifier->meaning == Meaning::band && number.native && !number.grouped) return std::nullopt;  // 세명대
    if (modifier->meaning == Meaning::exact && !particles_.noun_may_end(text, modifier->at)) break;
    widen(quantity, modifier->meaning, step);
    quantity.span.end = modifier->at;
  }
  std::uint32_t left = quantity.span.begin;
  for (int i = 0; i < kMostModifiers; ++i) {
    const auto modifier = modifiers_.before(text, sentence, left);
    if (!modifier) break;
    left = modifier->at;
    if (modifier->meaning == Meaning::drop) return std::nullopt;  // 어느 한 편
    if (modifier->meaning == Meaning::exact) continue;
    widen(quantity, modifier->meaning, step);
    quantity.span.begin = left;
  }
  return quantity;
}

std::optional<model::Quantity> KoreanReader::read(std::string_view text, base::Span sentence, std::uint32_t at) const {
  model::Quantity quantity;
  // A currency sign before the number: $100.
  std::string_view prefix;
  std::uint32_t start = at;
  units_.at(text, at, [&](const Unit& unit, std::uint32_t end) {
    if (unit.bound != Bound::prefix) return false;
    prefix = unit.symbol;
    start = end;
    return true;
  });
  const char32_t left = character_before(text, at, sentence.begin);
  if (!prefix.empty()) {
    if (text::is_latin(left)) return std::nullopt;
    auto number = number_at(text, sentence, start);
    if (!number || !number->digits) return std::nullopt;
    number->begin = at;
    quantity.low = number->low;
    quantity.high = number->high;
    quantity.unit = prefix;
    return finish(text, sentence, *number, quantity, number->end);
  }

  if (const auto share = numbers_.word(text, at, KoreanNumbers::Kind::share)) {
    if (is_word(left) || !ends_word(text, sentence, share->end)) return std::nullopt;
    quantity.low = share->low;
    quantity.high = share->high;
    quantity.unit = "x";
    return finish(text, sentence, {.begin = at, .end = share->end, .low = share->low, .high = share->high, .step = 0},
                  quantity, share->end);
  }

  auto number = number_at(text, sentence, at);
  if (!number) return std::nullopt;
  if (text::is_latin(left) || text::is_digit(left) || left == U'_' || left == U'#' || left == U'\'' || left == 0x2019)
    return std::nullopt;
  if (!number->digits && is_word(left)) return std::nullopt;
  if (left == U'.' || left == U'-' || left == 0xB7 || left == U'/' || left == U':') {
    const std::uint32_t mark = at - text::decode_before(text, at).length;
    const char32_t before = character_before(text, mark, sentence.begin);
    if (text::is_digit(before) || (left == U'-' && text::is_latin(before))) return std::nullopt;
  }

  // 3분의 1
  if (number->digits && !number->grouped && !text::is_hangul_syllable(left)) {
    std::uint32_t middle = number->end;
    if (middle < sentence.end && text[middle] == ' ') ++middle;
    if (const auto fraction = numbers_.word(text, middle, KoreanNumbers::Kind::fraction)) {
      middle = fraction->end;
      if (middle < sentence.end && text[middle] == ' ') ++middle;
      auto numerator = number_at(text, sentence, middle);
      // 3분의 1만: a particle, not ten thousand.
      if (numerator && numerator->low > number->low)
        if (const auto digits = read_digits(text, middle, sentence.end)) {
          numerator->low = numerator->high = digits->value;
          numerator->end = digits->end;
        }
      if (!numerator || !numerator->digits || number->low <= 0 || !ends_word(text, sentence, numerator->end))
        return std::nullopt;
      quantity.low = quantity.high = numerator->low / number->low;
      quantity.unit = "x";
      return finish(text, sentence, {.begin = at, .end = numerator->end, .step = 0}, quantity, numerator->end);
    }
  }

  Matched unit = unit_after(text, sentence, *number);
  if (unit.unit && unit.unit->is_none()) return std::nullopt;
  std::uint32_t end = unit.unit ? unit.end : number->end;
  quantity.low = number->low;
  quantity.high = number->high;
  Number whole = *number;

  // A range whose second number carries the unit, or both the same.
  if (number->digits) {
    std::uint32_t from = end;
    if (const auto modifier = modifiers_.after(text, sentence, from);
        modifier && modifier->meaning == Meaning::about && range_mark(text, modifier->at, sentence.end, false))
      from = modifier->at;
    if (const auto second_at = range_mark(text, from, sentence.end, unit.unit == nullptr)) {
      const auto second = number_at(text, sentence, *second_at);
      if (second && second->digits) {
        const Matched second_unit = unit_after(text, sentence, *second);
        if (second_unit.unit && second_unit.unit->is_none() && !unit.unit) return std::nullopt;
        const bool same = second_unit.unit && (!unit.unit || unit.unit->symbol == second_unit.unit->symbol);
        if (same && !second_unit.unit->is_none()) {
          double first = number->low;
          // 4~5만: the word belongs to both, unless the first number is larger than the second one's digits.
          if (!number->grouped && number->head_scale == 1 && !unit.unit && second->head_scale > 1 &&
              first <= second->head)
            first *= second->head_scale;
          if (first <= second->low) {
            quantity.low = first;
            quantity.high = second->high;
            whole.low = first;
            whole.high = second->high;
            whole.step = second->step;
            unit = second_unit;
            end = second_unit.end;
          }
        }
      }
    }
  }

  if (!unit.unit && is_level(text, sentence, *number)) {
    quantity.unit = units_.level(text.substr(sentence.begin, at - sentence.begin))->symbol;
    return finish(text, sentence, whole, quantity, end);
  }
  if (!unit.unit) {
    if (!stands_bare(text, sentence, *number)) return std::nullopt;
    quantity.unit = number->low >= kBareMoney ? kWon : std::string_view("unit");
    return finish(text, sentence, whole, quantity, end);
  }
  // 구조인, 사조: numbers in words are read only before units that begin no other word.
  if (whole.glued_word || (!whole.digits && !whole.native && unit.unit->bound != Bound::strong)) return std::nullopt;
  const bool glued = unit.end - unit.unit->text.size() == whole.end;
  if (number->native && !number->grouped && glued && unit.unit->symbol != "x" &&
      (unit.unit->bound != Bound::strong || unit.unit->symbol == kWon))
    return std::nullopt;
  // A digit glued to a word before it is mostly part of a name; money, shares and round numbers are not.
  if (text::is_hangul_syllable(left) && !number->grouped && unit.unit->bound != Bound::strong &&
      !modifiers_.before(text, sentence, at))
    return std::nullopt;
  // 한 명도 없다: none, not one.
  if (number->native && number->high == 1)
    if (const auto particle = particles_.after(text, end); particle && particle->kind == lexicon::ParticleKind::also)
      return std::nullopt;
  quantity.low = *quantity.low * unit.unit->factor;
  quantity.high = *quantity.high * unit.unit->factor;
  quantity.unit = unit.unit->symbol;
  if (unit.unit->is_counter()) quantity.counter = unit.unit->text;
  return finish(text, sentence, whole, quantity, end);
}

}  // namespace timeline::quantity
