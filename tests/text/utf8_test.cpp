#include "text/utf8.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "text/normalize.hpp"
#include "text/width.hpp"

using namespace timeline::text;

TEST_CASE("character index turns bytes into characters") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "가a🙂é";
  const CharacterIndex index(text);
  std::uint32_t characters = 0;
  for (std::uint32_t at = 0; at <= text.size(); ++at)
    if (is_boundary(text, at)) {
      REQUIRE(index.characters(at) == characters);
      ++characters;
    }
  CHECK(count_characters(text) == 200);
  CHECK(CharacterIndex("abc").characters(3) == 3);
  CHECK(CharacterIndex("").characters(0) == 0);
}

TEST_CASE("validity of UTF-8") {
  CHECK(is_valid_utf8("가나다 abc 🙂"));
  CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));      // a surrogate
  CHECK_FALSE(is_valid_utf8("\xC0\x80"));          // overlong
  CHECK_FALSE(is_valid_utf8("\xEA\xB0"));          // cut short
  CHECK_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));  // past U+10FFFF
  CHECK_FALSE(is_valid_utf8("\x80"));
}

TEST_CASE("normalise to NFC and line feeds") {
  CHECK(normalize("\xEF\xBB\xBF" "a\r\nb\rc") == "a\nb\nc");
  CHECK(normalize("\u1100\u1161") == "가");
  CHECK(normalize("가나") == "가나");
}

TEST_CASE("Korean takes two columns") {
  CHECK(display_width("가나 ab") == 7);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("") == 0);
}
