#include <memory>
#include <nlohmann/json.hpp>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/escape.hpp"
#include "cli/event_options.hpp"
#include "cli/event_writer.hpp"
#include "cli/exporters.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  EventOptions events;
  std::string format = "json";
  std::string language;
  std::string title = "Timeline";
};

void export_json(const Export& what, Output& out, bool lines) {
  bool first = true;
  if (!lines) out.write("[");
  what.events([&](const query::Event& event) {
    out.write((lines ? "" : first ? "\n" : ",\n") + json_text(to_json(event, what.language)) + (lines ? "\n" : ""));
    first = false;
    return !out.closed();
  });
  if (!lines) out.write(first ? "]\n" : "\n]\n");
}

void export_csv(Context& context, const Export& what) {
  SheetWriter writer(context, Format::csv, event_columns());
  what.events([&](const query::Event& event) { return writer.row(event_cells(event, what.language)); });
  writer.end();
}

base::ExitStatus run(Context& context, const Settings& settings) {
  const store::Database database = open_for_reading(context);
  const std::vector<std::int64_t> ids = settings.events.find(context, database.sqlite());
  query::EventReader reader(database.sqlite());
  const bool with_evidence = settings.format != "csv";
  const Export what{.title = settings.title,
                    .language = settings.language,
                    .events = [&](const std::function<bool(const query::Event&)>& visit) {
                      for (const std::int64_t id : ids)
                        if (const auto event = reader.read(id, with_evidence); event && !visit(*event)) return;
                    }};
  std::size_t left_out = 0;
  if (settings.format == "csv")
    export_csv(context, what);
  else if (settings.format == "markdown")
    export_markdown(what, context.out);
  else if (settings.format == "html")
    export_html(what, context.out);
  else if (settings.format == "ics")
    left_out = export_ics(what, context.out);
  else if (settings.format == "timelinejs")
    left_out = export_timelinejs(what, context.out);
  else
    export_json(what, context.out, settings.format == "jsonl");
  if (left_out > 0)
    context.note(std::to_string(left_out) + (left_out == 1 ? " event has" : " events have") +
                 " no place in this format: no date, or one without an end");
  return base::ExitStatus::done;
}

}  // namespace

const Command kExport{
    .name = "export",
    .summary = "writes events for other programs: pages, calendars, spreadsheets, TimelineJS",
    .examples =
        "timeline export --format html --company nvidia --title NVIDIA > nvidia.html\n"
        "timeline export --format ics --from 2026 > planned.ics\n"
        "timeline export --format csv > events.csv\n"
        "timeline export --format timelinejs --lang en > timeline.json",
    .notes =
        "The filters are those of `timeline query`. Text from articles is escaped for each format; the HTML page "
        "runs no script and loads nothing.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.argument("TEXT", settings->events.text, "words of the event's title or names", false);
      options.choice("--format", settings->format, {"csv", "json", "jsonl", "markdown", "ics", "timelinejs", "html"},
                     "what to write (default: json)");
      options.text("--title", "TEXT", settings->title, "heading of the page or calendar");
      options.choice("--lang", settings->language, {"ko", "en"}, "language of titles (default: the article's)");
      settings->events.define(options);
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
