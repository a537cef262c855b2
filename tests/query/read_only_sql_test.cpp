#include "query/read_only_sql.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "newsroom.hpp"

using namespace timeline;

namespace {

std::string first_cell(Newsroom& newsroom, const std::string& sql) {
  std::string text;
  query::run_read_only(newsroom.database(), sql,
                       {.begin = [](const auto&) {},
                        .row =
                            [&](const std::vector<query::Cell>& cells) {
                              text = query::to_text(cells.at(0));
                              return false;
                            }});
  return text;
}

}  // namespace

TEST_CASE("reading is allowed, search and table functions too") {
  Newsroom newsroom;
  CHECK(first_cell(newsroom, "SELECT count(*) FROM timeline;  -- all") == "7");
  CHECK(first_cell(newsroom, "WITH x(n) AS (VALUES (3)) SELECT n FROM x") == "3");
  CHECK(first_cell(newsroom, "SELECT rowid FROM event_search WHERE event_search MATCH '구글'") == "3");
  CHECK(first_cell(newsroom, "SELECT name FROM pragma_table_info('outlet')") == "outlet_id");
  CHECK(first_cell(newsroom, "PRAGMA user_version") == "1");
  CHECK(first_cell(newsroom, "SELECT 14000000000000.0") == "14000000000000");
  CHECK(first_cell(newsroom, "SELECT x'0011'") == "(2 bytes)");
}

TEST_CASE("nothing but reading gets through") {
  Newsroom newsroom;
  const std::string sql =
      GENERATE("DELETE FROM event", "INSERT INTO outlet VALUES (9, 'x')", "UPDATE sqlite_master SET sql = ''",
               "DROP TABLE fact", "ATTACH 'other.db' AS other", "VACUUM INTO 'copy.db'", "PRAGMA user_version = 7",
               "PRAGMA writable_schema = 1", "PRAGMA query_only = 0", "SELECT load_extension('x')",
               "SELECT 1; DELETE FROM event", "BEGIN", "CREATE TEMP TABLE t (x)",
               "INSERT INTO event_search(event_search) VALUES ('rebuild')", "", "SELEC 1", "SELECT nothing FROM event");
  CAPTURE(sql);
  try {
    first_cell(newsroom, sql);
    FAIL("was let through");
  } catch (const base::Error& error) {
    CHECK(error.status() == base::ExitStatus::usage);
    CHECK(std::string(error.what()).find('\n') == std::string::npos);
  }
  CHECK(newsroom.database().execAndGet("SELECT count(*) FROM event").getInt() == 7);
}
