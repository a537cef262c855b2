#include <memory>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/sheet_options.hpp"
#include "cli/when_text.hpp"

namespace timeline::cli {
namespace {

constexpr SheetColumn kShown[] = {
    {.name = "quotation_id", .title = "id", .right = true, .fixed = true, .style = Style::dim},
    {.name = "said_from",
     .title = "said on",
     .fixed = true,
     .style = Style::strong,
     .shown = &span_text,
     .other = "said_to"},
    {.name = "published_on", .title = "published", .fixed = true},
    {.name = "speaker", .title = "speaker", .style = Style::accent},
    {.name = "text", .title = "quotation"},
    {.name = "article_id", .title = "article", .right = true, .fixed = true, .style = Style::dim},
};

base::ExitStatus run(Context& context, const SheetOptions& settings) {
  const store::Database database = open_for_reading(context);
  auto filter = settings.filter(context, database.sqlite());
  if (!filter) {
    filter.emplace();
    filter->entities.push_back({});
  }
  write_sheet(context, settings.format, kShown,
              [&](const query::SheetSink& sink) { query::read_quotations(database.sqlite(), *filter, sink); });
  return base::ExitStatus::done;
}

}  // namespace

const Command kQuotes{
    .name = "quotes",
    .summary = "shows quotations: who said what",
    .examples =
        "timeline quotes --person \"Jensen Huang\"\n"
        "timeline quotes 동맹 --from 2025-10\n"
        "timeline quotes --article 3 --format jsonl          # with the sentence of each",
    .notes = "SAID ON is empty where the article does not say when; --from, --to and --on then go by its publication.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<SheetOptions>();
      options.argument("TEXT", settings->about, "words of the quotation, the speaker or the sentence", false);
      options.texts("--person", "NAME", settings->entities.people, "said by this person");
      options.texts("--company", "NAME", settings->entities.companies, "said by this company");
      options.texts("--organization", "NAME", settings->entities.organizations, "said by this organization");
      options.flag("--with-people", settings->entities.with_people, "a company's people speak for the company");
      settings->define_time(options, "said");
      settings->define_source(options);
      settings->define_common(options);
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
