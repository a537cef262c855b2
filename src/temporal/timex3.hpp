#pragma once

#include <string>
#include <string_view>

#include "model/time_expression.hpp"

namespace timeline::temporal {

/// The attributes of a TimeML TIMEX3 element.
struct Timex3 {
  std::string_view type;  ///< DATE, TIME, DURATION, SET
  std::string value;      ///< 2025-10-31, 2025-W08, 2025-Q1, 2025-H2, 2025-SP, PRESENT_REF, P3D; "" where it has none
  std::string_view mod;   ///< START, MID, END, APPROX, BEFORE, AFTER, or empty
};

/// `edtf` is to_edtf of its value: most values are written alike in both.
[[nodiscard]] Timex3 to_timex3(const model::TimeExpression& expression, std::string_view edtf);

}  // namespace timeline::temporal
