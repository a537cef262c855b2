#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/error.hpp"

namespace timeline::store {

/// `read` never changes the file and never makes one; `write` makes a missing file and brings an older one up to date.
enum class Access { read, write };

/// What opening for writing did to the schema.
struct Migration {
  int from = 0;  ///< user_version before; 0 for a new file
  int to = 0;
  std::optional<std::filesystem::path> backup;  ///< copy of the file made before the first step
};

/// An open timeline database. Every failure to open it is one base::Error(ExitStatus::database) that names the file
/// and says what to do, and leaves the file as it was: not a database, another program's database, newer than this
/// program, damaged, a folder, not readable, not writable, locked.
class Database {
 public:
  /// Other programs may hold the file for this long before it counts as locked.
  static constexpr int kBusyMilliseconds = 10'000;

  [[nodiscard]] static Database open(const std::filesystem::path& path, Access access);
  /// An empty database in memory that goes by the name of `path`: what a file that is not there yet would be.
  [[nodiscard]] static Database in_memory(const std::filesystem::path& path);

  [[nodiscard]] SQLite::Database& sqlite() const { return *sqlite_; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const Migration& migration() const { return migration_; }

 private:
  Database(std::filesystem::path path, std::unique_ptr<SQLite::Database> sqlite, Migration migration)
      : path_(std::move(path)), sqlite_(std::move(sqlite)), migration_(std::move(migration)) {}

  std::filesystem::path path_;
  std::unique_ptr<SQLite::Database> sqlite_;
  Migration migration_;
};

/// What a failed SQLite call means to a person: "news.db: the disk is full", with what to do.
[[nodiscard]] base::Error failure(const SQLite::Exception& exception, const std::filesystem::path& path);

}  // namespace timeline::store
