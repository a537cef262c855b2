#include "event/english_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

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
  if (word.size() == 4 && is_vowel(word.front())) return false;  // open, exit
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

/// Words that need something after them.
bool is_preposition(std::string_view word) {
  for (const std::string_view one :
       {"of", "to", "for", "on", "in", "at", "with", "into", "from", "over", "against", "as"})
    if (word == one) return true;
  return false;
}

std::string_view last_word(std::string_view verb) {
  const std::size_t blank = verb.rfind(' ');
  return blank == std::string_view::npos ? verb : verb.substr(blank + 1);
}

bool is_acronym(std::string_view text) {
  return text.size() >= 2 && text.size() <= 6 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

constexpr std::size_t kSyllable = 3;  // bytes

}  // namespace

EnglishWords::EnglishWords(const lexicon::DataSet& data) : romanizer_(data), bodies_(data) {
  const lexicon::Table nouns(data, "events/english_nouns.tsv");
  for (const lexicon::Table::Row& row : nouns.rows()) nouns_.add(row["korean"], std::string(row["english"]));
  const lexicon::Table verbs(data, "events/english_verbs.tsv");
  for (const lexicon::Table::Row& row : verbs.rows())
    irregular_.emplace(row["verb"], Forms{std::string(row["past"]), std::string(row["participle"])});
  const lexicon::Table titles(data, "ko/titles.tsv");
  for (const lexicon::Table::Row& row : titles.rows())
    if (row["use"] != "none" && row["use"] != "between") titles_[row["title"]] = true;
  const lexicon::Table ordinals(data, "events/english_ordinals.tsv");
  for (const lexicon::Table::Row& row : ordinals.rows()) {
    const std::string_view word = row["word"];
    const std::size_t gap = word.find('~');
    if (gap == std::string_view::npos) throw row.fault("has no '~' for the number");
    ordinals_.emplace_back(word.substr(0, gap), word.substr(gap + 1));
  }
  const lexicon::Table short_names(data, "events/english_short_names.tsv");
  for (const lexicon::Table::Row& row : short_names.rows())
    short_names_.emplace(row["key"], ShortName{std::string(row["name"]), row["number"] == "plural"});
  const lexicon::Table limits(data, "events/english_limits.tsv");
  for (const lexicon::Table::Row& row : limits.rows()) {
    const std::string_view kind = row["class"];
    auto* const words = kind == "modifier"       ? &modifiers_
                        : kind == "thin"         ? &thin_
                        : kind == "intransitive" ? &intransitive_
                        : kind == "happens"      ? &happening_
                        : kind == "undergo"      ? &undergone_
                        : kind == "of_things"    ? &of_things_
                        : kind == "personal"     ? &personal_
                        : kind == "sociable"     ? &sociable_
                        : kind == "leaves"       ? &leaving_
                        : kind == "output"       ? &output_
                        : kind == "stance"       ? &stances_
                        : kind == "site"         ? &sites_
                                                 : nullptr;
    if (!words) throw row.fault("unknown class '" + std::string(kind) + "'");
    words->emplace(row["word"]);
  }
  const lexicon::Table alone(data, "events/english_alone.tsv");
  for (const lexicon::Table::Row& row : alone.rows()) alone_.emplace(row["verb"], row["alone"]);
}

std::string_view EnglishWords::noun(std::string_view korean) const {
  const std::string* const found = nouns_.find(korean);
  return found == nullptr ? std::string_view() : *found;
}

std::string EnglishWords::compound(std::string_view korean) const {
  if (const std::string_view whole = noun(korean); !whole.empty()) return std::string(whole);
  if (korean.empty() || text::is_ascii(korean)) return {};
  // The longest known beginning whose rest is known as well; parts of one syllable are none.
  for (std::size_t at = korean.size(); at-- > 2 * kSyllable;) {
    if (korean.size() - at < 2 * kSyllable || (korean[at] & 0xC0) == 0x80) continue;
    const std::string_view first = noun(korean.substr(0, at));
    if (first.empty()) continue;
    const std::string rest = compound(korean.substr(at));
    if (!rest.empty()) return std::string(first) + " " + rest;
  }
  return {};
}

bool EnglishWords::is_plural_name(const model::Entity& entity) const {
  const auto found = short_names_.find(entity.key);
  return found != short_names_.end() && found->second.plural;
}

std::string EnglishWords::name(const model::Entity& entity) const {
  if (const auto found = short_names_.find(entity.key); found != short_names_.end()) return found->second.name;
  constexpr std::size_t kLong = 24;
  const bool place = entity.kind == model::EntityKind::place;
  if (entity.name_en.size() > kLong || (place && !entity.name_en.empty()))
    for (const model::Alias& alias : entity.aliases)
      if (is_acronym(alias.text)) return alias.text;
  // "Democratic Party (United States)"
  if (!entity.name_en.empty()) return entity.name_en.substr(0, entity.name_en.find(" ("));
  if (text::is_ascii(entity.name)) return entity.name;
  for (const model::Alias& alias : entity.aliases)
    if (alias.language == "en" && text::is_ascii(alias.text)) return alias.text;
  if (entity.kind == model::EntityKind::person) return romanizer_.person(entity);
  const bool body = entity.kind == model::EntityKind::organization || place;
  return body ? bodies_.name(entity.name) : std::string();
}

