#include <memory>
#include <nlohmann/json.hpp>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/escape.hpp"
#include "cli/event_options.hpp"
#include "cli/event_writer.hpp"
#include "cli/sheet_writer.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  EventOptions events;
  std::string format = "table";
  std::string language;
};

/// Calls visit(event) for each id until it returns false.
template <typename Visit>
void each_event(SQLite::Database& database, const std::vector<std::int64_t>& ids, bool with_evidence, Visit&& visit) {
  query::EventReader reader(database);
  for (const std::int64_t id : ids)
    if (const auto event = reader.read(id, with_evidence); event && !visit(*event)) return;
}

/// For people: a table, or the same in Markdown.
void write_table(Context& context, SQLite::Database& database, const std::vector<std::int64_t>& ids,
                 const std::string& language, Format format) {
  SheetWriter writer(context, format,
                     {{.title = "DATE", .fixed = true, .style = Style::strong},
                      {.title = "EVENT"},
                      {.title = "STATUS", .fixed = true, .style = Style::warning},
                      {.title = "SOURCES", .right = true, .fixed = true},
                      {.title = "ID", .right = true, .fixed = true, .style = Style::dim}});
  each_event(database, ids, false, [&](const query::Event& event) {
    const std::string date = date_of(event, language);
    return writer.row(
        {date.empty() ? "undated" : date, title_of(event, language), mark_of(event), event.source_count, event.id});
  });
  writer.end();
}

void write_json(Context& context, SQLite::Database& database, const std::vector<std::int64_t>& ids,
                const std::string& language, bool lines) {
  bool first = true;
  if (!lines) context.out.write("[");
  each_event(database, ids, true, [&](const query::Event& event) {
    if (!lines) context.out.write(first ? "\n" : ",\n");
    first = false;
    context.out.write(json_text(to_json(event, language)));
    if (lines) context.out.write("\n");
    return !context.out.closed();
  });
  if (!lines) context.out.write(first ? "]\n" : "\n]\n");
}

base::ExitStatus run(Context& context, const Settings& settings) {
  const store::Database database = open_for_reading(context);
  const std::vector<std::int64_t> ids = settings.events.find(context, database.sqlite());
  const Format format = format_named(settings.format);
  if (format == Format::table || format == Format::markdown) {
    write_table(context, database.sqlite(), ids, settings.language, format);
    if (ids.empty() && context.out.is_terminal()) context.note("no event matches");
  } else if (format == Format::json || format == Format::jsonl) {
    write_json(context, database.sqlite(), ids, settings.language, format == Format::jsonl);
  } else {
    SheetWriter writer(context, format, event_columns());
    each_event(database.sqlite(), ids, false,
               [&](const query::Event& event) { return writer.row(event_cells(event, settings.language)); });
    writer.end();
  }
  return base::ExitStatus::done;
}

}  // namespace

const Command kQuery{
    .name = "query",
    .summary = "shows events, oldest first, undated last",
    .examples =
        "timeline query --company nvidia                      # the same as 엔비디아 or NVDA\n"
        "timeline query --on 2025-10-31                       # what happened that day\n"
        "timeline query --from 2025-07 --type acquisition     # acquisitions since July\n"
        "timeline query --company google --company meta       # one or the other\n"
        "timeline query --company google --product TPU        # both at once\n"
        "timeline query --period \"last month\" --format json   # with the sentences, for programs\n"
        "timeline query 데이터센터 --sort newest --limit 20   # words of the event",
    .notes =
        "Values of one option are alternatives; different options must all hold. A name is found in any of its "
        "forms, whatever the case; for one that nobody bears the nearest are named and nothing is shown.\n"
        "Dates are numbers (2025, 2025-10, 2025-10-31, 2025-W08, \"2025 Q4\", 2025-07/2025-09) or words as the "
        "articles use them (지난달, \"last month\"), read against --today. --on takes events dated within the date, "
        "or touching it and no longer than a week; --period takes every event that touches the period.\n"
        "In the table, 2026–2030 is a range, 2027– has no end, ≤2025-12-22 is known from the publication only; "
        "\"announced\" or \"reported\" says that the date is that of the announcement or report. SOURCES counts "
        "independent outlets; ID is for `timeline show`.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.argument("TEXT", settings->events.text, "words of the event's title or names", false);
      settings->events.define(options);
      options.choice("--lang", settings->language, {"ko", "en"},
                     "language of titles and names (default: the article's)");
      options.choice("--format", settings->format, format_names(), "form of the output (default: table)");
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
