#include "event/english_roles.hpp"

#include <algorithm>

namespace timeline::event {
namespace {

using model::EntityKind;
using model::ParticipantRole;
using enum EnglishClass;

/// Deals in which what follows "to" receives it.
bool hands_over(std::string_view type) {
  for (const std::string_view one : {"supply", "trade", "award", "funding", "delivery", "support", "release"})
    if (type == one) return true;
  return false;
}

/// "Vask Tower": the name of a person inside another name.
bool inside_longer_name(const EnglishTokens& tokens, std::uint32_t first, std::uint32_t last, EntityKind kind) {
  if (kind != EntityKind::person || last + 1 >= tokens.size() || tokens[last].comma || tokens[last].possessive)
    return false;
  return first != last ? false
                       : tokens[last + 1].capital && tokens[last + 1].mention == kNoToken &&
                             tokens[last + 1].time == kNoToken && !tokens[last + 1].forms;
}

ParticipantRole role_behind(std::string_view preposition, EntityKind kind, const model::EventMention& event,
                            bool passive) {
  const bool place = kind == EntityKind::place;
  // "lost to Belgium", "won against Belgium": a country is the opponent.
  if (event.type == "sports" && place && (preposition == "to" || preposition == "against" || preposition == "over"))
    return ParticipantRole::counterpart;
  if (preposition == "by") return passive ? ParticipantRole::agent : ParticipantRole::counterpart;
  if (preposition == "with") return ParticipantRole::counterpart;
  if (preposition == "from") return place ? ParticipantRole::place : ParticipantRole::counterpart;
  if (preposition == "to" && !place)
    return hands_over(event.type) ? ParticipantRole::recipient : ParticipantRole::object;
  if (preposition == "to" && hands_over(event.type)) return ParticipantRole::recipient;
  if (preposition == "against" || preposition == "for" || preposition == "of" || preposition == "over")
    return place && preposition == "of" ? ParticipantRole::place : ParticipantRole::object;
  if (kind == EntityKind::occasion) return ParticipantRole::occasion;
  if (place || (kind == EntityKind::organization && preposition != "on" && preposition != "about"))
    return ParticipantRole::place;
  return ParticipantRole::object;
}

}  // namespace

std::vector<std::uint32_t> acting_entities(const model::Extraction& extraction, const EnglishTokens& tokens,
                                           EnglishPhrase phrase) {
  std::vector<std::uint32_t> found;
  std::vector<std::uint32_t> owners;  // "Nvidia's", and what stands behind a preposition
  bool person = false;
  bool behind = false;
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (tokens[i].is(preposition) && tokens[i].mention == kNoToken) behind = tokens[i].lower != "of" || behind;
    const std::uint32_t mention = tokens[i].mention;
    if (mention == kNoToken || (i > phrase.begin && tokens[i - 1].mention == mention)) continue;
    const std::uint32_t entity = extraction.mentions[mention].entity;
    std::uint32_t last = i;
    while (last + 1 < phrase.end && tokens[last + 1].mention == mention) ++last;
    const bool is_person = extraction.entities[entity].kind == EntityKind::person;
    // "Vask supporters": a person who only describes.
    if (is_person && last + 1 < phrase.end && !tokens[last].comma && !tokens[last].possessive) {
      const EnglishToken& next = tokens[last + 1];
      if (!next.capital && !next.is(preposition) && !next.is(coordinator) && !next.is(pronoun) && !next.adverb() &&
          !next.is(relative) && !next.is(that) && !next.aside && next.time == kNoToken)
        continue;
    }
    if (is_person && !behind && !tokens[last].possessive) {
      if (!person) found.clear();
      person = true;
      found.push_back(entity);
    } else if (tokens[last].possessive || behind || person) {
      owners.push_back(entity);
    } else if (last + 1 < phrase.end && extraction.entities[entity].kind == EntityKind::place && !tokens[last].comma &&
               !tokens[last + 1].is(coordinator)) {
      // "German police": a place that only describes.
      continue;
    } else {
      found.push_back(entity);
    }
  }
  if (found.empty())
    for (const std::uint32_t owner : owners) {
      const EntityKind kind = extraction.entities[owner].kind;
      if (kind == EntityKind::company || kind == EntityKind::organization) found.push_back(owner);
    }
  return found;
}

std::uint32_t behind_title(const model::Extraction& extraction, const EnglishTokens& tokens, EnglishPhrase phrase) {
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const EnglishToken& word = tokens[i];
    if (word.mention != kNoToken) {
      const model::Entity& entity = extraction.entities[extraction.mentions[word.mention].entity];
      const bool full = i + 1 < phrase.end && tokens[i + 1].mention == word.mention;
      // "President Anders Vask": an office with a capital belongs to the name.
      const bool office = i > phrase.begin && !tokens[i - 1].capital;
      return entity.kind == model::EntityKind::person && full && office ? i : phrase.begin;
    }
    if (word.possessive || word.comma || word.is(preposition) || word.is(coordinator) || word.is(determiner)) break;
  }
  return phrase.begin;
}

void add_participant(model::EventMention& event, std::uint32_t entity, ParticipantRole role) {
  if (std::any_of(event.participants.begin(), event.participants.end(),
                  [&](const model::Participant& known) { return known.entity == entity; }))
    return;
  event.participants.push_back({entity, role});
}

void add_objects(const model::Extraction& extraction, const EnglishTokens& tokens, const EnglishClause& clause,
                 EnglishPhrase object, model::EventMention& event) {
  std::string_view before;
  // What follows in the clause behind a comma is told of the object, but for places and partners.
  for (std::uint32_t i = clause.verb.end; i < clause.end; ++i) {
    const EnglishToken& word = tokens[i];
    if (word.quoted || word.lower == "according") break;
    if (i > clause.verb.end && tokens[i - 1].comma && i >= object.end) {
      if (!word.is(preposition)) break;
    }
    if (word.is(preposition) && word.mention == kNoToken) before = word.lower;
    if (word.time != kNoToken) before = {};
    if (word.mention == kNoToken || (i > clause.verb.end && tokens[i - 1].mention == word.mention)) continue;
    const std::uint32_t entity = extraction.mentions[word.mention].entity;
    const EntityKind kind = extraction.entities[entity].kind;
    std::uint32_t last = i;
    while (last + 1 < clause.end && tokens[last + 1].mention == word.mention) ++last;
    if (inside_longer_name(tokens, i, last, kind)) continue;
    // "the company behind Slurm": only says which company.
    if (before == "behind" || before == "about" || before == "like" || before == "than" || before == "including")
      continue;
    if (before.empty()) {
      if (i >= object.end && kind != EntityKind::place) continue;
      // "met German officials": a place that only describes.
      const bool describes = kind == EntityKind::place || kind == EntityKind::organization;
      if (describes && last + 1 < object.end && !tokens[last].comma && !tokens[last + 1].is(preposition) &&
          !tokens[last + 1].is(coordinator) && !tokens[last].possessive)
        continue;
      if (tokens[last].possessive && last + 1 < object.end && tokens[last + 1].mention != kNoToken) continue;
      const bool met = event.type == "meeting" && kind == EntityKind::person;
      const bool site = kind == EntityKind::place && (event.type == "disaster" || event.type == "accident" ||
                                                      event.type == "visit" || event.type == "attack");
      add_participant(event, entity,
                      met    ? ParticipantRole::counterpart
                      : site ? ParticipantRole::place
                             : ParticipantRole::object);
      continue;
    }
    add_participant(event, entity, role_behind(before, kind, event, clause.verb.passive));
  }
}

}  // namespace timeline::event
