#include "store/database.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <cstdio>
#include <system_error>
#include <utility>

#include "store/migrations.hpp"
#include "store/statement.hpp"

namespace timeline::store {
namespace {

namespace fs = std::filesystem;

base::Error refuse(const fs::path& path, const std::string& why, std::string hint = {}) {
  return {base::ExitStatus::database, path.string() + ": " + why, std::move(hint)};
}

/// Nobody may write: what a person has marked read-only stays so for the superuser as well.
bool is_writable(const fs::path& path) {
  std::error_code code;
  constexpr fs::perms kWrite = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  return (fs::status(path, code).permissions() & kWrite) != fs::perms::none && ::access(path.c_str(), W_OK) == 0;
}

/// What can be told without opening: SQLite would only say "unable to open database file".
void check_file(const fs::path& path, Access access) {
  std::error_code code;
  const fs::file_status status = fs::status(path, code);
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (status.type() == fs::file_type::not_found) {
    if (access == Access::read)
      throw refuse(path, "there is no such database", "make one with: timeline import --db FILE PATH...");
    if (!fs::is_directory(folder, code)) throw refuse(path, "its folder does not exist", "make the folder first");
    if (!is_writable(folder))
      throw refuse(path, "cannot be made: its folder is read-only", "choose another place with --db");
    return;
  }
  if (status.type() == fs::file_type::directory)
    throw refuse(path, "is a folder, not a database", "name a file with --db");
  if (code) throw refuse(path, "cannot be read: " + code.message());
  if (status.type() != fs::file_type::regular) throw refuse(path, "is no ordinary file", "name a file with --db");
  if (::access(path.c_str(), R_OK) != 0) throw refuse(path, "may not be read", "check its permissions");
  if (access == Access::write && !is_writable(path))
    throw refuse(path, "is read-only", "make it writable, or choose another with --db");
  if (access == Access::write && !is_writable(folder))
    throw refuse(path, "cannot be written: its folder is read-only",
                 "make the folder writable: the journal stands in it");
}

std::unique_ptr<SQLite::Database> connect(const fs::path& path, int flags) {
  return std::make_unique<SQLite::Database>(path.string(), flags, Database::kBusyMilliseconds);
}

/// After a crash the journal still holds pages to put back; only a connection that may write can do that.
void roll_back_after_crash(const fs::path& path) {
  std::error_code code;
  if (fs::file_size(path.string() + "-journal", code) == 0 || code || !is_writable(path)) return;
  connect(path, SQLite::OPEN_READWRITE)->execAndGet("PRAGMA schema_version");
}

int pragma(SQLite::Database& database, const char* name) {
  return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

/// The version of the schema, 0 for a file that holds nothing yet. Refuses what is not ours.
int version_of(SQLite::Database& database, const fs::path& path) {
  const int application = pragma(database, "application_id");
  const int version = pragma(database, "user_version");
  const int objects = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt();
  if (application == 0 && version == 0 && objects == 0) return 0;
  if (application != kApplicationId)
    throw refuse(path, "is a SQLite database of another program, not a timeline database",
                 "name another file with --db");
  if (version > newest_version())
    throw refuse(path,
                 "was written by a newer program (schema " + std::to_string(version) + ", this program knows " +
                     std::to_string(newest_version()) + ")",
                 "use the newer timeline");
  if (version < 1) throw refuse(path, "has no schema version", "restore it from a backup");
  return version;
}

/// Copies through SQLite, so that the copy is whole whatever else is going on. An earlier backup is never overwritten.
fs::path back_up(SQLite::Database& database, const fs::path& path, int version) {
  fs::path copy = path.string() + ".v" + std::to_string(version) + ".bak";
  for (int i = 2; fs::exists(copy); ++i)
    copy = path.string() + ".v" + std::to_string(version) + "-" + std::to_string(i) + ".bak";
  Statement(database, "VACUUM INTO ?").run(copy.string());
  return copy;
}

}  // namespace

base::Error failure(const SQLite::Exception& exception, const fs::path& path) {
  switch (exception.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return refuse(path, "is locked by another program", "wait until it has finished and try again");
    case SQLITE_NOTADB:
      return refuse(path, "is not a database", "name another file with --db");
    case SQLITE_CORRUPT:
      return refuse(path, "is damaged", "restore it from a backup, or import the articles into a new file");
    case SQLITE_FULL:
      return refuse(path, "the disk is full", "make room and run it again; what was stored is safe");
    case SQLITE_READONLY:
      return refuse(path, "cannot be written", "check the permissions of the file and its folder");
    case SQLITE_CANTOPEN:
      return refuse(path, "cannot be opened", "check the permissions of the file and its folder");
    case SQLITE_IOERR:
      return refuse(path, "reading or writing the disk failed", "check the disk; what was stored is safe");
    case SQLITE_NOMEM:
      return refuse(path, "memory ran out");
    default:
      return refuse(path, exception.what());
  }
}

Database Database::open(const fs::path& path, Access access) {
  check_file(path, access);
  try {
    roll_back_after_crash(path);
    auto database =
        connect(path, access == Access::read ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    Migration migration{.from = version_of(*database, path), .to = newest_version(), .backup = {}};
    if (access == Access::read) {
      if (migration.from == 0) throw refuse(path, "is empty", "import articles into it first");
      if (migration.from < migration.to)
        throw refuse(path, "has the schema of an older program", "bring it up to date with: timeline migrate");
      return {path, std::move(database), std::move(migration)};
    }
    if (migration.from < migration.to) {
      if (migration.from > 0) migration.backup = back_up(*database, path, migration.from);
      run_migrations(*database, migration.from);
    }
    database->exec("PRAGMA foreign_keys = ON");
    return {path, std::move(database), std::move(migration)};
  } catch (const SQLite::Exception& exception) {
    throw failure(exception, path);
  }
}

Database Database::in_memory(const fs::path& path) {
  auto database = connect(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  run_migrations(*database, 0);
  return {path, std::move(database), {.from = 0, .to = newest_version(), .backup = {}}};
}

}  // namespace timeline::store
