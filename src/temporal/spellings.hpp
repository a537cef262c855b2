#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace timeline::temporal {

/// Other spellings of an English word of the tables: the apostrophe curly ("o’clock").
[[nodiscard]] std::vector<std::string> spellings_of_word(std::string_view word);

/// Those of the name of a day: also without its apostrophe or with it behind the s ("Mothers Day", "Mothers' Day"), and
/// Saint as St or St., and a day of the week short ("Easter Mon").
[[nodiscard]] std::vector<std::string> spellings_of_day(std::string_view name);

}  // namespace timeline::temporal
