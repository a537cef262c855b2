#include <algorithm>

#include "event/drafting.hpp"
#include "text/utf8.hpp"
#include "text/width.hpp"

namespace timeline::event {
namespace {

using lexicon::ParticleKind;
using model::EventStatus;
using model::ParticipantRole;

constexpr std::size_t kSnippetColumns = 30;  // of a quotation, in a headline

/// The beginning of what somebody said, cut at a blank.
std::string snippet(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = words.find(' ', at);
    if (end == std::string_view::npos) end = words.size();
    const std::string next = out + (out.empty() ? "" : " ") + std::string(words.substr(at, end - at));
    if (!out.empty() && text::display_width(next) > kSnippetColumns) return out + "…";
    out = next;
    at = end + 1;
  }
  while (out.ends_with('.') || out.ends_with(',')) out.pop_back();
  return out;
}

}  // namespace

void Drafter::draft_announcement(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                                 const Argument* object, Draft& draft) const {
  draft.parts.announced = true;
  const bool says_how_it_is =
      clause.complement != kNone && clauses[clause.complement].predicate.reading.status == EventStatus::ongoing;
  if (clause.complement != kNone && clauses[clause.complement].predicate.tells() && !says_how_it_is) {
    // …공급하겠다고 발표했다: the announcement of a supply.
    auto inner = this->draft(phrase, clauses, clause.complement);
    // 매각하지 않겠다고 밝혔다: what will not be done is given up; what is not so is no event.
    const bool negated = clauses[clause.complement].predicate.reading.negated;
    // 청장은 개선에 나설 것이라고 강조했다: what people say that they will do is a plan.
    const Clause& said = clauses[clause.complement];
    if (inner && inner->parts.status == EventStatus::expected && !inner->parts.passive && said.predicate.trigger &&
        said.predicate.tells() && said.subject && clause.subject && said.subject->span == clause.subject->span &&
        !vocabulary_.is(WordClass::drift, said.predicate.trigger->word))
      inner->parts.status = EventStatus::planned;
    if (inner && negated && inner->parts.status == EventStatus::planned) inner->parts.status = EventStatus::cancelled;
    if (inner && negated && inner->parts.status != EventStatus::cancelled) inner.reset();
    if (inner && !inner->parts.action.empty()) {
      const Party announcer = draft.parts.agent;
      // 발사가 성공했다고 밝혔다: a thing that does it is told with what it did, by whoever says so.
      Party& doer = inner->parts.agent;
      if (doer.heads == 0 && doer.thing && doer.entities.empty() && !inner->parts.passive && !announcer.text.empty() &&
          inner->parts.measure.text.empty()) {
        inner->parts.object.text = doer.text + (inner->parts.object.text.empty() ? "" : " ") + inner->parts.object.text;
        inner->parts.object.english.clear();
        doer = {};
      }
      const bool own = clauses[clause.complement].own_subject && !inner->parts.agent.text.empty() &&
                       inner->parts.agent.text != announcer.text;
      Party agent = inner->parts.agent.text.empty() || !own ? announcer : inner->parts.agent;
      if (agent.text.empty()) agent = inner->parts.agent;
      const bool was_announced = draft.parts.announced;
      draft.type = inner->type;
      draft.specific = inner->specific;
      draft.parts = inner->parts;
      draft.parts.announced = was_announced;
      draft.parts.by_other = own;
      const std::string noun =
          headlines_.noun_of(clauses[clause.complement].predicate.noun, draft.parts.object.english);
      if (draft.parts.status == EventStatus::occurred && !draft.parts.passive && !own && !noun.empty()) {
        draft.parts.object.english = noun;
        draft.parts.verb = "announce";
      }
      if (clause.predicate.trigger && clause.predicate.trigger->kind == TriggerClass::report) {
        // …을 시작했다고 로이터통신이 보도했다: the outlet is the source, not who acts.
        draft.parts.announced = false;
        draft.reported = true;
        draft.attributed_to = announcer.text;
        draft.parts.source_english = announcer.english;
        draft.participants = inner->participants;
        draft.parts.agent = inner->parts.agent.text == announcer.text ? Party{} : inner->parts.agent;
        for (const std::uint32_t entity : announcer.entities) draft.add_participant(entity, ParticipantRole::source);
        return;
      }
      if (!draft.parts.passive) draft.parts.agent = agent;
      draft.participants = inner->participants;
      // What is announced of a thing that the announcing verb modifies: 공급하겠다고 발표한 GPU.
      const bool has_object =
          std::any_of(clauses[clause.complement].arguments.begin(), clauses[clause.complement].arguments.end(),
                      [](const Argument& argument) { return argument.kind == ParticleKind::object; });
      const bool wraps =
          object && vocabulary_.is(WordClass::shell, phrase.words[object->last_word].core.of(phrase.text));
      if (!has_object && object && !wraps && !draft.parts.passive) {
        draft.parts.object = headlines_.thing(extraction_, phrase, *object);
        draft.parts.direct = true;
      }
      for (const std::uint32_t entity : announcer.entities)
        draft.add_participant(entity, own ? ParticipantRole::source : ParticipantRole::agent);
      return;
    }
  }
  if (!object || says_how_it_is) {
    draft_speech(phrase, clause, object, draft);
    if (draft.parts.object.text.empty() && says_how_it_is) say_what(phrase, clauses, clause, draft);
    if (draft.parts.object.text.empty() && clause.complement != kNone) say_words(phrase, clauses, clause, draft);
    return;
  }
  std::uint32_t last = object->last_word;
  while (last > object->first_word && vocabulary_.is(WordClass::shell, phrase.words[last].core.of(phrase.text))) --last;
  draft.parts.object = headlines_.thing(extraction_, phrase, *object);
  add_content(phrase, clauses, *object, draft.parts.object);
  const Trigger* named = vocabulary_.noun_trigger(phrase.words[last].core.of(phrase.text));
  if (!named) return;
  // 스케드MD 인수 사실을 밝혔다: the announcement of an acquisition.
  draft.type = named->type;
  draft.specific = true;
  if (last > object->first_word) {
    const Argument rest{{object->span.begin, phrase.words[last - 1].core.end},
                        object->first_word,
                        last - 1,
                        std::nullopt,
                        false,
                        object->modifier};
    const Party thing = headlines_.thing(extraction_, phrase, rest);
    draft.parts.object.text = thing.text + " " + std::string(phrase.words[last].core.of(phrase.text));
    draft.parts.object.english = headlines_.noun_of(phrase.words[last].core.of(phrase.text), thing.english);
  }
  // The verb says "announce" already, in both languages.
  draft.parts.announced = true;
  draft.parts.action = draft.parts.object.text.empty() ? draft.parts.action : std::string(vocabulary_.announced_word());
  draft.parts.verb = "announce";
}

