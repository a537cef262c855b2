#include "text/sentences.hpp"

#include <catch2/catch.hpp>
#include <string>

using timeline::text::split_sentences;

namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> sentences;
  for (const auto span : split_sentences(text)) sentences.emplace_back(span.of(text));
  return sentences;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("full stops that end a sentence") {
  CHECK(split("출시했다. 인수했다.") == Sentences{"출시했다.", "인수했다."});
  CHECK(split("기소했다.17일 검찰은 밝혔다.") == Sentences{"기소했다.", "17일 검찰은 밝혔다."});
  CHECK(split("첫 줄\n둘째 줄") == Sentences{"첫 줄", "둘째 줄"});
}

TEST_CASE("full stops that do not") {
  CHECK(split("그는 “좋다. 아주 좋다.”라고 말했다.").size() == 1);
  CHECK(split("2024. 3. 5. 열린 회의").size() == 1);
  CHECK(split("성장률은 3.5%였다.").size() == 1);
  CHECK(split("The U.S. economy grew.").size() == 1);
  CHECK(split("Mr. Huang spoke.").size() == 1);
}
