#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/entity.hpp"
#include "store/database.hpp"
#include "store/entity_rows.hpp"
#include "store/statement.hpp"

namespace timeline::store {

/// A name that a person has given an entity: "서해전자" is a company, and "SHE" means it too.
struct OwnName {
  std::int64_t correction = 0;  ///< its row in `correction`
  std::int64_t entity = 0;
  std::string key;  ///< of the entity: one of data/entities, or one that begins with kOwnKey
  model::EntityKind kind = model::EntityKind::company;
  std::string field;  ///< name_ko, name_en or alias
  std::string name;
  bool needs_introduction = false;  ///< also an ordinary word: counts where the article introduces it
};

/// Keys of entities that only this database knows begin so.
inline constexpr std::string_view kOwnKey = "own:";

/// Names given by hand. They are corrections of the action "alias": rows of `correction`, each with its entity, so that
/// they hold whatever is imported, can be listed, and taken back. The entity and its names are in the tables at once;
/// articles are read with them from the next import on.
class OwnNames {
 public:
  /// `made_at`: ISO 8601, UTC, or empty.
  OwnNames(const Database& database, std::string made_at);

  /// All in force, in the order in which they were given.
  [[nodiscard]] std::vector<OwnName> all();
  /// The kinds of entities without a key that articles call so.
  [[nodiscard]] std::vector<model::EntityKind> found_kinds(std::string_view name);
  /// The key for a new entity of that kind and name.
  [[nodiscard]] static std::string own_key(model::EntityKind kind, std::string_view name);

  /// Gives these names to one entity, in one transaction. Where no row has the entity's key, the one that articles call
  /// by `entity.name` takes it, or a new one is made.
  void add(const model::Entity& entity, const std::vector<OwnName>& names, std::string_view note);
  /// Takes a name back. The one by which an entity of this database goes takes all its names along. False where it is
  /// not in force (any more).
  bool remove(std::int64_t correction);

 private:
  std::int64_t row_of(const model::Entity& entity);
  template <typename Work>
  void transact(Work work);

  const Database& database_;
  std::string made_at_;
  EntityRows entities_;
  Statement read_, kinds_, by_key_, adopt_, insert_entity_, insert_, insert_alias_, undo_, delete_alias_, others_,
      release_;
};

}  // namespace timeline::store
