#include "event/drafting.hpp"
#include "event/headline_text.hpp"
#include "text/utf8.hpp"

// Verbs of which the tables say nothing.
namespace timeline::event {

using lexicon::ParticleKind;
/// 한빛은 지난 15일 서해를 되찾았다, 김하늘 의원은 15일 “…”라며 고개를 숙였다: what somebody named did or said. A
/// sentence must end in it, and the day be its own: that is for the caller to see.
std::optional<Draft> Drafter::deed(const Phrase& phrase, const std::vector<Clause>& clauses,
                                   std::uint32_t index) const {
  const Clause& clause = clauses[index];
  const Predicate& predicate = clause.predicate;
  const bool ends = index == closing_clause(clauses) && predicate.reading.tense == Tense::past &&
                    !predicate.reading.negated && !predicate.reading.status && clause.complement == kNone;
  if (!ends || !clause.own_subject) return std::nullopt;
  Draft draft;
  draft.type = "activity";
  draft.parts.agent = participants_.acting(phrase, clauses, clause, draft.from_discourse);
  if (draft.from_discourse || !is_party(draft.parts.agent)) return std::nullopt;
  if (clause.speech != 0) {
    draft_speech(phrase, clause, nullptr, draft);
  } else {
    const Argument* object = object_of(phrase, clause);
    if (predicate.trigger && vocabulary_.is(WordClass::seem, predicate.trigger->word)) return std::nullopt;
    if (const Sense* sense = sense_of(predicate.trigger, phrase, object); sense && sense->type.empty())
      return std::nullopt;
    if (predicate.base != Base::past || !object || object->kind != ParticleKind::object ||
        text::final_consonant(text::decode_before(phrase.text, predicate.stem.end).code_point) != text::kFinalSs)
      return std::nullopt;
    draft.parts.object = headlines_.thing(extraction_, phrase, *object);
    if (draft.parts.object.text.empty()) return std::nullopt;
    draft.parts.action = infinitive_of(predicate.stem.of(phrase.text));
  }
  draft.object_text = draft.parts.object.text;
  draft.knows_agent = true;
  participants_.add_to(draft, phrase, clauses, clause);
  return draft;
}

}  // namespace timeline::event
