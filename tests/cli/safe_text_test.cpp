#include "cli/safe_text.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/escape.hpp"
#include "text/utf8.hpp"

using namespace timeline;

TEST_CASE("a JSON string is the one that the JSON of a value holds") {
  for (char32_t c = 0; c < 0xE0100; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    if (c == 0x3000) c = 0xFE00;
    if (c == 0x11000) c = 0xDFF00;
    std::string text = "가";
    text::append_utf8(c, text);
    text += "나";
    std::string written;
    cli::append_json_string(text, written);
    if (written != cli::json_text(text)) FAIL_CHECK(static_cast<std::uint32_t>(c));
  }
  const std::string long_text = std::string(70, 'a') + "\"\n\u202E" + std::string(70, 'b') + "\\";
  std::string written;
  cli::append_json_string(long_text, written);
  CHECK(written == cli::json_text(long_text));
}

TEST_CASE("steering characters are replaced wherever they stand") {
  CHECK(cli::visible("가\x1B[1m\n" + std::string(80, 'a') + "\u202E나") ==
        "가␛[1m " + std::string(80, 'a') + "\uFFFD나");
  CHECK(cli::visible_lines("a\tb\n") == "a\tb\n");
  CHECK(cli::escape_json_controls("{\"a\":\"\u200E\u007F\"}\n") == "{\"a\":\"\\u200e\\u007f\"}\n");
}
