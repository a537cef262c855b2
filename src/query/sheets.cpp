#include "query/sheets.hpp"

#include "query/conditions.hpp"
#include "query/search.hpp"

namespace timeline::query {
namespace {

/// A row's time as the two columns that bound it touches one of the periods. Rows without a time do not.
void add_time(Conditions& conditions, const std::vector<Period>& periods, const std::string& from,
              const std::string& to) {
  if (periods.empty()) return;
  std::string sql;
  std::vector<Conditions::Value> values;
  for (const Period& period : periods) {
    sql += sql.empty() ? "" : " OR ";
    sql += "(coalesce(substr(" + to + ", 1, 10), '9999-12-31') >= ? AND coalesce(substr(" + from +
           ", 1, 10), '0000-01-01') <= ?)";
    values.emplace_back(period.from.empty() ? "0000-01-01" : period.from);
    values.emplace_back(period.to.empty() ? "9999-12-31" : period.to);
  }
  conditions.add("coalesce(" + from + ", " + to + ") IS NOT NULL AND (" + sql + ')', values);
}

void add_containing(Conditions& conditions, const std::vector<std::string>& columns, const std::string& words) {
  if (words.empty()) return;
  std::string sql;
  std::vector<Conditions::Value> values;
  for (const std::string& column : columns) {
    sql += (sql.empty() ? "" : " OR ") + column + " LIKE ? ESCAPE '!'";
    values.emplace_back(Conditions::containing(words));
  }
  conditions.add('(' + sql + ')', values);
}

/// One condition a group: `sql` with the group's marks in place of {}, each as often as {} stands there.
void add_entities(Conditions& conditions, const std::vector<std::vector<std::int64_t>>& groups,
                  const std::string& sql) {
  for (const auto& group : groups) {
    std::string filled;
    std::vector<Conditions::Value> values;
    for (std::size_t at = 0; at < sql.size();) {
      if (sql.compare(at, 2, "{}") == 0) {
        filled += Conditions::marks(group.size());
        values.insert(values.end(), group.begin(), group.end());
        at += 2;
      } else {
        filled += sql[at++];
      }
    }
    conditions.add(filled, values);
  }
}

void run(SQLite::Database& database, std::string sql, const Conditions& conditions, const std::string& order,
         std::int64_t limit, const SheetSink& sink) {
  sql += conditions.sql() + order;
  if (limit > 0) sql += " LIMIT " + std::to_string(limit);
  SQLite::Statement statement(database, sql);
  conditions.bind(statement);
  read_rows(statement, sink);
}

}  // namespace

void read_rows(SQLite::Statement& statement, const SheetSink& sink) {
  std::vector<std::string> columns;
  for (int i = 0; i < statement.getColumnCount(); ++i) columns.emplace_back(statement.getColumnName(i));
  sink.begin(columns);
  std::vector<Cell> cells(columns.size());
  while (statement.executeStep()) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const SQLite::Column column = statement.getColumn(static_cast<int>(i));
      if (column.isNull())
        cells[i] = {};
      else if (column.isInteger())
        cells[i] = static_cast<std::int64_t>(column.getInt64());
      else if (column.isFloat())
        cells[i] = column.getDouble();
      else
        cells[i] = column.getString();
    }
    if (!sink.row(cells)) return;
  }
}

void read_facts(SQLite::Database& database, const SheetFilter& filter, const SheetSink& sink) {
  Conditions conditions;
  add_entities(conditions, filter.entities,
               "s.fact_id IN (SELECT fact_id FROM fact WHERE subject_id IN ({}) UNION SELECT fact_id FROM fact"
               " WHERE object_id IN ({}))");
  add_containing(conditions, {"s.subject", "s.attribute", "s.object", "s.sentence"}, filter.about);
  for (const std::string& attribute : filter.attributes) add_containing(conditions, {"s.attribute"}, attribute);
  conditions.any_of("s.unit", filter.units);
  conditions.any_of("s.status", filter.statuses);
  add_time(conditions, filter.on, "s.valid_from", "s.valid_to");
  if (filter.article) conditions.add("s.article_id = ?", {*filter.article});
  if (filter.event) conditions.add("s.event_id = ?", {*filter.event});
  run(database, "SELECT s.* FROM fact_sheet AS s", conditions,
      " ORDER BY s.published_on NULLS LAST, s.article_id, s.start_char, s.fact_id", filter.limit, sink);
}

