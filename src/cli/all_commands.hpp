#pragma once

#include "cli/command.hpp"

/// Every command, each defined in the file of its name (import_command.cpp, …).
namespace timeline::cli {

extern const Command kCompletions;

}  // namespace timeline::cli
