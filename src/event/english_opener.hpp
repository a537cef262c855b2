#pragma once

#include "event/english_clauses.hpp"

namespace timeline::event {

/// Finds the subject of the first clause of a sentence behind what opens it ("On Monday", "After the vote,"), and says
/// how the clause hangs in the sentence. The clause has its verb.
void open_clause(const EnglishTokens& tokens, std::uint32_t begin, EnglishClause& clause);

}  // namespace timeline::event
