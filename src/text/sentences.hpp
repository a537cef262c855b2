#pragma once

#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace timeline::text {

/// The sentences of a text, in order, trimmed of white space; together they hold every character that is not
/// white space. A line end always ends a sentence; so does . ? ! … where it closes one, also where a crawler lost the
/// space after it
/// ("기소했다.17일 검찰은"). It does not break inside quotations (“… 했다. …”라고 말했다), dates (2024. 3. 5.),
/// decimals, initials (U.S.), abbreviations (Co., Mr.), domain names or list numbers (1. …).
[[nodiscard]] std::vector<base::Span> split_sentences(std::string_view text);

}  // namespace timeline::text
