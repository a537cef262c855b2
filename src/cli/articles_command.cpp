#include <memory>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/sheet_options.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  SheetOptions sheet;
  std::vector<std::string> outlets;
};

constexpr SheetColumn kShown[] = {
    {.name = "article_id", .title = "id", .right = true, .fixed = true, .style = Style::dim},
    {.name = "published_on", .title = "published", .fixed = true, .style = Style::strong},
    {.name = "title", .title = "title"},
    {.name = "outlet", .title = "outlet", .fixed = true},
    {.name = "event_count", .title = "events", .right = true, .fixed = true},
    {.name = "fact_count", .title = "facts", .right = true, .fixed = true},
    {.name = "duplicate_of", .title = "copy of", .right = true, .fixed = true},
    {.name = "uri", .title = "from", .yields = true, .style = Style::dim},
};

base::ExitStatus run(Context& context, const Settings& settings) {
  const store::Database database = open_for_reading(context);
  auto filter = settings.sheet.filter(context, database.sqlite());
  if (!filter) {
    filter.emplace();
    filter->entities.push_back({});
  }
  filter->outlets = settings.outlets;
  write_sheet(context, settings.sheet.format, kShown,
              [&](const query::SheetSink& sink) { query::read_articles(database.sqlite(), *filter, sink); });
  return base::ExitStatus::done;
}

}  // namespace

const Command kArticles{
    .name = "articles",
    .summary = "lists the articles in the database, oldest first, undated last",
    .examples =
        "timeline articles\n"
        "timeline articles 반도체 --on 2025-10\n"
        "timeline articles --company nvidia --outlet 연합뉴스\n"
        "timeline articles --event 12 --format json          # those that tell an event",
    .notes = {},
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.argument("TEXT", settings->sheet.about, "words of the title or text", false);
      options.texts("--company", "NAME", settings->sheet.entities.companies, "naming this company");
      options.texts("--person", "NAME", settings->sheet.entities.people, "naming this person");
      options.texts("--organization", "NAME", settings->sheet.entities.organizations, "naming this organization");
      options.texts("--product", "NAME", settings->sheet.entities.products, "naming this product");
      options.texts("--place", "NAME", settings->sheet.entities.places, "naming this place");
      options.texts("--outlet", "NAME", settings->outlets, "published by this outlet");
      settings->sheet.define_time(options, "published");
      settings->sheet.define_source(options);
      options.text("--event", "N", settings->sheet.event, "telling this event");
      settings->sheet.define_common(options);
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
