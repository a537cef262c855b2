#include "event/participants.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace timeline::event {

using lexicon::ParticleKind;
using model::EntityKind;

bool Participants::is_attribute(const Phrase& phrase, const Argument& noun) const {
  return phrase.words[noun.last_word].mention == kNone &&
         vocabulary_.is(WordClass::attribute, phrase.words[noun.last_word].core.of(phrase.text));
}

bool Participants::is_amount(const Phrase& phrase, const Argument& noun) const {
  return std::any_of(extraction_.quantities.begin(), extraction_.quantities.end(), [&](const model::Quantity& one) {
    return one.sentence == phrase.sentence && one.span.overlaps(phrase.words[noun.last_word].core);
  });
}

bool Participants::counts_people(const Phrase& phrase, const Argument& noun) const {
  return std::any_of(extraction_.quantities.begin(), extraction_.quantities.end(), [&](const model::Quantity& one) {
    return one.sentence == phrase.sentence && one.unit == "person" &&
           one.span.overlaps(phrase.words[noun.last_word].core);
  });
}

bool Participants::is_place(const Phrase& phrase, const Argument& noun) const {
  const std::uint32_t mention = phrase.words[noun.last_word].mention;
  return mention != kNone && extraction_.entities[extraction_.mentions[mention].entity].kind == EntityKind::place;
}

bool Participants::is_counted(const Phrase& phrase, const Argument& noun) const {
  return std::any_of(extraction_.quantities.begin(), extraction_.quantities.end(), [&](const model::Quantity& one) {
    return one.sentence == phrase.sentence && one.span.overlaps(phrase.words[noun.last_word].core) &&
           (one.unit == "person" || one.unit == "unit");
  });
}

Party Participants::owner_of(const Phrase& phrase, const std::vector<Clause>& clauses, const Argument& noun) const {
  // kWh당 156달러인 배터리 가격: what says more than its name belongs to nobody who acted before.
  if (noun.modifier != kNone || noun.last_word > noun.first_word + 1) return {};
  for (const Clause& clause : clauses)
    if (clause.predicate.passage == 0 && clause.own_subject && clause.subject &&
        !mentions_in(extraction_, phrase, *clause.subject).empty())
      return {};
  return last_agent_;
}

