#include "cli/help.hpp"

#include <sqlite3.h>
#include <unicode/uvernum.h>

#include "cli/version.hpp"
#include "cli/wrap.hpp"
#include "text/width.hpp"

namespace timeline::cli {
namespace {

constexpr std::size_t kHelpWidth = 100;

std::string indented(std::string_view lines) {
  std::string out;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    if (end > 0) out += "  ";
    out += lines.substr(0, end);
    out += '\n';
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return out;
}

std::string listed(std::string_view label, std::string_view text, std::size_t column) {
  std::string line = "  " + std::string(label);
  const std::size_t used = text::display_width(line);
  if (used + 2 > column)
    line += '\n' + std::string(column, ' ');
  else
    line += std::string(column - used, ' ');
  return line + wrapped(text, column, kHelpWidth) + '\n';
}

std::string described(const OptionSpec& option) {
  if (!option.is_list() || option.is_argument()) return option.help;
  return option.help + "; repeatable";
}

std::string option_lines(const OptionList& options, bool arguments) {
  std::string out;
  for (const OptionSpec& option : options.all())
    if (option.is_argument() == arguments) out += listed(option_label(option), described(option), 30);
  return out;
}

}  // namespace

std::string option_label(const OptionSpec& option) {
  const bool has_short = option.name.size() > 1 && option.name[0] == '-' && option.name[1] != '-';
  std::string label = option.is_argument() || has_short ? option.name : option.name;
  if (const std::size_t comma = label.find(','); comma != std::string::npos) label.insert(comma + 1, " ");
  if (!option.value.empty()) label += ' ' + option.value;
  return label;
}

std::string usage_line(const Command& command, const OptionList& options) {
  std::string line = "timeline " + std::string(command.name) + " [OPTIONS]";
  for (const OptionSpec& option : options.all()) {
    if (!option.is_argument()) continue;
    const std::string name = option.name + (option.is_list() ? "…" : "");
    line += option.required ? ' ' + name : " [" + name + ']';
  }
  return line;
}

std::string program_help() {
  std::string out = "Reads news articles into a timeline and fact database in one SQLite file.\n\nExamples:\n";
  out += indented(
      "timeline import news/                     # files and folders; Korean and English\n"
      "timeline query --company nvidia           # what happened when, with NVIDIA in it\n"
      "timeline query --on 2025-10-31            # one day\n"
      "timeline show 12                          # one event, with the sentences that prove it\n"
      "timeline sql 'SELECT * FROM timeline'     # plain SQL, read-only");
  out += "\nUsage:\n  timeline COMMAND [OPTIONS]\n\nCommands:\n";
  for (const Command& command : commands()) out += listed(command.name, command.summary, 16);
  GlobalOptions settings;
  bool help = false, version = false;
  out += "\nOptions of every command:\n" + option_lines(global_options(settings, help, version), false);
  out += "\n`timeline COMMAND --help` shows the options of a command, and examples first.\n";
  return out;
}

std::string command_help(const Command& command) {
  OptionList options;
  const Action action = command.define(options);
  std::string out = wrapped(command.summary, 0, kHelpWidth) + "\n\nExamples:\n" + indented(command.examples);
  out += "\nUsage:\n  " + usage_line(command, options) + '\n';
  if (const std::string lines = option_lines(options, true); !lines.empty()) out += "\nArguments:\n" + lines;
  if (const std::string lines = option_lines(options, false); !lines.empty()) out += "\nOptions:\n" + lines;
  GlobalOptions settings;
  bool help = false, version = false;
  out += "\nOptions of every command:\n" + option_lines(global_options(settings, help, version), false);
  for (std::string_view notes = command.notes; !notes.empty();) {
    const std::size_t end = std::min(notes.find('\n'), notes.size());
    out += '\n' + wrapped(notes.substr(0, end), 0, kHelpWidth) + '\n';
    notes.remove_prefix(std::min(end + 1, notes.size()));
  }
  return out;
}

std::string version_text() {
  return std::string("timeline ") + kVersion + " (" + kBuildType + ", " + kCompiler + "; SQLite " +
         sqlite3_libversion() + ", ICU " U_ICU_VERSION ")\n";
}

}  // namespace timeline::cli
