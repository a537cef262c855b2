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

std::string capitalized(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

Romanizer::Romanizer(const lexicon::DataSet& data) : names_(data) {
  const lexicon::Table latin(data, "ko/name_latin.tsv");
  for (const lexicon::Table::Row& row : latin.rows()) surnames_.emplace(row["surname"], row["latin"]);
}

std::string Romanizer::person(const model::Entity& entity) const {
  const std::string_view name = entity.name;
  const auto family = names_.surname(name);
  if (!family) return {};
  const auto latin = surnames_.find(name.substr(0, family->length));
  if (latin == surnames_.end()) return {};
  if (entity.local) {
    const std::size_t end = name.size() > kSyllable ? name.size() - kSyllable : 0;
    const bool masked = names_.masked(name) != 0 || names_.masked(name.substr(0, end)) != 0;
    return masked ? "person surnamed " + latin->second : std::string();
  }
  if (names_.korean(name) < entity::Likelihood::likely) return {};
  std::string given;
  for (std::size_t at = family->length; at < name.size(); at += kSyllable) {
    const char32_t c = text::decode(name, at).code_point;
    if (!text::is_hangul_syllable(c)) return {};
    given += given.empty() ? capitalized(syllable(c)) : "-" + syllable(c);
  }
  return latin->second + " " + given;
}

}  // namespace timeline::event