Party Participants::acting(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                           bool& from_discourse) const {
  const Argument* noun = clause.subject                          ? &*clause.subject
                         : clause.head_is_subject && clause.head ? &*clause.head
                                                                 : nullptr;
  // “우리는 … 보냈다”고 통신이 밝혔다: who speaks of himself, or of nobody, is the one whose words they are.
  if (clause.predicate.passage != 0 && !clause.predicate.is_inside()) {
    const bool himself = noun && vocabulary_.is(WordClass::self, phrase.words[noun->last_word].core.of(phrase.text));
    if (!noun || himself) {
      // “한빛이 …했다”며 “…했다”고 그가 말했다: he himself, or the one of whom he spoke.
      const bool told = clause.predicate.reading.tense == Tense::past;
      const bool another = !noun && told && std::any_of(clauses.begin(), clauses.end(), [&](const Clause& one) {
        return one.predicate.passage != 0 && one.predicate.passage < clause.predicate.passage && one.own_subject &&
               one.subject && phrase.words[one.subject->last_word].mention != kNone;
      });
      // “일어나 보니 숨져 있었다”: nor is it the speaker.
      const bool dies = !noun && clause.predicate.trigger &&
                        (clause.predicate.trigger->type == "death" || clause.predicate.trigger->type == "accident");
      if (another || dies) return {};
      Party speaker = speaker_of(phrase, clauses, clause.predicate.passage);
      if (!speaker.text.empty()) return speaker;
      if (himself) return {};
    }
  }
  // …마무리하는 게 목표다: what ends the sentence is no actor.
  if (noun && !clause.subject && !clause.predicate.is_passive() && noun->last_word + 1 == phrase.words.size())
    return {};
  if (noun) {
    const std::string_view head = phrase.words[noun->last_word].core.of(phrase.text);
    const std::string_view whole = noun->span.of(phrase.text);
    if (!vocabulary_.is(WordClass::pronoun, head) && !vocabulary_.is(WordClass::pronoun, whole)) {
      Party party = headlines_.party(extraction_, phrase, *noun);
      if (party.entities.empty() &&
          (vocabulary_.ends_as(WordClass::nobody, head) || vocabulary_.ends_as(WordClass::extent, head)))
        return {};
      // 총 1000억원이 들어간다: a number is nobody; 주민 3명이 숨졌다: those who are counted are.
      if (party.entities.empty() && is_amount(phrase, *noun))
        return (clause.own_subject || clause.predicate.is_passive()) && is_counted(phrase, *noun) ? party : Party{};
      if (party.entities.empty() && noun->first_word == noun->last_word) complete_body(party);
      if (party.entities.empty() && text::count_characters(party.text) == 1) {
        complete_surname(party);
        // a verb stem that only looks like a noun: 받은, 짙은; not 곰이
        const bool is_noun = (clause.own_subject && noun->kind == ParticleKind::subject) || party.thing;
        if (party.entities.empty() && !is_noun) return {};
      }
      // 재판부는 김씨에게 여론조작 혐의를 인정해 …: nor do courts and police do what they speak of.
      // 경찰은 형을 찌르고 달아난 김씨를 잡았다: nor what stands before the one whom they caught.
      // 공소시효가 지나기 전에 기소했다: nor does a thing speak, sue or arrest.
      if (party.entities.empty() && party.thing && is_for_somebody(clause)) return {};
      // 야당의 반발이 거세자 논의했다: nor does what only stood before meet or ask anybody.
      const Trigger* trigger = clause.predicate.trigger;
      const bool meets = trigger && trigger->type == "meeting" && trigger->kind != TriggerClass::vague;
      // 의원의 부인이: the wife is no denial.
      const bool thing = party.heads == 0 && party.thing && !vocabulary_.is(WordClass::speech_act, head);
      if (thing && !clause.own_subject && (meets || is_for_somebody(clause))) return {};
      const bool ends = clause.own_subject && clause.predicate.reading.link == Link::final;
      const bool law = !party.entities.empty() &&
                       vocabulary_.ends_as(WordClass::law, extraction_.entities[party.entities.front()].name);
      if (is_deed(clause) && !is_doer(party) && (!clause.own_subject || (law && !ends))) return {};
      return party;
    }
  } else if (clause.predicate.is_inside()) {
    return {};
  }
  if (!noun)
    for (const Argument& argument : clause.arguments)
      if (acts_from(phrase, argument)) return headlines_.party(extraction_, phrase, argument);
  from_discourse = true;
  if (noun) {
    const std::string_view head = phrase.words[noun->last_word].core.of(phrase.text);
    if (vocabulary_.is(WordClass::several, head) || vocabulary_.is(WordClass::several, noun->span.of(phrase.text))) {
      if (!last_pair_.text.empty()) return last_pair_;
      // 양국은, 두 정상은, where no two have been named: the words say more than nothing, as 두 사람 does not.
      if (!vocabulary_.is(WordClass::sides, noun->span.of(phrase.text))) return {};
      from_discourse = false;
      return in_own_words(phrase, *noun);
    }
    // 그는 is a person; 회사는 is not.
    if (vocabulary_.is(WordClass::person, head)) return last_person_.text.empty() ? last_agent_ : last_person_;
    if (vocabulary_.is(WordClass::firm, noun->span.of(phrase.text)))
      return last_firm_.text.empty() ? last_agent_ : last_firm_;
    // 세 회사는: more than one, and nobody knows which.
    if (vocabulary_.is(WordClass::firm, head)) return in_own_words(phrase, *noun);
    if (is_deed(clause) && !is_doer(last_agent_)) return {};
    // 시는, 군은: the body whose name ends so, and not whoever else acted last.
    if (text::count_characters(head) == 1) {
      const auto is_it = [&](const model::Entity& entity) {
        const auto ends_so = [&](std::string_view name) { return name.size() > head.size() && name.ends_with(head); };
        const bool body = entity.kind == EntityKind::organization || entity.kind == EntityKind::place;
        return body && (ends_so(entity.name) || ends_so(entity.name_ko) ||
                        std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                    [&](const model::Alias& alias) { return ends_so(alias.text); }));
      };
      if (!last_agent_.entities.empty() && is_it(extraction_.entities[last_agent_.entities.front()]))
        return last_agent_;
      Party body;
      complete(body, is_it);
      return body;
    }
    return last_agent_;
  }
  // Police, prosecutors and courts that spoke last did not do the deed of which the next sentence tells.
  if (is_deed(clause) && (last_agent_.entities.empty() || !is_doer(last_agent_))) return {};
  // Nobody is left out of a sentence that names him in another part of it.
  for (const std::uint32_t mention : phrase.mentions) {
    const model::EntityMention& named = extraction_.mentions[mention];
    const auto& entities = last_agent_.entities;
    const bool spoken = std::any_of(phrase.passages.begin(), phrase.passages.end(),
                                    [&](base::Span passage) { return passage.contains(named.span.begin); });
    if (!spoken && std::find(entities.begin(), entities.end(), named.entity) != entities.end()) return {};
  }
  return last_agent_;
}

