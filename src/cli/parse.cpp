#include "cli/parse.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "query/nearest.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

[[noreturn]] void refuse(const std::string& message, const std::string& hint) {
  throw base::Error(base::ExitStatus::usage, message, hint);
}

/// The names of an option spec: "-h,--help" has two.
std::vector<std::string> names_of(const OptionSpec& option) {
  std::vector<std::string> names;
  std::string_view rest = option.name;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    names.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return names;
}

void add_option(CLI::App& app, const OptionSpec& spec) {
  CLI::Option* option = nullptr;
  std::visit(
      [&](auto* target) {
        if constexpr (std::is_same_v<decltype(target), bool*>)
          option = app.add_flag(spec.name, *target);
        else
          option = app.add_option(spec.name, *target);
      },
      spec.target);
  if (spec.is_list() && !spec.is_argument()) option->allow_extra_args(false);
  if (spec.required) option->required();
  if (spec.is_flag()) return;
  if (!spec.is_list()) option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  if (spec.choices.empty()) return;
  option->check([choices = spec.choices, name = names_of(spec).back()](const std::string& value) {
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) return std::string();
    std::string all;
    for (const std::string& choice : choices) all += (all.empty() ? "" : ", ") + choice;
    refuse(name + ": '" + value + "' is not one of " + all, {});
    return std::string();
  });
}

/// "; did you mean --company?"
std::string suggestion(const std::string& word, const std::vector<std::string>& candidates) {
  const auto near = query::nearest(word, candidates, 1);
  return near.empty() ? std::string() : "did you mean '" + near.front() + "'?";
}

std::string help_of(const std::string& command) {
  return "timeline " + command + (command.empty() ? "--help" : " --help");
}

std::string advice(const std::string& suggested, const std::string& where) {
  return suggested.empty() ? where + " lists them" : suggested;
}

const Command& command_named(const std::string& name) {
  if (const Command* command = find_command(name)) return *command;
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  refuse("'" + name + "' is not a command", advice(suggestion(name, names), "timeline --help"));
}

/// Where the command's name stands among the arguments: the first that is neither an option nor an option's value.
std::optional<std::size_t> command_place(const std::vector<std::string>& arguments, const OptionList& global) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!arguments[i].starts_with('-') || arguments[i] == "-") return i;
    const bool takes_value = std::any_of(global.all().begin(), global.all().end(), [&](const OptionSpec& option) {
      return !option.is_flag() && arguments[i] == names_of(option).back();
    });
    if (takes_value) ++i;
  }
  return std::nullopt;
}

[[noreturn]] void refuse_unknown(const std::vector<std::string>& extras, const std::string& command,
                                 const std::vector<const OptionList*>& known) {
  const std::string help = help_of(command);
  for (const std::string& extra : extras) {
    if (!extra.starts_with('-')) continue;
    const std::string name = extra.substr(0, extra.find('='));
    std::vector<std::string> names;
    for (const OptionList* options : known)
      for (const OptionSpec& option : options->all())
        if (!option.is_argument())
          for (std::string& one : names_of(option)) names.push_back(std::move(one));
    refuse("unknown option '" + name + "'" + (command.empty() ? "" : " of " + command),
           advice(suggestion(name, names), help));
  }
  refuse("unexpected argument '" + (extras.empty() ? std::string() : extras.front()) + "'",
         help + " shows what is expected");
}

}  // namespace

Request parse(std::vector<std::string> arguments) {
  for (const std::string& argument : arguments)
    if (!text::is_valid_utf8(argument)) refuse("an argument is not valid UTF-8", "check the terminal's encoding");
  Request request;
  const OptionList global = global_options(request.global, request.help, request.version);
  std::string name;
  if (const auto place = command_place(arguments, global)) {
    name = arguments[*place];
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(*place));
    if (name == "help") {  // `timeline help query`, as many programs have it
      request.help = true;
      if (arguments.empty()) return request;
      name = arguments.front();
      arguments.clear();
    }
    request.command = &command_named(name);
  }
  OptionList options;
  if (request.command) request.action = request.command->define(options);

  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  for (const OptionSpec& option : global.all()) add_option(app, option);
  for (const OptionSpec& option : options.all()) add_option(app, option);
  const bool wants_help = std::any_of(arguments.begin(), arguments.end(),
                                      [](const std::string& word) { return word == "--help" || word == "-h"; });
  if (wants_help || request.help) {  // help is given also where something required is missing
    request.help = true;
    return request;
  }
  try {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    app.parse(arguments);
  } catch (const CLI::RequiredError& error) {
    std::string missing = error.what();
    if (const std::size_t end = missing.find(" is required"); end != std::string::npos) missing.resize(end);
    refuse(name + ": " + missing + " is missing", help_of(name) + " shows examples");
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();
    refuse(what.substr(0, what.find(':')) + " needs a value", help_of(name) + " shows examples");
  } catch (const CLI::ConversionError& error) {
    std::string what = error.what();  // "Could not convert: --limit = many"
    if (const std::size_t at = what.find(": "); at != std::string::npos) what = what.substr(at + 2);
    refuse(what + " is no number", {});
  } catch (const CLI::ParseError& error) {
    std::string what = error.what();
    std::replace(what.begin(), what.end(), '\n', ' ');
    refuse((name.empty() ? "" : name + ": ") + what, help_of(name) + " shows examples");
  }
  if (const auto extras = app.remaining(); !extras.empty()) refuse_unknown(extras, name, {&options, &global});
  if (request.global.database.empty()) {
    const char* fallback = std::getenv("TIMELINE_DB");
    request.global.database = fallback && *fallback ? fallback : "timeline.db";
  }
  return request;
}

}  // namespace timeline::cli
