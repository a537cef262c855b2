#include "query/event_query.hpp"

#include "query/conditions.hpp"
#include "query/search.hpp"

namespace timeline::query {
namespace {

// An open side reaches without end; the bound's time of day does not count.
constexpr const char* kFirstDay = "coalesce(substr(e.date_from, 1, 10), '0000-01-01')";
constexpr const char* kLastDay = "coalesce(substr(e.date_to, 1, 10), '9999-12-31')";
constexpr const char* kDated = "(e.date_from IS NOT NULL OR e.date_to IS NOT NULL)";

/// The condition that an event's date touches, or lies within, one of the periods.
void add_periods(Conditions& conditions, const std::vector<Period>& periods, bool close) {
  if (periods.empty()) return;
  std::string sql;
  std::vector<Conditions::Value> values;
  for (const Period& period : periods) {
    const std::string first = period.from.empty() ? "0000-01-01" : period.from;
    const std::string final = period.to.empty() ? "9999-12-31" : period.to;
    sql += sql.empty() ? "" : " OR ";
    sql += std::string("(") + kLastDay + " >= ? AND " + kFirstDay + " <= ?";
    values.insert(values.end(), {first, final});
    if (close) {
      sql += std::string(" AND (julianday(substr(e.date_to, 1, 10)) - julianday(substr(e.date_from, 1, 10)) < 7 OR (") +
             kFirstDay + " >= ? AND " + kLastDay + " <= ?))";
      values.insert(values.end(), {first, final});
    }
    sql += ')';
  }
  conditions.add(std::string(kDated) + " AND (" + sql + ')', values);
}

/// The condition that the words stand in the event, or also in its articles. Words without a letter find nothing.
void add_words(Conditions& conditions, const std::string& words, bool in_articles) {
  if (words.empty()) return;
  const std::string expression = search_expression(words);
  if (expression.empty()) {
    conditions.add("0");
    return;
  }
  std::string sql = "e.event_id IN (SELECT rowid FROM event_search WHERE event_search MATCH ?";
  std::vector<Conditions::Value> values{expression};
  if (in_articles) {
    sql +=
        " UNION SELECT m.event_id FROM event_mention AS m WHERE m.article_id IN"
        " (SELECT rowid FROM article_search WHERE article_search MATCH ?)";
    values.push_back(expression);
  }
  conditions.add(sql + ')', values);
}

const char* order_by(EventOrder order) {
  switch (order) {
    case EventOrder::newest:
      return "e.day_number DESC NULLS LAST, e.date_from DESC, e.title";
    case EventOrder::sources:
      return "e.source_count DESC, e.article_count DESC, e.day_number NULLS LAST, e.title";
    case EventOrder::confidence:
      return "e.confidence DESC, e.day_number NULLS LAST, e.title";
    case EventOrder::published:
      return "e.first_published_on NULLS LAST, e.day_number NULLS LAST, e.title";
    case EventOrder::date:
      break;
  }
  return "e.day_number NULLS LAST, e.date_from, e.title";
}

std::string text(const SQLite::Statement& statement, int column) {
  return statement.getColumn(column).getString();
}

When read_when(const SQLite::Statement& statement, int first) {
  return {.from = text(statement, first),
          .to = text(statement, first + 1),
          .granularity = text(statement, first + 2),
          .edtf = text(statement, first + 3),
          .modifier = text(statement, first + 4),
          .basis = text(statement, first + 5),
          .role = text(statement, first + 6)};
}

constexpr const char* kEvent =
    "SELECT e.event_id, t.name, t.label_ko, t.label_en, e.status, e.title, e.title_en, e.attributed_to,"
    " e.article_count, e.source_count, e.first_published_on, e.confidence, e.review,"
    " e.date_from, e.date_to, e.granularity, e.edtf, e.modifier, e.date_basis, e.date_role"
    " FROM event AS e JOIN event_type AS t USING (event_type_id)"
    " WHERE e.event_id = ? AND e.review IS NOT 'rejected'";

constexpr const char* kParticipants =
    "SELECT n.name, n.name_ko, n.name_en, n.kind, p.role FROM event_participant AS p JOIN entity AS n USING (entity_id)"
    " WHERE p.event_id = ? ORDER BY CASE p.role WHEN 'agent' THEN 0 WHEN 'object' THEN 1 WHEN 'counterpart' THEN 2"
    " WHEN 'recipient' THEN 3 WHEN 'occasion' THEN 4 WHEN 'place' THEN 5 ELSE 6 END, n.kind, n.name";

constexpr const char* kEvidence =
    "SELECT v.event_mention_id, v.article_id, v.article_title, v.outlet, v.published_on, a.uri, v.sentence, v.quote,"
    " v.start_char, v.char_count, v.time_text, v.time_start_char, v.time_char_count, x.rule, v.status, v.date_reason,"
    " v.rule, v.confidence, v.duplicate_of,"
    " m.date_from, m.date_to, m.granularity, m.edtf, m.modifier, m.date_basis, m.date_role"
    " FROM evidence AS v JOIN event_mention AS m USING (event_mention_id) JOIN article AS a ON a.article_id = "
    "v.article_id"
    " LEFT JOIN time_expression AS x ON x.time_expression_id = m.time_expression_id"
    " WHERE v.event_id = ? ORDER BY a.duplicate_of IS NOT NULL, a.published_on NULLS LAST, a.title, v.start_char";

Evidence read_evidence(const SQLite::Statement& row) {
  const auto offset = [&](int column) {
    return row.getColumn(column).isNull() ? std::int64_t{-1} : row.getColumn(column).getInt64();
  };
  return {.mention = row.getColumn(0).getInt64(),
          .article = row.getColumn(1).getInt64(),
          .article_title = text(row, 2),
          .outlet = text(row, 3),
          .published_on = text(row, 4),
          .uri = text(row, 5),
          .sentence = text(row, 6),
          .quote = text(row, 7),
          .start = offset(8),
          .length = row.getColumn(9).getInt64(),
          .time_text = text(row, 10),
          .time_start = offset(11),
          .time_length = row.getColumn(12).getInt64(),
          .time_rule = text(row, 13),
          .when = read_when(row, 19),
          .status = text(row, 14),
          .date_reason = text(row, 15),
          .rule = text(row, 16),
          .confidence = row.getColumn(17).getDouble(),
          .duplicate_of = row.getColumn(18).getInt64()};
}

/// One of the entities takes part, or one of the people in the years of his office; what has no date counts by the day
/// on which it was first published.
void add_participants(Conditions& conditions, const std::vector<std::int64_t>& entities,
                      const std::vector<Tenure>& tenures) {
  std::string sql = "e.event_id IN (SELECT event_id FROM event_participant WHERE entity_id IN (" +
                    Conditions::marks(entities.size()) + "))";
  std::vector<Conditions::Value> values(entities.begin(), entities.end());
  for (const Tenure& tenure : tenures) {
    sql +=
        " OR (e.event_id IN (SELECT event_id FROM event_participant WHERE entity_id = ?) AND"
        " substr(coalesce(e.date_from, e.date_to, e.first_published_on), 1, 4) BETWEEN ? AND ?)";
    values.emplace_back(tenure.entity);
    values.emplace_back(tenure.since.empty() ? "0000" : tenure.since);
    values.emplace_back(tenure.until.empty() ? "9999" : tenure.until);
  }
  conditions.add('(' + sql + ')', values);
}

}  // namespace

std::vector<std::int64_t> find_events(SQLite::Database& database, const EventFilter& filter, EventOrder order,
                                      std::int64_t limit) {
  Conditions conditions;
  conditions.add("e.review IS NOT 'rejected'");
  for (std::size_t i = 0; i < filter.participants.size(); ++i)
    add_participants(conditions, filter.participants[i],
                     i < filter.tenures.size() ? filter.tenures[i] : std::vector<Tenure>());
  conditions.any_of("t.name", filter.types);
  conditions.any_of("e.status", filter.statuses);
  conditions.any_of("e.date_basis", filter.bases);
  const bool narrows_time = !filter.from.empty() || !filter.on.empty() || !filter.during.empty();
  // What is known only from the publication may have happened at any time before: it is in no period.
  if (narrows_time && filter.bases.empty()) conditions.add("e.date_basis <> 'published'");
  if (!filter.from.empty()) conditions.add(std::string(kDated) + " AND " + kLastDay + " >= ?", {filter.from});
  if (!filter.to.empty()) conditions.add(std::string(kDated) + " AND " + kFirstDay + " <= ?", {filter.to});
  add_periods(conditions, filter.on, true);
  add_periods(conditions, filter.during, false);
  add_words(conditions, filter.text, false);
  add_words(conditions, filter.about, true);
  if (filter.confidence > 0) conditions.add("e.confidence >= ?", {filter.confidence});
  if (filter.article)
    conditions.add("e.event_id IN (SELECT event_id FROM event_mention WHERE article_id = ?)", {*filter.article});
  std::string sql = "SELECT e.event_id FROM event AS e JOIN event_type AS t USING (event_type_id)" + conditions.sql() +
                    " ORDER BY " + order_by(order);
  if (limit > 0) sql += " LIMIT " + std::to_string(limit);
  SQLite::Statement statement(database, sql);
  conditions.bind(statement);
  std::vector<std::int64_t> ids;
  while (statement.executeStep()) ids.push_back(statement.getColumn(0).getInt64());
  return ids;
}

EventReader::EventReader(SQLite::Database& database)
    : event_(database, kEvent), participants_(database, kParticipants), evidence_(database, kEvidence) {}

std::optional<Event> EventReader::read(std::int64_t id, bool with_evidence) {
  event_.reset();
  event_.bind(1, id);
  if (!event_.executeStep()) return std::nullopt;
  Event event{.id = id,
              .type = text(event_, 1),
              .type_ko = text(event_, 2),
              .type_en = text(event_, 3),
              .status = text(event_, 4),
              .when = read_when(event_, 13),
              .title = text(event_, 5),
              .title_en = text(event_, 6),
              .attributed_to = text(event_, 7),
              .article_count = event_.getColumn(8).getInt64(),
              .source_count = event_.getColumn(9).getInt64(),
              .first_published_on = text(event_, 10),
              .confidence = event_.getColumn(11).getDouble(),
              .review = text(event_, 12),
              .participants = {},
              .evidence = {}};
  participants_.reset();
  participants_.bind(1, id);
  while (participants_.executeStep())
    event.participants.push_back({.name = text(participants_, 0),
                                  .name_ko = text(participants_, 1),
                                  .name_en = text(participants_, 2),
                                  .kind = text(participants_, 3),
                                  .role = text(participants_, 4)});
  if (!with_evidence) return event;
  evidence_.reset();
  evidence_.bind(1, id);
  while (evidence_.executeStep()) event.evidence.push_back(read_evidence(evidence_));
  return event;
}

}  // namespace timeline::query
