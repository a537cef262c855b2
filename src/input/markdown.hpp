#pragma once

#include <string>

#include "input/rules.hpp"
#include "input/source.hpp"

namespace timeline::input {

/// Markdown, with or without front matter ("---" and lines "key: value" up to the next "---"; "+++" and "key = value").
/// The body is the text below it as it stands. `text` is valid UTF-8, NFC.
[[nodiscard]] model::Article read_markdown(std::string text, const std::string& source, const Rules& rules);

}  // namespace timeline::input
