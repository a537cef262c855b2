#include "entity/affiliations.hpp"

#include <string>
#include <utility>
#include <vector>

#include "entity/hangul.hpp"
#include "lexicon/table.hpp"

namespace timeline::entity {
namespace {

using model::EntityKind;

constexpr std::size_t kMostBetween = 6;   // words between a name and its title
constexpr std::uint32_t kMostGap = 4;     // bytes between a word that binds and the second name
constexpr std::uint32_t kMostOwned = 10;  // between the first name and that word

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

/// Do particles end the word that only whole parts of a sentence have (은, 이, 을, 에서)? 의 holds a name and its title
/// together.
bool has_particle(const Page& page, const Line& line, const Word& word) {
  using lexicon::ParticleKind;
  const auto marks = [&](std::uint32_t end) {
    const auto particle = page.particles().after(line.text, end);
    return particle && particle->end == word.end &&
           (particle->kind == ParticleKind::topic || particle->kind == ParticleKind::subject ||
            particle->kind == ParticleKind::object || particle->kind == ParticleKind::in ||
            particle->kind == ParticleKind::with);
  };
  if (word.title != nullptr && word.title_end < word.end) return marks(word.title_end);
  for (std::uint32_t at = word.begin + 2 * kSyllable; at < word.end; ++at)
    if (text::is_boundary(line.text, at) && marks(at)) return true;
  return false;
}

}  // namespace

Affiliations::Affiliations(const lexicon::DataSet& data) {
  const lexicon::Table table(data, "ko/name_relations.tsv");
  std::vector<std::pair<std::string, std::uint32_t>> strings;
  for (const lexicon::Table::Row& row : table.rows()) {
    const std::string_view relation = row["relation"];
    if (relation != "makes" && relation != "belongs_to" && relation != "owned_by")
      throw row.fault("relation must be makes, belongs_to or owned_by");
    strings.emplace_back(row["word"], static_cast<std::uint32_t>(bonds_.size()));
    bonds_.push_back(relation == "makes" ? Bond::makes : relation == "belongs_to" ? Bond::belongs_to : Bond::owned_by);
  }
  bond_words_ = lexicon::Matcher(std::move(strings));
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
    if (mention == nullptr) {
      // 조국 전 수석이 법무부 장관: another part of the sentence.
      if (has_particle(page, line, line.words[at])) return;
      continue;
    }
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

void Affiliations::by_bond(Page& page, Line& line, std::size_t index) const {
  const Word& word = line.words[index];
  const auto [id, end] = bond_words_.longest(line.text, word.begin);
  if (id == lexicon::Matcher::kNone || end != word.end || index + 1 >= line.words.size()) return;
  const Word& next = line.words[index + 1];
  const Mention* second = line.mention_in({next.begin, next.end});
  if (second == nullptr || next.begin > word.end + kMostGap) return;
  const Mention* first = nullptr;
  for (const Mention& mention : line.mentions)
    if (mention.span.end < word.begin) first = &mention;
  // ‘슬럼’의: a closing mark and a particle at most.
  if (first == nullptr || word.begin - first->span.end > kMostOwned || first->entity == second->entity) return;
  const EntityKind owner = page.entity(first->entity).kind, owned = page.entity(second->entity).kind;
  const base::Span span{first->span.begin, second->span.end};
  if (bonds_[id] == Bond::makes) {
    if (owner == EntityKind::product && owned == EntityKind::company)
      page.relation(second->entity, model::RelationType::makes, first->entity, line.sentence, span);
  } else if (employs(owner) && employs(owned)) {
    const bool second_belongs = bonds_[id] == Bond::belongs_to;
    page.relation(second_belongs ? second->entity : first->entity, model::RelationType::belongs_to,
                  second_belongs ? first->entity : second->entity, line.sentence, span);
  }
}

void Affiliations::find(Page& page) const {
  for (Line& line : page.lines())
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      if (line.words[i].title != nullptr) by_title(page, line, i);
      by_bond(page, line, i);
    }
}

}  // namespace timeline::entity
