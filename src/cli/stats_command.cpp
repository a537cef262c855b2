#include <memory>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/safe_text.hpp"
#include "cli/sheet_writer.hpp"
#include "query/statistics.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  std::string format = "table";
};

void write_for_people(Context& context, const std::vector<query::Count>& counts) {
  for (std::size_t i = 0; i < counts.size();) {
    const std::string& group = counts[i].group;
    TextTable table({{.title = group}, {.title = "count", .right = true, .style = Style::strong}});
    for (; i < counts.size() && counts[i].group == group; ++i)
      table.add({visible(counts[i].name), std::to_string(counts[i].count)});
    context.out.write(table.render(context.out.width(), context.color()));
    if (i < counts.size()) context.out.write("\n");
  }
}

base::ExitStatus run(Context& context, const Settings& settings) {
  const store::Database database = open_for_reading(context);
  const std::vector<query::Count> counts = query::count_everything(database.sqlite());
  const Format format = format_named(settings.format);
  if (format == Format::table) {
    write_for_people(context, counts);
    return base::ExitStatus::done;
  }
  SheetWriter writer(context, format, {{.title = "group"}, {.title = "name"}, {.title = "count", .right = true}});
  for (const query::Count& one : counts)
    if (!writer.row({one.group, one.name, one.count})) break;
  writer.end();
  return base::ExitStatus::done;
}

}  // namespace

const Command kStats{
    .name = "stats",
    .summary = "counts what the database holds",
    .examples =
        "timeline stats\n"
        "timeline stats --format tsv | grep 'by type'",
    .notes = {},
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.choice("--format", settings->format, format_names(), "form of the output (default: table)");
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
