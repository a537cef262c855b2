#pragma once

#include <vector>

#include "event/dating.hpp"

namespace timeline::event {

/// Adds to what the times of a sentence date the clauses that happen on the same day as those: at an occasion, on
/// the way to it, by the one whom it describes.
void share_days(const SentenceParts& parts, std::vector<Attachment>& found);

}  // namespace timeline::event
