#pragma once

#include <string>
#include <string_view>

namespace timeline::store {

/// What makes a text findable in a plain FTS5 table besides its words, one term after the other with spaces: every run
/// of two and more Hangul syllables or Chinese characters inside a word ("구글클라우드는" gives 구글, 글클 … 클라우드),
/// and the parts of words that mix scripts ("HBM4를" gives HBM4). Each term stands once; what unicode61 finds by itself
/// is not given. A pure function: removing a text from the search table takes exactly the terms that put it there.
[[nodiscard]] std::string search_terms(std::string_view text);

}  // namespace timeline::store
