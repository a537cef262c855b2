#pragma once

#include "cli/command.hpp"
#include "lexicon/data_set.hpp"

namespace timeline::cli {

/// The data files of this run: those compiled in, or the folder of --data.
[[nodiscard]] lexicon::DataSet data_set(const Context& context);

}  // namespace timeline::cli
