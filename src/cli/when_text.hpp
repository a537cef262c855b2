#pragma once

#include <string>
#include <string_view>

#include "query/event.hpp"

namespace timeline::cli {

/// The words for times that numbers do not say ("2022 말", "late 2022"), from data/labels.tsv.
enum class Language : unsigned char { ko, en };

/// A date as people read it: 2025-10-31, 2025-W08, 2026–2030, 2025 Q3, "2022 말", 2027– (from then on), "–2025-12-22"
/// (up to then); ≤2025-12-22 where only the publication bounds it. Empty where there is no date.
[[nodiscard]] std::string when_text(const query::When& when, Language language);

/// The days between two bounds (ISO, a time of day is left out), as short as they can be told: 2025-10, 2026–2030,
/// 2025-10-29–31. Empty where there is neither.
[[nodiscard]] std::string span_text(const std::string& from, const std::string& to);

/// `ko` where the text has Hangul in it.
[[nodiscard]] Language language_of(std::string_view text);

}  // namespace timeline::cli
