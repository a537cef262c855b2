#include <algorithm>

#include "event/assembler.hpp"

// How what is told stands: done, planned, foretold, alleged, given up.
namespace timeline::event {

using model::DateBasis;
using model::EventStatus;

namespace {

bool is_misdeed(const Draft& draft) {
  return draft.type == "crime" || draft.type == "attack";
}

}  // namespace

/// 하락, 사고: what nobody plans.
bool Assembler::is_unplanned(const Predicate& predicate) const {
  if (!predicate.trigger || predicate.voice == Voice::causative) return false;
  const Trigger& trigger = *predicate.trigger;
  return trigger.type == "accident" || trigger.type == "disaster" || trigger.type == "death" ||
         vocabulary_.is(WordClass::drift, trigger.word);
}

/// “…할 것”이라고 전망했다: who says it foretells what others do.
bool Assembler::is_foretold(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t passage) const {
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    return clause.speech == passage &&
           vocabulary_.holds(WordClass::forecast,
                             base::Span{clause.predicate.stem.begin, clause.predicate.end}.of(phrase.text));
  });
}

/// 16일 오후 9시 현재: as things stand then.
bool Assembler::is_as_of(std::uint32_t time) const {
  if (time + 1 >= extraction_.times.size()) return false;
  const model::TimeExpression& next = extraction_.times[time + 1];
  return next.kind == model::TimeKind::vague && next.sentence == extraction_.times[time].sentence &&
         next.span.begin == extraction_.times[time].span.end + 1;
}

/// 때렸다는 내용을 포함했다: others say so. 접대를 하고 생일에도 접대 혐의를 받는다: that is what he is accused of as
/// well.
bool Assembler::is_hearsay(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index) const {
  const Clause& clause = clauses[index];
  const auto core = [&](const Argument& noun) { return phrase.words[noun.last_word].core.of(phrase.text); };
  if (clause.predicate.reading.link == Link::quote_adnominal)
    return clause.head && vocabulary_.is(WordClass::wording, core(*clause.head));
  const bool bare = clause.predicate.base == Base::noun && !clause.predicate.reading.auxiliary;
  if (clause.predicate.reading.link != Link::connective || clause.predicate.base == Base::past || bare) return false;
  const auto next = std::find_if(clauses.begin() + index + 1, clauses.end(), [&](const Clause& other) {
    return other.predicate.passage == clause.predicate.passage && other.predicate.reading.link == Link::final;
  });
  if (next == clauses.end()) return false;
  const Trigger* verb = next->predicate.trigger;
  if (!verb || !vocabulary_.is(WordClass::receive, verb->word) || next->predicate.reading.tense != Tense::present)
    return false;
  return std::any_of(next->arguments.begin(), next->arguments.end(),
                     [&](const Argument& noun) {
                       return noun.kind == lexicon::ParticleKind::object &&
                              vocabulary_.is(WordClass::suspicion, core(noun));
                     }) ||
         std::any_of(clauses.begin() + index + 1, next, [&](const Clause& one) {
           return one.predicate.reading.link == Link::nominal &&
                  vocabulary_.ends_as(WordClass::suspicion, one.predicate.ending(phrase.text));
         });
}

