#pragma once

#include <vector>

#include "event/clauses.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// What ties times to clauses reads of one sentence. All of it belongs to the caller.
struct SentenceParts {
  const Vocabulary& vocabulary_;
  const model::Article& article_;
  const model::Extraction& extraction_;
  const Phrase& phrase_;
  const std::vector<Clause>& clauses_;
  const std::vector<bool>& usable_;  ///< which clauses tell an event
};

}  // namespace timeline::event
