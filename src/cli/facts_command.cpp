#include <memory>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/sheet_options.hpp"
#include "cli/when_text.hpp"
#include "model/event.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  SheetOptions sheet;
  std::vector<std::string> attributes, units, statuses;
};

/// The value without its conversion, which the table has no room for.
std::string without_conversion(const std::string& value, const std::string& other) {
  return grouped_digits(value.substr(0, value.find(" (")), other);
}

/// What simply is so needs no mark.
std::string unless_occurred(const std::string& status, const std::string&) {
  return status == "occurred" ? std::string() : status;
}

constexpr SheetColumn kShown[] = {
    {.name = "fact_id", .title = "id", .right = true, .fixed = true, .style = Style::dim},
    {.name = "subject", .title = "subject"},
    {.name = "attribute", .title = "attribute"},
    {.name = "value",
     .title = "value",
     .right = true,
     .fixed = true,
     .style = Style::strong,
     .shown = &without_conversion},
    {.name = "quote", .title = "as written", .yields = true},
    {.name = "object", .title = "object"},
    {.name = "valid_from", .title = "when", .fixed = true, .shown = &span_text, .other = "valid_to"},
    {.name = "status", .title = "status", .fixed = true, .style = Style::warning, .shown = &unless_occurred},
    {.name = "attributed_to", .title = "said by", .yields = true},
};

base::ExitStatus run(Context& context, const Settings& settings) {
  const store::Database database = open_for_reading(context);
  auto filter = settings.sheet.filter(context, database.sqlite());
  if (!filter) {
    filter.emplace();
    filter->entities.push_back({});  // nobody: no rows, but the form of the output stays
  }
  filter->attributes = settings.attributes;
  filter->units = settings.units;
  filter->statuses = settings.statuses;
  write_sheet(context, settings.sheet.format, kShown,
              [&](const query::SheetSink& sink) { query::read_facts(database.sqlite(), *filter, sink); });
  return base::ExitStatus::done;
}

}  // namespace

const Command kFacts{
    .name = "facts",
    .summary = "shows facts: numbers with what they measure, whose they are and when they hold",
    .examples =
        "timeline facts --company nvidia\n"
        "timeline facts --unit KRW --from 2025\n"
        "timeline facts --attribute 점유율 --format csv      # with the sentence of each\n"
        "timeline facts GPU --article 3",
    .notes =
        "VALUE is a plain number with its unit (14조원 is 14,000,000,000,000 KRW), WHEN the time the fact holds for, "
        "STATUS tells what is "
        "measured (occurred) from what is planned or expected. All formats but the table hold every column of the "
        "view fact_sheet, with the sentence.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.argument("TEXT", settings->sheet.about, "words of the subject, the attribute or the sentence", false);
      settings->sheet.entities.define(options);
      options.texts("--attribute", "WORDS", settings->attributes, "what is measured");
      options.texts("--unit", "UNIT", settings->units, "a symbol: KRW, USD, %, GW, unit, person …");
      std::vector<std::string> statuses;
      for (const auto& row : base::EnumTable<model::EventStatus>::rows) statuses.emplace_back(row.text);
      options.choices("--status", "STATUS", settings->statuses, std::move(statuses), "measured (occurred), planned …");
      settings->sheet.define_time(options, "holding");
      settings->sheet.define_source(options);
      options.text("--event", "N", settings->sheet.event, "told with this event");
      settings->sheet.define_common(options);
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
