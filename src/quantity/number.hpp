#pragma once

#include <cstdint>

namespace timeline::quantity {

/// A number as read from a text, before its unit is known.
struct Number {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  double low = 0;
  double high = 0;          ///< differs from low for vague numbers: 수십 is 20 to 99
  double step = 1;          ///< the lowest place the number states: 4000억 states 1000억
  double head = 0;          ///< the first written part: 4 of 4만, and
  double head_scale = 1;    ///< what its words multiply it by: 10000
  bool digits = false;      ///< begins with ASCII digits
  bool native = false;      ///< 두, 열한; also vague ones (수십)
  bool grouped = false;     ///< has 만, 억, 조 (million, billion)
  bool about = false;       ///< 여 stands inside or behind it
  bool glued_word = false;  ///< a single number word (천), which glued to a unit may be another word (천명)
};

}  // namespace timeline::quantity
