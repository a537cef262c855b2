#include "entity/short_forms.hpp"

#include <utility>

#include "entity/hangul.hpp"
#include "lexicon/table.hpp"

namespace timeline::entity {
namespace {

using lexicon::ParticleKind;
using model::EntityKind;

constexpr std::uint32_t kNobody = 0xFFFFFFFF;
constexpr std::uint32_t kSeveral = 0xFFFFFFFE;

bool is_body(EntityKind kind) {
  return kind == EntityKind::organization || kind == EntityKind::company;
}

/// Does the word begin a part of the sentence: at its beginning, or behind a mark and a space?
bool begins_part(const Line& line, std::size_t index) {
  if (index == 0) return true;
  const Word& word = line.words[index];
  return !word.spaced && line.text[word.begin - 1] == ' ';
}

/// Does the noun stand by itself, as what is spoken about: at the beginning, or behind a time (2020년 위원회가)?
bool stands_free(const Line& line, std::size_t index) {
  if (begins_part(line, index)) return true;
  const char first = line.of(line.words[index - 1]).front();
  return line.words[index].spaced && first >= '0' && first <= '9' && begins_part(line, index - 1);
}

}  // namespace

ShortForms::ShortForms(const lexicon::DataSet& data) {
  std::vector<std::pair<std::string, std::uint32_t>> strings;
  const lexicon::Table table(data, "ko/name_short_forms.tsv");
  for (const lexicon::Table::Row& row : table.rows()) {
    strings.emplace_back(row["word"], static_cast<std::uint32_t>(words_.size()));
    words_.emplace_back(row["word"]);
  }
  matcher_ = lexicon::Matcher(std::move(strings));
}

void ShortForms::find(Page& page) const {
  std::vector<std::uint32_t> named(words_.size(), kNobody);
  const auto remember = [&](const Line& line, const Mention& mention) {
    if (!is_body(page.entity(mention.entity).kind)) return;
    const std::string_view name = mention.span.of(line.text);
    for (std::size_t id = 0; id < words_.size(); ++id) {
      if (!name.ends_with(words_[id]) || name.size() < words_[id].size() + 2 * kSyllable) continue;
      if (named[id] == kNobody)
        named[id] = mention.entity;
      else if (named[id] != mention.entity)
        named[id] = kSeveral;
    }
  };
  for (Line& line : page.lines()) {
    const std::vector<Mention> mentions = line.mentions;
    auto next = mentions.begin();
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const Word& word = line.words[i];
      for (; next != mentions.end() && next->span.end <= word.begin; ++next) remember(line, *next);
      const auto [id, end] = matcher_.longest(line.text, word.begin);
      if (id == lexicon::Matcher::kNone || named[id] >= kSeveral || !stands_free(line, i)) continue;
      const auto particle = page.particles().after(line.text, end);
      if (!particle || particle->end != word.end) continue;
      if (particle->kind == ParticleKind::topic || particle->kind == ParticleKind::subject)
        page.mention(line, {word.begin, end}, named[id]);
    }
    for (; next != mentions.end(); ++next) remember(line, *next);
  }
}

}  // namespace timeline::entity
