#include <algorithm>

#include "event/participants.hpp"

// Who else is named in what a clause tells, and in what role: its nouns, their companions, owners and places.
namespace timeline::event {

using lexicon::ParticleKind;
using model::EntityKind;
using model::ParticipantRole;

namespace {

/// Does the noun phrase go on, over nouns without particle, to somebody to whom something is done: 정부와 기업 네 곳에?
bool runs_into_recipient(const Phrase& phrase, const Argument& noun) {
  for (std::uint32_t i = noun.last_word + 1; i < phrase.words.size(); ++i) {
    const Word& word = phrase.words[i];
    if (word.time != kNone || word.comma || word.passage != phrase.words[noun.last_word].passage) return false;
    if (word.particle) return word.particle == ParticleKind::dative || word.particle == ParticleKind::locative;
  }
  return false;
}

}  // namespace

void Draft::add_participant(std::uint32_t entity, ParticipantRole role) {
  for (const model::Participant& known : participants)
    if (known.entity == entity) return;
  participants.push_back({entity, role});
}

void Participants::add_owner(Draft& draft, const Phrase& phrase, const Argument& noun) const {
  const Word& first = phrase.words[noun.first_word];
  const Party* owner = nullptr;
  if (first.particle == ParticleKind::genitive && vocabulary_.is(WordClass::person, first.core.of(phrase.text)))
    owner = &last_person_;
  else if (noun.modifier == kNone && !last_agent_.entities.empty() &&
           extraction_.entities[last_agent_.entities.front()].kind == EntityKind::company &&
           vocabulary_.ends_as(WordClass::asset, phrase.words[noun.last_word].core.of(phrase.text)))
    owner = &last_agent_;
  if (owner && !owner->entities.empty()) draft.add_participant(owner->entities.front(), ParticipantRole::object);
}

void Participants::add_to(Draft& draft, const Phrase& phrase, const std::vector<Clause>& clauses,
                          const Clause& clause) const {
  const ParticipantRole lead = draft.parts.passive ? ParticipantRole::object : ParticipantRole::agent;
  add_subject(draft, draft.parts.agent, lead);
  // 메타와 함께하는 프로젝트를 가동했다: who takes part in what the object is.
  const auto add_companions = [&](const Argument& noun) {
    if (noun.modifier == kNone) return;
    const Clause& modifier = clauses[noun.modifier];
    add_told(draft, phrase, modifier, ParticipantRole::counterpart);
    for (const Argument& argument : modifier.arguments)
      if (argument.kind == ParticleKind::with && draft.parts.with.english.empty() && !modifier.predicate.tells() &&
          argument.last_word + 1 == modifier.predicate.word)
        if (const Party party = headlines_.party(extraction_, phrase, argument); party.heads > 0)
          draft.parts.with.english = party.english;
  };
  if (clause.subject && clause.own_subject) add_companions(*clause.subject);
  for (const Argument& argument : clause.arguments) {
    add_companions(argument);
    ParticipantRole role = ParticipantRole::object;
    if (argument.kind) switch (*argument.kind) {
        case ParticleKind::dative:
        case ParticleKind::locative:
          role = ParticipantRole::recipient;
          break;
        case ParticleKind::with:
        case ParticleKind::source:
        case ParticleKind::in:
          role = ParticipantRole::counterpart;
          break;
        default:
          break;
      }
    // 정부와 기업에 공급했다: to both, with neither.
    const bool beside = argument.kind == ParticleKind::with && runs_into_recipient(phrase, argument);
    if (beside) role = ParticipantRole::recipient;
    add_noun(draft, phrase, argument, role);
    if (argument.kind != ParticleKind::with || beside) continue;
    // 김모씨와 이모씨 등 2명을 체포했다: he is one of those who are counted.
    const bool counted = (draft.type == "arrest" || draft.type == "indictment") &&
                         std::any_of(clause.arguments.begin(), clause.arguments.end(), [&](const Argument& other) {
                           return other.kind == ParticleKind::object && is_counted(phrase, other);
                         });
    // 이바다와 회담을 위해 떠났다: with him are the talks.
    const bool before = std::any_of(clause.adjuncts.begin(), clause.adjuncts.end(), [&](const Adjunct& adjunct) {
      return adjunct.noun.first_word == argument.last_word + 1;
    });
    if (!counted && !before) name_companion(draft, phrase, argument);
  }
  for (const Adjunct& adjunct : clause.adjuncts) {
    add_companions(adjunct.noun);
    const bool does = adjunct.does_it && draft.parts.passive;
    add_noun(draft, phrase, adjunct.noun, does ? ParticipantRole::agent : ParticipantRole::counterpart);
  }
  if (clause.predicate.is_inside() && clause.head)
    add_noun(draft, phrase, *clause.head,
             clause.head_is_subject || draft.parts.passive ? lead : ParticipantRole::object);
  // 박씨를 폭행한 혐의로, 합의를 깬 것에 대해: who is in what it is about.
  for (const std::uint32_t content : clause.contents)
    add_told(draft, phrase, clauses[content], ParticipantRole::counterpart);
  for (const std::uint32_t entity : draft.parts.object.entities)
    draft.add_participant(entity, role_of(entity, ParticipantRole::object));
}

void Participants::add_named(Draft& draft, const Phrase& phrase, const std::vector<Clause>& clauses,
                             std::uint32_t index, base::Span evidence) const {
  const std::uint32_t passage = clauses[index].predicate.passage;
  // What another main clause says of somebody is another event: A를 인수하고 B와 계약했다.
  const auto is_of_another = [&](base::Span name) {
    for (std::uint32_t i = 0; i < clauses.size(); ++i) {
      const Clause& other = clauses[i];
      if (i == index || other.predicate.is_inside() || other.predicate.passage != passage) continue;
      if (!other.predicate.tells()) continue;  // 부산에 모여 만났다
      if (other.complement == index) continue;
      const auto holds = [&](const Argument& noun) { return noun.span.overlaps(name); };
      if ((other.subject && other.own_subject && holds(*other.subject)) ||
          std::any_of(other.arguments.begin(), other.arguments.end(), holds))
        return true;
    }
    return false;
  };
  for (const std::uint32_t mention : phrase.mentions) {
    const model::EntityMention& named = extraction_.mentions[mention];
    if (!evidence.contains(named.span.begin)) continue;
    // 그는 전날 국회에서 누리당이 위원장을 뽑자 …: behind its time and before its subject a name is of this clause.
    const bool within = clauses[index].own_subject && named.span.begin > evidence.begin &&
                        named.span.end <= clauses[index].subject->span.begin;
    if (!within && is_of_another(named.span)) continue;
    const auto word = std::find_if(phrase.words.begin(), phrase.words.end(),
                                   [&](const Word& one) { return one.span.contains(named.span.end - 1); });
    if (word == phrase.words.end() || word->passage != passage || word->time != kNone) continue;
    // (부장검사 한지훈) takes part; (52·서울대 교수) says who somebody is.
    const base::Span before{word->span.begin, std::max(word->span.begin, named.span.begin)};
    const bool in_brackets = word->aside || before.of(phrase.text).find('(') != std::string_view::npos;
    if (in_brackets && extraction_.entities[named.entity].kind != EntityKind::person) continue;
    draft.add_participant(named.entity, role_of(named.entity, ParticipantRole::counterpart));
  }
}

/// With whom it is done goes into the headline, where it is no longer than its name: 네이버와 협약 체결.
void Participants::name_companion(Draft& draft, const Phrase& phrase, const Argument& noun) const {
  HeadlineParts& parts = draft.parts;
  // 대표단과 만남을 가졌다: a meeting is nothing without the other one.
  const bool meets = draft.type == "meeting" && (parts.object.text.empty() || parts.object.text == parts.action);
  const bool usable = !parts.passive && (!parts.untold || meets) && !draft.speech && !parts.announced;
  if (!usable || !parts.with.text.empty() || (parts.object.text.empty() && !meets) || parts.agent.text.empty()) return;
  const Party party = headlines_.party(extraction_, phrase, noun);
  if (party.text.empty() || party.text == parts.object.text || (meets ? !party.acts : party.heads != 1)) return;
  const auto& own = parts.object.entities;
  if (!party.entities.empty() && std::find(own.begin(), own.end(), party.entities.front()) != own.end()) return;
  // The particle fits the name as it stands in the text.
  const Word& last = phrase.words[noun.last_word];
  if (!last.core.of(phrase.text)
           .ends_with(party.text.substr(party.text.size() - std::min<std::size_t>(party.text.size(), 3))))
    return;
  parts.with = party;
  parts.with.text += base::Span{last.core.end, last.span.end}.of(phrase.text);
}

/// Those who are named in a clause that is part of what is told.
void Participants::add_told(Draft& draft, const Phrase& phrase, const Clause& clause, ParticipantRole role) const {
  if (clause.subject && clause.own_subject) add_noun(draft, phrase, *clause.subject, role);
  for (const Argument& argument : clause.arguments) add_noun(draft, phrase, argument, role);
  for (const Adjunct& adjunct : clause.adjuncts) add_noun(draft, phrase, adjunct.noun, role);
}

void Participants::add_noun(Draft& draft, const Phrase& phrase, const Argument& noun, ParticipantRole role) const {
  for (const std::uint32_t mention : mentions_in(extraction_, phrase, noun)) {
    const model::EntityMention& named = extraction_.mentions[mention];
    // 미국과 협정을, 북한에게서: a country can be a party; 부산에서, 부산 공장을 say where.
    const bool party =
        named.span.end == noun.span.end && (noun.kind == ParticleKind::with || noun.kind == ParticleKind::source ||
                                            noun.kind == ParticleKind::dative || role == ParticipantRole::agent);
    draft.add_participant(named.entity, party ? role : role_of(named.entity, role));
  }
}

/// The names of the subject. A place that only stands by one (미국 대통령) says where it is; whose sister or company it
/// is does nothing (김 위원장의 동생 김하늘).
void Participants::add_subject(Draft& draft, const Party& party, ParticipantRole role) const {
  for (std::size_t i = 0; i < party.entities.size(); ++i) {
    const std::uint32_t entity = party.entities[i];
    const bool owns = std::find(party.owners.begin(), party.owners.end(), entity) != party.owners.end();
    draft.add_participant(entity, owns && (role == ParticipantRole::agent || role == ParticipantRole::object)
                                      ? ParticipantRole::counterpart
                                  : i < party.heads || party.heads == 0 ? role
                                                                        : role_of(entity, role));
  }
}

/// The role of a name that stands by another or in a noun phrase.
ParticipantRole Participants::role_of(std::uint32_t entity, ParticipantRole role) const {
  switch (extraction_.entities[entity].kind) {
    case EntityKind::place:
      return ParticipantRole::place;
    case EntityKind::occasion:
      return ParticipantRole::occasion;
    default:
      return role;
  }
}

}  // namespace timeline::event
