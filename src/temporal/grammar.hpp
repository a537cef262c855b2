#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "temporal/scanner.hpp"
#include "temporal/symbolic.hpp"

namespace timeline::temporal {

/// Turns a run of Korean tokens into symbolic times. A date and a time of day that follows it ("31일 오후 3시") are two
/// candidates, of which the second belongs to the day of the first.
void read_korean(std::span<const Token> run, std::string_view text, std::vector<Candidate>& out);

}  // namespace timeline::temporal
