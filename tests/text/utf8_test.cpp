#include "text/utf8.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

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

TEST_CASE("validity of UTF-8 wherever the character stands") {
  const auto valid_at = [](std::string_view character, std::size_t before, std::size_t behind) {
    const std::string padding = (before % 3 == 1 ? "a" : before % 3 == 2 ? "é" : "");
    std::string text = padding;
    while (text.size() < before) text += "한";
    text += character;
    for (std::size_t i = 0; i < behind; ++i) text += "한";
    return is_valid_utf8(text);
  };
  for (const std::size_t before : {0U, 1U, 47U, 61U, 62U, 63U, 64U, 65U, 126U, 127U, 128U})
    for (const std::size_t behind : {0U, 1U, 30U}) {
      INFO(before << " bytes before, " << behind << " characters behind");
      for (const char* good : {"a", "é", "\xDF\xBF", "\xE0\xA0\x80", "한", "\xED\x9F\xBF", "\xEE\x80\x80", "🙂",
                               "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
        REQUIRE(valid_at(good, before, behind));
      for (const char* bad : {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xE0\x9F\xBF", "\xED\xA0\x80",
                              "\xED\xBF\xBF", "\xEA\xB0", "\xEA", "\xF0\x8F\xBF\xBF", "\xF0\x9F\x99",
                              "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "é\x80", "한\x80", "🙂\x80"})
        REQUIRE_FALSE(valid_at(bad, before, behind));
    }
}

TEST_CASE("normalise to NFC and line feeds") {
  CHECK(normalize("\xEF\xBB\xBF"
                  "a\r\nb\rc") == "a\nb\nc");
  CHECK(normalize("\u1100\u1161") == "가");
  CHECK(normalize("가나") == "가나");
}

TEST_CASE("Korean takes two columns") {
  CHECK(display_width("가나 ab") == 7);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("") == 0);
}

TEST_CASE("the characters that need no look at their composition are those of ICU") {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(code);
  REQUIRE(U_SUCCESS(code));
  const auto composed = [&](const std::string& text) {
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, code);
    return out;
  };
  for (char32_t c = 0x80; c < 0x20000; ++c) {
    if ((c >= 0xD800 && c <= 0xDFFF) || c == 0xFEFF) continue;  // surrogates, the byte order mark
    std::string text;
    append_utf8(c, text);
    for (const char* before : {"", "e", "가", "か"})
      if (const std::string both = before + text; normalize(both) != composed(both))
        FAIL_CHECK(static_cast<std::uint32_t>(c));
  }
  for (const char* text : {"가\u11A8나", "かが\u3099\u3099き", "e\u0301\u0323e", "x\u1112\u1161\u11AB글", "\u0301",
                           "가\uF9E1\uF967나 e\u0301"})
    CHECK(normalize(text) == composed(text));
}

TEST_CASE("nothing is copied of a text that is normal already") {
  CHECK_FALSE(if_not_normal("가나다\n라 ‘마’"));
  CHECK(if_not_normal("가\r\n나\r") == "가\n나\n");
  CHECK(if_not_normal("\u1100\u1161\r\n") == "가\n");
  CHECK(without_mark("\xEF\xBB\xBF\xEF\xBB\xBF가") == "가");
}
