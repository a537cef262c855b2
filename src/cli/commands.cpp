#include <array>

#include "cli/all_commands.hpp"
#include "cli/command.hpp"

namespace timeline::cli {

std::span<const Command> commands() {
  static const std::array all{kImport,   kQuery, kAsk,    kShow,    kFacts,      kQuotes, kEntities,
                              kArticles, kSql,   kExport, kTag,     kExtract,    kLoad,   kCorrect,
                              kForget,   kCheck, kStats,  kMigrate, kCompletions};
  return all;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands())
    if (command.name == name) return &command;
  return nullptr;
}

OptionList global_options(GlobalOptions& options, bool& help, bool& version) {
  OptionList list;
  list.text("--db", "FILE", options.database, "the database (default: $TIMELINE_DB, else timeline.db)");
  list.text("--data", "DIR", options.data, "rules and words from this folder in place of those compiled in");
  list.choice("--color", options.color, {"auto", "always", "never"}, "colour; auto: on a terminal without NO_COLOR");
  list.flag("-h,--help", help, "show this help");
  list.flag("-V,--version", version, "show version and build facts");
  return list;
}

}  // namespace timeline::cli
