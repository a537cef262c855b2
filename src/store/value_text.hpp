#pragma once

#include <optional>
#include <string>

#include "model/quantity.hpp"
#include "model/time_value.hpp"
#include "temporal/edtf.hpp"

namespace timeline::store {

/// The columns date_from, date_to and edtf of a value; empty strings are stored as NULL.
struct DateText {
  std::string from, to, edtf;
};

[[nodiscard]] inline DateText date_text(const std::optional<model::TimeValue>& value) {
  if (!value || !value->is_dated()) return {};
  return {value->from ? model::to_iso(*value->from) : "", value->to ? model::to_iso(*value->to) : "",
          temporal::to_edtf(*value)};
}

/// "14000000000000 KRW", "4000000-5000000", "260000": plain digits, the symbol of the unit unless things are counted.
[[nodiscard]] std::string quantity_text(const model::Quantity& quantity);

}  // namespace timeline::store
