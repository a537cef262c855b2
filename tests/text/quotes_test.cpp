#include "text/quotes.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace timeline;
using text::find_quotations;

namespace {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  for (const text::QuotedPassage& passage : find_quotations(text, {0, static_cast<std::uint32_t>(text.size())}))
    found.push_back(std::string(passage.depth, '>') + std::string(passage.inner.of(text)) +
                    (passage.closed ? "" : "…"));
  return found;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("pairs curly, straight and mixed marks") {
  CHECK(words("그는 “한국은 빠르다”며 “곧 따라온다”고 했다.") == Words{"한국은 빠르다", "곧 따라온다"});
  CHECK(words("시는 \"곧 연다\"며 \"많이 와 달라\"고 했다.") == Words{"곧 연다", "많이 와 달라"});
  CHECK(words("소장은 \"검진을 늘리겠다“고 말했다. 그는 \"꼭 하겠다\"고 했다.") ==
        Words{"검진을 늘리겠다", "꼭 하겠다"});
  CHECK(words("그는 “가겠다\"고 했다.") == Words{"가겠다"});
}

TEST_CASE("knows a passage inside a passage") {
  CHECK(words("전씨는 “직접 ‘받았다’고 들었다”고 했다.") == Words{"직접 ‘받았다’고 들었다", ">받았다"});
  CHECK(words("그는 “‘끝이다’라고 생각했다”고 했다.") == Words{"‘끝이다’라고 생각했다", ">끝이다"});
}

TEST_CASE("apostrophes quote nothing") {
  CHECK(words("Nvidia's chief said 'not yet' and didn't stay.") == Words{"not yet"});
  CHECK(words("'25년 매출은 늘었다.").empty());
  CHECK(words("The workers' union said \"no\" to it.") == Words{"no"});
}

TEST_CASE("an unclosed mark does not swallow the passages after it") {
  CHECK(words("그는 “가겠다고 했다. 시장은 “남겠다”고 했다.") == Words{"남겠다"});
  CHECK(words("대표 \"새 길 연다\n본문은 “여기”다.") == Words{"새 길 연다…", "여기"});
}

TEST_CASE("spaces lost by a crawler do not turn the pairs around") {
  CHECK(
      words(
          "본격 업무 돌입\"역할을 새롭게 정립해야 합니다.\"새 청장이 \"재정립하겠다\"고 밝혔다.\"함께 간다\"는 그는") ==
      Words{"역할을 새롭게 정립해야 합니다.", "재정립하겠다", "함께 간다"});
}

TEST_CASE("a span that starts and ends inside the text bounds the search") {
  const std::string_view text = "“하나” “둘” “셋”";
  const auto found = find_quotations(text, {13, 26});
  REQUIRE(found.size() == 1);
  CHECK(found[0].inner.of(text) == "둘");
}