/// 검찰이 김모씨를 조사한 것으로 확인됐다: what turned out is told, and that it did.
bool Drafter::draft_finding(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                            Draft& draft) const {
  const auto inner = this->draft(phrase, clauses, clause.contents.back());
  if (!inner || inner->parts.action.empty() || inner->parts.agent.text.empty()) return false;
  const std::string action = draft.parts.action;
  draft.parts = inner->parts;
  if (!draft.parts.object.text.ends_with(draft.parts.action))
    draft.parts.object.text += (draft.parts.object.text.empty() ? "" : " ") + draft.parts.action;
  draft.parts.object.english.clear();
  draft.parts.action = action;
  draft.parts.verb.clear();
  draft.parts.passive = draft.parts.announced = false;
  draft.parts.status = EventStatus::occurred;
  draft.object_text = draft.parts.object.text;
  draft.knows_agent = inner->knows_agent;
  draft.participants = inner->participants;
  participants_.add_to(draft, phrase, clauses, clause);
  return true;
}

/// 예산을 삭감할 것을 요구했다, 만날 것이라는 소문을 부인했다: it is the request or the denial that happened, not what
/// is asked for or denied.
bool Drafter::draft_request(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                            Draft& draft) const {
  if (clause.complement == kNone || !clause.predicate.trigger) return false;
  const Reading& asked = clauses[clause.complement].predicate.reading;
  const bool asks = asked.status == EventStatus::possible && asked.tense == Tense::future && !asked.negated;
  if (!asks && !vocabulary_.is(WordClass::deny, clause.predicate.trigger->word)) return false;
  const auto inner = this->draft(phrase, clauses, clause.complement);
  if (!inner || inner->parts.action.empty()) return false;
  draft.parts.object = inner->parts.object;
  draft.parts.object.text += (draft.parts.object.text.empty() ? "" : " ") + inner->parts.action;
  draft.parts.object.english.clear();
  return true;
}

