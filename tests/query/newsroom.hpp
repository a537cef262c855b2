#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>
#include <sstream>
#include <string>

/// The schema and the rows of tests/golden/newsroom.sql in memory.
class Newsroom {
 public:
  Newsroom() : database_(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    for (const char* file : {"/schema/schema.sql", "/tests/golden/newsroom.sql"}) {
      std::ifstream stream(std::string(TIMELINE_SOURCE_DIR) + file);
      std::ostringstream sql;
      sql << stream.rdbuf();
      database_.exec(sql.str());
    }
  }

  SQLite::Database& database() { return database_; }

 private:
  SQLite::Database database_;
};
