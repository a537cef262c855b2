#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "query/sheet.hpp"

namespace timeline::query {

/// Runs one SELECT (or EXPLAIN, WITH … SELECT, VALUES, a reading PRAGMA) that somebody typed. Nothing else gets
/// through: no writing, attaching, loading of extensions or second statement. Throws Error(usage) with SQLite's words.
void run_read_only(SQLite::Database& database, const std::string& sql, const SheetSink& sink);

}  // namespace timeline::query
