#pragma once

#include <cstdint>
#include <string_view>

#include "temporal/scanner.hpp"

namespace timeline::temporal {

/// Reads what begins with a digit at byte `at` of an English text: a date in digits, in the orders that English knows
/// (10/31/2025, 31.10.2025, 2019-aug-1, 10/31), a clock time (14:30, 8.30pm, 15h20), a number or an ordinal (21st,
/// 1990s). False for what is no such thing: decimals, versions, telephone numbers.
/// `before`: the token before it in the run, if there is one.
[[nodiscard]] bool read_english_digits(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at,
                                       const Token* before, Token& token);

/// A date that begins with the name of a month and goes on with hyphens or slashes: Sep-23-2020, Aug/10.
[[nodiscard]] bool read_joined_date(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at,
                                    Token& token);

/// Does a sum of money end right before `at`: "$ 12", "£20"?
[[nodiscard]] bool is_money(std::string_view text, std::uint32_t at);

}  // namespace timeline::temporal
