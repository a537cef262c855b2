#include <algorithm>

#include "event/participants.hpp"

// Who takes part though the clause that tells it does not name him: he stands in a clause that runs into it, in what is
// said, or is whom the whole sentence is about.
namespace timeline::event {

using lexicon::ParticleKind;
using model::EntityKind;
using model::ParticipantRole;

namespace {

bool stands_with(const Clause& clause, const Clause& other) {
  return other.predicate.passage == clause.predicate.passage;
}

/// Another main clause of the same words: no noun belongs to it.
bool stands_beside(const Clause& clause, const Clause& other) {
  return stands_with(clause, other) && !other.predicate.is_inside();
}

}  // namespace

void Participants::add_running_on(Draft& draft, const Phrase& phrase, const std::vector<Clause>& clauses,
                                  std::uint32_t index) const {
  const Clause& clause = clauses[index];
  for (std::uint32_t i = index; i-- > 0;) {
    const Clause& other = clauses[i];
    if (!stands_beside(clause, other)) continue;
    const bool runs_on = other.predicate.reading.link == Link::connective && !other.predicate.tells();
    if (!runs_on || (clause.own_subject && other.own_subject)) return;
    add_told(draft, phrase, other, ParticipantRole::counterpart);
  }
}

void Participants::add_beside(Draft& draft, const Phrase& phrase, const std::vector<Clause>& clauses,
                              std::uint32_t index) const {
  const Clause& clause = clauses[index];
  // 부산에 모여 다짐했다
  if (!clause.predicate.is_inside()) add_running_on(draft, phrase, clauses, index);
  if (draft.parts.agent.entities.empty()) add_found(draft, phrase, clauses, index);
  if (!draft.speech) return;
  // 김하늘을 조사한 뒤 돌려보냈다고 밝혔다: he is in what is said.
  if (clause.complement != kNone) {
    add_told(draft, phrase, clauses[clause.complement], ParticipantRole::counterpart);
    for (std::uint32_t i = clause.complement; i-- > 0;)
      if (stands_beside(clause, clauses[i]) && clauses[i].predicate.reading.link == Link::connective)
        add_told(draft, phrase, clauses[i], ParticipantRole::counterpart);
  }
  // “서해전자가 …”라고 말했다: of whom the first words are.
  if (clause.speech == 0) return;
  const auto spoken = std::find_if(clauses.begin(), clauses.end(), [&](const Clause& other) {
    return other.predicate.passage == clause.speech && other.subject && other.own_subject;
  });
  if (spoken == clauses.end()) return;
  const Party party = headlines_.party(extraction_, phrase, *spoken->subject);
  for (std::size_t i = 0; i < party.heads; ++i) draft.add_participant(party.entities[i], ParticipantRole::counterpart);
}

void Participants::add_found(Draft& draft, const Phrase& phrase, const std::vector<Clause>& clauses,
                             std::uint32_t index) const {
  // 숨진 채 발견된 김하늘 씨: the one who was found.
  constexpr std::uint32_t kOneWord = 2;  // from verb to verb
  for (std::uint32_t i = index; i == index || clauses[i].predicate.is_inside(); ++i) {
    const Clause& clause = clauses[i];
    if (clause.head && !mentions_in(extraction_, phrase, *clause.head).empty()) {
      if (i > index && clause.predicate.is_passive()) add_noun(draft, phrase, *clause.head, ParticipantRole::object);
      return;
    }
    const bool joined = i + 1 < clauses.size() && stands_with(clause, clauses[i + 1]) &&
                        clauses[i + 1].predicate.word <= clause.predicate.last_word + kOneWord;
    if (!joined) return;
  }
}

void Participants::add_untold_before(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index,
                                     const std::vector<std::optional<std::size_t>>& events,
                                     model::EventMention& event) const {
  // 윤영태에게서 목걸이를 받은 뒤 김하늘에게 전했다: one deed in two verbs.
  const Clause& clause = clauses[index];
  Draft draft;
  draft.participants = event.participants;
  for (std::uint32_t i = index; i-- > 0;) {
    const Clause& other = clauses[i];
    if (!stands_beside(clause, other)) continue;
    if (events[i] || other.predicate.reading.link != Link::connective || other.predicate.reading.negated) break;
    if (other.own_subject && clause.own_subject) break;
    for (const Argument& argument : other.arguments) add_noun(draft, phrase, argument, ParticipantRole::counterpart);
    if (other.own_subject) break;
  }
  event.participants = std::move(draft.participants);
}

std::vector<std::uint32_t> Participants::whom_it_is_about(const Phrase& phrase, const std::vector<Clause>& clauses,
                                                          std::uint32_t index) const {
  const Clause& clause = clauses[index];
  for (std::uint32_t i = index + 1; i < clauses.size(); ++i) {
    const Clause& other = clauses[i];
    if (!stands_beside(clause, other)) continue;
    // 누리당은 찬성했고 한빛당은 반대했다: two deeds of two.
    const bool beside = !clause.predicate.is_inside() && other.subject && clause.subject &&
                        other.subject->span.begin > clause.subject->span.begin;
    if (beside) return {};
    const bool reports = other.complement != kNone;  // 한빛통신은 …고 전했다: no part of what it tells
    if (other.subject && !is_attribute(phrase, *other.subject)) {
      const Party party = headlines_.party(extraction_, phrase, *other.subject);
      const EntityKind kind = party.heads > 0 ? extraction_.entities[party.entities.front()].kind : EntityKind::product;
      const bool body = kind == EntityKind::company || kind == EntityKind::organization;
      if (kind == EntityKind::person || (body && !reports))
        return {party.entities.begin(), party.entities.begin() + static_cast<std::ptrdiff_t>(party.heads)};
    }
    if (other.predicate.reading.link == Link::final) break;
  }
  return {};
}

}  // namespace timeline::event
