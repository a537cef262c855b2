#include "query/statistics.hpp"

#include <utility>

namespace timeline::query {
namespace {

constexpr std::pair<const char*, const char*> kCounts[] = {
    {"contents",
     "SELECT 'articles', count(*) FROM article UNION ALL"
     " SELECT 'copies of another article', count(*) FROM article WHERE duplicate_of IS NOT NULL UNION ALL"
     " SELECT 'articles without a date', count(*) FROM article WHERE published_on IS NULL UNION ALL"
     " SELECT 'outlets', count(*) FROM outlet UNION ALL"
     " SELECT 'sentences', count(*) FROM sentence WHERE role <> 'noise' UNION ALL"
     " SELECT 'time expressions', count(*) FROM time_expression UNION ALL"
     " SELECT 'unresolved times', count(*) FROM unresolved_time UNION ALL"
     " SELECT 'events', count(*) FROM event WHERE review IS NOT 'rejected' UNION ALL"
     " SELECT 'event mentions', count(*) FROM event_mention UNION ALL"
     " SELECT 'facts', count(*) FROM fact UNION ALL"
     " SELECT 'quotations', count(*) FROM quotation UNION ALL"
     " SELECT 'entities', count(DISTINCT entity_id) FROM entity_mention UNION ALL"
     " SELECT 'date conflicts', count(*) FROM date_conflict UNION ALL"
     " SELECT 'import issues', count(*) FROM import_issue"},
    {"events by type",
     "SELECT t.name, count(*) FROM event AS e JOIN event_type AS t USING (event_type_id)"
     " WHERE e.review IS NOT 'rejected' GROUP BY 1 ORDER BY 2 DESC, 1"},
    {"events by status",
     "SELECT status, count(*) FROM event WHERE review IS NOT 'rejected' GROUP BY 1 ORDER BY 2 DESC, 1"},
    {"events by basis of the date",
     "SELECT date_basis, count(*) FROM event WHERE review IS NOT 'rejected' GROUP BY 1 ORDER BY 2 DESC, 1"},
    {"events by year",
     "SELECT substr(date_from, 1, length(date_from) - length(ltrim(date_from, '-')) + 4), count(*) FROM event"
     " WHERE date_from IS NOT NULL AND review IS NOT 'rejected' GROUP BY 1 ORDER BY min(day_number)"},
    {"entities by kind",
     "SELECT kind, count(*) FROM entity WHERE entity_id IN (SELECT entity_id FROM entity_mention) GROUP BY 1"
     " ORDER BY 2 DESC, 1"},
    {"articles by month",
     "SELECT coalesce(substr(published_on, 1, 7), 'undated'), count(*) FROM article GROUP BY 1 ORDER BY 1"},
};

}  // namespace

std::vector<Count> count_everything(SQLite::Database& database) {
  std::vector<Count> counts;
  for (const auto& [group, sql] : kCounts) {
    SQLite::Statement statement(database, sql);
    while (statement.executeStep())
      counts.push_back({group, statement.getColumn(0).getString(), statement.getColumn(1).getInt64()});
  }
  return counts;
}

}  // namespace timeline::query
