#include "text/encoding.hpp"

#include <unicode/ucnv.h>

#include <catch2/catch.hpp>
#include <fstream>

using namespace timeline::text;

namespace {

std::string encode(const std::string& utf8, const char* name) {
  UErrorCode code = U_ZERO_ERROR;
  std::string out(utf8.size() * 4 + 16, '\0');
  const auto size = ucnv_convert(name, "UTF-8", out.data(), static_cast<int32_t>(out.size()), utf8.data(),
                                 static_cast<int32_t>(utf8.size()), &code);
  REQUIRE(U_SUCCESS(code));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

const std::string kKorean = "삼성전자는 31일 경주에서 새 제품을 공개했다고 밝혔다. “한국은 준비됐다”고 말했다.\n";

}  // namespace

TEST_CASE("encodings are told from the bytes") {
  CHECK(detect_encoding(kKorean) == Encoding::utf8);
  CHECK(detect_encoding("\xEF\xBB\xBF" + kKorean) == Encoding::utf8);
  CHECK(detect_encoding(encode(kKorean, "windows-949")) == Encoding::cp949);
  CHECK(detect_encoding(encode(kKorean, "UTF-16LE")) == Encoding::utf16le);
  CHECK(detect_encoding(encode(kKorean, "UTF-16BE")) == Encoding::utf16be);
  CHECK(detect_encoding("\xFF\xFE" + encode(kKorean, "UTF-16LE")) == Encoding::utf16le);
  CHECK(detect_encoding("plain ASCII") == Encoding::utf8);
  CHECK(detect_encoding("caf\xE9 d\xE9j\xE0 vu, un fran\xE7ois") == Encoding::windows1252);
  CHECK(detect_encoding("café déjà vu") == Encoding::utf8);
  CHECK(detect_encoding(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01", 20)) == Encoding::binary);
}

TEST_CASE("Korean in CP949 that happens to be well-formed UTF-8") {
  // Every syllable between 0xC2A1 and 0xC8BF, every second byte below 0xC0.
  const std::string bytes = encode("청춘 처칠", "windows-949");
  if (detect_encoding(bytes) == Encoding::cp949) CHECK(decode_as(bytes, Encoding::cp949) == "청춘 처칠");
  CHECK(detect_encoding("\xC5\xEB\xC8\xAD") == Encoding::cp949);
}

TEST_CASE("text that survives its encoding") {
  for (const char* name : {"windows-949", "UTF-16LE", "UTF-16BE"}) {
    const std::string bytes = encode(kKorean, name);
    CHECK(decode_as(bytes, detect_encoding(bytes)) == kKorean);
  }
  CHECK(decode_as(encode(kKorean, "windows-949"), "ks_c_5601-1987").value() == kKorean);
  CHECK_FALSE(decode_as("x", "no-such-charset"));
}

TEST_CASE("damage is repaired and named, not passed on") {
  CHECK(repair_utf8("가\xFF나") == "가\xEF\xBF\xBD나");
  CHECK(repair_utf8(std::string("가\0나", 7)) == "가\xEF\xBF\xBD나");
  CHECK(repair_utf8("가\xEB\x82") == "가");
  CHECK(repair_utf8("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(detect_encoding("가나다라마바사\xFF아자차카타파하") == Encoding::utf8);
}
