// Holds for every file in data/, also for those that nobody thought of when this was written.
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <string_view>

#include "lexicon/data_set.hpp"
#include "lexicon/table.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

using timeline::lexicon::DataSet;
using timeline::lexicon::Table;

namespace {

std::string_view next_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  const auto line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

}  // namespace

TEST_CASE("every data file is a table: columns named, as many cells in every row, sorted") {
  const auto data = DataSet::embedded();
  REQUIRE(!data.paths("").empty());
  for (const auto path : data.paths("")) {
    INFO(path);
    CHECK_NOTHROW(Table(data, path));
    CHECK(!Table(data, path).rows().empty());
  }
}

TEST_CASE("every data file begins with a comment that says what it is for") {
  const auto data = DataSet::embedded();
  for (const auto path : data.paths("")) {
    INFO(path);
    CHECK(data.file(path).starts_with("# "));
  }
}

TEST_CASE("every data file is UTF-8 in normal form, one line end after each line, no stray blanks") {
  const auto data = DataSet::embedded();
  for (const auto path : data.paths("")) {
    INFO(path);
    const auto content = data.file(path);
    REQUIRE(timeline::text::is_valid_utf8(content));
    CHECK(timeline::text::normalize(std::string(content)) == content);
    CHECK(content.ends_with('\n'));
    for (auto rest = content; !rest.empty();) {
      const auto line = next_line(rest);
      INFO(line);
      CHECK(!line.ends_with(' '));
      CHECK(line.find(" \t") == std::string_view::npos);
      CHECK(line.find("\t ") == std::string_view::npos);
    }
  }
}

TEST_CASE("no row of a data file stands twice, near or far") {
  const auto data = DataSet::embedded();
  for (const auto path : data.paths("")) {
    INFO(path);
    std::set<std::string_view> seen;
    for (auto rest = data.file(path); !rest.empty();) {
      const auto line = next_line(rest);
      if (line.empty() || line.starts_with('#')) continue;
      INFO(line);
      CHECK(seen.insert(line).second);
    }
  }
}
