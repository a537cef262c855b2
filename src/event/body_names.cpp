#include "event/body_names.hpp"

#include <algorithm>

#include "entity/countries.hpp"
#include "event/romanizer.hpp"
#include "lexicon/table.hpp"

namespace timeline::event {
namespace {

constexpr std::size_t kSyllable = 3;                 // bytes
constexpr std::size_t kMostSpelled = 4 * kSyllable;  // a longer name is made of words

constexpr std::string_view kDistrict = " District";

/// Does what comes behind the owner begin like its last word: Province, Provincial; City, City?
bool says_again(std::string_view owner, std::string_view ending) {
  const std::size_t blank = owner.rfind(' ');
  const std::size_t behind = ending.find("~ ");
  if (blank == std::string_view::npos || behind == std::string_view::npos) return false;
  constexpr std::size_t kAlike = 4;  // letters
  return owner.substr(blank + 1, kAlike) == ending.substr(behind + 2, kAlike);
}

}  // namespace

BodyNames::BodyNames(const lexicon::DataSet& data) {
  const lexicon::Table endings(data, "events/english_bodies.tsv");
  for (const lexicon::Table::Row& row : endings.rows()) {
    if (row["spell"] == "part")
      parts_.emplace_back(row["suffix"]);
    else
      endings_.push_back({std::string(row["suffix"]), std::string(row["english"]), row["spell"] == "yes"});
  }
  std::stable_sort(endings_.begin(), endings_.end(),
                   [](const Ending& a, const Ending& b) { return a.suffix.size() > b.suffix.size(); });
  const lexicon::Table adjectives(data, "events/english_adjectives.tsv");
  for (const lexicon::Table::Row& row : adjectives.rows()) adjectives_.emplace(row["country"], row["adjective"]);
  std::map<std::string, std::string> countries;  // by key
  for (const entity::Country& country : entity::icu_countries()) {
    countries.emplace(country.key, country.name_en);
    places_.emplace(country.name_ko, country.name_en);
  }
  for (const std::string_view file : {"entities/countries.tsv", "entities/places.tsv"}) {
    const lexicon::Table places(data, file);
    for (const lexicon::Table::Row& row : places.rows()) {
      std::string english(row["name_en"]);
      if (english.empty()) english = countries[std::string(row["key"])];
      const auto add = [&](std::string_view korean) {
        while (korean.ends_with('?') || korean.ends_with('!')) korean.remove_suffix(1);
        if (!korean.empty() && !english.empty()) places_.emplace(korean, english);
      };
      add(row["name_ko"]);
      for (const std::string_view alias : row.list("aliases_ko")) add(alias);
    }
  }
}

std::string_view BodyNames::adjective(std::string_view country) const {
  const auto found = adjectives_.find(country);
  return found == adjectives_.end() ? std::string_view() : found->second;
}

bool BodyNames::is_part(std::string_view korean) const {
  return std::any_of(parts_.begin(), parts_.end(), [&](const std::string& part) {
    if (!korean.ends_with(part)) return false;
    const std::string_view before = korean.substr(0, korean.size() - part.size());
    // 형사6부 is one of several; 재무부 is a body of its own.
    return part.size() > kSyllable || (!before.empty() && before.back() >= '0' && before.back() <= '9');
  });
}

/// What stands before the ending: 이탈리아, 서울 종로.
std::string BodyNames::owner(std::string_view korean, bool spell) const {
  if (const auto place = places_.find(korean); place != places_.end()) {
    const std::string_view adjective = this->adjective(place->second);
    return std::string(adjective.empty() ? std::string_view(place->second) : adjective);
  }
  if (const std::size_t blank = korean.rfind(' '); blank != std::string_view::npos) {
    const std::string first = owner(korean.substr(0, blank), false);
    const std::string last = owner(korean.substr(blank + 1), spell);
    return first.empty() || last.empty() ? std::string() : first + " " + last;
  }
  const bool fits = korean.size() >= 2 * kSyllable && korean.size() <= kMostSpelled;
  return spell && fits ? Romanizer::place(korean) : std::string();
}

std::string BodyNames::name(std::string_view korean) const {
  for (const Ending& ending : endings_) {
    if (!korean.ends_with(ending.suffix) || korean.size() == ending.suffix.size()) continue;
    std::string_view before = korean.substr(0, korean.size() - ending.suffix.size());
    while (before.ends_with(' ')) before.remove_suffix(1);
    std::string owner = this->owner(before, ending.spell);
    if (owner.empty()) continue;
    // 종로경찰서 is no "Jongno District Police Station", 경기도의회 no "Gyeonggi Province Provincial Council".
    if (owner.ends_with(kDistrict) || says_again(owner, ending.english)) owner.resize(owner.rfind(' '));
    std::string out = ending.english;
    return out.replace(out.find('~'), 1, owner);
  }
  return {};
}

}  // namespace timeline::event
