#include "entity/page.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace timeline::entity {

namespace {

constexpr std::size_t kMostBracket = 90;  // bytes inside brackets between a name and its title

}  // namespace

std::size_t Line::word_from(std::uint32_t at) const {
  return static_cast<std::size_t>(
      std::partition_point(words.begin(), words.end(), [&](const Word& word) { return word.begin < at; }) -
      words.begin());
}

std::optional<std::size_t> Line::word_before(std::size_t index) const {
  if (index == 0) return std::nullopt;
  std::uint32_t at = words[index].begin;
  // 윤영태 <가온방송>(GBS) 이사
  if (at > span.begin && text[at - 1] == '<') --at;
  if (at > span.begin && text[at - 1] == ' ') --at;
  if (at > span.begin && text[at - 1] == ')') {
    const std::size_t open = text.rfind('(', at);
    if (open == std::string_view::npos || open <= span.begin || at - open > kMostBracket) return std::nullopt;
    at = static_cast<std::uint32_t>(open);
    if (text[at - 1] == ' ') --at;
  }
  if (at > span.begin && text[at - 1] == '>') --at;
  for (std::size_t i = index; i-- > 0;)
    if (words[i].end <= at) return words[i].end == at ? std::optional(i) : std::nullopt;
  return std::nullopt;
}

const Mention* Line::mention_in(base::Span wanted) const {
  const auto found = std::partition_point(mentions.begin(), mentions.end(),
                                          [&](const Mention& mention) { return mention.span.end <= wanted.begin; });
  return found != mentions.end() && found->span.begin < wanted.end ? &*found : nullptr;
}

Page::Page(const Catalog& catalog, const Cues& cues, const model::Article& article, model::Extraction& extraction)
    : catalog_(catalog), cues_(cues), extraction_(extraction) {
  for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i) {
    const model::Sentence& sentence = extraction.sentences[i];
    if (sentence.role == model::SentenceRole::noise) continue;
    Line line{.sentence = i,
              .text = model::text_of(article, sentence.field),
              .span = sentence.span,
              .words = {},
              .mentions = {}};
    line.words = cues.words(line.text, sentence.span.begin, sentence.span.end);
    lines_.push_back(std::move(line));
  }
}

std::uint32_t Page::known(std::uint32_t known) {
  const auto [at, added] = known_.try_emplace(known, static_cast<std::uint32_t>(extraction_.entities.size()));
  if (added) {
    extraction_.entities.push_back(catalog_[known].entity);
    origin_.push_back(known);
  }
  return at->second;
}

std::uint32_t Page::found(model::EntityKind kind, std::string_view name) {
  const auto [at, added] =
      found_.try_emplace({kind, std::string(name)}, static_cast<std::uint32_t>(extraction_.entities.size()));
  if (added) {
    model::Entity entity;
    entity.kind = kind;
    entity.name = name;
    (text::is_ascii(name) ? entity.name_en : entity.name_ko) = name;
    extraction_.entities.push_back(std::move(entity));
    origin_.push_back(kNotKnown);
  }
  return at->second;
}

bool Page::mention(Line& line, base::Span span, std::uint32_t entity) {
  if (span.empty() || line.mention_in(span) != nullptr) return false;
  const auto at = std::partition_point(line.mentions.begin(), line.mentions.end(),
                                       [&](const Mention& mention) { return mention.span.begin < span.begin; });
  line.mentions.insert(at, {span, entity});
  return true;
}

void Page::release(Line& line, base::Span span) {
  std::erase_if(line.mentions, [&](const Mention& mention) { return mention.span.overlaps(span); });
}

void Page::alias(std::uint32_t entity, std::string_view name) {
  model::Entity& named = extraction_.entities[entity];
  if (named.name == name) return;
  for (const model::Alias& alias : named.aliases)
    if (alias.text == name) return;
  named.aliases.push_back({std::string(name), text::is_ascii(name) ? "en" : "ko"});
}

void Page::relation(std::uint32_t subject, model::RelationType type, std::uint32_t object, std::uint32_t sentence,
                    base::Span span) {
  for (const model::EntityRelation& known : extraction_.relations)
    if (known.subject == subject && known.object == object && known.type == type) return;
  model::EntityRelation relation;
  relation.subject = subject;
  relation.object = object;
  relation.type = type;
  relation.sentence = sentence;
  relation.span = span;
  extraction_.relations.push_back(std::move(relation));
}

void Page::add_known_relation(std::uint32_t subject, const KnownRelation& known, std::uint32_t object) {
  // Where the article says it too, its words stay and the years of the catalog come to them.
  for (model::EntityRelation& there : extraction_.relations)
    if (there.subject == subject && there.object == object && there.type == known.type) {
      there.since = known.since;
      there.until = known.until;
      return;
    }
  model::EntityRelation relation;
  relation.subject = subject;
  relation.object = object;
  relation.type = known.type;
  relation.since = known.since;
  relation.until = known.until;
  extraction_.relations.push_back(std::move(relation));
}

void Page::add_known_relations() {
  for (const auto& [known, subject] : known_)
    for (const KnownRelation& relation : catalog_[known].relations)
      if (const auto object = known_.find(relation.object); object != known_.end())
        add_known_relation(subject, relation, object->second);
}

void Page::drop_unmentioned() {
  std::vector<std::uint32_t> place(extraction_.entities.size(), kNotKnown);
  std::vector<model::Entity> kept;
  for (model::EntityMention& mention : extraction_.mentions) {
    if (place[mention.entity] == kNotKnown) {
      place[mention.entity] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(std::move(extraction_.entities[mention.entity]));
    }
    mention.entity = place[mention.entity];
  }
  std::erase_if(extraction_.relations, [&](model::EntityRelation& relation) {
    if (place[relation.subject] == kNotKnown) return true;
    // The words of the relation name its object too: 미국 의회 lies in 미국.
    if (place[relation.object] == kNotKnown && !relation.span.empty()) {
      place[relation.object] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(std::move(extraction_.entities[relation.object]));
    }
    if (place[relation.object] == kNotKnown) return true;
    relation.subject = place[relation.subject];
    relation.object = place[relation.object];
    return false;
  });
  extraction_.entities = std::move(kept);
}

void Page::finish() {
  for (const Line& line : lines_)
    for (const Mention& mention : line.mentions)
      extraction_.mentions.push_back({.entity = mention.entity, .sentence = line.sentence, .span = mention.span});
  add_known_relations();
  drop_unmentioned();
}

}  // namespace timeline::entity
