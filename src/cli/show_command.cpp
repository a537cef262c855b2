#include <memory>
#include <nlohmann/json.hpp>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/escape.hpp"
#include "cli/event_writer.hpp"
#include "cli/evidence_text.hpp"
#include "cli/sheet_options.hpp"
#include "query/event_query.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  std::vector<std::string> events;
  std::string format = "text";
  std::string language;
};

base::ExitStatus run(Context& context, const Settings& settings) {
  std::vector<std::int64_t> ids;
  for (const std::string& event : settings.events) ids.push_back(row_number("EVENT", event).value_or(0));
  const store::Database database = open_for_reading(context);
  query::EventReader reader(database.sqlite());
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  bool first = true;
  for (const std::int64_t id : ids) {
    const auto event = reader.read(id, true);
    if (!event) {
      context.note("there is no event " + std::to_string(id));
      continue;
    }
    if (settings.format == "json") {
      all.push_back(explained_json(*event, settings.language));
      continue;
    }
    if (!first) context.out.write("\n");
    first = false;
    context.out.write(event_text(*event, settings.language, context.out.width(), context.color()));
  }
  if (settings.format == "json") context.out.write(json_text(all) + '\n');
  return base::ExitStatus::done;
}

}  // namespace

const Command kShow{
    .name = "show",
    .summary =
        "shows events with all that proves them: sentences, how each date was worked out, what other articles say",
    .examples =
        "timeline show 12\n"
        "timeline show 12 13 --lang en\n"
        "timeline show 12 --format json",
    .notes =
        "Each article that tells the event follows with its sentence; «…» marks the words that the event rests on "
        "(in colour on a terminal), and below stands which words date it, by which rule, against which day. "
        "Copies of one article are shown as such.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.arguments("EVENT", settings->events, "number of the event, from the column ID of `timeline query`", true);
      options.choice("--lang", settings->language, {"ko", "en"},
                     "language of titles and names (default: the article's)");
      options.choice("--format", settings->format, {"text", "json"}, "form of the output (default: text)");
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
