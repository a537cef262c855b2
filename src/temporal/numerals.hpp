#pragma once

#include <cstdint>
#include <string_view>

#include "temporal/scanner.hpp"

namespace timeline::temporal {

/// Reads what begins with a digit at byte `at`: a number (with 천, 만, 여 behind it), a date in digits (2025-10-31,
/// 2025. 10. 31., 25.10.31), a part of a unit (1.5시간) or a clock time (14:30, 4pm). False for what is no such thing:
/// decimals, versions, scores.
[[nodiscard]] bool read_digits(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at, Token& token);

/// 15:00, 15:00:00Z, 15:00+09:00 behind the T of ISO 8601; the zone belongs to the token and is not part of its span.
[[nodiscard]] bool read_iso_clock(std::string_view text, std::uint32_t at, Token& token);

/// "12.3" as the end of a range that begins with a whole date.
[[nodiscard]] bool read_month_and_day_alone(std::string_view text, std::uint32_t at, Token& token);

/// Do three groups of digits with hyphens begin here that make no date (a telephone number)?
[[nodiscard]] bool is_phone(std::string_view text, std::uint32_t at);

/// Reads a number written in words: 한, 열두, 십오, 이천십오, 몇.
[[nodiscard]] bool read_numeral(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at, Token& token);

}  // namespace timeline::temporal
