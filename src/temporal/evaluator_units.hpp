#pragma once

#include <string_view>

#include "temporal/symbolic.hpp"

namespace timeline::temporal {

// What the files of the evaluator share.

inline constexpr std::string_view kNoReference = "no publication date to count from";
inline constexpr std::string_view kNoSuchDay = "there is no such day";
inline constexpr std::string_view kNoAntecedent = "the text sets no earlier date that it could refer to";

[[nodiscard]] inline bool is_clock_unit(Unit unit) {
  return unit == Unit::second || unit == Unit::minute || unit == Unit::hour;
}

/// Months in a unit; 0 where it is not made of whole months.
[[nodiscard]] inline int months_of(Unit unit) {
  switch (unit) {
    case Unit::month:
      return 1;
    case Unit::season:
    case Unit::quarter:
      return 3;
    case Unit::half:
      return 6;
    case Unit::year:
      return 12;
    case Unit::decade:
      return 120;
    case Unit::century:
      return 1200;
    default:
      return 0;
  }
}

}  // namespace timeline::temporal
