#include "cli/help.hpp"
#include "cli/version.hpp"

namespace timeline::cli {
namespace {

/// Text as man(7) wants it: backslashes and hyphens escaped, no line that begins with a control character.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '\n' || c != '.' || (!out.empty() && out.back() != '\n'))
      out += c;
    else
      out += "\\&.";
  }
  return out;
}

std::string examples_block(std::string_view lines) {
  std::string out = ".PP\n.nf\n.RS\n" + roff(lines);
  if (out.back() != '\n') out += '\n';
  return out + ".RE\n.fi\n";
}

std::string option_blocks(const OptionList& options) {
  std::string out;
  for (const OptionSpec& option : options.all()) {
    const std::string more = option.is_list() && !option.is_argument() ? "; repeatable" : "";
    out += ".TP\n.B " + roff(option_label(option)) + '\n' + roff(option.help + more) + ".\n";
  }
  return out;
}

}  // namespace

std::string manual_page() {
  std::string out =
      std::string(".\\\" Made by `timeline completions man`; do not edit.\n.TH TIMELINE 1 \"\" \"timeline ") +
      kVersion + "\" \"User Commands\"\n";
  out +=
      ".SH NAME\ntimeline \\- reads news articles into a timeline and fact database\n"
      ".SH SYNOPSIS\n.B timeline\n.I COMMAND\n[\\fIOPTIONS\\fR]\n.SH DESCRIPTION\n"
      "Reads news articles, Korean first and English second, and keeps what happened when, who did it, which numbers "
      "and whose words they report, each with the sentence that proves it, in one ordinary SQLite file.\n"
      ".SH OPTIONS OF EVERY COMMAND\n";
  GlobalOptions settings;
  bool help = false, version = false;
  out += option_blocks(global_options(settings, help, version));
  out += ".SH COMMANDS\n";
  for (const Command& command : commands()) {
    OptionList options;
    const Action action = command.define(options);
    out += ".SS " + roff(usage_line(command, options)) + '\n' + roff(command.summary) + '\n';
    out += examples_block(command.examples) + option_blocks(options);
    for (std::string_view notes = command.notes; !notes.empty();) {
      const std::size_t end = std::min(notes.find('\n'), notes.size());
      out += ".PP\n" + roff(notes.substr(0, end)) + '\n';
      notes.remove_prefix(std::min(end + 1, notes.size()));
    }
  }
  out +=
      ".SH EXIT STATUS\n.TP\n.B 0\ndone, also when nothing matched\n.TP\n.B 2\nthe command line is not understood\n"
      ".TP\n.B 3\ninput could not be read\n.TP\n.B 4\n"
      "the database cannot be used: not ours, newer, damaged, locked, read\\-only\n"
      ".TP\n.B 5\nfinished, but some articles were refused\n"
      ".PP\nEvery failure is one line on standard error that says what is wrong, where, and what to do. Results go to "
      "standard output, everything else to standard error.\n"
      ".SH ENVIRONMENT\n.TP\n.B TIMELINE_DB\nthe database where \\-\\-db is not given\n.TP\n.B NO_COLOR\n"
      "set to anything: no colour\n.TP\n.B COLUMNS\nwidth of a terminal that does not tell its own\n"
      ".SH FILES\n.TP\n.B timeline.db\n"
      "the database in the current folder; any SQLite tool opens it, the table column_doc says what each column "
      "means\n";
  return out;
}

}  // namespace timeline::cli
