#include "event/english_words.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "lexicon/table.hpp"

namespace timeline::event {
namespace {

/// The verb of "take part": its first word; `rest` is what follows, with its space.
std::pair<std::string, std::string> first_word(std::string_view verb) {
  const std::size_t end = verb.find(' ');
  if (end == std::string_view::npos) return {std::string(verb), {}};
  return {std::string(verb.substr(0, end)), std::string(verb.substr(end))};
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  for (const std::string_view end : ends)
    if (word.ends_with(end)) return true;
  return false;
}

/// A verb of one syllable that doubles its last letter: plan → planned.
bool doubles(std::string_view word) {
  if (word.size() < 3 || word.size() > 4) return word == "commit" || word == "admit";
  const char last = word.back();
  return !is_vowel(last) && last != 'w' && last != 'x' && last != 'y' && is_vowel(word[word.size() - 2]) &&
         !is_vowel(word[word.size() - 3]);
}

std::string regular_past(std::string_view word) {
  std::string out(word);
  if (out.ends_with('e')) return out + "d";
  if (out.size() > 1 && out.ends_with('y') && !is_vowel(out[out.size() - 2]))
    return out.substr(0, out.size() - 1) + "ied";
  if (doubles(out)) out += out.back();
  return out + "ed";
}

std::string with_commas(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.0f", value);
  std::string out(digits);
  for (int at = static_cast<int>(out.size()) - 3; at > 0; at -= 3) out.insert(static_cast<std::size_t>(at), ",");
  return out;
}

std::string plain_number(double value) {
  if (value == std::floor(value) && value < 1e15) return with_commas(value);
  char digits[32];
  std::snprintf(digits, sizeof digits, "%g", value);
  return digits;
}

std::string in_words(double value) {
  struct Scale {
    double one;
    std::string_view word;
  };
  constexpr std::array<Scale, 3> kScales{{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}}};
  for (const Scale& scale : kScales)
    if (value >= scale.one) {
      char digits[32];
      std::snprintf(digits, sizeof digits, "%g", std::round(value / scale.one * 100) / 100);
      return digits + std::string(scale.word);
    }
  return plain_number(value);
}

}  // namespace

EnglishWords::EnglishWords(const lexicon::DataSet& data) {
  const lexicon::Table nouns(data, "events/english_nouns.tsv");
  for (const lexicon::Table::Row& row : nouns.rows()) nouns_.emplace(row["korean"], row["english"]);
  const lexicon::Table verbs(data, "events/english_verbs.tsv");
  for (const lexicon::Table::Row& row : verbs.rows())
    irregular_.emplace(row["verb"], Forms{std::string(row["past"]), std::string(row["participle"])});
}

std::string_view EnglishWords::noun(std::string_view korean) const {
  const auto found = nouns_.find(korean);
  return found == nouns_.end() ? std::string_view() : found->second;
}

std::string EnglishWords::third_person(std::string_view verb) const {
  const auto [word, rest] = first_word(verb);
  if (word == "be") return "is" + rest;
  if (word == "have") return "has" + rest;
  if (ends_with_any(word, {"s", "sh", "ch", "x", "z", "o"})) return word + "es" + rest;
  if (word.size() > 1 && word.ends_with('y') && !is_vowel(word[word.size() - 2]))
    return word.substr(0, word.size() - 1) + "ies" + rest;
  return word + "s" + rest;
}

std::string EnglishWords::plural(std::string_view verb) {
  const auto [word, rest] = first_word(verb);
  return word == "be" ? "are" + rest : std::string(verb);
}

std::string EnglishWords::past(std::string_view verb) const {
  const auto [word, rest] = first_word(verb);
  const auto found = irregular_.find(word);
  return (found == irregular_.end() ? regular_past(word) : found->second.past) + rest;
}

std::string EnglishWords::participle(std::string_view verb) const {
  const auto [word, rest] = first_word(verb);
  const auto found = irregular_.find(word);
  return (found == irregular_.end() ? regular_past(word) : found->second.participle) + rest;
}

std::string EnglishWords::gerund(std::string_view verb) const {
  auto [word, rest] = first_word(verb);
  if (word.ends_with("ie")) return word.substr(0, word.size() - 2) + "ying" + rest;
  if (word.ends_with('e') && !word.ends_with("ee") && word != "be")
    return word.substr(0, word.size() - 1) + "ing" + rest;
  if (doubles(word)) word += word.back();
  return word + "ing" + rest;
}

std::string EnglishWords::amount(const model::Quantity& quantity) {
  const auto value = quantity.low ? quantity.low : quantity.high;
  if (!value) return {};
  if (quantity.unit == "KRW") return in_words(*value) + " won";
  if (quantity.unit == "USD") return "$" + in_words(*value);
  if (quantity.unit == "EUR") return "€" + in_words(*value);
  if (quantity.unit == "JPY") return in_words(*value) + " yen";
  if (quantity.unit == "%") return plain_number(*value) + "%";
  if (quantity.unit == "unit" || quantity.unit.empty()) return plain_number(*value);
  if (quantity.unit == "person") return plain_number(*value) + " people";
  return plain_number(*value) + " " + quantity.unit;
}

}  // namespace timeline::event
