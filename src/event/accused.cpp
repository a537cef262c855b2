#include <algorithm>
#include <utility>

#include "event/assembler.hpp"

// Who is said to have done what somebody is accused of.
namespace timeline::event {

using lexicon::ParticleKind;

/// 김모씨는 돈을 빼돌린 혐의로 기소됐다, 돈을 빼돌린 혐의로 김모씨를 체포했다: whom the next verb befalls. Where
/// nothing befalls anybody, nobody is named: 검찰은 돈을 빼돌린 혐의를 수사했다.
void Assembler::name_accused(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index,
                             Draft& draft) const {
  if (!draft.parts.agent.text.empty() || draft.parts.passive) return;
  const auto next = std::find_if(clauses.begin() + index + 1, clauses.end(), [&](const Clause& clause) {
    return clause.predicate.passage == clauses[index].predicate.passage && !clause.predicate.is_inside();
  });
  if (next == clauses.end()) return;
  const Predicate& verb = next->predicate;
  const bool befalls = verb.is_passive() || (verb.trigger && vocabulary_.is(WordClass::receive, verb.trigger->word));
  Party party;
  if (befalls) {
    bool from_discourse = false;
    party = participants_.acting(phrase, clauses, *next, from_discourse);
    if (from_discourse) return;
  } else {
    for (const Argument& argument : next->arguments)
      if (argument.kind == ParticleKind::object && phrase.words[argument.last_word].person)
        party = headlines_.thing(extraction_, phrase, argument);
  }
  if (party.entities.empty()) return;
  for (const std::uint32_t entity : party.entities) draft.add_participant(entity, model::ParticipantRole::agent);
  draft.parts.agent = std::move(party);
  draft.knows_agent = true;
}

}  // namespace timeline::event
