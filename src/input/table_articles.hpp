#pragma once

#include "input/rules.hpp"
#include "input/source.hpp"
#include "input/stream.hpp"

namespace timeline::input {

/// CSV and TSV (RFC 4180: quotes, doubled quotes, line ends inside quotes) with a header whose names tell the columns.
/// `;` for `,` where the header says so; UTF-8, CP949 and UTF-16.
void read_table(Source& source, char separator, const Rules& rules, const Options& options, const Sink& sink);

}  // namespace timeline::input
