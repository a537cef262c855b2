#pragma once

#include <string>

#include "model/time_expression.hpp"

namespace timeline::temporal {

/// The attributes of a TimeML TIMEX3 element.
struct Timex3 {
  std::string type;   ///< DATE, TIME, DURATION, SET
  std::string value;  ///< 2025-10-31, 2025-W08, 2025-Q1, 2025-H2, 2025-SP, PRESENT_REF, P3D; "" where it has none
  std::string mod;    ///< START, MID, END, APPROX, BEFORE, AFTER, or empty
};

[[nodiscard]] Timex3 to_timex3(const model::TimeExpression& expression);

}  // namespace timeline::temporal
