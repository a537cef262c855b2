#include "store/own_names.hpp"

#include <algorithm>
#include <utility>

namespace timeline::store {
namespace {

/// What a name ends in that is also an ordinary word, in the table and in the data files alike.
constexpr std::string_view kNeedsIntroduction = "??";

std::string_view language_of(std::string_view name) {
  for (const char c : name)
    if ((c & 0x80) != 0) return "ko";
  return "en";
}

}  // namespace

OwnNames::OwnNames(const Database& database, std::string made_at)
    : database_(database),
      made_at_(std::move(made_at)),
      entities_(database.sqlite()),
      read_(database.sqlite(),
            "SELECT correction_id, entity_id, data_key, kind, field, new_value FROM correction JOIN entity USING "
            "(entity_id) WHERE action = 'alias' AND undone_at IS NULL AND data_key IS NOT NULL ORDER BY correction_id"),
      kinds_(
          database.sqlite(),
          "SELECT DISTINCT kind FROM entity WHERE name = ? AND data_key IS NULL AND local_article_id IS NULL ORDER BY "
          "kind"),
      by_key_(database.sqlite(), "SELECT entity_id FROM entity WHERE data_key = ?"),
      adopt_(database.sqlite(),
             "UPDATE entity SET data_key = ? WHERE name = ? AND kind = ? AND data_key IS NULL AND local_article_id IS "
             "NULL"),
      insert_entity_(database.sqlite(),
                     "INSERT INTO entity (data_key, kind, name, name_ko, name_en) VALUES (?, ?, ?, ?, ?)"),
      insert_(
          database.sqlite(),
          "INSERT INTO correction (made_at, action, entity_id, field, new_value, note) VALUES (?, 'alias', ?, ?, ?, "
          "?)"),
      insert_alias_(database.sqlite(),
                    "INSERT OR IGNORE INTO entity_alias (entity_id, alias, language) VALUES (?, ?, ?)"),
      undo_(database.sqlite(), "UPDATE correction SET undone_at = ? WHERE correction_id = ? AND undone_at IS NULL"),
      delete_alias_(database.sqlite(), "DELETE FROM entity_alias WHERE entity_id = ? AND alias = ?"),
      others_(database.sqlite(),
              "SELECT correction_id FROM correction WHERE action = 'alias' AND entity_id = ? AND undone_at IS NULL"),
      release_(database.sqlite(), "UPDATE entity SET data_key = NULL WHERE entity_id = ? AND data_key LIKE 'own:%'") {}

std::string OwnNames::own_key(model::EntityKind kind, std::string_view name) {
  return std::string(kOwnKey).append(base::to_text(kind)).append(":").append(name);
}

std::vector<OwnName> OwnNames::all() {
  std::vector<OwnName> names;
  for (read_.bind(); read_.step();) {
    const auto kind = base::from_text<model::EntityKind>(read_.text(3));
    std::string_view name = read_.text(5);
    const bool needs_introduction = name.ends_with(kNeedsIntroduction);
    if (needs_introduction) name.remove_suffix(kNeedsIntroduction.size());
    names.push_back({.correction = read_.integer(0),
                     .entity = read_.integer(1),
                     .key = std::string(read_.text(2)),
                     .kind = kind.value_or(model::EntityKind::company),
                     .field = std::string(read_.text(4)),
                     .name = std::string(name),
                     .needs_introduction = needs_introduction});
  }
  return names;
}

std::vector<model::EntityKind> OwnNames::found_kinds(std::string_view name) {
  std::vector<model::EntityKind> kinds;
  for (kinds_.bind(name); kinds_.step();)
    if (const auto kind = base::from_text<model::EntityKind>(kinds_.text(0))) kinds.push_back(*kind);
  return kinds;
}

std::int64_t OwnNames::row_of(const model::Entity& entity) {
  if (const auto id = by_key_.find(entity.key)) return *id;
  const std::string_view kind = base::to_text(entity.kind);
  if (entity.key.starts_with(kOwnKey)) {
    adopt_.run(entity.key, entity.name, kind);
    if (const auto id = by_key_.find(entity.key)) return *id;
  }
  return insert_entity_.run(entity.key, kind, entity.name, OrNull{entity.name_ko}, OrNull{entity.name_en});
}

template <typename Work>
void OwnNames::transact(Work work) {
  SQLite::Database& sqlite = database_.sqlite();
  try {
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    work();
    transaction.commit();
  } catch (const SQLite::Exception& exception) {
    throw failure(exception, database_.path());
  }
}

void OwnNames::add(const model::Entity& entity, const std::vector<OwnName>& names, std::string_view note) {
  transact([&] {
    const std::int64_t id = row_of(entity);
    for (const OwnName& name : names) {
      std::string value = name.name;
      if (name.needs_introduction) value += kNeedsIntroduction;
      insert_.run(OrNull{made_at_}, id, name.field, value, OrNull{note});
      insert_alias_.run(id, name.name, language_of(name.name));
      if (name.field == "alias") continue;
      // The field is name_ko or name_en, so it may stand in the statement.
      Statement(database_.sqlite(), "UPDATE entity SET " + name.field + " = ? WHERE entity_id = ?").run(name.name, id);
    }
  });
}

bool OwnNames::remove(std::int64_t correction) {
  bool removed = false;
  transact([&] {
    const std::vector<OwnName> names = all();
    const auto named =
        std::find_if(names.begin(), names.end(), [&](const OwnName& name) { return name.correction == correction; });
    if (named == names.end()) return;
    removed = true;
    const bool whole = named->key == own_key(named->kind, named->name);
    for (const OwnName& name : names) {
      if (name.correction != correction && !(whole && name.entity == named->entity)) continue;
      // undone_at is what takes it out of force, so it is set even where no time is given.
      undo_.run(made_at_, name.correction);
      delete_alias_.run(name.entity, name.name);
      if (name.field != "alias")
        Statement(database_.sqlite(),
                  "UPDATE entity SET " + name.field + " = NULL WHERE entity_id = ? AND name IS NOT " + name.field)
            .run(name.entity);
    }
    // What articles still call so is a found name again until they are read anew.
    if (!others_.find(named->entity)) release_.run(named->entity);
    entities_.remove_orphans({named->entity});
  });
  return removed;
}

}  // namespace timeline::store
