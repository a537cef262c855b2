#include "entity/affiliations.hpp"

#include <string>
#include <utility>
#include <vector>

#include "lexicon/table.hpp"

namespace timeline::entity {
namespace {

using model::EntityKind;

constexpr std::size_t kMostBetween = 6;  // words between a name and its title

bool employs(EntityKind kind) {
  return kind == EntityKind::company || kind == EntityKind::organization;
}

/// The mention that ends right before `at`, a space or a genitive particle between them.
const Mention* owner_before(const Page& page, const Line& line, std::uint32_t at) {
  const Mention* found = nullptr;
  for (const Mention& mention : line.mentions) {
    if (mention.span.end > at) break;
    found = &mention;
  }
  if (found == nullptr || at - found->span.end > 6) return nullptr;
  const std::string_view gap = line.text.substr(found->span.end, at - found->span.end);
  if (gap == " ") return found;
  const auto particle = page.particles().after(line.text, found->span.end);
  const bool genitive = particle && particle->kind == lexicon::ParticleKind::genitive && particle->end + 1 == at;
  return genitive && gap.ends_with(' ') ? found : nullptr;
}

}  // namespace

Affiliations::Affiliations(const lexicon::DataSet& data) {
  const lexicon::Table table(data, "ko/name_makers.tsv");
  std::vector<std::pair<std::string, std::uint32_t>> strings;
  for (const lexicon::Table::Row& row : table.rows()) strings.emplace_back(row["word"], 0);
  makers_ = lexicon::Matcher(std::move(strings));
}

void Affiliations::by_title(Page& page, Line& line, std::size_t index) const {
  const Word& word = line.words[index];
  const auto relate = [&](const Mention& person, const Mention& body, base::Span span) {
    page.relation(person.entity, model::RelationType::works_for, body.entity, line.sentence, span);
  };
  if (word.title->before && word.title_end == word.end && index + 1 < line.words.size()) {
    const Word& next = line.words[index + 1];
    const Mention* person = next.spaced ? line.mention_in({next.begin, next.end}) : nullptr;
    const Mention* body = owner_before(page, line, word.begin);
    if (person != nullptr && person->span.begin == next.begin &&
        page.entity(person->entity).kind == EntityKind::person && body != nullptr &&
        employs(page.entity(body->entity).kind))
      relate(*person, *body, {body->span.begin, person->span.end});
  }
  if (!word.title->after || (word.title->attached && !word.title->strong)) return;
  std::vector<const Mention*> bodies;
  std::size_t at = index;
  for (std::size_t steps = 0; steps < kMostBetween && at > 0; ++steps) {
    const auto previous = line.word_before(at);
    if (!previous) return;
    at = *previous;
    const Mention* mention = line.mention_in({line.words[at].begin, line.words[at].end});
    if (mention == nullptr) continue;
    if (mention->span.end < line.words[at].end && mention->span.begin >= line.words[at].begin)
      return;  // with particles
    if (employs(page.entity(mention->entity).kind)) {
      if (bodies.empty() || bodies.back() != mention) bodies.push_back(mention);
    } else if (page.entity(mention->entity).kind == EntityKind::person) {
      for (const Mention* body : bodies) relate(*mention, *body, {mention->span.begin, word.title_end});
      const Mention* owner = bodies.empty() ? owner_before(page, line, mention->span.begin) : nullptr;
      if (owner != nullptr && employs(page.entity(owner->entity).kind))
        relate(*mention, *owner, {owner->span.begin, word.title_end});
      return;
    }
  }
}

void Affiliations::by_maker(Page& page, Line& line, std::size_t index) const {
  const Word& word = line.words[index];
  const auto [id, end] = makers_.longest(line.text, word.begin);
  if (id == lexicon::Matcher::kNone || end != word.end || index + 1 >= line.words.size()) return;
  const Word& next = line.words[index + 1];
  const Mention* maker = line.mention_in({next.begin, next.end});
  if (maker == nullptr || page.entity(maker->entity).kind != EntityKind::company || next.begin > word.end + 4) return;
  const Mention* product = nullptr;
  for (const Mention& mention : line.mentions)
    if (mention.span.end < word.begin) product = &mention;
  // ‘슬럼’의: a closing mark and a particle at most.
  if (product == nullptr || page.entity(product->entity).kind != EntityKind::product ||
      word.begin - product->span.end > 10)
    return;
  page.relation(maker->entity, model::RelationType::makes, product->entity, line.sentence,
                {product->span.begin, maker->span.end});
}

void Affiliations::find(Page& page) const {
  for (Line& line : page.lines())
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      if (line.words[i].title != nullptr) by_title(page, line, i);
      by_maker(page, line, i);
    }
}

}  // namespace timeline::entity
