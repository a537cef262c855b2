#include "entity/country_letters.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::entity {
namespace {

using lexicon::Table;

constexpr std::uint32_t kSyllable = 3;

/// The length of a dot between country letters (미·중), or 0.
std::uint32_t dot_at(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return 0;
  const text::Decoded c = text::decode(text, at);
  return c.code_point == 0x00B7 || c.code_point == 0x318D || c.code_point == 0x30FB || c.code_point == 0x2027 ? c.length
                                                                                                              : 0;
}

}  // namespace

CountryLetters::CountryLetters(const lexicon::DataSet& data, const Catalog& catalog) {
  const auto country = [&](const Table::Row& row) {
    const auto& entities = catalog.entities();
    const auto found = std::find_if(entities.begin(), entities.end(),
                                    [&](const KnownEntity& e) { return e.entity.key == row["key"]; });
    if (found == entities.end()) throw row.fault("'" + std::string(row["key"]) + "' is no key");
    return static_cast<std::uint32_t>(found - entities.begin());
  };
  std::vector<std::pair<std::string, std::uint32_t>> strings;
  const Table letters(data, "ko/country_letters.tsv");
  for (const Table::Row& row : letters.rows()) {
    if (row["letter"].size() != kSyllable) throw row.fault("a letter is one Hangul syllable");
    strings.emplace_back(row["letter"], static_cast<std::uint32_t>(letters_.size()));
    letters_.push_back({country(row), row["alone"] == "yes"});
  }
  letter_matcher_ = lexicon::Matcher(std::move(strings));
  strings.clear();
  const Table groups(data, "ko/country_groups.tsv");
  for (const Table::Row& row : groups.rows()) {
    for (std::uint32_t at = 0; at < row["group"].size(); at += kSyllable)
      if (!letter_at(row["group"], at)) throw row.fault("has a syllable that ko/country_letters.tsv lacks");
    strings.emplace_back(row["group"], 0);
  }
  groups_ = lexicon::Matcher(std::move(strings));
}

std::optional<std::uint32_t> CountryLetters::letter_at(std::string_view text, std::uint32_t at) const {
  const auto [id, end] = letter_matcher_.longest(text, at);
  return id == lexicon::Matcher::kNone ? std::nullopt : std::optional(id);
}

void CountryLetters::find(Page& page) const {
  for (Line& line : page.lines())
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const Word& word = line.words[i];
      const std::uint32_t length = word.end - word.begin;
      const auto mention = [&](std::uint32_t at) {
        page.mention(line, {at, at + kSyllable}, page.known(letters_[*letter_at(line.text, at)].known));
      };
      if (const auto [id, end] = groups_.longest(line.text, word.begin);
          id != lexicon::Matcher::kNone && end == word.end) {
        // 백미러(BM): letters stand for countries before a word, not before another name of their own.
        if (end < line.span.end && line.text[end] == '(') continue;
        for (std::uint32_t at = word.begin; at < end; at += kSyllable) mention(at);
        continue;
      }
      if (length < kSyllable || !letter_at(line.text, word.begin)) continue;
      if (length > kSyllable) continue;
      // 미·중, 한·미·일의: letters joined by dots; the last may have particles or a noun behind it.
      std::uint32_t end = word.end;
      std::vector<std::uint32_t> places{word.begin};
      while (const std::uint32_t dot = dot_at(line.text, end)) {
        if (end + dot >= line.span.end || !letter_at(line.text, end + dot)) break;
        places.push_back(end + dot);
        end += dot + kSyllable;
      }
      const bool ends = end >= line.span.end || !is_word_character(text::decode(line.text, end).code_point) ||
                        places.size() > 2 || page.particles().noun_may_end(line.text, end);
      const bool begins = dot_at(line.text, word.begin >= 2 ? word.begin - 2 : 0) == 0;
      if (places.size() > 1 && ends && begins) {
        for (const std::uint32_t at : places) mention(at);
        continue;
      }
      // 미 국방부, 미 대통령
      if (places.size() == 1 && letters_[*letter_at(line.text, word.begin)].alone && i + 1 < line.words.size() &&
          line.words[i + 1].spaced) {
        const Word& next = line.words[i + 1];
        const bool state =
            next.suffix != nullptr && std::any_of(next.suffix->begin(), next.suffix->end(), [](const Suffix& suffix) {
              return suffix.where == Suffix::Where::place && suffix.kind == model::EntityKind::organization;
            });
        if (state || next.neighbour_after.has(model::EntityKind::place)) mention(word.begin);
      }
    }
}

}  // namespace timeline::entity
