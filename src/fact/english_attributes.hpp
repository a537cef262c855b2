#pragma once

#include "fact/english_words.hpp"
#include "fact/landmarks.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

/// Names what the number of a fact measures: "revenue increase", "share of votes", "trucks sold". `scope` is what is
/// read around it, `clause` the clause that it stands in.
void name_attribute(std::string_view text, const EnglishWords& words, const Landmarks& marks, base::Span scope,
                    base::Span clause, const model::Quantity& quantity, model::Fact& fact);

}  // namespace timeline::fact
