#pragma once

#include <string>

namespace timeline::cli {

/// All of standard input. Throws Error(input) where it cannot be read or is no valid UTF-8.
[[nodiscard]] std::string read_standard_input();

}  // namespace timeline::cli
