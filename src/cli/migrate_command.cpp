#include <memory>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"

namespace timeline::cli {
namespace {

base::ExitStatus run(Context& context) {
  const store::Database database = open_for_writing(context);
  const store::Migration& step = database.migration();
  const std::string path = database.path().string();
  if (step.from == 0)
    context.out.write(path + ": made, schema version " + std::to_string(step.to) + '\n');
  else if (step.from < step.to)
    context.out.write(path + ": schema version " + std::to_string(step.to) + ", was " + std::to_string(step.from) +
                      '\n');
  else
    context.out.write(path + ": schema version " + std::to_string(step.to) + ", nothing to do\n");
  return base::ExitStatus::done;
}

}  // namespace

const Command kMigrate{
    .name = "migrate",
    .summary = "brings a database made by an older program up to date; makes a missing one",
    .examples =
        "timeline migrate\n"
        "timeline migrate --db archive.db",
    .notes =
        "A copy of the file is made beside it before anything changes (FILE.v1.bak). `import` does the same on its "
        "own; commands that only read ask for it.",
    .define = [](OptionList&) -> Action { return [](Context& context) { return run(context); }; },
};

}  // namespace timeline::cli
