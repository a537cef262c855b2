#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace timeline::cli {

/// What a command line asks for.
struct Request {
  GlobalOptions global;
  const Command* command = nullptr;  ///< nullptr: help or version of the program
  Action action;
  bool help = false;
  bool version = false;
};

/// Reads the command line (without the program's name). Throws Error(usage) that names what is not understood and
/// the nearest that would be.
[[nodiscard]] Request parse(std::vector<std::string> arguments);

}  // namespace timeline::cli
