#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/enum_table.hpp"
#include "base/span.hpp"

namespace timeline::model {

/// How exactly a number is meant.
enum class Exactness : std::uint8_t { exact, about, at_least, at_most, more_than, less_than };

/// A number with a unit: "14조원" is 14000000000000 KRW, "26만장" 260000 unit (of 장), "400만~500만 개" low and high.
struct Quantity {
  std::uint32_t sentence = 0;
  base::Span span;  ///< number and unit, with 약, 이상 and the like
  std::optional<double> low;
  std::optional<double> high;
  std::string unit;     ///< a symbol: KRW, USD, GW, %, x, unit, person, year …
  std::string counter;  ///< the counting word as written (장, 개, 명), may be empty
  Exactness exactness = Exactness::exact;
  /// Index of the quantity this one only converts ("1000억 달러(약 139조 원)": the won amount), or kNone.
  std::uint32_t converts = 0xFFFFFFFF;
};

}  // namespace timeline::model

template <>
struct timeline::base::EnumTable<timeline::model::Exactness> {
  using enum timeline::model::Exactness;
  static constexpr std::array<EnumRow<timeline::model::Exactness>, 6> rows{{
      {exact, "", "as stated"},
      {about, "about", "약, 여, 가량, about"},
      {at_least, "at_least", "이상, at least"},
      {at_most, "at_most", "이하, 최대, up to"},
      {more_than, "more_than", "초과, 넘는, more than"},
      {less_than, "less_than", "미만, less than"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::model::Exactness>());
