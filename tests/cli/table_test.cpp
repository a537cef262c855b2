#include "cli/table.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "cli/escape.hpp"
#include "cli/safe_text.hpp"
#include "text/width.hpp"

using namespace timeline;
using cli::TextTable;

TEST_CASE("Korean is two columns wide and columns line up") {
  TextTable table({{.title = "NAME"}, {.title = "N", .right = true}});
  table.add({"엔비디아", "1"});
  table.add({"IBM", "12"});
  CHECK(table.render(0, false) == "NAME       N\n엔비디아   1\nIBM       12\n");
}

TEST_CASE("a table fits the width it is given, and what must not be cut stays whole") {
  TextTable table({{.title = "DATE", .fixed = true}, {.title = "TITLE"}, {.title = "FROM", .yields = true}});
  table.add({"2025-10-31", "엔비디아, 한국에 GPU 26만장 공급 발표", "https://example.org/a/long/address"});
  for (const std::size_t width : {30U, 40U, 60U, 80U}) {
    std::istringstream lines(table.render(width, false));
    std::string line;
    while (std::getline(lines, line)) {
      CHECK(text::display_width(line) <= width);
      if (line.starts_with("2025")) CHECK(line.find("2025-10-31") == 0);
    }
  }
  CHECK(table.render(60, false).find("26만장 공급 발표") != std::string::npos);  // the address yields first
}

TEST_CASE("empty columns are left out unless they are kept") {
  TextTable table({{.title = "A"}, {.title = "B"}, {.title = "C", .kept = true}});
  table.add({"1", "", ""});
  CHECK(table.render(0, false) == "A  C\n1\n");
}

TEST_CASE("untrusted text is made visible") {
  CHECK(cli::visible("a\x1b[31mb\nc\td") == "a␛[31mb c d");
  CHECK(cli::visible("a\xE2\x80\xAE"
                     "b") ==
        "a\xEF\xBF\xBD"
        "b");  // right-to-left override
  CHECK(cli::visible("\xC2\x9B"
                     "x\x7F") ==
        "\xEF\xBF\xBD"
        "x␡");
  CHECK(cli::visible("a\xFF"
                     "b\xEC\x97") ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(cli::visible("엔비디아 👩‍💻") == "엔비디아 👩‍💻");
  CHECK(cli::fit("엔비디아", 8) == "엔비디아");
  CHECK(cli::fit("엔비디아", 7) == "엔비디…");
  CHECK(cli::fit("엔비디아", 6) == "엔비…");
  CHECK(cli::fit("abc", 0).empty());
}

TEST_CASE("each format escapes what means something in it") {
  CHECK(cli::csv_field("a,\"b\"\nc") == "\"a,\"\"b\"\"\nc\"");
  CHECK(cli::tsv_field("a\tb\nc\\") == "a\\tb\\nc\\\\");
  CHECK(cli::markdown_text("<b>*x*|[y](z)") == "\\<b\\>\\*x\\*\\|\\[y\\](z)");
  CHECK(cli::html_text("<a href=\"x\">'&") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
  CHECK(cli::escape_json_controls("\"\xE2\x80\xAE\xF3\xA0\x80\x81\"") == "\"\\u202e\\udb40\\udc01\"");
}
