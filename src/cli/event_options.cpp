#include "cli/event_options.hpp"

#include <algorithm>
#include <charconv>

#include "base/enum_table.hpp"
#include "cli/period_reader.hpp"
#include "model/event.hpp"
#include "query/nearest.hpp"

namespace timeline::cli {
namespace {

template <typename Enum>
std::vector<std::string> all_texts() {
  std::vector<std::string> texts;
  for (const auto& row : base::EnumTable<Enum>::rows) texts.emplace_back(row.text);
  return texts;
}

const std::vector<std::string> kOrders{"date", "newest", "sources", "confidence", "published"};

query::EventOrder order_named(const std::string& name) {
  return static_cast<query::EventOrder>(std::find(kOrders.begin(), kOrders.end(), name) - kOrders.begin());
}

double read_confidence(const std::string& text) {
  double value = 0;
  if (text.empty()) return value;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > 1)
    throw base::Error(base::ExitStatus::usage, "--confidence: '" + text + "' is no number between 0 and 1");
  return value;
}

/// Event types by name or label, Korean or English. Throws Error(usage) with the nearest for an unknown one.
std::vector<std::string> read_types(SQLite::Database& database, const std::vector<std::string>& wanted) {
  std::vector<std::string> types;
  if (wanted.empty()) return types;
  std::vector<std::string> names, all;
  SQLite::Statement statement(database, "SELECT name, label_ko, label_en FROM event_type ORDER BY name");
  while (statement.executeStep())
    for (int column = 0; column < 3; ++column) {
      if (statement.getColumn(column).isNull()) continue;
      names.push_back(statement.getColumn(0).getString());
      all.push_back(statement.getColumn(column).getString());
    }
  for (const std::string& type : wanted) {
    bool found = false;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (query::fold_name(all[i]) == query::fold_name(type)) types.push_back(names[i]), found = true;
    if (found) continue;
    const auto near = query::nearest(type, all, 2);
    std::string hint;
    for (const std::string& one : near) hint += (hint.empty() ? "nearest: " : ", ") + one;
    throw base::Error(base::ExitStatus::usage, "--type: there is no event type '" + type + "'",
                      hint.empty() ? "`timeline stats` lists them" : hint);
  }
  return types;
}

}  // namespace

void EventOptions::define(OptionList& options) {
  entities.define(options);
  options.texts("--type", "TYPE", types, "of this type: release, acquisition, 출시 …");
  options.choices("--status", "STATUS", statuses, all_texts<model::EventStatus>(),
                  "occurred, ongoing, planned, expected, possible, denied or cancelled");
  options.text("--from", "DATE", from, "not over before this date");
  options.text("--to", "DATE", to, "not begun after this date");
  options.texts("--on", "DATE", on, "on this day, or within this week, month, quarter or year");
  options.texts("--period", "DATE", periods, "going on at any time of this period");
  options.text("--about", "WORDS", about, "words of the event or of an article that tells it");
  options.choices("--basis", "BASIS", bases, all_texts<model::DateBasis>(),
                  "how the date is known: stated, context, merged, published or unknown");
  options.text("--confidence", "NUMBER", confidence, "at least this sure, 0 to 1");
  options.choice("--sort", sort, kOrders, "order of the rows");
  options.number("--limit", "N", limit, "at most so many rows");
  options.text("--today", "DATE", today,
               "the day that \"last month\" or 지난달 is read against (default: the clock's)");
}

std::vector<std::int64_t> EventOptions::find(const Context& context, SQLite::Database& database) const {
  query::EventFilter filter;
  const model::Moment now = cli::today(today);
  if (limit < 0) throw base::Error(base::ExitStatus::usage, "--limit: must not be negative");
  if (!from.empty()) filter.from = read_period(context, "--from", from, now).from;
  if (!to.empty()) filter.to = read_period(context, "--to", to, now).to;
  for (const std::string& one : on) filter.on.push_back(read_period(context, "--on", one, now));
  for (const std::string& one : periods) filter.during.push_back(read_period(context, "--period", one, now));
  filter.types = read_types(database, types);
  filter.statuses = statuses;
  filter.bases = bases;
  filter.text = text;
  filter.about = about;
  filter.confidence = read_confidence(confidence);
  auto groups = entities.resolve(context, database, &filter.tenures);
  if (!groups) return {};
  filter.participants = std::move(*groups);
  return query::find_events(database, filter, order_named(sort), limit);
}

}  // namespace timeline::cli
