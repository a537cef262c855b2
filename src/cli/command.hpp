#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace timeline::cli {

/// Options that stand before or after every command.
struct GlobalOptions {
  std::string database;  ///< --db, else $TIMELINE_DB, else timeline.db
  std::string data;      ///< --data: a folder that replaces the data files compiled in; empty: those
  std::string color = "auto";
};

/// What a command works with: where it reads its settings and where it writes.
struct Context {
  GlobalOptions global;
  Output& out;  ///< results; everything else goes to stderr through note()

  /// True where output may be coloured: a terminal, no NO_COLOR, no --color never.
  [[nodiscard]] bool color() const;
  /// A line on stderr, "timeline: …", made visible.
  void note(std::string_view line) const;
};

/// Does the work of one command with the settings that its options have filled.
using Action = std::function<base::ExitStatus(Context&)>;

/// One command: help, the manual page, completions and the parser are all made from this.
struct Command {
  std::string_view name;
  std::string_view summary;   ///< one line
  std::string_view examples;  ///< shell lines, each with its comment before it
  std::string_view notes;     ///< what else a user has to know; paragraphs, may be empty
  /// Names the options and returns the action that uses them.
  Action (*define)(OptionList& options);
};

/// All commands, in the order in which help lists them.
[[nodiscard]] std::span<const Command> commands();
/// The command of that name, or nullptr.
[[nodiscard]] const Command* find_command(std::string_view name);
/// The options that stand before or after every command.
[[nodiscard]] OptionList global_options(GlobalOptions& options, bool& help, bool& version);

}  // namespace timeline::cli
