#include <memory>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/sheet_options.hpp"
#include "model/entity.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  SheetOptions sheet;
  std::vector<std::string> kinds;
  bool all = false;
};

constexpr SheetColumn kShown[] = {
    {.name = "entity_id", .title = "id", .right = true, .fixed = true, .style = Style::dim},
    {.name = "kind", .title = "kind", .fixed = true},
    {.name = "name", .title = "name", .style = Style::strong},
    {.name = "name_en", .title = "english"},
    {.name = "events", .title = "events", .right = true, .fixed = true},
    {.name = "mentions", .title = "mentions", .right = true, .fixed = true},
    {.name = "aliases", .title = "also called", .yields = true},
    {.name = "description", .title = "description", .yields = true},
};

base::ExitStatus run(Context& context, const Settings& settings) {
  const store::Database database = open_for_reading(context);
  auto filter = settings.sheet.filter(context, database.sqlite());
  filter->kinds = settings.kinds;
  write_sheet(context, settings.sheet.format, kShown, [&](const query::SheetSink& sink) {
    query::read_entities(database.sqlite(), *filter, settings.all, sink);
  });
  return base::ExitStatus::done;
}

}  // namespace

const Command kEntities{
    .name = "entities",
    .summary = "lists companies, people, organizations, products, places and occasions, most told first",
    .examples =
        "timeline entities --limit 20\n"
        "timeline entities nvid                               # part of any name\n"
        "timeline entities --kind person --format csv",
    .notes = {},
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.argument("TEXT", settings->sheet.about, "part of a name, Korean or English", false);
      std::vector<std::string> kinds;
      for (const auto& row : base::EnumTable<model::EntityKind>::rows) kinds.emplace_back(row.text);
      options.choices("--kind", "KIND", settings->kinds, std::move(kinds),
                      "company, organization, person, product, place or occasion");
      options.flag("--all", settings->all, "also known names that no article mentions");
      settings->sheet.define_common(options);
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
