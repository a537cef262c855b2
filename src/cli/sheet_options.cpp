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

}  // namespace

std::optional<std::int64_t> row_number(const std::string& option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (text.size() > 18 || text.find_first_not_of("0123456789") != std::string::npos)
    throw base::Error(base::ExitStatus::usage, option + ": '" + text + "' is no number",
                      "tables show it in the column ID");
  return std::stoll(text);
}

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
  filter.article = row_number("--article", article);
  filter.event = row_number("--event", event);
  filter.limit = limit;
  auto groups = entities.resolve(context, database);
  if (!groups) return std::nullopt;
  filter.entities = std::move(*groups);
  return filter;
}

std::string grouped_digits(const std::string& value, const std::string&) {
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    std::size_t end = at;
    while (end < value.size() && value[end] >= '0' && value[end] <= '9') ++end;
    const bool after_point = at > 0 && value[at - 1] == '.';
    for (std::size_t i = at; i < end; ++i) {
      if (i > at && (end - i) % 3 == 0 && end - at > 4 && !after_point) out += ',';
      out += value[i];
    }
    if (end == at) out += value[end++];
    at = end;
  }
  return out;
}

void write_sheet(Context& context, const std::string& format, std::span<const SheetColumn> shown,
                 const std::function<void(const query::SheetSink&)>& read) {
  const Format chosen = format_named(format);
  const bool for_people = chosen == Format::table || chosen == Format::markdown;
  std::optional<SheetWriter> writer;
  std::vector<std::size_t> places, others;  // of the columns for people, in the view
  const auto begin = [&](const std::vector<std::string>& names) {
    const auto place = [&](const std::string& name) {
      return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    };
    std::vector<TextTable::Column> columns;
    if (for_people) {
      for (const SheetColumn& one : shown) {
        columns.push_back({.title = chosen == Format::table ? capitals(one.title) : one.title,
                           .right = one.right,
                           .fixed = one.fixed,
                           .yields = one.yields,
                           .style = one.style});
        places.push_back(place(one.name));
        others.push_back(place(one.other ? one.other : one.name));
      }
    } else {
      for (const std::string& name : names) columns.push_back({.title = name});
    }
    writer.emplace(context, chosen, std::move(columns));
  };
  const auto row = [&](const std::vector<query::Cell>& cells) {
    if (!for_people) return writer->row(cells);
    std::vector<query::Cell> picked;
    for (std::size_t i = 0; i < shown.size(); ++i)
      picked.push_back(shown[i].shown ? query::Cell(shown[i].shown(query::to_text(cells[places[i]]),
                                                                   query::to_text(cells[others[i]])))
                                      : cells[places[i]]);
    return writer->row(picked);
  };
  read({.begin = begin, .row = row});
  if (writer) writer->end();
}

}  // namespace timeline::cli
