#pragma once

#include "fact/fact_words.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

/// An amount that one sentence explains means the same where another sentence only names it: after "1000억 달러를
/// 투자한다", "1000억 달러는 큰돈이다" is the 투자 금액 as well, and "139조원" too where that is its conversion. Only
/// values that no two things share by chance: money and large numbers. Changes extraction.facts.
void tell_same_values(model::Extraction& extraction, const FactWords& words);

}  // namespace timeline::fact
