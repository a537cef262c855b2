#include <memory>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/own_names.hpp"
#include "cli/sheet_options.hpp"
#include "model/entity.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  SheetOptions sheet;
  std::vector<std::string> kinds;
  bool all = false;
  NewName added;
  std::string remove;
  bool list_added = false;
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

constexpr SheetColumn kAdded[] = {
    {.name = "correction_id", .title = "id", .right = true, .fixed = true, .style = Style::dim},
    {.name = "kind", .title = "kind", .fixed = true},
    {.name = "entity", .title = "entity", .style = Style::strong},
    {.name = "field", .title = "as", .fixed = true},
    {.name = "name", .title = "name"},
    {.name = "counts", .title = "counts", .fixed = true},
    {.name = "made_at", .title = "added", .fixed = true},
    {.name = "note", .title = "note", .yields = true},
};

base::ExitStatus list_added(Context& context, const Settings& settings) {
  const store::Database database = open_for_reading(context);
  SQLite::Statement statement(
      database.sqlite(),
      "SELECT correction_id, kind, e.name AS entity, field, rtrim(new_value, '?') AS name, CASE WHEN new_value LIKE "
      "'%?'"
      " THEN 'where introduced' ELSE 'anywhere' END AS counts, made_at, note FROM correction JOIN entity AS e USING"
      " (entity_id) WHERE action = 'alias' AND undone_at IS NULL ORDER BY correction_id");
  write_sheet(context, settings.sheet.format, kAdded,
              [&](const query::SheetSink& sink) { query::read_rows(statement, sink); });
  return base::ExitStatus::done;
}

/// Naming is one thing, listing another; a kind says whom a name means.
void check(const Settings& settings) {
  const char* hint = "timeline entities --help shows examples";
  const NewName& added = settings.added;
  const bool adds = !added.name.empty(), removes = !settings.remove.empty();
  if (adds + removes + settings.list_added > 1 ||
      ((adds || removes || settings.list_added) && (settings.all || !settings.sheet.about.empty())))
    throw base::Error(base::ExitStatus::usage, "entities: one thing at a time", hint);
  if (!adds && (!added.name_ko.empty() || !added.name_en.empty() || !added.aliases.empty() || added.common))
    throw base::Error(base::ExitStatus::usage, "entities: whose names are these? --add NAME is missing", hint);
  if ((adds || removes) && settings.kinds.size() > 1)
    throw base::Error(base::ExitStatus::usage, "entities: a name is of one --kind", hint);
}

base::ExitStatus run(Context& context, const Settings& settings) {
  check(settings);
  const std::string kind = settings.kinds.empty() ? std::string() : settings.kinds.front();
  if (!settings.added.name.empty()) {
    NewName added = settings.added;
    added.kind = kind;
    add_name(context, added);
    return base::ExitStatus::done;
  }
  if (!settings.remove.empty()) {
    remove_name(context, settings.remove, kind);
    return base::ExitStatus::done;
  }
  if (settings.list_added) return list_added(context, settings);
  const store::Database database = open_for_reading(context);
  auto filter = settings.sheet.filter(context, database.sqlite());
  filter->kinds = settings.kinds;
  bool told = false;
  write_sheet(context, settings.sheet.format, kShown, [&](const query::SheetSink& sink) {
    const query::SheetSink noting{sink.begin, [&](const std::vector<query::Cell>& cells) {
                                    told = true;
                                    return sink.row(cells);
                                  }};
    query::read_entities(database.sqlite(), *filter, settings.all, noting);
  });
  // A name that was just added stands in no article yet, and is not lost.
  if (told || settings.all || settings.sheet.about.empty()) return base::ExitStatus::done;
  bool known = false;
  const query::SheetSink looking{[](const std::vector<std::string>&) {},
                                 [&](const std::vector<query::Cell>&) {
                                   known = true;
                                   return false;
                                 }};
  query::read_entities(database.sqlite(), *filter, true, looking);
  if (known)
    context.note("entities: no article mentions '" + settings.sheet.about + "' yet; timeline entities " +
                 settings.sheet.about + " --all shows what is known by that name");
  return base::ExitStatus::done;
}

}  // namespace

const Command kEntities{
    .name = "entities",
    .summary = "lists companies, people, organizations, products, places and occasions; adds names",
    .examples =
        "timeline entities --limit 20\n"
        "timeline entities nvid                               # part of any name\n"
        "timeline entities --kind person --format csv\n"
        "timeline entities --add 서해전자 --kind company --name-en \"Seohae Electronics\" --alias SHE\n"
        "timeline entities --add nvidia --alias 초록팀          # another name of one that is known\n"
        "timeline entities --add 바다 --kind product --common  # also an ordinary word: see below\n"
        "timeline entities --added; timeline entities --remove SHE",
    .notes =
        "A list begins with those told most. Names added are for this database: queries know them at once, imports "
        "read "
        "articles with them from then on, and `timeline import --refresh` reads stored articles again. They stand in "
        "the table correction, are kept whatever is imported, and can be taken back. --add with a name that is known "
        "adds to that entity; a new name takes precedence over a known one that is spelt alike.\n"
        "With --common the names are ordinary words as well (바다, Apple) and count only where the article introduces "
        "them: by a title, a trade, another of their names in brackets, a word like 주가 or 플랫폼 beside them.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.argument("TEXT", settings->sheet.about, "part of a name, Korean or English", false);
      std::vector<std::string> kinds;
      for (const auto& row : base::EnumTable<model::EntityKind>::rows) kinds.emplace_back(row.text);
      options.choices("--kind", "KIND", settings->kinds, std::move(kinds),
                      "company, organization, person, product, place or occasion; with --add what it is");
      options.flag("--all", settings->all, "also known names that no article mentions");
      options.text("--add", "NAME", settings->added.name, "add this name, or further names of whom it means");
      options.text("--name-en", "NAME", settings->added.name_en, "with --add: its English name");
      options.text("--name-ko", "NAME", settings->added.name_ko, "with --add: its Korean name");
      options.texts("--alias", "NAME", settings->added.aliases, "with --add: another name of it");
      options.flag("--common", settings->added.common, "with --add: the names are ordinary words as well");
      options.text("--note", "TEXT", settings->added.note, "with --add: why");
      options.text("--remove", "NAME", settings->remove, "take back a name that was added");
      options.flag("--added", settings->list_added, "list the names that were added");
      settings->sheet.define_common(options);
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
