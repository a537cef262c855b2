#pragma once

#include <cstddef>
#include <string>

#include "cli/command.hpp"

namespace timeline::cli {

/// Help on the whole program: examples, commands, global options.
[[nodiscard]] std::string program_help();
/// Help on one command: examples, usage, options, notes.
[[nodiscard]] std::string command_help(const Command& command);
/// "timeline show [OPTIONS] EVENT…"
[[nodiscard]] std::string usage_line(const Command& command, const OptionList& options);
/// What --version prints: version, build facts, the libraries in use.
[[nodiscard]] std::string version_text();
/// The manual page timeline(1), in man(7) source.
[[nodiscard]] std::string manual_page();

/// "--company NAME": an option as help shows it.
[[nodiscard]] std::string option_label(const OptionSpec& option);

}  // namespace timeline::cli