void Drafter::draft_speech(const Phrase& phrase, const Clause& clause, const Argument* object, Draft& draft) const {
  const Trigger* trigger = clause.predicate.trigger;
  draft.speech = true;
  draft.parts.announced = false;
  draft.parts.passive = false;
  // 보도가 “사실이 아니다”라고 했다: what is spoken of measures nothing.
  draft.parts.measure = {};
  draft.parts.status = EventStatus::occurred;
  draft.type = trigger && trigger->kind == TriggerClass::speech ? trigger->type : "statement";
  if (!trigger || (trigger->kind != TriggerClass::speech && trigger->kind != TriggerClass::report)) {
    draft.parts.action = vocabulary_.statement_word();
    draft.parts.verb = "speak";
  }
  const Argument* occasion = nullptr;
  for (const Argument& argument : clause.arguments) {
    if ((argument.kind == ParticleKind::in || argument.kind == ParticleKind::locative) && is_occasion(phrase, argument))
      occasion = &argument;
  }
  if (object && object->kind == ParticleKind::object) {
    draft.parts.object = headlines_.thing(extraction_, phrase, *object);
  } else if (occasion) {
    draft.parts.object = headlines_.thing(extraction_, phrase, *occasion);
    if (const Trigger* named = named_by(phrase, *occasion)) draft.type = named->type;
    draft.parts.action = vocabulary_.statement_word();
    draft.parts.verb = draft.parts.object.english.ends_with("interview") ? "give" : "speak at";
    if (draft.type == "statement") draft.type = "speech";
  } else if (clause.speech != 0) {
    draft.parts.object.text = "“" + snippet(phrase.passages[clause.speech - 1].of(phrase.text)) + "”";
    draft.parts.untold = true;
  } else if (const Argument* place = complement_of(phrase, clause)) {
    draft.parts.object = headlines_.thing(extraction_, phrase, *place);
    draft.parts.direct = false;
    if (draft.parts.verb == "speak") draft.parts.verb = "speak at";
  }
}

/// 김모씨를 체포해 조사하고 있다고 밝혔다: what is said goes into the headline (김모씨 조사 발표).
void Drafter::say_what(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                       Draft& draft) const {
  const Clause& said = clauses[clause.complement];
  if (said.predicate.reading.negated || !said.predicate.tells()) return;
  const auto inner = this->draft(phrase, clauses, clause.complement);
  if (!inner || inner->parts.action.empty() || inner->speech || inner->parts.announced) return;
  const bool own = said.own_subject && inner->parts.agent.text != draft.parts.agent.text;
  std::string& what = draft.parts.object.text;
  for (const std::string_view part :
       {own ? std::string_view(inner->parts.agent.text) : std::string_view(),
        std::string_view(inner->parts.object.text), std::string_view(inner->parts.action)})
    if (!part.empty() && !what.ends_with(part)) what += (what.empty() ? "" : " ") + std::string(part);
  draft.parts.action = std::string(vocabulary_.announced_word());
}

/// 미사일을 배치하고 싶다고 밝혔다: where no headline can be made of what is said, its own last words stand for it.
void Drafter::say_words(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                        Draft& draft) const {
  const Clause& said = clauses[clause.complement];
  if (said.predicate.reading.link != Link::quote || said.predicate.passage != clause.predicate.passage) return;
  std::uint32_t first = said.predicate.word;
  const bool own = said.subject && said.own_subject && !(clause.subject && clause.subject->span == said.subject->span);
  if (own) first = std::min(first, said.subject->first_word);
  for (const Argument& argument : said.arguments) first = std::min(first, argument.first_word);
  const auto words_from = [&](std::uint32_t word) {
    return base::Span{phrase.words[word].span.begin, said.predicate.end}.of(phrase.text);
  };
  while (first < said.predicate.word &&
         (text::display_width(words_from(first)) > kSnippetColumns || phrase.words[first].time != kNone ||
          (first > 0 && phrase.words[first].named && phrase.words[first - 1].named)))
    ++first;
  // The verb alone says nothing.
  if (first == said.predicate.word || text::display_width(words_from(first)) > kSnippetColumns) return;
  draft.parts.object.text = words_from(first);
  draft.parts.untold = true;
}

/// The clause with which a spoken passage ends, where the speaker promises something in it: “…폐지를 추진하겠다”고
/// 말했다.
std::uint32_t Drafter::promised(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause) {
  if (clause.speech == 0) return kNone;
  std::uint32_t last = kNone;
  for (std::uint32_t i = 0; i < clauses.size(); ++i)
    if (clauses[i].predicate.passage == clause.speech) last = i;
  if (last == kNone || !clauses[last].predicate.tells()) return kNone;
  const Predicate& predicate = clauses[last].predicate;
  // “…을 풀 계획은 없다”: the plan is a noun here, of which more is said.
  if (predicate.end < phrase.text.size() &&
      text::is_hangul_syllable(text::decode(phrase.text, predicate.end).code_point))
    return kNone;
  const bool own = !clauses[last].own_subject;
  const bool words = predicate.trigger && (predicate.trigger->kind == TriggerClass::speech ||
                                           predicate.trigger->kind == TriggerClass::vague);
  return own && !words && predicate.reading.link == Link::final && predicate.reading.status == EventStatus::planned &&
                 !predicate.reading.negated
             ? last
             : kNone;
}

}  // namespace timeline::event
