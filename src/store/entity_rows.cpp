#include "store/entity_rows.hpp"

#include "resolve/hash.hpp"
#include "store/prepared.hpp"

namespace timeline::store {
namespace {

std::string names_of(std::string_view name, std::string_view name_ko, std::string_view name_en) {
  std::string names(name);
  for (const std::string_view other : {name_ko, name_en})
    if (!other.empty() && other != name) names.append(", ").append(other);
  return names;
}

/// Of two things that articles say, the same one whichever came first: the longer, else the smaller.
bool says_more(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() > b.size() : a < b;
}

bool take(std::string& have, std::string_view given) {
  if (given.empty() || given == have || !(have.empty() || says_more(given, have))) return false;
  have = given;
  return true;
}

bool replace(std::string& have, std::string_view given) {
  if (given == have) return false;
  have = given;
  return true;
}

}  // namespace

EntityRows::EntityRows(const SQLite::Database& database)
    : by_key_(database, "SELECT entity_id FROM entity WHERE data_key = ?"),
      by_name_(database,
               "SELECT entity_id FROM entity WHERE name = ? AND kind = ? AND data_key IS NULL AND local_article_id IS "
               "nullif(?, 0)"),
      read_(database,
            "SELECT data_key, kind, name, name_ko, name_en, wikidata, description, source_key FROM entity "
            "LEFT JOIN article ON article_id = local_article_id WHERE entity_id = ?"),
      insert_(database,
              "INSERT INTO entity (data_key, kind, name, name_ko, name_en, wikidata, description, local_article_id) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, nullif(?, 0))"),
      update_(database,
              "UPDATE entity SET kind = ?, name = ?, name_ko = ?, name_en = ?, wikidata = ?, description = ? "
              "WHERE entity_id = ?"),
      insert_alias_(database, "INSERT OR IGNORE INTO entity_alias (entity_id, alias, language) VALUES (?, ?, ?)"),
      remove_(database, R"(
        DELETE FROM entity WHERE entity_id = ?1
          AND NOT EXISTS (SELECT 1 FROM entity_mention WHERE entity_id = ?1)
          AND NOT EXISTS (SELECT 1 FROM event_mention_participant WHERE entity_id = ?1)
          AND NOT EXISTS (SELECT 1 FROM event_participant WHERE entity_id = ?1)
          AND NOT EXISTS (SELECT 1 FROM entity_relation WHERE subject_id = ?1)
          AND NOT EXISTS (SELECT 1 FROM entity_relation WHERE object_id = ?1)
          AND NOT EXISTS (SELECT 1 FROM fact WHERE subject_id = ?1)
          AND NOT EXISTS (SELECT 1 FROM fact WHERE object_id = ?1)
          AND NOT EXISTS (SELECT 1 FROM quotation WHERE speaker_id = ?1)
          AND NOT EXISTS (SELECT 1 FROM correction WHERE entity_id = ?1 AND undone_at IS NULL))") {}

std::int64_t EntityRows::id_of(const model::Entity& entity, std::uint64_t identity, std::int64_t article_id) {
  const std::int64_t local = entity.local ? article_id : 0;
  const auto known = ids_.find(identity);
  std::optional<std::int64_t> id;
  if (known != ids_.end())
    id = known->second;
  else if (!entity.key.empty())
    id = by_key_.find(entity.key);
  else
    id = by_name_.find(entity.name, base::to_text(entity.kind), local);
  if (id) {
    Row& stored = row(*id);
    if (merge(stored, entity)) {
      stored.search_names.clear();
      update_.run(stored.kind, stored.name, OrNull{stored.name_ko}, OrNull{stored.name_en}, OrNull{stored.wikidata},
                  OrNull{stored.description}, *id);
    }
  } else {
    id = insert_.run(OrNull{entity.key}, base::to_text(entity.kind), entity.name, OrNull{entity.name_ko},
                     OrNull{entity.name_en}, OrNull{entity.wikidata}, OrNull{entity.description}, local);
    // What a local name belongs to is read back when it is asked for.
    if (local == 0)
      rows_[*id] = Row{.data_key = entity.key,
                       .kind = std::string(base::to_text(entity.kind)),
                       .name = entity.name,
                       .name_ko = entity.name_ko,
                       .name_en = entity.name_en,
                       .wikidata = entity.wikidata,
                       .description = entity.description,
                       .local_to = {},
                       .search_names = {},
                       .identity = identity};
  }
  ids_[identity] = *id;
  add_aliases(*id, entity);
  return *id;
}

bool EntityRows::merge(Row& row, const model::Entity& entity) const {
  if (!entity.key.empty()) {
    bool changed = replace(row.kind, base::to_text(entity.kind));
    changed |= replace(row.name, entity.name);
    changed |= replace(row.name_ko, entity.name_ko);
    changed |= replace(row.name_en, entity.name_en);
    changed |= replace(row.wikidata, entity.wikidata);
    return take(row.description, entity.description) || changed;
  }
  bool changed = take(row.name_ko, entity.name_ko);
  changed |= take(row.name_en, entity.name_en);
  changed |= take(row.wikidata, entity.wikidata);
  return take(row.description, entity.description) || changed;
}

void EntityRows::add_aliases(std::int64_t entity_id, const model::Entity& entity) {
  for (const model::Alias& alias : entity.aliases) {
    const std::uint64_t hash =
        resolve::combine(static_cast<std::uint64_t>(entity_id),
                         resolve::combine(resolve::hash_text(alias.text), resolve::hash_text(alias.language)));
    if (aliases_.insert(hash).second) insert_alias_.run(entity_id, alias.text, alias.language);
  }
}

EntityRows::Row& EntityRows::row(std::int64_t entity_id) {
  Row& found = rows_[entity_id];
  if (found.name.empty()) {
    read_.bind(entity_id);
    if (read_.step()) {
      found = Row{.data_key = std::string(read_.text(0)),
                  .kind = std::string(read_.text(1)),
                  .name = std::string(read_.text(2)),
                  .name_ko = std::string(read_.text(3)),
                  .name_en = std::string(read_.text(4)),
                  .wikidata = std::string(read_.text(5)),
                  .description = std::string(read_.text(6)),
                  .local_to = std::string(read_.text(7)),
                  .search_names = {},
                  .identity = 0};
      found.identity = entity_identity(found.data_key, found.kind, found.name, found.local_to);
      read_.reset();
    }
  }
  return found;
}

bool EntityRows::is_local(std::int64_t entity_id) {
  return !row(entity_id).local_to.empty();
}

std::uint64_t EntityRows::identity_of(std::int64_t entity_id) {
  return row(entity_id).identity;
}

const std::string& EntityRows::name(std::int64_t entity_id) {
  return row(entity_id).name;
}

const std::string& EntityRows::search_names(std::int64_t entity_id) {
  Row& found = row(entity_id);
  if (found.search_names.empty())
    found.search_names = found.data_key.empty() ? found.name : names_of(found.name, found.name_ko, found.name_en);
  return found.search_names;
}

void EntityRows::clear() {
  ids_.clear();
  rows_.clear();
  aliases_.clear();
}

void EntityRows::remove_orphans(const std::unordered_set<std::int64_t>& candidates) {
  for (const std::int64_t id : candidates) remove_.run(id);
  if (!candidates.empty()) clear();
}

}  // namespace timeline::store
