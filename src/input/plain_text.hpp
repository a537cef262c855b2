#pragma once

#include <string>

#include "input/rules.hpp"
#include "model/article.hpp"

namespace timeline::input {

/// A text as people save it: the body is the whole text; title, byline, outlet, publication and update time are
/// found in it. `body` is valid UTF-8, NFC, line ends "\n".
[[nodiscard]] model::Article read_plain_text(std::string body, const Rules& rules);

/// What all formats share: fills what is still unknown of language, outlet, byline, publication and update time from
/// the body and the address.
void complete(model::Article& article, const Rules& rules);

/// "ko" where a good part of the letters are Hangul, else "en".
[[nodiscard]] std::string_view language_of(std::string_view text);

/// Minutes east of UTC at which an outlet lives, where that is known: Korean ones, told by their language or an address
/// that ends in .kr, print Korean time; others the time they name.
[[nodiscard]] std::optional<int> home_offset(std::string_view language, std::string_view url);

}  // namespace timeline::input
