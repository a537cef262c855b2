#include "event/drafting.hpp"
#include "event/headline_text.hpp"
#include "text/utf8.hpp"

// Whose deed the noun of a headline seems to be: a verb that is suffered, received or ordered is told with more than
// it.
namespace timeline::event {

/// 제출을 요구받았다: by the noun alone a headline would say that he asked for it (김하늘, 제출 요구받아).
void Drafter::name_receiving(const Phrase& phrase, const Predicate& predicate, Draft& draft) const {
  const bool told =
      draft.type == "statement" || draft.type == "request" || draft.type == "proposal" || draft.type == "announcement";
  if (!told || predicate.voice != Voice::receiving || draft.parts.status != model::EventStatus::occurred) return;
  const bool apart = predicate.stem.end < phrase.text.size() && phrase.text[predicate.stem.end] == ' ';
  const Trigger* receives = nullptr;
  vocabulary_.verbs_at(phrase.text, predicate.stem.end + (apart ? 1 : 0), [&](std::uint32_t id, Base, std::uint32_t) {
    if (vocabulary_.is(WordClass::receive, vocabulary_.trigger(id).word)) receives = &vocabulary_.trigger(id);
  });
  if (!receives) return;
  draft.parts.action += (apart ? " " : "") + receives->infinitive;
  draft.parts.passive = true;
  draft.parts.verb.clear();
  draft.speech = false;
}

/// 폭행당했다, 공격을 받았다: by the noun alone a headline would say that he did it (김하늘, 폭행당해).
void Drafter::name_suffering(const Phrase& phrase, const Predicate& predicate, Draft& draft) const {
  const bool deed = draft.type == "attack" || draft.type == "crime" || draft.type == "lawsuit";
  const bool somebody = draft.parts.agent.person || draft.parts.agent.acts;
  if (!deed || !draft.parts.passive || !somebody || predicate.reading.tense != Tense::past) return;
  // The verb up to the sign of the past: 당했, 받았.
  std::uint32_t verb = predicate.noun.empty() ? predicate.stem.begin : predicate.stem.end;
  bool spaced = predicate.noun.empty();
  for (std::uint32_t at = verb; at < predicate.end;) {
    const text::Decoded c = text::decode(phrase.text, at);
    at += c.length;
    if (c.code_point == U' ') {
      if (spaced) return;  // 접대를 받은 것으로 조사됐다
      verb = at;
      spaced = true;
    } else if (text::final_consonant(c.code_point) == text::kFinalSs) {
      draft.parts.action += (spaced ? " " : "") + infinitive_of(base::Span{verb, at}.of(phrase.text));
      return;
    }
  }
}

/// 부장판사가 구속을 결정했다: by the noun alone the headline would say that he is in custody. 김하늘은 구속 이후: he
/// is.
void Drafter::name_judge(const Phrase& phrase, const Predicate& predicate, Draft& draft) const {
  const bool custody = draft.type == "arrest" || draft.type == "indictment" || draft.type == "investigation";
  if (!custody || predicate.base != Base::noun || draft.parts.passive || !draft.parts.agent.person ||
      !draft.parts.object.text.empty())
    return;
  if (!predicate.reading.auxiliary) {
    draft.parts.passive = true;
    return;
  }
  const std::string_view ending = predicate.ending(phrase.text);
  if (const Trigger* carries = vocabulary_.carrying_noun(ending)) {
    draft.parts.action += " " + carries->title;
    draft.parts.verb.clear();
  }
}

}  // namespace timeline::event
