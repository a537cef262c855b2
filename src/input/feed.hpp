#pragma once

#include "input/rules.hpp"
#include "input/source.hpp"
#include "input/stream.hpp"

namespace timeline::input {

/// RSS 2.0, RSS 1.0 and Atom files: an article for each item that carries text. A file that declares entities of its
/// own is refused: feeds need none, attacks do.
void read_feed(Source& source, const Rules& rules, const Options& options, const Sink& sink);

}  // namespace timeline::input
