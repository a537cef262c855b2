#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "model/entity.hpp"
#include "store/statement.hpp"

namespace timeline::store {

/// Finds or makes the row of an entity: by its key in the data files, else by kind and name. What articles know of one
/// name is put together so that no order of articles shows.
class EntityRows {
 public:
  explicit EntityRows(const SQLite::Database& database);

  /// The row of this entity; `identity` is entity_identity() of it. A local name is one entity in each article.
  std::int64_t id_of(const model::Entity& entity, std::uint64_t identity, std::int64_t article_id);

  /// entity_identity() of a stored entity.
  std::uint64_t identity_of(std::int64_t entity_id);
  /// Its name means it in one article only.
  bool is_local(std::int64_t entity_id);
  /// Names to find its events by: all of a known entity, the one of a found entity.
  const std::string& search_names(std::int64_t entity_id);
  const std::string& name(std::int64_t entity_id);

  /// Forgets what was read, because another program wrote or a batch was taken back.
  void clear();

  /// Removes entities to which nothing refers any more.
  void remove_orphans(const std::unordered_set<std::int64_t>& candidates);

 private:
  struct Row {
    std::string data_key, kind, name, name_ko, name_en, wikidata, description, local_to, search_names;
    std::uint64_t identity = 0;
  };
  Row& row(std::int64_t entity_id);
  void add_aliases(std::int64_t entity_id, const model::Entity& entity);
  bool merge(Row& row, const model::Entity& entity) const;

  Statement by_key_, by_name_, read_, insert_, update_, insert_alias_, remove_;
  std::unordered_map<std::uint64_t, std::int64_t> ids_;
  std::unordered_map<std::int64_t, Row> rows_;
  std::unordered_set<std::uint64_t> aliases_;
};

}  // namespace timeline::store