bool EnglishWords::undergoes(std::string_view verb) const {
  return undergone_.contains(verb) || undergone_.contains(verb.substr(0, verb.find(' ')));
}

bool EnglishWords::suits_things(std::string_view verb) const {
  return of_things_.contains(verb) || happens(verb) || lacks_object(verb);
}

bool EnglishWords::is_title(std::string_view korean) const {
  if (titles_.contains(korean)) return true;
  for (std::size_t at = 0; at + 2 * kSyllable <= korean.size(); at += text::decode(korean, at).length)
    if (titles_.contains(korean.substr(at))) return true;
  return false;
}

std::string EnglishWords::ordinal(std::string_view korean) const {
  for (const auto& [before, after] : ordinals_) {
    if (!korean.starts_with(before) || !korean.ends_with(after) || korean.size() <= before.size() + after.size())
      continue;
    const std::string number(korean.substr(before.size(), korean.size() - before.size() - after.size()));
    if (number.size() > 2 || number.find_first_not_of("0123456789") != std::string::npos) continue;
    const bool teen = number.size() == 2 && number[0] == '1';
    const char last = number.back();
    return number + (teen ? "th" : last == '1' ? "st" : last == '2' ? "nd" : last == '3' ? "rd" : "th");
  }
  return {};
}

std::string EnglishWords::alone(std::string_view verb) const {
  if (const auto found = alone_.find(verb); found != alone_.end()) return found->second;
  if (verb.find('~') != std::string_view::npos || verb.starts_with("be "))
    return verb.starts_with("be ") ? std::string(verb) : std::string();
  const std::size_t blank = verb.rfind(' ');
  if (blank == std::string_view::npos) return {};
  // "hold meeting on": what it is on may stay away; "look into" needs it.
  if (!is_preposition(last_word(verb))) return std::string(verb);
  const std::string_view shorter = verb.substr(0, blank);
  return shorter.find(' ') == std::string_view::npos ? std::string() : std::string(shorter);
}

std::string EnglishWords::passive(std::string_view verb) const {
  if (verb.starts_with("be ")) return std::string(verb);
  // "break ground on", "take part in", not "crack down on": its noun stays where it is.
  const std::string_view before = verb.substr(0, verb.rfind(' '));
  if (is_preposition(last_word(verb)) && before.find(' ') != std::string_view::npos && !takes_object(before)) return {};
  std::string out = "be " + participle(verb);
  if (const std::size_t gap = out.find(" ~"); gap != std::string::npos) out.erase(gap, 2);
  return out;
}

std::string EnglishWords::with_object(std::string_view verb, std::string_view object) {
  std::string out(verb);
  if (const std::size_t gap = out.find('~'); gap != std::string::npos) return out.replace(gap, 1, object);
  if (!takes_object(verb) && !is_preposition(last_word(verb))) return {};
  return out + " " + std::string(object);
}

bool EnglishWords::takes_object(std::string_view verb) {
  if (verb.starts_with("be ")) return false;
  // "hold press conference" has its own.
  return verb.find(' ') == std::string_view::npos || verb.find('~') != std::string_view::npos ||
         last_word(verb) == "out" || last_word(verb) == "up" || last_word(verb) == "off" || last_word(verb) == "over" ||
         last_word(verb) == "down" || last_word(verb) == "net" || last_word(verb) == "again" ||
         last_word(verb) == "live";
}

bool EnglishWords::takes_complement(std::string_view verb) {
  if (is_preposition(last_word(verb))) return true;
  for (const std::string_view one :
       {"attend", "join", "visit", "enter", "leave", "meet", "raid", "sue", "board", "exceed"})
    if (verb == one) return true;
  return false;
}

bool EnglishWords::is_plural(std::string_view noun) {
  const std::string_view last = last_word(noun);
  if (last == "people" || last == "police" || last == "children" || last.ends_with("men")) return true;
  const bool common = !last.empty() && last[0] >= 'a' && last[0] <= 'z';
  // "Kim and Park's summit" is one.
  const std::size_t owners = noun.rfind("'s ");
  const std::size_t both = noun.rfind(" and ");
  if (common && both != std::string_view::npos && (owners == std::string_view::npos || both > owners)) return true;
  return last.size() > 3 && last.ends_with('s') &&
         !ends_with_any(last, {"ss", "is", "us", "news", "series", "politics", "economics", "'s"});
}

std::string EnglishWords::plural_noun(std::string_view noun) {
  std::string out(noun);
  if (is_plural(noun) || noun.ends_with('s') || noun.ends_with("aircraft")) return out;
  if (last_word(noun).ends_with("man")) return out.replace(out.size() - 2, 2, "en");
  if (last_word(noun) == "child") return out + "ren";
  if (last_word(noun) == "person") return out.replace(out.size() - 6, 6, "people");
  if (ends_with_any(noun, {"sh", "ch", "x"})) return out + "es";
  if (out.size() > 1 && out.ends_with('y') && !is_vowel(out[out.size() - 2]))
    return out.replace(out.size() - 1, 1, "ies");
  return out + "s";
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
  if (quantity.unit == "person") return plain_number(*value) + (*value == 1 ? " person" : " people");
  return plain_number(*value) + " " + quantity.unit;
}

}  // namespace timeline::event
