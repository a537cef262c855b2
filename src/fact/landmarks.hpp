#pragma once

#include "fact/phrases.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

/// The names and times of one field, sorted; of overlapping names the longest. Quoted passages are left empty.
[[nodiscard]] Landmarks landmarks_of(const model::Extraction& extraction, model::Field field);

}  // namespace timeline::fact
