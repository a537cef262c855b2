#include "query/names.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "query/nearest.hpp"

namespace timeline::query {
namespace {

constexpr std::size_t kNear = 20;  // names looked at: one entity may bear many that are alike
constexpr std::size_t kShown = 3;

struct Named {
  std::int64_t entity;
  std::string kind;
};

/// Every name of every entity. A name stands once for each entity that bears it.
constexpr const char* kAllNames =
    "SELECT entity_id, kind, name FROM entity"
    " UNION SELECT entity_id, kind, name_ko FROM entity WHERE name_ko IS NOT NULL"
    " UNION SELECT entity_id, kind, name_en FROM entity WHERE name_en IS NOT NULL"
    " UNION SELECT entity_id, kind, alias FROM entity_alias JOIN entity USING (entity_id)";

std::vector<Named> named(SQLite::Statement& statement) {
  std::vector<Named> found;
  while (statement.executeStep())
    found.push_back({statement.getColumn(0).getInt64(), statement.getColumn(1).getString()});
  return found;
}

/// By the indexes alone: names as they stand, aliases in either case.
std::vector<Named> by_index(SQLite::Database& database, const std::string& name) {
  SQLite::Statement statement(database,
                              "SELECT entity_id, kind FROM entity WHERE name = ?1"
                              " UNION SELECT entity_id, kind FROM entity_alias JOIN entity USING (entity_id)"
                              " WHERE alias = ?1 COLLATE NOCASE");
  statement.bind(1, name);
  return named(statement);
}

bool is_wanted(const Named& one, const std::vector<std::string>& kinds) {
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), one.kind) != kinds.end();
}

NameResult chosen(const std::vector<Named>& found, const std::vector<std::string>& kinds) {
  NameResult result;
  for (const Named& one : found)
    if (is_wanted(one, kinds)) result.entities.push_back(one.entity);
  if (result.entities.empty() && !found.empty()) {
    result.other_kind = found.front().kind;
    for (const Named& one : found)
      if (one.kind == result.other_kind) result.entities.push_back(one.entity);
  }
  std::sort(result.entities.begin(), result.entities.end());
  result.entities.erase(std::unique(result.entities.begin(), result.entities.end()), result.entities.end());
  return result;
}

std::vector<std::int64_t> related(SQLite::Database& database, const char* sql,
                                  const std::vector<std::int64_t>& entities) {
  SQLite::Statement statement(database, sql);
  std::vector<std::int64_t> found;
  for (const std::int64_t entity : entities) {
    statement.reset();
    statement.bind(1, entity);
    while (statement.executeStep()) found.push_back(statement.getColumn(0).getInt64());
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

NameResult find_name(SQLite::Database& database, const std::string& name, const std::vector<std::string>& kinds) {
  NameResult result = chosen(by_index(database, name), kinds);
  if (!result.entities.empty() && result.other_kind.empty()) return result;

  const std::string wanted = fold_name(name);
  std::vector<Named> found;
  std::vector<std::string> candidates, others;
  std::unordered_map<std::string, std::int64_t> bearers;  // one for each name is enough to tell bearers apart
  SQLite::Statement statement(database, kAllNames);
  while (statement.executeStep()) {
    const Named one{statement.getColumn(0).getInt64(), statement.getColumn(1).getString()};
    std::string candidate = statement.getColumn(2).getString();
    if (fold_name(candidate) == wanted) found.push_back(one);
    bearers.emplace(candidate, one.entity);
    (is_wanted(one, kinds) ? candidates : others).push_back(std::move(candidate));
  }
  if (!found.empty()) return chosen(found, kinds);
  result = {};
  std::vector<std::string> near = nearest(name, candidates, kNear);
  if (near.empty()) near = nearest(name, others, kNear);
  std::unordered_set<std::int64_t> shown;
  for (std::string& one : near)
    if (result.nearest.size() < kShown && shown.insert(bearers[one]).second) result.nearest.push_back(std::move(one));
  return result;
}

std::vector<Tenure> people_of(SQLite::Database& database, const std::vector<std::int64_t>& entities) {
  SQLite::Statement statement(database,
                              "SELECT subject_id, coalesce(since, ''), coalesce(until, '') FROM entity_relation"
                              " WHERE object_id = ? AND type = 'works_for'");
  std::vector<Tenure> found;
  for (const std::int64_t entity : entities) {
    statement.reset();
    statement.bind(1, entity);
    while (statement.executeStep())
      found.push_back(
          {statement.getColumn(0).getInt64(), statement.getColumn(1).getString(), statement.getColumn(2).getString()});
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::int64_t> products_of(SQLite::Database& database, const std::vector<std::int64_t>& entities) {
  return related(database, "SELECT object_id FROM entity_relation WHERE subject_id = ? AND type = 'makes'", entities);
}

}  // namespace timeline::query
