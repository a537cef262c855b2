#include <memory>
#include <optional>

#include "base/file.hpp"
#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/sheet_writer.hpp"
#include "cli/standard_input.hpp"
#include "query/read_only_sql.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  std::string sql;
  std::string format = "table";
};

/// What there is to select from, for `timeline sql` without SQL.
constexpr const char* kContents =
    "SELECT m.name, m.type, group_concat(c.name, ', ') AS columns FROM sqlite_schema AS m"
    " JOIN pragma_table_info(m.name) AS c WHERE m.type IN ('table', 'view')"
    " AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!' AND m.name NOT LIKE '%!_search!_%' ESCAPE '!'"
    " GROUP BY m.name ORDER BY m.type DESC, m.name";

base::ExitStatus run(Context& context, const Settings& settings) {
  const store::Database database = open_for_reading(context);
  const std::string sql = settings.sql.empty() ? kContents : settings.sql == "-" ? read_standard_input() : settings.sql;
  std::optional<SheetWriter> writer;
  query::run_read_only(database.sqlite(), sql,
                       {.begin =
                            [&](const std::vector<std::string>& names) {
                              std::vector<TextTable::Column> columns;
                              for (const std::string& name : names) columns.push_back({.title = name, .kept = true});
                              writer.emplace(context, format_named(settings.format), std::move(columns));
                            },
                        .row = [&](const std::vector<query::Cell>& cells) { return writer->row(cells); }});
  writer->end();
  return base::ExitStatus::done;
}

}  // namespace

const Command kSql{
    .name = "sql",
    .summary = "runs one SELECT, read-only; without SQL, lists tables and views",
    .examples =
        "timeline sql                                                # what there is to select from\n"
        "timeline sql 'SELECT date_from, title FROM timeline'\n"
        "timeline sql \"SELECT company, count(*) FROM company_timeline GROUP BY 1 ORDER BY 2 DESC\"\n"
        "timeline sql \"SELECT rowid FROM event_search WHERE event_search MATCH '구글'\" --format csv\n"
        "timeline sql - < report.sql                                 # from standard input",
    .notes =
        "The table column_doc says what every column means. Nothing can be written, attached or loaded here; the "
        "file itself can be opened with any SQLite tool.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.argument("SQL", settings->sql, "one statement, or - for standard input", false);
      options.choice("--format", settings->format, format_names(), "form of the output (default: table)");
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
