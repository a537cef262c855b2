#include <memory>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/safe_text.hpp"
#include "store/check.hpp"

namespace timeline::cli {
namespace {

base::ExitStatus run(Context& context) {
  const store::Database database = open_for_reading(context);
  const store::CheckReport report = store::check(database);
  for (const store::Finding& finding : report.findings)
    context.out.write(visible(finding.check + ": " + finding.what) + '\n');
  context.out.write(visible(database.path().string()) + ": " + std::to_string(report.articles) + " articles, " +
                    std::to_string(report.offsets) + " places and " + std::to_string(report.dates) +
                    " dates checked: " + (report.clean() ? "clean" : "see above") + '\n');
  if (report.clean()) return base::ExitStatus::done;
  throw base::Error(base::ExitStatus::database, database.path().string() + ": is not as it should be",
                    "restore a backup, or import the articles into a new file");
}

}  // namespace

const Command kCheck{
    .name = "check",
    .summary = "checks that the database is whole and every row is grounded in its article",
    .examples =
        "timeline check\n"
        "timeline check --db archive.db && echo all is well",
    .notes =
        "Looks for damage, for references to nothing, for places whose words are not those of the article, for days "
        "that "
        "do not exist, for search tables out of step and for a schema other than this program's. Exit status 4 where "
        "anything is found.",
    .define = [](OptionList&) -> Action { return [](Context& context) { return run(context); }; },
};

}  // namespace timeline::cli
