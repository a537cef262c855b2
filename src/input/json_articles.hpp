#pragma once

#include "input/rules.hpp"
#include "input/source.hpp"
#include "input/stream.hpp"

namespace timeline::input {

/// One object a line: `id, title, text, published, url, outlet, author`, of which only `text` must be there
/// (`body` and `content` are read as `text`). A line that cannot be read is an issue; the rest is read.
void read_jsonl(Source& source, const Rules& rules, const Options& options, const Sink& sink);

/// The same keys in one object or in an array of them.
void read_json(Source& source, const Rules& rules, const Options& options, const Sink& sink);

}  // namespace timeline::input
