#pragma once

#include <string>

#include "input/html_tree.hpp"

namespace timeline::input {

/// The article of a page that a script draws: its text lies as JSON in a <script> ("window.state = {…}"), as one long
/// string or as a list of paragraphs. The longest such text, a line for each paragraph; markup inside is kept. Empty
/// where no script carries prose.
[[nodiscard]] std::string read_html_state(const HtmlTree& tree);

}  // namespace timeline::input
