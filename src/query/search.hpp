#pragma once

#include <string>
#include <string_view>

namespace timeline::query {

/// What people type, as an FTS5 query that finds all of its words: `구글 "TPU"` becomes `"구글" "TPU"`. Nothing in it
/// is an operator of FTS5 any more; "words in quotes" stay together. Empty where there is no word in it.
[[nodiscard]] std::string search_expression(std::string_view words);

}  // namespace timeline::query
