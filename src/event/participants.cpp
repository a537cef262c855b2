#include "event/participants.hpp"

#include "text/utf8.hpp"

namespace timeline::event {

using lexicon::ParticleKind;
using model::EntityKind;
using model::ParticipantRole;

void Draft::add_participant(std::uint32_t entity, ParticipantRole role) {
  for (const model::Participant& known : participants)
    if (known.entity == entity) return;
  participants.push_back({entity, role});
}

void Participants::remember(const Phrase& phrase, const std::vector<Clause>& clauses) {
  for (const Clause& clause : clauses) {
    if (clause.predicate.passage != 0 || clause.predicate.is_inside() || !clause.subject || !clause.own_subject)
      continue;
    if (is_attribute(phrase, *clause.subject)) continue;
    const std::string_view head = phrase.words[clause.subject->last_word].core.of(phrase.text);
    if (vocabulary_.is(WordClass::pronoun, head)) continue;
    Party party = headlines_.party(extraction_, phrase, *clause.subject);
    if (party.entities.empty() && text::count_characters(party.text) == 1) complete_surname(party);
    if (party.entities.empty()) continue;
    if (extraction_.entities[party.entities.front()].kind == EntityKind::person) last_person_ = party;
    last_agent_ = std::move(party);
  }
}

bool Participants::is_attribute(const Phrase& phrase, const Argument& noun) const {
  return phrase.words[noun.last_word].mention == kNone &&
         vocabulary_.is(WordClass::attribute, phrase.words[noun.last_word].core.of(phrase.text));
}

Party Participants::acting(const Phrase& phrase, const Clause& clause, bool& from_discourse) const {
  const Argument* noun = clause.subject                          ? &*clause.subject
                         : clause.head_is_subject && clause.head ? &*clause.head
                                                                 : nullptr;
  if (noun) {
    const std::string_view head = phrase.words[noun->last_word].core.of(phrase.text);
    const std::string_view whole = noun->span.of(phrase.text);
    if (!vocabulary_.is(WordClass::pronoun, head) && !vocabulary_.is(WordClass::pronoun, whole)) {
      Party party = headlines_.party(extraction_, phrase, *noun);
      if (party.entities.empty() && text::count_characters(party.text) == 1) {
        complete_surname(party);
        if (party.entities.empty()) return {};  // a verb stem that only looks like a noun: 받은, 짙은
      }
      return party;
    }
  } else if (clause.predicate.is_inside()) {
    return {};
  }
  from_discourse = true;
  // 그는 is a person; 회사는 is not.
  const bool person = noun && vocabulary_.is(WordClass::person, phrase.words[noun->last_word].core.of(phrase.text));
  return person && !last_person_.text.empty() ? last_person_ : last_agent_;
}

/// 황은: the one person of the article with that family name.
void Participants::complete_surname(Party& party) const {
  std::uint32_t found = kNone;
  for (std::uint32_t i = 0; i < extraction_.entities.size(); ++i) {
    const model::Entity& entity = extraction_.entities[i];
    if (entity.kind != EntityKind::person ||
        !(entity.name.starts_with(party.text) || entity.name.ends_with(" " + party.text)))
      continue;
    if (found != kNone) return;
    found = i;
  }
  if (found == kNone) return;
  const model::Entity& entity = extraction_.entities[found];
  party = {entity.name_ko.empty() ? entity.name : entity.name_ko, entity.name_en, {found}};
}

void Participants::add_to(Draft& draft, const Phrase& phrase, const std::vector<Clause>& clauses,
                          const Clause& clause) const {
  const ParticipantRole lead = draft.parts.passive ? ParticipantRole::object : ParticipantRole::agent;
  for (const std::uint32_t entity : draft.parts.agent.entities) draft.add_participant(entity, lead);
  const auto add_noun = [&](const Argument& noun, ParticipantRole role) {
    for (std::uint32_t i = noun.first_word; i <= noun.last_word; ++i) {
      if (phrase.words[i].mention == kNone) continue;
      const std::uint32_t entity = extraction_.mentions[phrase.words[i].mention].entity;
      ParticipantRole own = role;
      if (extraction_.entities[entity].kind == EntityKind::place && role != ParticipantRole::agent)
        own = ParticipantRole::place;
      if (extraction_.entities[entity].kind == EntityKind::occasion) own = ParticipantRole::occasion;
      draft.add_participant(entity, own);
    }
  };
  // 메타와 함께하는 프로젝트를 가동했다: who takes part in what the object is.
  const auto add_companions = [&](const Argument& noun) {
    if (noun.modifier == kNone) return;
    const Clause& modifier = clauses[noun.modifier];
    for (const Argument& argument : modifier.arguments) {
      add_noun(argument, ParticipantRole::counterpart);
      if (argument.kind == ParticleKind::with && draft.parts.with_english.empty() && !modifier.predicate.tells())
        draft.parts.with_english = headlines_.party(extraction_, phrase, argument).english;
    }
    if (modifier.subject && modifier.own_subject) add_noun(*modifier.subject, ParticipantRole::counterpart);
  };
  if (clause.subject && clause.own_subject) add_companions(*clause.subject);
  for (const Argument& argument : clause.arguments) {
    add_companions(argument);
    ParticipantRole role = ParticipantRole::object;
    if (argument.kind) switch (*argument.kind) {
        case ParticleKind::dative:
          role = ParticipantRole::recipient;
          break;
        case ParticleKind::locative:
          role = ParticipantRole::recipient;
          break;
        case ParticleKind::with:
        case ParticleKind::source:
          role = ParticipantRole::counterpart;
          break;
        case ParticleKind::in:
          role = ParticipantRole::counterpart;
          break;
        default:
          break;
      }
    add_noun(argument, role);
  }
  if (clause.predicate.is_inside() && clause.head)
    add_noun(*clause.head, clause.head_is_subject || draft.parts.passive ? lead : ParticipantRole::object);
  for (const std::uint32_t entity : draft.parts.object.entities) draft.add_participant(entity, ParticipantRole::object);
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
