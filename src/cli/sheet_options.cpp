#include "cli/sheet_options.hpp"

#include <algorithm>

#include "cli/period_reader.hpp"

namespace timeline::cli {
namespace {

/// Titles of a table for people stand in capitals.
std::string capitals(std::string title) {
  for (char& c : title)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return title;
}

std::optional<std::int64_t> number(const std::string& option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (text.size() > 18 || text.find_first_not_of("0123456789") != std::string::npos)
    throw base::Error(base::ExitStatus::usage, option + ": '" + text + "' is no number",
                      "tables show it in the column ID");
  return std::stoll(text);
}

}  // namespace

void SheetOptions::define_time(OptionList& options, const std::string& of) {
  options.text("--from", "DATE", from, of + " not before this date");
  options.text("--to", "DATE", to, of + " not after this date");
  options.texts("--on", "DATE", on, of + " in this day, week, month or year");
  options.text("--today", "DATE", today,
               "the day that \"last month\" or 지난달 is read against (default: the clock's)");
}

void SheetOptions::define_source(OptionList& options) {
  options.text("--article", "N", article, "of this article");
}

void SheetOptions::define_common(OptionList& options) {
  options.number("--limit", "N", limit, "at most so many rows");
  options.choice("--format", format, format_names(), "form of the output (default: table)");
}

std::optional<query::SheetFilter> SheetOptions::filter(const Context& context, SQLite::Database& database) const {
  query::SheetFilter filter;
  const model::Moment now = cli::today(today);
  if (limit < 0) throw base::Error(base::ExitStatus::usage, "--limit: must not be negative");
  for (const std::string& one : on) filter.on.push_back(read_period(context, "--on", one, now));
  if (!from.empty() || !to.empty()) {
    query::Period span;
    if (!from.empty()) span.from = read_period(context, "--from", from, now).from;
    if (!to.empty()) span.to = read_period(context, "--to", to, now).to;
    if (filter.on.empty()) filter.on.push_back(span);
    // Both must hold: each period is cut down to the span.
    for (query::Period& period : filter.on) {
      if (!span.from.empty()) period.from = std::max(period.from, span.from);
      if (!span.to.empty()) period.to = period.to.empty() ? span.to : std::min(period.to, span.to);
    }
  }
  filter.about = about;
  filter.article = number("--article", article);
  filter.event = number("--event", event);
  filter.limit = limit;
  auto groups = entities.resolve(context, database);
  if (!groups) return std::nullopt;
  filter.entities = std::move(*groups);
  return filter;
}

void write_sheet(Context& context, const std::string& format, const std::vector<SheetColumn>& shown,
                 const std::function<void(const query::SheetSink&)>& read) {
  const Format chosen = format_named(format);
  const bool for_people = chosen == Format::table || chosen == Format::markdown;
  std::optional<SheetWriter> writer;
  std::vector<std::size_t> places;
  read({.begin =
            [&](const std::vector<std::string>& names) {
              std::vector<TextTable::Column> columns;
              for (std::size_t i = 0; !for_people && i < names.size(); ++i) {
                columns.push_back({.title = names[i]});
                places.push_back(i);
              }
              for (std::size_t i = 0; for_people && i < shown.size(); ++i) {
                columns.push_back(shown[i].column);
                if (chosen == Format::table) columns.back().title = capitals(columns.back().title);
                places.push_back(
                    static_cast<std::size_t>(std::find(names.begin(), names.end(), shown[i].name) - names.begin()));
              }
              writer.emplace(context, chosen, std::move(columns));
            },
        .row =
            [&](const std::vector<query::Cell>& cells) {
              std::vector<query::Cell> picked;
              for (const std::size_t place : places) picked.push_back(cells[place]);
              return writer->row(picked);
            }});
  if (writer) writer->end();
}

}  // namespace timeline::cli
