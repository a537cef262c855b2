#pragma once

#include <string>
#include <string_view>

namespace timeline::store {

/// The text with what makes it findable in a plain FTS5 table added behind it: every run of two and more Hangul
/// syllables or Chinese characters inside a word ("구글클라우드는" adds 구글, 글클 … 클라우드), and the parts of words
/// that mix scripts
/// ("HBM4를" adds hbm4). Each addition stands once. What unicode61 finds by itself is not added, and the text comes
/// first, so that phrases and snippets work on it. A pure function: removing a text from the search table takes
/// exactly the same terms that put it there.
[[nodiscard]] std::string searchable(std::string_view text);

}  // namespace timeline::store
