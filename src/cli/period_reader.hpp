#pragma once

#include <string>

#include "cli/command.hpp"
#include "model/time_value.hpp"
#include "query/period.hpp"

namespace timeline::cli {

/// The day of --today, or the clock's (local time) where it is empty. Throws Error(usage) where it is no date.
[[nodiscard]] model::Moment today(const std::string& option);

/// The value of a date option: numbers (2025-10, 2025-W08, "2025 Q4", 2025-07/..) or words as the articles use them
/// (지난달, last month), which are read against `now`. Throws Error(usage) that names `option` where it is neither.
[[nodiscard]] query::Period read_period(const Context& context, const std::string& option, const std::string& text,
                                        const model::Moment& now);

}  // namespace timeline::cli
