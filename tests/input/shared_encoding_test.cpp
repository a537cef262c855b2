// Measures the telling of encodings on the evaluation articles, where they lie beside the project.
#include <unicode/ucnv.h>

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>

#include "reading.hpp"
#include "text/encoding.hpp"

using namespace timeline;
using namespace timeline::input;

namespace {

std::string encode(const std::string& utf8, const char* name) {
  UErrorCode code = U_ZERO_ERROR;
  std::string out(utf8.size() * 2 + 16, '\0');
  out.resize(static_cast<std::size_t>(ucnv_convert(name, "UTF-8", out.data(), static_cast<int32_t>(out.size()),
                                                   utf8.data(), static_cast<int32_t>(utf8.size()), &code)));
  return out;
}

}  // namespace

TEST_CASE("CP949 against UTF-8 on articles cut to 200 bytes and more") {
  const std::string path = TIMELINE_SOURCE_DIR "/../shared/news/articles.jsonl";
  if (!std::filesystem::exists(path)) {
    std::cout << "skipped: no evaluation articles at " << path << "\n";
    return;
  }
  const Result result = read_paths({path});
  REQUIRE(result.issues.empty());
  std::size_t all = 0;
  std::size_t right = 0;
  for (const model::Article& article : result.articles) {
    const std::string cp949 = encode(article.body, "windows-949");
    for (const std::size_t size : std::array<std::size_t, 5>{200, 201, 500, 1001, 1u << 20}) {
      all += 2;
      right += text::detect_encoding(std::string_view(article.body).substr(0, size)) == text::Encoding::utf8;
      right += text::detect_encoding(std::string_view(cp949).substr(0, size)) == text::Encoding::cp949;
    }
  }
  std::cout << "encodings told right: " << right << " of " << all << "\n";
  CHECK(right * 1000 >= all * 999);
}
