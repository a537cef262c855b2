#pragma once

#include "temporal/symbolic.hpp"

namespace timeline::temporal {

// What kind of expression a candidate is, as far as those around it have to know.

/// 당일, 전날, 다음 날; not 이날 and 같은 날.
[[nodiscard]] bool is_day_beside(const Candidate& candidate);

/// 24일, with no 지난 or 오는 before it and no other end.
[[nodiscard]] bool is_bare_day(const Candidate& candidate);

/// 24일, 오는 24일, 27~28일: whose month is not said.
[[nodiscard]] bool names_day_only(const Candidate& candidate);

/// 오늘, 어제, 그저께.
[[nodiscard]] bool is_today(const Candidate& candidate);

/// 사흘 뒤, 2년 전: counted from a day that is not said.
[[nodiscard]] bool is_shift(const Candidate& candidate);

/// 사흘 뒤, 2년 후: counted ahead.
[[nodiscard]] bool is_later(const Candidate& candidate);

/// 이날, 전날, 당일, 전 거래일.
[[nodiscard]] bool is_anaphoric_day(const Candidate& candidate);

/// The tense matters only where the year, month or week is not said.
[[nodiscard]] bool needs_tense(const Candidate& candidate);

/// English counts weeks from day to day: "two weeks ago" is a day.
[[nodiscard]] bool is_weeks(const Candidate& candidate);

/// 전년, 전분기, 지난해 같은 기간.
[[nodiscard]] bool is_comparison(const Candidate& candidate);

}  // namespace timeline::temporal
