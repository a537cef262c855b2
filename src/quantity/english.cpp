#include "quantity/english.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "lexicon/table.hpp"
#include "quantity/digits.hpp"
#include "text/utf8.hpp"

namespace timeline::quantity {
namespace {

constexpr int kMostModifiers = 3;
constexpr int kWordsToNoun = 3;  // "260,000 Blackwell AI GPUs"

}  // namespace

EnglishReader::EnglishReader(const lexicon::DataSet& data)
    : units_(data, "en/units.tsv"), modifiers_(data, "en/quantity_modifiers.tsv") {
  const lexicon::Table table(data, "en/numbers.tsv");
  std::vector<std::pair<std::string, std::uint32_t>> strings;
  constexpr std::array<std::string_view, 11> kKinds{"unit",     "ten",     "scale", "suffix", "vague", "share",
                                                    "multiple", "article", "and",   "range",  "harmed"};
  for (const auto& row : table.rows()) {
    const auto kind = std::find(kKinds.begin(), kKinds.end(), row["kind"]);
    if (kind == kKinds.end()) throw row.fault("unknown kind '" + std::string(row["kind"]) + "'");
    const auto low = parse_decimal(row["low"]), high = parse_decimal(row["high"]);
    if (!low || !high || *high < *low) throw row.fault("low and high must be numbers, low first");
    strings.emplace_back(row["text"], static_cast<std::uint32_t>(words_.size()));
    words_.push_back({static_cast<Kind>(kind - kKinds.begin()), *low, *high, 0});
    // At the start of a sentence: "Two hundred workers".
    std::string capital(row["text"]);
    if (capital[0] >= 'a' && capital[0] <= 'z' && words_.back().kind != Kind::suffix) {
      capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
      strings.emplace_back(std::move(capital), static_cast<std::uint32_t>(words_.size() - 1));
    }
  }
  matcher_ = lexicon::Matcher(std::move(strings));
}

EnglishReader::Matched EnglishReader::unit_after(std::string_view text, base::Span sentence,
                                                 const Number& number) const {
  Matched matched;
  const auto look = [&](std::uint32_t at) {
    return units_.at(text, at, [&](const Unit& unit, std::uint32_t end) {
      if (unit.bound == Bound::prefix || end > sentence.end || number.high * unit.factor < unit.minimum) return false;
      if (letter_at(text, end - 1, sentence.end) && letter_at(text, end, sentence.end)) return false;
      if (!Units::fits_place(unit, text, sentence, number.begin, end)) return false;
      matched = {&unit, {at, end}};
      return true;
    });
  };
  if (!look(number.end))
    if (const std::uint32_t next = skip_joint(text, number.end, sentence.end); next != number.end) look(next);
  return matched;
}

/// The plural noun that is counted, at most kWordsToNoun words behind the number.
std::optional<base::Span> EnglishReader::plural_after(std::string_view text, base::Span sentence,
                                                      std::uint32_t at) const {
  std::uint32_t begin = at;
  for (int i = 0; i < kWordsToNoun; ++i) {
    if (begin >= sentence.end || text[begin] != ' ') return std::nullopt;
    ++begin;
    std::uint32_t end = begin;
    while (end < sentence.end && (text::is_latin(static_cast<unsigned char>(text[end])) || text[end] == '-')) ++end;
    constexpr std::uint32_t kShortest = 4;
    if (end == begin) return std::nullopt;
    // Names are not counted, and a verb behind one is no plural: "5 Massa waves". GPUs is none.
    const auto capital = [&](std::uint32_t c) { return text[c] >= 'A' && text[c] <= 'Z'; };
    if (capital(begin) && !(end - begin >= 2 && capital(begin + 1))) return std::nullopt;
    const bool plural = end - begin >= kShortest && text[end - 1] == 's' && text[end - 2] != 's' &&
                        text[end - 2] != 'u' && text[end - 2] != 'i';
    if (plural) {
      Matched unit;
      units_.at(text, begin, [&](const Unit& known, std::uint32_t known_end) {
        if (known_end != end) return false;
        unit.unit = &known;
        return true;
      });
      if (unit.unit && unit.unit->is_none()) return std::nullopt;
      return base::Span{begin, end};
    }
    // of, in, to, and: another part of the sentence
    if (end - begin < 3 || word(text, begin, end, Kind::conjunction)) return std::nullopt;
    begin = end;
  }
  return std::nullopt;
}

/// "18 were injured", "14 missing,": people, whom no noun counts; where the words end.
std::optional<std::uint32_t> EnglishReader::harmed_behind(std::string_view text, std::uint32_t at,
                                                          std::uint32_t limit) const {
  if (at >= limit || text[at] != ' ') return std::nullopt;
  const auto harmed = word(text, at + 1, limit, Kind::harmed);
  if (!harmed) return std::nullopt;
  const bool verb = text.substr(at + 1, harmed->end - at - 1).find(' ') != std::string_view::npos;
  // "5 dead trees"
  if (!verb && harmed->end < limit && text[harmed->end] == ' ' && text.substr(harmed->end, 5) != " and ")
    return std::nullopt;
  return harmed->end;
}

std::optional<std::uint32_t> EnglishReader::prefix_at(std::string_view text, std::uint32_t at,
                                                      std::string_view& symbol) const {
  std::optional<std::uint32_t> behind;
  units_.at(text, at, [&](const Unit& unit, std::uint32_t end) {
    if (unit.bound != Bound::prefix) return false;
    symbol = unit.symbol;
    behind = end;
    return true;
  });
  return behind;
}

model::Quantity EnglishReader::finish(std::string_view text, base::Span sentence, model::Quantity quantity,
                                      double step) const {
  if (const auto modifier = modifiers_.after(text, sentence, quantity.span.end);
      modifier && !letter_at(text, modifier->at, sentence.end)) {
    widen(quantity, modifier->meaning, step);
    quantity.span.end = modifier->at;
  }
  std::uint32_t left = quantity.span.begin;
  for (int i = 0; i < kMostModifiers; ++i) {
    const auto modifier = modifiers_.before(text, sentence, left);
    if (!modifier) break;
    left = modifier->at;
    if (modifier->meaning == Meaning::exact) continue;
    widen(quantity, modifier->meaning, step);
    quantity.span.begin = left;
  }
  return quantity;
}

std::optional<model::Quantity> EnglishReader::read(std::string_view text, base::Span sentence, std::uint32_t at) const {
  if (at > sentence.begin) {
    const char before = text[at - 1];
    if (letter_at(text, at - 1, sentence.end) || before == '#' || before == '\'' || before == '_') return std::nullopt;
    if ((before == '-' || before == '.' || before == ':' || before == '/') && at - 1 > sentence.begin &&
        letter_at(text, at - 2, sentence.end))
      return std::nullopt;
  }
  // Formula One drivers: a number word with a capital inside a sentence is a name.
  if (text[at] >= 'A' && text[at] <= 'Z' && at > sentence.begin && text[at - 1] == ' ') return std::nullopt;
  model::Quantity quantity;
  std::string_view symbol;
  const auto behind = prefix_at(text, at, symbol);
  const std::uint32_t start = behind.value_or(at);
  if (!behind) {
    for (const Kind kind : {Kind::share, Kind::multiple})
      if (const auto share = word(text, at, sentence.end, kind)) {
        // "half of the workers", "twice the price"; alone they are too much else.
        if (text.substr(share->end, 4) != " of " &&
            (kind == Kind::share || (text.substr(share->end, 5) != " the " && text.substr(share->end, 4) != " as ")))
          return std::nullopt;
        quantity.low = share->low;
        quantity.high = share->high;
        quantity.unit = "x";
        quantity.span = {at, share->end};
        return finish(text, sentence, quantity, 0);
      }
  }
  const auto first = number_at(text, start, sentence.end, behind.has_value());
  if (!first || (behind && !first->digits)) return std::nullopt;
  Number number = *first;
  Matched unit = behind ? Matched{} : unit_after(text, sentence, number);
  std::uint32_t end = unit.unit ? unit.word.end : number.end;

  // "5 to 10 percent", "$5-10 million", "$5 million to $10 million"
  std::uint32_t mark = end;
  if (mark < sentence.end && text[mark] == ' ') ++mark;
  std::uint32_t second_at = 0;
  if (const auto to = word(text, mark, sentence.end, Kind::range)) {
    second_at = skip_joint(text, to->end, sentence.end);
  } else if (end < sentence.end && (text[end] == '-' || text.substr(end, 3) == "\xE2\x80\x93")) {
    second_at = end + (text[end] == '-' ? 1 : 3);
  }
  // "will rise by $2 to $14.99": by how much, and how far.
  if (at >= sentence.begin + 3 && text.substr(at - 3, 3) == "by ") second_at = 0;
  if (second_at != 0 && number.digits) {
    std::string_view second_symbol;
    const auto second_behind = prefix_at(text, second_at, second_symbol);
    const auto second = number_at(text, second_behind.value_or(second_at), sentence.end, behind.has_value());
    if (second && second->digits && (!second_behind || second_symbol == symbol)) {
      const Matched second_unit = behind ? Matched{} : unit_after(text, sentence, *second);
      const bool same = behind || (second_unit.unit && (!unit.unit || unit.unit->symbol == second_unit.unit->symbol));
      double low = number.low;
      if (!number.grouped && second->grouped && low <= second->head) low *= second->head_scale;
      if (same && low <= second->low && (!second_unit.unit || !second_unit.unit->is_none())) {
        number.low = low;
        number.high = second->high;
        number.step = second->step;
        unit = second_unit;
        end = behind ? second->end : second_unit.word.end;
      }
    }
  }
  if (unit.unit && unit.unit->is_none()) return std::nullopt;
  quantity.low = number.low;
  quantity.high = number.high;
  if (number.native) quantity.exactness = model::Exactness::about;
  if (behind) {
    quantity.unit = symbol;
  } else if (unit.unit) {
    quantity.low = number.low * unit.unit->factor;
    quantity.high = number.high * unit.unit->factor;
    quantity.unit = unit.unit->symbol;
    if (unit.unit->is_counter()) quantity.counter = unit.word.of(text);
  } else {
    // A bare year, and one of them, count nothing.
    constexpr double kFirstYear = 1800, kLastYear = 2100;
    const bool year = number.digits && !number.grouped && number.step < 1000 && number.low >= kFirstYear &&
                      number.low <= kLastYear &&
                      text.substr(number.begin, number.end - number.begin).find(',') == std::string_view::npos;
    if (year || number.low == 1) return std::nullopt;
    std::uint32_t from = number.end;
    if (number.native && text.substr(from, 4) == " of ") from += 3;
    if (const auto harmed = harmed_behind(text, from, sentence.end)) {
      quantity.unit = "person";
      quantity.span = {at, *harmed};
      return finish(text, sentence, quantity, number.step);
    }
    const auto noun = plural_after(text, sentence, from);
    if (!noun) return std::nullopt;
    quantity.unit = "unit";
    units_.at(text, noun->begin, [&](const Unit& known, std::uint32_t known_end) {
      if (known_end != noun->end) return false;
      quantity.unit = known.symbol;
      return true;
    });
    quantity.counter = noun->of(text);
    end = noun->end;
  }
  quantity.span = {at, end};
  return finish(text, sentence, quantity, number.step);
}

}  // namespace timeline::quantity
