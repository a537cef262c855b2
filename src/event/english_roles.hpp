#pragma once

#include <cstdint>
#include <vector>

#include "event/english_clauses.hpp"
#include "event/english_phrases.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// The entities that act where the phrase is a subject: "Nvidia's chief executive Jensen Huang" is the person, "shares
/// of Nvidia" the company.
[[nodiscard]] std::vector<std::uint32_t> acting_entities(const model::Extraction& extraction,
                                                         const EnglishTokens& tokens, EnglishPhrase phrase);

/// Where the name begins in "chief executive Jensen Huang": a full name needs no office before it. The beginning of the
/// phrase where it is no person, or more than the office stands before him ("Kim's aide Lee Haneul").
[[nodiscard]] std::uint32_t behind_title(const model::Extraction& extraction, const EnglishTokens& tokens,
                                         EnglishPhrase phrase);

/// Adds who takes part once.
void add_participant(model::EventMention& event, std::uint32_t entity, model::ParticipantRole role);

/// Adds those that follow the verb: by their prepositions objects, counterparts, recipients, places.
void add_objects(const model::Extraction& extraction, const EnglishTokens& tokens, const EnglishClause& clause,
                 EnglishPhrase object, model::EventMention& event);

}  // namespace timeline::event
