#pragma once

#include <cstdint>
#include <string_view>

#include "temporal/digits.hpp"
#include "temporal/scanner.hpp"
#include "text/utf8.hpp"

namespace timeline::temporal {

// Days of the week that are listed by one syllable each: 화·목요일, 월∼금요일.

[[nodiscard]] inline bool is_hangul_at(std::string_view text, std::uint32_t at) {
  if (at + 2 >= text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead >= 0xEA && lead <= 0xED && text::is_hangul_syllable(text::decode(text, at).code_point);
}

[[nodiscard]] inline bool is_digit_at(std::string_view text, std::uint32_t at) {
  return is_digit(text, at);
}

/// Reads them at `at` as one token with the value of the last; `extra` is the first where they are days in a row, else
/// kScattered. False, and the token as it was, where no such list ends before `end`.
[[nodiscard]] bool read_weekdays(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at,
                                 std::uint32_t end, Token& token);

/// Widens the day of the week at `at` to those listed right before it: 토·일요일.
void take_weekdays_before(const Vocabulary& vocabulary, std::string_view text, std::uint32_t at, std::uint32_t end,
                          Token& token);

}  // namespace timeline::temporal
