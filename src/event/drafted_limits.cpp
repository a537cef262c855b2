#include <algorithm>

#include "event/drafting.hpp"

// What an event needs, and what it takes over from the sentences before it where it has too little.
namespace timeline::event {

using lexicon::ParticleKind;
using model::EventStatus;

namespace {

/// Types of events that are nothing without what they are done to.
bool acts_on_something(std::string_view type) {
  for (const std::string_view one :
       {"vote",         "release",     "decision",     "contract",    "supply",  "delivery",  "acquisition",
        "announcement", "legislation", "regulation",   "production",  "trade",   "operation", "proposal",
        "request",      "activity",    "construction", "development", "support", "earnings"})
    if (type == one) return true;
  return false;
}

}  // namespace

/// 투기 의혹이 사실인 것으로 보고 이씨를 재판에 넘겼다, 공소장이 기소 후 바뀌었다, 재판부는 기소 후 달라졌다고 봤다:
/// neither suspicions nor papers nor courts charge anybody.
bool Drafter::charges_nobody(const Phrase& phrase, const Clause& clause, const Draft& draft) const {
  if (draft.parts.passive || (draft.type != "indictment" && draft.type != "arrest")) return false;
  if (clause.subject) {
    const std::string_view last = phrase.words[clause.subject->last_word].core.of(phrase.text);
    if (vocabulary_.ends_as(WordClass::suspicion, last) || vocabulary_.ends_as(WordClass::charge, last)) return true;
  }
  return draft.type == "indictment" && vocabulary_.holds(WordClass::court, draft.parts.agent.text);
}

/// 기소한 표창장 사건: what stands behind is not who was charged.
bool Drafter::charges_thing(const Phrase& phrase, const Clause& clause) const {
  const Trigger* trigger = clause.predicate.trigger;
  if (!trigger || (trigger->type != "indictment" && trigger->type != "arrest")) return false;
  const Party party = headlines_.party(extraction_, phrase, *clause.head);
  return party.entities.empty() && !party.acts && !participants_.is_amount(phrase, *clause.head);
}

/// 불이 나다, 사고가 나다: the verb brings its subject along, and says enough.
bool Drafter::names_accident(const Predicate& predicate) {
  const Trigger* trigger = predicate.trigger;
  return trigger && trigger->native && (trigger->type == "accident" || trigger->type == "disaster") &&
         trigger->word.find(' ') != std::string::npos;
}

/// 김하늘 대표는 회담이 열렸다고 말했다, 소방당국은 불이 났다고 밝혔다: the noun is the subject of its verb, and nobody
/// does it. 김하늘 대표는 방문이 예정돼 있다: only where the sentence says no more is it his.
bool Drafter::happens_apart(const Phrase& phrase, const Clause& clause, const Draft& draft) {
  const Predicate& predicate = clause.predicate;
  const bool carried = predicate.base == Base::noun && predicate.reading.auxiliary;
  if (!(carried || names_accident(predicate)) || phrase.words[predicate.word].particle != ParticleKind::subject)
    return false;
  const bool plain = clause.own_subject && predicate.reading.link == Link::final;
  return draft.from_discourse || !(plain || predicate.reading.status == EventStatus::planned);
}

/// Is what the draft has no event that anybody could tell from another?
bool Drafter::says_too_little(const Clause& clause, const Argument* object, const Draft& draft) const {
  const Predicate& predicate = clause.predicate;
  const Trigger* trigger = predicate.trigger;
  // An act on something needs the thing, where nobody who is known does it.
  const bool acts_on = trigger && (!draft.parts.passive || predicate.reading.receiving) && !draft.speech &&
                       !draft.parts.announced && acts_on_something(draft.type);
  // 서점이 판매를 중단한다고 공지했다: the verb that carries the noun says enough.
  const bool carried =
      predicate.base == Base::noun && predicate.reading.auxiliary && clause.own_subject && predicate.reading.status;
  const bool bare = draft.parts.object.text.empty() && draft.parts.measure.text.empty();
  if (acts_on && !carried && bare && draft.parts.agent.entities.empty()) return true;
  if (draft.parts.agent.text.empty() && bare && !names_accident(predicate)) return true;
  // 공시가격이 95%까지 높아진다: whom the sentences before were about does not rise.
  if (draft.type == "change" && draft.from_discourse && !draft.parts.agent.entities.empty() &&
      !(object && object->kind == ParticleKind::object) &&
      extraction_.entities[draft.parts.agent.entities.front()].kind != model::EntityKind::company)
    return true;
  // 김하늘 의원과의 회담이 열린다, 한빛이 실시한: whoever meets is not what is held.
  const bool held = draft.type == "opening" && trigger &&
                    (trigger->english == "hold" || trigger->english == "be held" || trigger->english == "conduct");
  if (held && bare && is_party(draft.parts.agent)) return true;
  return false;
}

/// "공급될 것으로 예상된다" without a word of who and what, a sentence after "…공급하겠다고 발표한 GPU": the same
/// supply.
void Drafter::inherit(const Phrase& phrase, const Clause& clause, Draft& draft) const {
  constexpr std::uint32_t kSentences = 3;
  const bool lacks_all = draft.from_discourse && draft.parts.object.text.empty();
  if (!lacks_all || clause.predicate.is_inside()) return;
  for (auto earlier = told_.rbegin(); earlier != told_.rend(); ++earlier) {
    if (phrase.sentence - earlier->sentence > kSentences) return;
    if (earlier->type != draft.type || earlier->parts.object.text.empty()) continue;
    const EventStatus status = draft.parts.status;
    draft.parts = earlier->parts;
    draft.parts.status = status;
    draft.parts.announced = false;
    draft.participants = earlier->participants;
    // 그는 이웃을 숨지게 한 혐의를 받는다. 이웃은 숨졌다: who is accused of it did not do it for all that.
    if (earlier->parts.possibility == Possibility::accused) {
      draft.parts.agent = {};
      draft.parts.possibility = {};
      std::erase_if(draft.participants,
                    [](const model::Participant& one) { return one.role == model::ParticipantRole::agent; });
    }
    return;
  }
}

}  // namespace timeline::event
