#include "event/drafting.hpp"

namespace timeline::event {
namespace {

using lexicon::ParticleKind;
using model::EventStatus;

constexpr std::string_view kFigure = "@";  // of objects.tsv: a figure of business

/// A verbal noun before 뒤, 이후, 당시 (폐막 뒤): the noun before it is what it happens to.
bool is_marker(const Predicate& predicate) {
  return predicate.base == Base::noun && predicate.reading.link == Link::connective && !predicate.reading.auxiliary;
}

}  // namespace

bool names_figure(const Vocabulary& vocabulary, const Phrase& phrase, const Argument& noun) {
  for (std::uint32_t i = noun.first_word; i <= noun.last_word; ++i)
    if (!phrase.words[i].named && vocabulary.ends_as(WordClass::figure, phrase.words[i].core.of(phrase.text)))
      return true;
  return false;
}

/// Is it somebody named who acts, a person, a company or an organization, and no thing of his (김하늘 의원의 재판)?
bool Drafter::is_party(const Party& party) const {
  if (party.heads == 0) return false;
  const model::EntityKind kind = extraction_.entities[party.entities.front()].kind;
  return kind == model::EntityKind::person || kind == model::EntityKind::company ||
         kind == model::EntityKind::organization;
}

std::optional<Draft> Drafter::draft(const Phrase& phrase, const std::vector<Clause>& clauses,
                                    std::uint32_t index) const {
  const Clause& clause = clauses[index];
  const Predicate& predicate = clause.predicate;
  const Trigger* trigger = predicate.trigger;
  // 취임 후 7번째 정상회담: since when it counts.
  const std::uint32_t after = predicate.last_word + 1;
  if (predicate.base == Base::noun && !predicate.reading.auxiliary && predicate.reading.link == Link::connective &&
      after < phrase.words.size() && vocabulary_.ends_as(WordClass::first, phrase.words[after].core.of(phrase.text)))
    return std::nullopt;
  Draft draft;
  draft.type = trigger ? trigger->type : "activity";
  draft.specific = trigger && trigger->kind != TriggerClass::vague;
  draft.parts.action =
      trigger && (trigger->native || trigger->word == predicate.noun) ? trigger->title : predicate.noun;
  draft.parts.verb = trigger ? trigger->english : std::string();
  draft.parts.passive = predicate.is_passive();
  draft.parts.status = status_of(governing(clauses, index), nullptr, article_.published);
  draft.parts.agent = participants_.acting(phrase, clauses, clause, draft.from_discourse);
  const bool uncharged = charges_nobody(phrase, clause, draft);
  if (uncharged || happens_apart(phrase, clause, draft)) draft.parts.agent = {};
  const Argument* object = object_of(phrase, clause);
  // 총 1000억원이 투입됐다: a sum is what it is done to.
  if (!object && predicate.is_passive() && clause.own_subject && draft.parts.agent.text.empty() &&
      !draft.from_discourse && participants_.is_amount(phrase, *clause.subject))
    object = &*clause.subject;

  // 확산세가 계속되자 제한을 강화했다: a thing that stood in the clause before does nothing to another.
  if (clause.subject && clause.subject->kind == ParticleKind::subject && !clause.own_subject && !draft.from_discourse &&
      !predicate.is_inside() && object && object->kind == ParticleKind::object && draft.parts.agent.heads == 0 &&
      !draft.parts.agent.acts && !participants_.is_amount(phrase, *clause.subject))
    draft.parts.agent = {};

  // 명예훼손에 따른 소송: what somebody sues over is not what he did.
  if (draft.type == "crime" && predicate.base == Base::noun && !predicate.reading.auxiliary) return std::nullopt;
  // 시민 300명이 참석한 가운데: those who are only counted are told of where the sentence is about them.
  const bool counted = draft.parts.agent.entities.empty() && clause.own_subject && clause.subject &&
                       participants_.is_amount(phrase, *clause.subject);
  if (counted && !predicate.is_passive() && (predicate.is_inside() || predicate.is_aside(phrase.text)))
    return std::nullopt;

  // APEC 정상회의 폐막 뒤: it closes by itself; 원안위는 출범 이후: the subject does.
  if (is_marker(predicate) && (object || draft.from_discourse)) draft.parts.agent = {};
  // 러시아의 우크라이나 침공 이후: whose act it is stands before what it is done to.
  std::optional<Argument> rest;
  const bool owned = object && is_marker(predicate) && name_owner(phrase, *object, draft, rest);
  if (owned) object = rest ? &*rest : nullptr;

  // 매출은 12% 늘었다, 구글은 주가가 올랐다: what only measures stands between its owner and what becomes of it.
  const Argument* measure = nullptr;
  if (!uncharged && clause.subject && participants_.is_attribute(phrase, *clause.subject) &&
      draft.parts.agent.entities.empty()) {
    measure = &*clause.subject;
    draft.parts.agent = participants_.owner_of(phrase, clauses, *measure);
    draft.from_discourse = true;
  } else if (!object && predicate.reading.link == Link::final) {
    for (const Argument& argument : clause.arguments)
      if (argument.kind == ParticleKind::subject) measure = &argument;
  }
  if (measure) {
    draft.parts.measure = headlines_.thing(extraction_, phrase, *measure);
    for (const Argument& argument : clause.arguments)
      if (!object && &argument != measure && argument.kind != ParticleKind::in &&
          participants_.is_amount(phrase, argument))
        object = &argument;  // not 9602억원에서: where it comes from
  }

  const TriggerClass kind = trigger ? trigger->kind : TriggerClass::plain;
  if (trigger && draft.parts.passive && vocabulary_.is(WordClass::turn_out, trigger->word)) {
    // 김하늘 의원이 재판을 받은 것으로 확인됐다: it is not she who is confirmed.
    const bool found = !clause.contents.empty() && !predicate.is_inside();
    if (found && draft_finding(phrase, clauses, clause, draft)) return draft;
    if (found || draft.parts.agent.acts) return std::nullopt;
  }
  // 여론조사 결과가 나왔다: what came out is what was published, by nobody who is named.
  if (kind == TriggerClass::vague && draft.type == "release" && clause.own_subject && clause.arguments.empty() &&
      vocabulary_.ends_as(WordClass::result, phrase.words[clause.subject->last_word].core.of(phrase.text))) {
    draft.parts.agent = draft.parts.measure = {};
    draft.parts.object = headlines_.thing(extraction_, phrase, *clause.subject);
    draft.parts.passive = draft.specific = true;
    draft.object_text = draft.parts.object.text;
    participants_.add_to(draft, phrase, clauses, clause);
    return draft;
  }
  // 경주로 옮겨: without the thing that is moved nobody relocates.
  if (trigger && !object && !draft.parts.passive)
    if (const Sense* bare = vocabulary_.sense(*trigger, "-"); bare && bare->type.empty()) return std::nullopt;
  const Sense* sense = sense_of(trigger, phrase, object);
  if (sense && sense->type.empty()) return std::nullopt;
  // 입장을 밝혔다: what is announced is no thing.
  const bool bare_words = clause.speech == 0 && clause.complement == kNone;
  const bool expresses =
      bare_words && ((sense && kind == TriggerClass::announce) ||
                     (kind == TriggerClass::report && object && object->kind == ParticleKind::object));
  // 열대야는 밤새 25도를 넘는 현상을 말한다: no thing says anything; it is explained.
  if (kind == TriggerClass::speech && predicate.reading.link == Link::final &&
      predicate.reading.tense == Tense::present && !predicate.reading.status && clause.speech == 0 &&
      draft.parts.agent.entities.empty())
    return std::nullopt;
  // “…”는 제안에 세리머니를 했다: with an object, 하다 is no saying.
  const bool does =
      kind == TriggerClass::vague && object && object->kind == ParticleKind::object && clause.complement == kNone;
  const bool reports = !does && (clause.complement != kNone || clause.speech != 0);
  const std::uint32_t promise = promised(phrase, clauses, clause);
  // 한빛이 칩을 판다는 보도가 나왔다: whose report it is, the sentence does not say.
  const bool unnamed = kind == TriggerClass::report && phrase.words[predicate.word].particle == ParticleKind::subject;
  if (unnamed) return std::nullopt;
  if ((kind == TriggerClass::speech || kind == TriggerClass::plain) && draft_request(phrase, clauses, clause, draft)) {
    // what was asked for is in the draft
  } else if (promise != kNone && kind != TriggerClass::plain && kind != TriggerClass::vague) {
    Clause promising = clause;
    promising.complement = promise;
    draft_announcement(phrase, clauses, promising, nullptr, draft);
  } else if ((kind == TriggerClass::announce || kind == TriggerClass::report) && clause.speech == 0 && !expresses) {
    draft_announcement(phrase, clauses, clause, object, draft);
  } else if (kind == TriggerClass::speech && clause.complement != kNone &&
             looks_ahead(clauses[clause.complement].predicate)) {
    draft_announcement(phrase, clauses, clause, object, draft);
  } else if (kind == TriggerClass::speech ||
             (reports && kind != TriggerClass::plain && kind != TriggerClass::open && kind != TriggerClass::passive)) {
    draft_speech(phrase, clause, object, draft);
    // 돈을 받았다는 의혹을 제기했다: in short, the noun that stands for the clause.
    if (draft.parts.object.text.empty() && clause.complement == kNone && clause.speech == 0 &&
        !clause.contents.empty()) {
      const std::uint32_t last = clauses[clause.contents.back()].predicate.last_word;
      const std::string_view noun = phrase.words[last].core.of(phrase.text);
      if (vocabulary_.is(WordClass::suspicion, noun)) draft.parts.object.text = noun;
    }
    if (draft.parts.object.text.empty() && clause.complement != kNone) say_what(phrase, clauses, clause, draft);
    if (draft.parts.object.text.empty() && clause.complement != kNone) say_words(phrase, clauses, clause, draft);
    if (sense && !sense->title.empty()) {
      draft.type = sense->type;
      draft.parts.action = sense->title;
      draft.parts.verb = sense->english;
    }
    draft.reported = kind == TriggerClass::report;
  } else {
    // 김모씨를 붙잡아 수감했다: whom the verb before has, this one has as well.
    if (!object && !draft.parts.passive && !measure && kind == TriggerClass::plain)
      object = person_before(phrase, clauses, index);
    draft.parts.direct = object;
    if (!object && !draft.parts.passive && !measure) {
      object = complement_of(phrase, clause);
      draft.parts.where = object && object->kind == ParticleKind::in && !is_occasion(phrase, *object);
      // 흉기로 찌르며 대화했다: one meets somebody or somewhere.
      if (object && draft.type == "meeting" &&
          (object->kind == ParticleKind::direction || object->kind == ParticleKind::with) &&
          !participants_.is_amount(phrase, *object)) {
        const Party other = headlines_.party(extraction_, phrase, *object);
        const bool nobody = object->kind == ParticleKind::with ? other.matter : !other.acts;
        if (nobody && other.entities.empty()) object = nullptr;
      }
    }
    if (!object && draft.parts.passive)
      for (const Argument& argument : clause.arguments)
        if (argument.kind == ParticleKind::direction) object = &argument;
    if (kind == TriggerClass::vague && !object && !measure) return std::nullopt;
    if (!sense) sense = sense_of(trigger, phrase, object);
    if (!draft.parts.direct && (!sense || sense->other))
      if (const Sense* suffered = sense_of_subject(trigger, phrase, clause, measure)) sense = suffered;
    if (sense && sense->type.empty()) return std::nullopt;
    // 담장에 올라간: where nobody who is known does it, a verb of many senses tells too little.
    if (kind == TriggerClass::vague && sense && sense->other && draft.parts.agent.entities.empty()) return std::nullopt;
    // 김씨는 경찰서에 나와: nobody publishes himself there.
    if (kind == TriggerClass::vague && draft.type == "release" && !sense && !draft.parts.direct &&
        is_party(draft.parts.agent))
      return std::nullopt;
    // 지인이었던 것으로 나타났다, 46%로 나타났다
    if (kind == TriggerClass::vague && object && object->kind != ParticleKind::object &&
        (vocabulary_.is(WordClass::abstract, phrase.words[object->last_word].core.of(phrase.text)) ||
         (object->kind == ParticleKind::direction && vocabulary_.is(WordClass::turn_out, trigger->word))))
      return std::nullopt;
    bool wraps = false;
    if (sense) {
      draft.type = sense->type;
      draft.specific = true;
      draft.parts.action = sense->title;
      draft.parts.verb = sense->english;
      if (!sense->whole) {
        if (object) draft.parts.object = headlines_.thing(extraction_, phrase, *object);
      } else if (draft.parts.agent.text.empty()) {
        draft.parts.object.text = sense->title;
        draft.parts.action.clear();
      }
    } else if (object) {
      const std::string_view last = phrase.words[object->last_word].core.of(phrase.text);
      if (kind == TriggerClass::vague || kind == TriggerClass::open) {
        const Trigger* named = named_by(phrase, *object);
        // 민가에 곰이 나타났다
        const bool moves = kind == TriggerClass::vague && draft.type == "visit" && clause.own_subject &&
                           (object->kind == ParticleKind::locative || object->kind == ParticleKind::direction) &&
                           !participants_.is_attribute(phrase, *clause.subject);
        const bool figure = kind == TriggerClass::vague && (object->kind == ParticleKind::object || !object->kind) &&
                            names_figure(vocabulary_, phrase, *object);
        if (kind == TriggerClass::vague && !named && !figure && !moves &&
            !vocabulary_.ends_as(WordClass::occasion, last) && draft.parts.agent.entities.empty())
          return std::nullopt;
        if (named) {
          draft.type = named->type;
          draft.specific = true;
          if (kind == TriggerClass::vague) {
            draft.parts.action = named->title;
            draft.parts.verb = named->english;
            // 조사를 받았다: it is done to the subject.
            draft.parts.passive = vocabulary_.is(WordClass::receive, trigger->word);
            if (named->word != named->title) wraps = true;
            draft.parts.untold = !wraps || object->last_word == object->first_word;
          }
        } else if (figure) {
          draft.type = "earnings";
          draft.specific = true;
          draft.parts.action.clear();
          draft.parts.verb.clear();
        } else if (kind == TriggerClass::vague && !is_occasion(phrase, *object)) {
          // A verb of many senses with an object of its own: the object says what it was.
          draft.specific = false;
          if (object->kind == ParticleKind::object) {
            // 불을 붙였다, 당사를 떠났다, 최저점을 찍었다: a bare noun says too little, whoever does it.
            const bool bare = object->first_word == object->last_word && object->modifier == kNone &&
                              phrase.words[object->last_word].mention == kNone &&
                              !participants_.is_amount(phrase, *object);
            if (bare) return std::nullopt;
            // 백악관을 떠났다, 차를 타고: what was done is said by the verb itself; 강의를 했다, 면담을 갖고: by the
            // object.
            const bool carries = trigger->title.empty() || draft.type == "meeting";
            draft.parts.action = carries ? std::string() : trigger->infinitive;
            draft.parts.native = carries ? nullptr : trigger;
            draft.parts.verb.clear();
            draft.type = "activity";
          }
        }
      } else if (draft.type == "opening" && draft.parts.passive) {
        draft.specific = true;
      }
      if (wraps && object->last_word > object->first_word) {
        // 특별세션 연사로 나서: the act is said by the last noun, its object by the rest.
        const std::uint32_t last_word = object->last_word - 1;
        draft.parts.object = headlines_.thing(extraction_, phrase,
                                              {{object->span.begin, phrase.words[last_word].core.end},
                                               object->first_word,
                                               last_word,
                                               std::nullopt,
                                               false,
                                               object->modifier});
      } else {
        // 종료 의사를 전달했다: what is handed over is no end.
        draft.parts.object = headlines_.thing(extraction_, phrase, *object, draft.type == "delivery");
        if (draft.parts.native && draft.parts.object.text.empty()) return std::nullopt;  // 내용을 담았다
        name_level(phrase, *object, draft);
        keep_particle(phrase, *object, draft);
      }
    }
  }
  const bool turns = draft.type == "lawsuit" || draft.type == "request" || draft.type == "investigation" ||
                     draft.type == "statement" || draft.type == "proposal" || draft.type == "protest" ||
                     draft.type == "vote";
  draft.parts.loose = turns && object && (!object->kind || object->kind == ParticleKind::genitive) &&
                      predicate.base == Base::noun && !predicate.reading.auxiliary;
  if (object && !draft.speech && !draft.parts.announced) add_content(phrase, clauses, *object, draft.parts.object);
  if (!object && !draft.speech && !draft.parts.announced && draft.parts.object.text.empty())
    name_content(phrase, clauses, clause, draft.parts.object);
  inherit(phrase, clause, draft);
  // 최고점을 기록했다, 1등급을 달성했다: without a figure of business it is no result of one.
  if (draft.type == "earnings" && trigger && vocabulary_.sense(*trigger, kFigure)) {
    const bool figure = (object && names_figure(vocabulary_, phrase, *object)) ||
                        (clause.subject && names_figure(vocabulary_, phrase, *clause.subject)) ||
                        (measure && names_figure(vocabulary_, phrase, *measure));
    if (!figure) draft.type = object && participants_.is_amount(phrase, *object) ? "change" : "activity";
  }
  if (says_too_little(clause, object, draft)) return std::nullopt;
  // 출마를 선언했다
  const std::string_view ending = predicate.ending(phrase.text);
  if (predicate.base == Base::noun && predicate.reading.auxiliary && vocabulary_.holds(WordClass::declare, ending))
    draft.parts.announced = true;
  name_suffering(phrase, predicate, draft);
  name_receiving(phrase, predicate, draft);
  name_judge(phrase, predicate, draft);
  // “무능하다”고 공격했다: with words.
  if (draft.type == "attack" && clause.speech != 0) draft.type = "statement";
  draft.object_text = draft.parts.object.text;
  draft.knows_agent = !draft.parts.agent.entities.empty();
  participants_.add_to(draft, phrase, clauses, clause);
  if (draft.participants.empty() && clause.subject) participants_.add_owner(draft, phrase, *clause.subject);
  if (draft.participants.empty() && object) participants_.add_owner(draft, phrase, *object);
  return draft;
}

}  // namespace timeline::event
