#pragma once

#include "model/time_expression.hpp"
#include "temporal/resolver.hpp"
#include "temporal/symbolic.hpp"

namespace timeline::temporal {

/// Remembers what an expression set, for those that follow.
void remember(const Candidate& candidate, const model::TimeExpression& found, Anchors& anchors);

}  // namespace timeline::temporal