void read_quotations(SQLite::Database& database, const SheetFilter& filter, const SheetSink& sink) {
  Conditions conditions;
  add_entities(conditions, filter.entities,
               "s.quotation_id IN (SELECT quotation_id FROM quotation WHERE speaker_id IN ({}))");
  add_containing(conditions, {"s.text", "s.speaker", "s.sentence"}, filter.about);
  add_time(conditions, filter.on, "coalesce(s.said_from, s.published_on)", "coalesce(s.said_to, s.published_on)");
  if (filter.article) conditions.add("s.article_id = ?", {*filter.article});
  run(database, "SELECT s.* FROM quotation_sheet AS s", conditions,
      " ORDER BY s.published_on NULLS LAST, s.article_id, s.start_char, s.quotation_id", filter.limit, sink);
}

void read_articles(SQLite::Database& database, const SheetFilter& filter, const SheetSink& sink) {
  Conditions conditions;
  add_entities(conditions, filter.entities,
               "s.article_id IN (SELECT article_id FROM entity_mention WHERE entity_id IN ({}))");
  if (!filter.about.empty()) {
    const std::string expression = search_expression(filter.about);
    if (expression.empty())
      conditions.add("0");
    else
      conditions.add("s.article_id IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)", {expression});
  }
  for (const std::string& outlet : filter.outlets) add_containing(conditions, {"s.outlet"}, outlet);
  add_time(conditions, filter.on, "s.published_on", "s.published_on");
  if (filter.article) conditions.add("s.article_id = ?", {*filter.article});
  if (filter.event)
    conditions.add("s.article_id IN (SELECT article_id FROM event_mention WHERE event_id = ?)", {*filter.event});
  run(database, "SELECT s.* FROM article_overview AS s", conditions,
      " ORDER BY s.published_on NULLS LAST, s.published_at, s.title, s.article_id", filter.limit, sink);
}

void read_entities(SQLite::Database& database, const SheetFilter& filter, bool all, const SheetSink& sink) {
  Conditions conditions;
  conditions.any_of("s.kind", filter.kinds);
  if (!filter.about.empty()) {
    const std::string pattern = Conditions::containing(filter.about);
    conditions.add(
        "(s.name LIKE ? ESCAPE '!' OR s.name_ko LIKE ? ESCAPE '!' OR s.name_en LIKE ? ESCAPE '!' OR EXISTS"
        " (SELECT 1 FROM entity_alias AS a WHERE a.entity_id = s.entity_id AND a.alias LIKE ? ESCAPE '!'))",
        {pattern, pattern, pattern, pattern});
  }
  if (!all) conditions.add("(s.mentions > 0 OR s.events > 0)");
  constexpr const char* kEntities =
      "SELECT s.* FROM (SELECT n.entity_id, n.kind, n.name, n.name_ko, n.name_en,"
      " (SELECT group_concat(alias, ', ') FROM (SELECT DISTINCT a.alias FROM entity_alias AS a WHERE"
      " a.entity_id = n.entity_id AND a.alias <> n.name ORDER BY a.alias)) AS aliases, n.description, n.wikidata,"
      " (SELECT count(DISTINCT p.event_id) FROM event_participant AS p WHERE p.entity_id = n.entity_id) AS events,"
      " (SELECT count(*) FROM entity_mention AS m WHERE m.entity_id = n.entity_id) AS mentions FROM entity AS n) AS s";
  run(database, kEntities, conditions, " ORDER BY s.events DESC, s.mentions DESC, s.name, s.kind", filter.limit, sink);
}

}  // namespace timeline::query
