#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

namespace timeline::store {

/// 'TMLN' in the file header tells a timeline database from other SQLite files.
inline constexpr int kApplicationId = 0x544D4C4E;

/// The number of the last file in migrations/: the schema this program reads and writes.
[[nodiscard]] int newest_version();

/// Runs the steps after version `from`, each in a transaction of its own, records them in schema_migration and
/// writes column_doc anew. Throws SQLite::Exception; a step that fails leaves no trace.
void run_migrations(SQLite::Database& database, int from);

}  // namespace timeline::store
