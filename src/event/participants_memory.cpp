#include <algorithm>

#include "event/participants.hpp"
#include "text/utf8.hpp"

// Who acted last, for sentences that leave it out.
namespace timeline::event {

using lexicon::ParticleKind;
using model::EntityKind;

void Participants::remember(const Phrase& phrase, const std::vector<Clause>& clauses) {
  if (clauses.empty()) {
    remember_named(phrase);
    return;
  }
  // Whom a sentence is about (은, 는) goes before who acts in a part of it.
  const bool has_topic = std::any_of(phrase.words.begin(), phrase.words.end(), [](const Word& word) {
    return word.particle == ParticleKind::topic && word.passage == 0 && word.time == kNone && !word.aside;
  });
  for (const Clause& clause : clauses) {
    if (clause.predicate.passage != 0 || clause.predicate.is_inside() || !clause.subject || !clause.own_subject)
      continue;
    if (has_topic && !clause.subject->is_topic) continue;
    if (is_attribute(phrase, *clause.subject)) continue;
    const std::string_view head = phrase.words[clause.subject->last_word].core.of(phrase.text);
    if (vocabulary_.is(WordClass::pronoun, head)) {
      // 그는 …. 이어 …: he still acts.
      if (vocabulary_.is(WordClass::person, head) && !last_person_.text.empty()) last_agent_ = last_person_;
      continue;
    }
    Party party = headlines_.party(extraction_, phrase, *clause.subject);
    if (party.entities.empty() && text::count_characters(party.text) == 1) complete_surname(party);
    if (party.entities.empty()) continue;
    const EntityKind kind = extraction_.entities[party.entities.front()].kind;
    if (kind == EntityKind::person) last_person_ = party;
    if (kind == EntityKind::company) last_firm_ = party;
    last_pair_ = together(phrase, clause, party);
    last_agent_ = std::move(party);
  }
}

/// 김하늘 서해시 대변인. 그는 …; 김 대변인의 공소사실은 네 가지다: without a verb, it is about the one person it names.
void Participants::remember_named(const Phrase& phrase) {
  std::uint32_t only = kNone;
  // (서울=가온통신) 이바다 기자 = 김하늘 …: who wrote it is not whom it is about.
  const std::size_t line = phrase.span.of(phrase.text).find(" = ");
  const std::size_t from = phrase.span.begin + (line == std::string_view::npos ? 0 : line);
  for (const std::uint32_t mention : phrase.mentions) {
    if (extraction_.mentions[mention].span.begin < from) continue;
    const std::uint32_t entity = extraction_.mentions[mention].entity;
    if (extraction_.entities[entity].kind != EntityKind::person || entity == only) continue;
    if (only != kNone) return;
    only = entity;
  }
  if (only == kNone || extraction_.sentences[phrase.sentence].role != model::SentenceRole::body) return;
  const model::Entity& entity = extraction_.entities[only];
  Party party;
  party.text = entity.name_ko.empty() ? entity.name : entity.name_ko;
  party.english = entity.name_en;
  party.entities = {only};
  party.heads = 1;
  party.person = true;
  last_person_ = party;
  last_agent_ = std::move(party);
}

/// Two or more that act with one another, for 양사는 and 두 사람은 of the next sentences; nobody where there is one.
Party Participants::together(const Phrase& phrase, const Clause& clause, const Party& party) const {
  if (party.heads > 1) return party;
  for (const Argument& argument : clause.arguments) {
    if (argument.kind != ParticleKind::with || party.heads == 0) continue;
    const Party other = headlines_.party(extraction_, phrase, argument);
    if (other.heads == 0 || other.entities.front() == party.entities.front()) continue;
    Party both;
    both.text = party.text + "·" + other.text;
    both.entities = {party.entities.front(), other.entities.front()};
    both.heads = 2;
    both.plural = both.acts = true;
    if (!party.english.empty() && !other.english.empty()) both.english = party.english + " and " + other.english;
    return both;
  }
  return {};
}

}  // namespace timeline::event
