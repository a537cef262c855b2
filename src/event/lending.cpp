#include "event/lending.hpp"

#include <algorithm>

namespace timeline::event {
namespace {

using lexicon::ParticleKind;

/// 체포해 압송했던 조씨를: what a clause is done to is also what the clause is that runs into it.
void lend_object(const Phrase& phrase, std::vector<Clause>& clauses, std::uint32_t index) {
  const Clause& owner = clauses[index];
  if (index == 0 || !phrase.words[owner.head->last_word].person || owner.predicate.is_passive()) return;
  Clause& clause = clauses[index - 1];
  const bool runs_on = clause.predicate.passage == owner.predicate.passage &&
                       clause.predicate.base == Base::infinitive &&
                       clause.predicate.last_word + 1 == owner.predicate.word;
  const bool complete = std::any_of(clause.arguments.begin(), clause.arguments.end(), [](const Argument& noun) {
    return noun.kind == ParticleKind::object || noun.kind == ParticleKind::dative || noun.kind == ParticleKind::with;
  });
  if (!runs_on || complete || clause.predicate.is_passive()) return;
  clause.arguments.push_back(*owner.head);
  clause.arguments.back().kind = ParticleKind::object;
}

}  // namespace

void lend_heads(const Phrase& phrase, std::vector<Clause>& clauses) {
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    const Clause& owner = clauses[i];
    if (owner.predicate.reading.link != Link::adnominal || !owner.head) continue;
    if (!owner.head_is_subject) {
      lend_object(phrase, clauses, i);
      continue;
    }
    if (owner.complement != kNone) {
      Clause& said = clauses[owner.complement];
      const bool lacks = !said.own_subject || (said.subject && said.subject->is_topic);
      if (lacks && phrase.words[owner.head->last_word].mention != kNone) {
        said.subject = owner.head;
        said.own_subject = false;
      }
    }
    for (std::uint32_t before = i; before-- > 0;) {
      Clause& clause = clauses[before];
      const bool runs_on = clause.predicate.passage == owner.predicate.passage &&
                           clause.predicate.reading.link == Link::connective && clause.predicate.base != Base::noun;
      if (!runs_on || clause.subject || phrase.words[owner.head->last_word].mention == kNone) break;
      clause.subject = owner.head;
    }
  }
}

}  // namespace timeline::event
