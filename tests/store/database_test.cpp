#include "store/database.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "base/file.hpp"
#include "store/migrations.hpp"
#include "temporary_folder.hpp"

namespace fs = std::filesystem;
using timeline::store::Access;
using timeline::store::Database;

namespace {

std::map<std::string, std::string> schema_of(SQLite::Database& database) {
  std::map<std::string, std::string> found;
  SQLite::Statement all(database, "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master");
  while (all.executeStep()) found[all.getColumn(0).getString()] = all.getColumn(1).getString();
  return found;
}

std::string message_of(const fs::path& path, Access access) {
  try {
    (void)Database::open(path, access);
  } catch (const timeline::base::Error& error) {
    CHECK(error.status() == timeline::base::ExitStatus::database);
    CHECK(std::string(error.what()).find('\n') == std::string::npos);
    return error.what();
  }
  return "opened";
}

void write(const fs::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

}  // namespace

TEST_CASE("migrating from nothing gives exactly the schema file") {
  const TemporaryFolder folder;
  const Database migrated = Database::open(folder / "a.db", Access::write);
  CHECK(migrated.migration().from == 0);
  CHECK(migrated.migration().to == timeline::store::newest_version());
  SQLite::Database reference(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  reference.exec(timeline::base::read_file(fs::path(TIMELINE_SOURCE_DIR) / "schema" / "schema.sql"));
  CHECK(schema_of(migrated.sqlite()) == schema_of(reference));
  for (const char* pragma : {"PRAGMA application_id", "PRAGMA user_version"})
    CHECK(migrated.sqlite().execAndGet(pragma).getInt() == reference.execAndGet(pragma).getInt());
  CHECK(reference.execAndGet("PRAGMA user_version").getInt() == timeline::store::newest_version());
  CHECK(migrated.sqlite().execAndGet("PRAGMA journal_mode").getString() == "delete");
}

TEST_CASE("every column of every table and view is documented") {
  const TemporaryFolder folder;
  const Database database = Database::open(folder / "a.db", Access::write);
  SQLite::Statement undocumented(database.sqlite(), R"(
    SELECT m.name || '.' || c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
    WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'
      AND m.name NOT GLOB '*_search_[dic]*'
      AND NOT EXISTS (SELECT 1 FROM column_doc AS d WHERE d.table_name = m.name AND d.column_name = c.name))");
  while (undocumented.executeStep()) FAIL_CHECK(undocumented.getColumn(0).getString());
  SQLite::Statement unknown(database.sqlite(), R"(
    SELECT d.table_name || '.' || d.column_name FROM column_doc AS d
    WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info(d.table_name) AS c WHERE c.name = d.column_name))");
  while (unknown.executeStep()) FAIL_CHECK(unknown.getColumn(0).getString());
  CHECK(database.sqlite().execAndGet("SELECT count(*) FROM column_doc").getInt() > 300);
}

TEST_CASE("foreign keys are indexed and tables are not strict") {
  const TemporaryFolder folder;
  const Database database = Database::open(folder / "a.db", Access::write);
  SQLite::Statement keys(database.sqlite(), R"(
    SELECT m.name, f."from" FROM sqlite_master AS m JOIN pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table')");
  int count = 0;
  while (keys.executeStep()) {
    ++count;
    SQLite::Statement index(database.sqlite(), R"(
      SELECT count(*) FROM pragma_index_list(?) AS l JOIN pragma_index_info(l.name) AS i WHERE i.seqno = 0 AND i.name = ?)");
    index.bind(1, keys.getColumn(0).getString());
    index.bind(2, keys.getColumn(1).getString());
    index.executeStep();
    INFO(keys.getColumn(0).getString() << "." << keys.getColumn(1).getString());
    CHECK(index.getColumn(0).getInt() > 0);
  }
  CHECK(count > 30);
  CHECK(database.sqlite().execAndGet("SELECT count(*) FROM pragma_table_list WHERE strict").getInt() == 0);
}

TEST_CASE("what is no database of ours is refused and left as it was") {
  const TemporaryFolder folder;
  const fs::path path = folder / "x.db";
  const auto refused = [&](const std::string& words) {
    const std::string before = timeline::base::read_file(path);
    for (const Access access : {Access::read, Access::write}) {
      INFO(message_of(path, access));
      CHECK(message_of(path, access).find(words) != std::string::npos);
    }
    CHECK(timeline::base::read_file(path) == before);
  };
  SECTION("text") {
    write(path, std::string(5000, 'x'));
    refused("is not a database");
  }
  SECTION("another program's database") {
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (x)");
    refused("another program");
  }
  SECTION("newer") {
    (void)Database::open(path, Access::write);
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 999");
    refused("newer program (schema 999");
  }
  SECTION("damaged") {
    (void)Database::open(path, Access::write);
    std::string bytes = timeline::base::read_file(path);
    bytes.replace(100, 3900, 3900, '\x7f');
    write(path, bytes);
    refused("is damaged");
  }
}

TEST_CASE("a folder, a missing file and a missing folder are told apart") {
  const TemporaryFolder folder;
  CHECK(message_of(folder / ".", Access::write).find("is a folder") != std::string::npos);
  CHECK(message_of(folder / "none.db", Access::read).find("there is no such database") != std::string::npos);
  CHECK_FALSE(fs::exists(folder / "none.db"));
  CHECK(message_of(folder / "none" / "x.db", Access::write).find("folder does not exist") != std::string::npos);
  write(folder / "empty.db", "");
  CHECK(message_of(folder / "empty.db", Access::read).find("is empty") != std::string::npos);
  CHECK(message_of(folder / "empty.db", Access::write) == "opened");
}

TEST_CASE("a read-only file or folder can be read and not written") {
  const TemporaryFolder folder;
  const fs::path path = folder / "a.db";
  (void)Database::open(path, Access::write);
  fs::permissions(path, fs::perms::owner_read);
  CHECK(message_of(path, Access::read) == "opened");
  CHECK(message_of(path, Access::write).find("is read-only") != std::string::npos);
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  fs::permissions(folder / ".", fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(message_of(path, Access::read) == "opened");
  CHECK(message_of(path, Access::write).find("folder is read-only") != std::string::npos);
  CHECK(message_of(folder / "new.db", Access::write).find("folder is read-only") != std::string::npos);
  fs::permissions(folder / ".", fs::perms::owner_all);
}

TEST_CASE("reading changes nothing, not even with SQL") {
  const TemporaryFolder folder;
  (void)Database::open(folder / "a.db", Access::write);
  const Database database = Database::open(folder / "a.db", Access::read);
  CHECK_THROWS_AS(database.sqlite().exec("DELETE FROM column_doc"), SQLite::Exception);
}
