#pragma once

#include <string>

#include "input/rules.hpp"
#include "input/source.hpp"
#include "input/stream.hpp"

namespace timeline::input {

/// A saved web page: the article's text, headline, outlet, author, publication and update time.
/// The encoding is told from byte order mark, bytes and <meta>, in this order.
void read_html(Source& source, const Rules& rules, const Options& options, const Sink& sink);

/// The article of a page that is valid UTF-8. `name` stands in the errors.
[[nodiscard]] model::Article read_page(const std::string& page, const std::string& name, const Rules& rules);

/// A piece of HTML as feeds carry it, as text: a line for each block.
[[nodiscard]] std::string text_of_html(const std::string& html, const std::string& name, const Rules& rules);

}  // namespace timeline::input
