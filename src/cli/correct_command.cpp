#include <memory>
#include <optional>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/run_info.hpp"
#include "cli/sheet_options.hpp"
#include "store/corrector.hpp"
#include "store/own_names.hpp"

namespace timeline::cli {
namespace {

/// A field of an event that can be set.
struct Change {
  const char* field;
  std::vector<std::string> value;  // none or one; a list, so that "" can be told from nothing
};

struct Settings {
  std::string event;
  Change title{"title", {}}, title_en{"title_en", {}}, status{"status", {}}, type{"type", {}}, date{"date", {}},
      attributed{"attributed_to", {}};
  std::string merge, split, undo, note;
  bool confirm = false, reject = false, list = false;
  std::string format = "table";
};

constexpr SheetColumn kShown[] = {
    {.name = "correction_id", .title = "id", .right = true, .fixed = true, .style = Style::dim},
    {.name = "made_at", .title = "made", .fixed = true},
    {.name = "action", .title = "action", .fixed = true, .style = Style::strong},
    {.name = "event_id", .title = "event", .right = true, .fixed = true},
    {.name = "field", .title = "field", .fixed = true},
    {.name = "old_value", .title = "was"},
    {.name = "new_value", .title = "is"},
    {.name = "note", .title = "note", .yields = true},
    {.name = "undone_at", .title = "undone", .fixed = true},
};

base::ExitStatus list(Context& context, const std::string& format) {
  const store::Database database = open_for_reading(context);
  SQLite::Statement statement(database.sqlite(),
                              "SELECT correction_id, made_at, action, event_id, field, old_value, new_value, note,"
                              " undone_at FROM correction ORDER BY correction_id");
  write_sheet(context, format, kShown, [&](const query::SheetSink& sink) { query::read_rows(statement, sink); });
  return base::ExitStatus::done;
}

void check(const Settings& settings, std::size_t changes) {
  const int actions = (changes > 0) + !settings.merge.empty() + !settings.split.empty() + !settings.undo.empty() +
                      settings.confirm + settings.reject;
  const bool needs_event = settings.split.empty() && settings.undo.empty();
  const char* hint = "timeline correct --help shows examples";
  if (actions == 0) throw base::Error(base::ExitStatus::usage, "correct: what is to be corrected?", hint);
  if (actions > 1) throw base::Error(base::ExitStatus::usage, "correct: one thing at a time", hint);
  if (needs_event && settings.event.empty())
    throw base::Error(base::ExitStatus::usage, "correct: EVENT is missing",
                      "`timeline query` shows it in the column ID");
}

base::ExitStatus run(Context& context, const Settings& settings) {
  if (settings.list) return list(context, settings.format);
  std::vector<const Change*> changes;
  for (const Change* change :
       {&settings.title, &settings.title_en, &settings.status, &settings.type, &settings.date, &settings.attributed})
    if (!change->value.empty()) changes.push_back(change);
  check(settings, changes.size());
  const auto number = [](const char* name, const std::string& text) { return row_number(name, text).value_or(0); };
  const std::int64_t event = number("EVENT", settings.event);
  const store::Database database = open_existing(context);
  store::Corrector corrector(database, utc_now());
  const auto done = [&](std::int64_t id, const std::string& what) {
    context.out.write("correction " + std::to_string(id) + ": " + what + '\n');
  };
  const std::string name = "event " + std::to_string(event);
  for (const Change* change : changes)
    done(corrector.change(event, change->field, change->value.back(), settings.note),
         name + ' ' + change->field + " set");
  if (!settings.merge.empty()) {
    const std::int64_t other = number("--merge", settings.merge);
    done(corrector.merge(event, other, settings.note), "event " + std::to_string(other) + " is part of " + name);
  }
  if (!settings.split.empty())
    done(corrector.split(number("--split", settings.split), settings.note),
         "mention " + settings.split + " is an event of its own");
  if (settings.confirm) done(corrector.confirm(event, settings.note), name + " confirmed");
  if (settings.reject) done(corrector.reject(event, settings.note), name + " rejected");
  if (!settings.undo.empty()) {
    const std::int64_t id = number("--undo", settings.undo);
    if (!store::OwnNames(database, utc_now()).remove(id) && !corrector.undo(id))
      throw base::Error(base::ExitStatus::usage, "--undo: there is no correction " + settings.undo + " in force",
                        "timeline correct --list shows them");
    done(id, "undone");
  }
  return base::ExitStatus::done;
}

}  // namespace

const Command kCorrect{
    .name = "correct",
    .summary = "puts an event right by hand; survives re-import, can be undone",
    .examples =
        "timeline correct 12 --title \"엔비디아, GPU 26만장 공급 발표\" --date 2025-10-31\n"
        "timeline correct 12 --merge 15           # both are one event\n"
        "timeline correct --split 40              # a mention (see show) tells an event of its own\n"
        "timeline correct 12 --confirm            # somebody has looked: it is right\n"
        "timeline correct 12 --reject --note \"no event\"\n"
        "timeline correct --list; timeline correct --undo 3",
    .notes =
        "A correction is tied to the words of the article: it holds when the article is imported again or read with "
        "new rules. A rejected event is no longer shown.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.argument("EVENT", settings->event, "number of the event, from the column ID of `timeline query`", false);
      options.texts("--title", "TEXT", settings->title.value, "set the title");
      options.texts("--title-en", "TEXT", settings->title_en.value, "set the English title");
      options.texts("--status", "STATUS", settings->status.value, "set the status: occurred, planned …");
      options.texts("--type", "TYPE", settings->type.value, "set the type");
      options.texts("--date", "EDTF", settings->date.value, "set the date: 2025-10-31, 2026/2030; empty: unknown");
      options.texts("--attributed-to", "NAME", settings->attributed.value, "set who says so");
      options.text("--merge", "EVENT", settings->merge, "that event is the same as this one");
      options.text("--split", "MENTION", settings->split, "this mention tells an event of its own");
      options.flag("--confirm", settings->confirm, "it is right");
      options.flag("--reject", settings->reject, "it is wrong");
      options.text("--undo", "N", settings->undo, "take a correction back");
      options.flag("--list", settings->list, "list all corrections");
      options.text("--note", "TEXT", settings->note, "why");
      options.choice("--format", settings->format, format_names(), "form of the list (default: table)");
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
