#pragma once

#include <vector>

#include "event/dating.hpp"

namespace timeline::event {

/// Adds to what the times of a sentence date the clauses that happen on the same day as those: at an occasion, on
/// the way to it, by the one whom it describes.
void share_days(const Vocabulary& vocabulary, const model::Article& article, const model::Extraction& extraction,
                const Phrase& phrase, const std::vector<Clause>& clauses, const std::vector<bool>& usable,
                std::vector<Attachment>& found);

}  // namespace timeline::event
