#include "query/search.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

using timeline::query::search_expression;

TEST_CASE("words become phrases that must all be found") {
  CHECK(search_expression("구글 TPU") == R"("구글" "TPU")");
  CHECK(search_expression(R"("젠슨 황" 연설)") == R"("젠슨 황" "연설")");
  CHECK(search_expression("“젠슨 황”") == R"("젠슨 황")");
  CHECK(search_expression("  ") == "");
  CHECK(search_expression("!! -- ()") == "");
}

TEST_CASE("nothing that people type is an operator or a syntax error of FTS5") {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec("CREATE VIRTUAL TABLE t USING fts5(body, tokenize = 'unicode61')");
  database.exec("INSERT INTO t VALUES ('구글 AND 메타 NEAR title:x C++')");
  const auto [typed, found] = GENERATE(table<std::string, int>({
      {"구글 AND 메타", 1},
      {"구글 OR 없음", 0},
      {"NOT 메타", 0},
      {"title:x", 1},
      {"C++", 1},
      {"\"구글", 1},
      {"메타*", 1},
      {"(구글", 1},
      {"^구글", 1},
      {"구글'", 1},
      {"{title} : 구글", 1},
  }));
  CAPTURE(typed);
  const std::string expression = search_expression(typed);
  SQLite::Statement statement(database, "SELECT count(*) FROM t WHERE t MATCH ?");
  statement.bind(1, expression);
  REQUIRE_NOTHROW(statement.executeStep());
  CHECK(statement.getColumn(0).getInt() == found);
}
