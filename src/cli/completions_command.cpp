#include <memory>

#include "cli/all_commands.hpp"
#include "cli/help.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  std::string shell;
};

/// The names of one option without commas: "-h --help".
std::string names(const OptionSpec& option) {
  std::string out = option.name;
  for (char& c : out)
    if (c == ',') c = ' ';
  return out;
}

std::string long_name(const OptionSpec& option) {
  return option.name.substr(option.name.rfind(',') + 1);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool is_file(const OptionSpec& option) {
  return option.value == "FILE" || option.value == "DIR" || option.name == "PATH" || option.name == "FILE";
}

/// A word inside single quotes of a POSIX shell or fish.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string all_command_names() {
  std::string out;
  for (const Command& command : commands()) out += (out.empty() ? "" : " ") + std::string(command.name);
  return out;
}

OptionList everywhere() {
  static GlobalOptions settings;
  static bool help, version;
  return global_options(settings, help, version);
}

std::string bash_script() {
  std::string out =
      "# bash completion for timeline: source this, or put it into /usr/share/bash-completion/completions/timeline\n"
      "_timeline() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i\n"
      "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
      "    case ${COMP_WORDS[i]} in\n      --db|--data|--color) ((++i)) ;;\n      -*) ;;\n"
      "      *) command=${COMP_WORDS[i]}; break ;;\n    esac\n  done\n"
      "  case $command:$before in\n";
  const auto value_case = [&](const std::string& command, const OptionSpec& option) {
    if (option.is_argument() || option.is_flag()) return;
    out += "    " + command + ':' + long_name(option) + ") ";
    if (!option.choices.empty())
      out += "COMPREPLY=($(compgen -W '" + joined(option.choices) + "' -- \"$word\")); return ;;\n";
    else
      out += is_file(option) ? "COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n" : "return ;;\n";
  };
  std::string lists;
  const OptionList global = everywhere();
  for (const OptionSpec& option : global.all()) value_case("*", option);
  for (const Command& command : commands()) {
    OptionList options;
    const Action action = command.define(options);
    const std::string name(command.name);
    std::string words;
    bool files = false;
    for (const OptionSpec& option : options.all()) {
      value_case(name, option);
      if (option.is_argument())
        words += (option.choices.empty() ? "" : joined(option.choices) + ' '), files |= is_file(option);
      else
        words += names(option) + ' ';
    }
    for (const OptionSpec& option : global.all()) words += names(option) + ' ';
    words.pop_back();
    lists +=
        "    " + name + ") COMPREPLY=($(compgen " + (files ? "-f " : "") + "-W '" + words + "' -- \"$word\")) ;;\n";
  }
  out += "  esac\n  case $command in\n    '') COMPREPLY=($(compgen -W '" + all_command_names();
  for (const OptionSpec& option : global.all()) out += ' ' + names(option);
  return out + "' -- \"$word\")) ;;\n" + lists + "  esac\n}\ncomplete -F _timeline timeline\n";
}

std::string zsh_option(const OptionSpec& option) {
  std::string help = option.help;
  for (char& c : help)
    if (c == '[' || c == ']' || c == ':') c = ' ';
  std::string value;
  if (!option.is_flag()) {
    value = ':' + (option.choices.empty() ? option.value : long_name(option)) + ':';
    if (!option.choices.empty())
      value += '(' + joined(option.choices) + ')';
    else if (is_file(option))
      value += "_files";
  }
  if (option.is_argument())
    return quoted(std::string(option.is_list() ? "*:" : "1:") + option.name + ':' +
                  (is_file(option)          ? "_files"
                   : option.choices.empty() ? ""
                                            : '(' + joined(option.choices) + ')'));
  return quoted((option.is_list() ? "*" : "") + long_name(option) + '[' + help + ']' + value);
}

std::string zsh_script() {
  std::string out =
      "#compdef timeline\n# zsh completion for timeline: put it into a folder of $fpath as _timeline\n_timeline() {\n"
      "  local context state line\n  local -a everywhere=(\n";
  const OptionList global = everywhere();
  for (const OptionSpec& option : global.all()) out += "    " + zsh_option(option) + '\n';
  out +=
      "  )\n  _arguments -C $everywhere '1:command:->command' '*::argument:->arguments'\n  case $state in\n    "
      "command)\n"
      "      local -a names=(\n";
  for (const Command& command : commands())
    out += "        " + quoted(std::string(command.name) + ':' + std::string(command.summary)) + '\n';
  out += "      )\n      _describe command names ;;\n    arguments)\n      case $words[1] in\n";
  for (const Command& command : commands()) {
    OptionList options;
    const Action action = command.define(options);
    out += "        " + std::string(command.name) + ") _arguments $everywhere";
    for (const OptionSpec& option : options.all()) out += " \\\n          " + zsh_option(option);
    out += " ;;\n";
  }
  return out + "      esac ;;\n  esac\n}\n_timeline \"$@\"\n";
}

std::string fish_script() {
  std::string out = "# fish completion for timeline: put it into ~/.config/fish/completions/timeline.fish\n";
  const auto line = [&](const std::string& condition, const OptionSpec& option) {
    if (option.is_argument()) return;
    out += "complete -c timeline" + condition + " -l " + long_name(option).substr(2);
    if (option.name.find(',') != std::string::npos) out += " -s " + option.name.substr(1, 1);
    if (!option.is_flag()) out += is_file(option) ? " -r -F" : " -x";
    if (!option.choices.empty()) out += " -a " + quoted(joined(option.choices));
    out += " -d " + quoted(option.help) + '\n';
  };
  const OptionList global = everywhere();
  for (const OptionSpec& option : global.all()) line({}, option);
  for (const Command& command : commands()) {
    const std::string name(command.name);
    out += "complete -c timeline -n __fish_use_subcommand -f -a " + name + " -d " + quoted(command.summary) + '\n';
    OptionList options;
    const Action action = command.define(options);
    for (const OptionSpec& option : options.all()) line(" -n '__fish_seen_subcommand_from " + name + "'", option);
  }
  return out;
}

base::ExitStatus run(Context& context, const Settings& settings) {
  context.out.write(settings.shell == "bash"   ? bash_script()
                    : settings.shell == "zsh"  ? zsh_script()
                    : settings.shell == "fish" ? fish_script()
                                               : manual_page());
  return base::ExitStatus::done;
}

}  // namespace

const Command kCompletions{
    .name = "completions",
    .summary = "writes the completion script of a shell, or the manual page",
    .examples =
        "source <(timeline completions bash)                             # in this shell\n"
        "timeline completions zsh > ~/.zfunc/_timeline                   # for good\n"
        "timeline completions fish > ~/.config/fish/completions/timeline.fish\n"
        "timeline completions man > timeline.1                           # the manual page",
    .notes = {},
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.argument("SHELL", settings->shell, "bash, zsh, fish, or man for the manual page", true,
                       {"bash", "zsh", "fish", "man"});
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
