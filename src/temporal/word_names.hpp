#pragma once

#include <optional>
#include <string_view>

#include "temporal/vocabulary.hpp"

namespace timeline::temporal {

// The names that data/*/time_words.tsv and time_holidays.tsv use for what the grammar knows.

[[nodiscard]] std::optional<WordKind> kind_named(std::string_view text);
[[nodiscard]] std::optional<Unit> unit_named(std::string_view text);
[[nodiscard]] std::optional<int> value_named(std::string_view text);
[[nodiscard]] std::optional<Holiday::Rule> rule_named(std::string_view text);

/// Words of these kinds only go on with an expression.
[[nodiscard]] bool only_follows(WordKind kind);

}  // namespace timeline::temporal