/// Those of whom nothing is known but the words that stand for them.
Party Participants::in_own_words(const Phrase& phrase, const Argument& noun) const {
  Party party = headlines_.party(extraction_, phrase, noun);
  party.text = noun.span.of(phrase.text);
  party.plural = party.acts = true;
  return party;
}

/// Who says the passage, where the sentence names him.
Party Participants::speaker_of(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t passage) const {
  for (const Clause& clause : clauses) {
    if (clause.speech != passage || clause.predicate.passage != 0 || !clause.subject) continue;
    bool from_discourse = false;
    const Party party = acting(phrase, clauses, clause, from_discourse);
    return from_discourse ? Party{} : party;
  }
  return {};
}

bool Participants::is_deed(const Clause& clause) {
  const Trigger* trigger = clause.predicate.trigger;
  return trigger && (trigger->type == "attack" || trigger->type == "crime" || trigger->type == "death");
}

/// Only somebody speaks, and only somebody takes another to court.
bool Participants::is_for_somebody(const Clause& clause) {
  const Trigger* trigger = clause.predicate.trigger;
  if (!trigger || clause.predicate.is_passive()) return false;
  if (trigger->kind == TriggerClass::speech || trigger->kind == TriggerClass::announce) return true;
  for (const std::string_view type : {"statement", "speech", "request", "proposal", "indictment", "arrest", "lawsuit"})
    if (trigger->type == type) return true;
  return false;
}

/// Somebody of whom a deed may be told without his being named for it.
bool Participants::is_doer(const Party& party) const {
  if (party.entities.empty()) return false;
  const EntityKind kind = extraction_.entities[party.entities.front()].kind;
  return kind == EntityKind::person || kind == EntityKind::company;
}

/// 한빛협회에서는 자료를 냈다: a body that is spoken of (은, 는) acts, though 에서 only says where.
bool Participants::acts_from(const Phrase& phrase, const Argument& noun) const {
  if (noun.kind != ParticleKind::in || !noun.is_topic) return false;
  const std::uint32_t mention = phrase.words[noun.last_word].mention;
  if (mention == kNone) return false;
  const EntityKind kind = extraction_.entities[extraction_.mentions[mention].entity].kind;
  return kind == EntityKind::organization || kind == EntityKind::company;
}

/// Puts the one entity of the article that `stands_for` allows in the place of `party`, unless there are several.
template <typename Test>
void Participants::complete(Party& party, Test stands_for) const {
  std::uint32_t found = kNone;
  for (std::uint32_t i = 0; i < extraction_.entities.size(); ++i) {
    if (!stands_for(extraction_.entities[i])) continue;
    if (found != kNone) return;
    found = i;
  }
  if (found == kNone) return;
  const model::Entity& entity = extraction_.entities[found];
  party = {};
  party.text = entity.name_ko.empty() ? entity.name : entity.name_ko;
  party.english = entity.name_en;
  party.entities = {found};
  party.heads = 1;
  party.acts = true;
}

/// 위원회는: the one body of the article whose name ends so.
void Participants::complete_body(Party& party) const {
  if (text::count_characters(party.text) < 2) return;
  complete(party, [&](const model::Entity& entity) {
    const bool body = entity.kind == EntityKind::organization || entity.kind == EntityKind::company;
    const std::string& name = entity.name_ko.empty() ? entity.name : entity.name_ko;
    return body && name.size() > party.text.size() && name.ends_with(party.text);
  });
}

/// 황은: the one person of the article with that family name.
void Participants::complete_surname(Party& party) const {
  complete(party, [&](const model::Entity& entity) {
    return entity.kind == EntityKind::person &&
           (entity.name.starts_with(party.text) || entity.name.ends_with(" " + party.text));
  });
}

std::string Participants::source_of(const Phrase& phrase, std::uint32_t before_word, Party* party) const {
  for (std::uint32_t i = 1; i < before_word; ++i) {
    if (phrase.words[i].passage != 0 || !vocabulary_.is(WordClass::source, phrase.words[i].span.of(phrase.text)))
      continue;
    std::uint32_t first = i - 1;
    while (first > 0 && phrase.words[first - 1].time == kNone && !phrase.words[first - 1].particle &&
           !phrase.words[first - 1].comma && i - first < 4)
      --first;
    const Argument noun{
        {phrase.words[first].span.begin, phrase.words[i - 1].core.end}, first, i - 1, std::nullopt, false, kNone};
    *party = headlines_.party(extraction_, phrase, noun);
    return party->text;
  }
  return {};
}

}  // namespace timeline::event
