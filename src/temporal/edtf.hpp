#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/time_value.hpp"

namespace timeline::temporal {

/// The value in EDTF (ISO 8601-2): `2025-10-31`, `2025-10`, `2026/2030`, `2025-33` (first quarter), `2025-41` (second
/// half is `2025-41`, first `2025-40`), `2025-21` (spring), `199X`, `../2025-12-22`, `2025-07/..`, `2022~`. Times of
/// day keep the precision that the text gave (`2025-02-28T13:54`). Empty where the value has no place on the calendar.
[[nodiscard]] std::string to_edtf(const model::TimeValue& value);

/// Reads what to_edtf writes, and every EDTF date, season, decade and interval of level 0 and 1: bounds, granularity
/// and the modifiers `approximate`, `since` and `until`. Nothing where it is no EDTF or names a day that does not
/// exist.
[[nodiscard]] std::optional<model::TimeValue> parse_edtf(std::string_view text);

}  // namespace timeline::temporal
