#pragma once

#include "cli/command.hpp"
#include "store/database.hpp"

namespace timeline::cli {

/// The database of --db, to be read only.
[[nodiscard]] store::Database open_for_reading(const Context& context);
/// An existing one to be written, brought up to date where it is older (said on stderr).
[[nodiscard]] store::Database open_existing(const Context& context);
/// The same to be written; a missing one is made, an older one brought up to date (said on stderr).
[[nodiscard]] store::Database open_for_writing(const Context& context);

}  // namespace timeline::cli