/// Settles whether the clause tells something done, planned, foretold, alleged or given up. False where it tells
/// nothing.
bool Assembler::settle_status(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index,
                              const Dating& dating, Draft& draft) const {
  const Clause& clause = clauses[index];
  const model::TimeExpression nowhen;
  const model::TimeExpression& time = dating.time == kNone ? nowhen : extraction_.times[dating.time];
  // …열릴 예정이라고 로이터통신이 보도했다: the meeting is still planned.
  const bool told_ahead = draft.reported && draft.parts.status != EventStatus::occurred;
  if (!told_ahead && (!draft.parts.announced || draft.parts.status == EventStatus::occurred))
    draft.parts.status = status_of(governing(clauses, index), dating.time == kNone ? nullptr : &time.value,
                                   article_.published, dating.time != kNone && is_as_of(dating.time));
  // “만날 것”이라고 그가 말했다: what somebody says that he will do is a plan.
  if (draft.parts.status == EventStatus::expected && clause.predicate.passage != 0 && !clause.own_subject &&
      !draft.parts.passive && !draft.from_discourse && draft.knows_agent && !is_unplanned(clause.predicate) &&
      !is_foretold(phrase, clauses, clause.predicate.passage))
    draft.parts.status = EventStatus::planned;
  // 지난 10일 땅을 사고 공장을 넓힐 계획이다, 22일 회의를 열고 풀기로 했다, 지난달 공개한 뒤 출시할 전망이다: what runs
  // into something that is still open has happened where its own day is past.
  const Predicate& main = governing(clauses, index);
  const bool open = draft.parts.status == EventStatus::planned || draft.parts.status == EventStatus::expected ||
                    draft.parts.status == EventStatus::possible;
  const bool runs_on =
      &main != &clause.predicate && !draft.parts.announced && clause.predicate.reading.link == Link::connective;
  if (open && runs_on && dating.time != kNone && dating.basis == DateBasis::stated &&
      (is_decision(main) || main.reading.link == Link::quote ? has_come(time.value, article_.published)
                                                             : when(time.value, article_.published) == When::past))
    draft.parts.status = EventStatus::occurred;
  // 회의를 열고 임기를 연장하지 않기로 했다: the meeting is not given up.
  if (runs_on && draft.parts.status == EventStatus::cancelled && dating.time != kNone &&
      clause.predicate.reading.status != EventStatus::cancelled && !clause.predicate.reading.negated)
    draft.parts.status = has_come(time.value, article_.published) ? EventStatus::occurred : EventStatus::planned;
  if (draft.parts.status == EventStatus::occurred && dating.time != kNone && is_set_ahead(clauses, index) &&
      when(time.value, article_.published) == When::around)
    draft.parts.status = EventStatus::planned;
  if (draft.parts.status == EventStatus::planned && is_unplanned(clause.predicate))
    draft.parts.status = EventStatus::expected;
  // 지난 15일 의원이 제기한 의혹: it was raised, whatever comes of it.
  if (draft.parts.status == EventStatus::possible && is_about_suspicion(vocabulary_, phrase, clause))
    draft.parts.status = EventStatus::occurred;
  // 성접대를 한 여성의 빚을 면제해 준 혐의: nor is it certain that she did.
  const bool within = is_misdeed(draft) && clause.predicate.is_inside() && index + 1 < clauses.size() &&
                      clauses[index + 1].predicate.passage == clause.predicate.passage &&
                      is_accusation(vocabulary_, phrase, clauses, index + 1);
  // 장관으로 임명되면서 주식을 차명으로 산 혐의: nobody is accused of that.
  const bool appointed = draft.type == "appointment" && draft.parts.passive;
  const bool accused = !appointed && (within || is_accusation(vocabulary_, phrase, clauses, index) ||
                                      (is_misdeed(draft) && is_hearsay(phrase, clauses, index)));
  // 채택을 무산시킨 혐의: he is not accused of adopting it.
  if (accused && clause.predicate.reading.status == EventStatus::cancelled) return false;
  if (accused && !within) name_accused(phrase, clauses, index, draft);
  if (accused || is_claim(vocabulary_, clauses, index)) {
    draft.parts.status = EventStatus::possible;
    draft.parts.possibility = Possibility::accused;
    if (draft.speech) draft.parts.verb.clear();  // nobody is accused of speaking
  } else if (draft.parts.status == EventStatus::possible) {
    const std::string_view ending = main.ending(phrase.text);
    if (vocabulary_.holds(WordClass::consider, ending)) draft.parts.possibility = Possibility::considered;
    if (vocabulary_.holds(WordClass::duty, ending)) draft.parts.possibility = Possibility::required;
  }
  draft.parts.ahead = draft.parts.status == EventStatus::planned;
  if (draft.parts.status == EventStatus::occurred && (draft.type == "release" || draft.type == "announcement") &&
      !clause.predicate.is_inside() && presents_plan(clauses, clause)) {
    draft.parts.status = EventStatus::planned;
    draft.parts.announced = draft.parts.announced || draft.type == "announcement";  // 증설하겠다는 계획을 내놓았다
  }
  if (is_foiled(vocabulary_, phrase, clauses, index)) draft.parts.status = EventStatus::cancelled;
  // “나가라”고 하면: nobody said it.
  if (draft.speech && clause.predicate.reading.link == Link::condition) return false;
  // 불러 조사하지 않았다: nor was he called.
  if (&main != &clause.predicate && clause.predicate.base == Base::infinitive && main.reading.negated &&
      !main.reading.status && main.word == clause.predicate.last_word + 1)
    return false;
  // 협상이 타결되지 않으면: nobody says that it will not be.
  if (clause.predicate.reading.negated && clause.predicate.reading.link == Link::condition) return false;
  if (clause.predicate.reading.negated) {
    if (draft.parts.status != EventStatus::planned && draft.parts.status != EventStatus::cancelled) return false;
    draft.parts.status = EventStatus::cancelled;
  }
  return true;
}

}  // namespace timeline::event
