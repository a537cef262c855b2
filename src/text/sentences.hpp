#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace timeline::text {

/// The sentences of a text, in order, trimmed of white space; together they hold every character that is not
/// white space. Sentences end
///   - at a line end, unless the lines are one paragraph wrapped at a fixed width;
///   - at . ? ! … where they close one, also where a crawler lost the space after it ("기소했다.17일 검찰은").
/// They do not end inside quotations and brackets that close again (“… 했다. …”라고 말했다), dates (2024. 3. 5.),
/// decimals, initials (U.S.), abbreviations (Co., Mr.), domain names or list numbers (1. …). One pass over the bytes;
/// characters are decoded only where a sentence might end.
[[nodiscard]] std::vector<base::Span> split_sentences(std::string_view text);

/// The last line end (the byte behind it) at which the beginning of a text may be cut off so that both parts have the
/// sentences that they have together; 0 where there is none. More text may follow.
[[nodiscard]] std::size_t last_paragraph_end(std::string_view beginning);

}  // namespace timeline::text
