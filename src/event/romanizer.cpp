#include "event/romanizer.hpp"

#include <array>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::event {
namespace {

constexpr std::size_t kSyllable = 3;  // bytes
constexpr char32_t kFirstSyllable = 0xAC00;

constexpr std::array<std::string_view, 19> kInitials{"g",  "kk", "n", "d",  "tt", "r", "m", "b", "pp", "s",
                                                     "ss", "",   "j", "jj", "ch", "k", "t", "p", "h"};
constexpr std::array<std::string_view, 21> kMedials{"a",  "ae", "ya", "yae", "eo", "e",  "yeo", "ye", "o",  "wa", "wae",
                                                    "oe", "yo", "u",  "wo",  "we", "wi", "yu",  "eu", "ui", "i"};
constexpr std::array<std::string_view, 28> kFinals{"",  "k",  "k", "k", "n", "n", "n", "t", "l", "k",
                                                   "m", "l",  "l", "l", "p", "l", "m", "p", "p", "t",
                                                   "t", "ng", "t", "t", "k", "t", "p", "t"};

/// One syllable by itself: between the syllables of a given name no sound changes are written.
std::string syllable(char32_t c) {
  const char32_t index = c - kFirstSyllable;
  return std::string(kInitials[index / 588]) + std::string(kMedials[index % 588 / 28]) +
         std::string(kFinals[index % 28]);
}

/// The final consonant and the initial after it as they sound: 종로 is Jongno, 신라 Silla, 백마 Baengma.
std::pair<std::string_view, std::string_view> joined(std::string_view last, std::string_view first) {
  const bool nasal = first == "n" || first == "m";
  if (first == "r") {
    if (last == "n" || last == "l") return {"l", "l"};
    if (last == "m" || last == "ng") return {last, "n"};
    if (last == "k") return {"ng", "n"};
    if (last == "p") return {"m", "n"};
    if (last == "t") return {"n", "n"};
  }
  if (last == "l" && first == "n") return {"l", "l"};
  if (nasal && last == "k") return {"ng", first};
  if (nasal && last == "p") return {"m", first};
  if (nasal && last == "t") return {"n", first};
  if (first.empty() && last == "k") return {"g", first};
  if (first.empty() && last == "p") return {"b", first};
  if (first.empty() && last == "l") return {"r", first};
  return {last, first};
}

std::string capitalized(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

Romanizer::Romanizer(const lexicon::DataSet& data) : names_(data) {
  const lexicon::Table latin(data, "ko/name_latin.tsv");
  for (const lexicon::Table::Row& row : latin.rows()) surnames_.emplace(row["surname"], row["latin"]);
  const lexicon::Table titles(data, "events/english_titles.tsv");
  for (const lexicon::Table::Row& row : titles.rows()) titles_.emplace(row["korean"], row["english"]);
}

/// 김모씨, 김씨: "person surnamed Kim"; 김 의원: "Rep. Kim".
std::string Romanizer::known_only_here(std::string_view name, std::size_t family, std::string_view latin) const {
  std::string_view rest = name.substr(family);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  if (const auto title = titles_.find(rest); title != titles_.end()) return title->second + " " + std::string(latin);
  const std::size_t end = name.size() > kSyllable ? name.size() - kSyllable : 0;
  const bool masked = names_.masked(name) != 0 || names_.masked(name.substr(0, end)) != 0;
  return masked ? "person surnamed " + std::string(latin) : std::string();
}

/// Is a name that the text gives in full that of a Korean? Less usual ones may be, where they are no foreign name in
/// Hangul.
bool Romanizer::is_korean(std::string_view name) const {
  const entity::Likelihood likelihood = names_.korean(name);
  if (likelihood >= entity::Likelihood::likely) return true;
  if (likelihood == entity::Likelihood::possible) return names_.foreign(name) == 0;
  // A rare given name of two syllables after a common family name.
  const auto family = names_.surname(name);
  return family && family->weight == 3 && name.size() == family->length + 2 * kSyllable && names_.foreign(name) == 0;
}

std::string Romanizer::place(std::string_view name) {
  std::string out;
  std::string_view last;
  for (std::size_t at = 0; at < name.size();) {
    const text::Decoded c = text::decode(name, at);
    if (!text::is_hangul_syllable(c.code_point)) return {};
    const char32_t index = c.code_point - kFirstSyllable;
    const auto [before, first] =
        at == 0 ? std::pair(last, kInitials[index / 588]) : joined(last, kInitials[index / 588]);
    out += before;
    out += first;
    out += kMedials[index % 588 / 28];
    last = kFinals[index % 28];
    at += c.length;
  }
  return capitalized(out + std::string(last));
}

std::string Romanizer::person(const model::Entity& entity) const {
  const std::string_view name = entity.name;
  // A씨, B양: a letter for a name.
  if (entity.local && name.size() == 1 + kSyllable && name[0] >= 'A' && name[0] <= 'Z')
    return "person identified as " + std::string(name.substr(0, 1));
  const auto family = names_.surname(name);
  if (!family) return {};
  const auto latin = surnames_.find(name.substr(0, family->length));
  if (latin == surnames_.end()) return {};
  if (entity.local) return known_only_here(name, family->length, latin->second);
  if (!is_korean(name)) return {};
  std::string given;
  for (std::size_t at = family->length; at < name.size(); at += kSyllable) {
    const char32_t c = text::decode(name, at).code_point;
    if (!text::is_hangul_syllable(c)) return {};
    given += given.empty() ? capitalized(syllable(c)) : "-" + syllable(c);
  }
  return latin->second + " " + given;
}

}  // namespace timeline::event
