#pragma once

#include <vector>

#include "fact/speakers.hpp"

namespace timeline::fact {

/// ―전망은? “…”: does the passage answer a question of an interview, which a dash marks?
[[nodiscard]] bool is_answer(const Passages& in, const Candidate& candidate);

/// The answers of an interview are of whom the rest of the article quotes most.
void answer_interview(const Passages& in, const Speakers& who, std::vector<Speaker>& speakers);

}  // namespace timeline::fact
