#pragma once

#include "model/time_expression.hpp"
#include "temporal/resolver.hpp"
#include "temporal/symbolic.hpp"

namespace timeline::temporal {

/// Remembers what an expression set, for those that follow. `said_twice`: it says what the one before it said ("전날인
/// 8일"), and is not the day of the news.
void remember(const Candidate& candidate, const model::TimeExpression& found, bool said_twice, Anchors& anchors);

}  // namespace timeline::temporal
