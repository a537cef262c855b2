#include "input/plain_text.hpp"

#include <catch2/catch.hpp>

#include "lexicon/table.hpp"
#include "reading.hpp"

using namespace timeline;
using namespace timeline::input;

namespace {

const Rules& rules() {
  static const lexicon::DataSet data = lexicon::DataSet::embedded();
  static const Rules rules(data);
  return rules;
}

const std::string kStory =
    "\n한빛전자는 지난 17일 새 반도체 공장을 가동했다고 밝혔다. 공장은 3년 동안 지은 것으로 축구장 열 개를 합친 "
    "넓이다.\n";

model::Article read(const std::string& text) {
  return read_plain_text(text, rules());
}

}  // namespace

TEST_CASE("headline, outlet, reporter and time of saved texts") {
  const model::Article plain = read("한빛전자, 새 공장 가동\n한결뉴스 | 홍길동 기자 | 2025. 12. 16. 07:30\n" + kStory);
  CHECK(plain.title == "한빛전자, 새 공장 가동");
  CHECK(plain.title_in_body);
  CHECK(plain.outlet == "한결뉴스");
  CHECK(plain.byline == "홍길동 기자");
  CHECK(model::to_iso(plain.published.value()) == "2025-12-16T07:30");
  CHECK(plain.published_basis == model::PublishedBasis::text);
  CHECK(plain.language == "ko");

  const model::Article framed = read(
      "한결뉴스\n홈 | 정치 | 경제\n로그인 회원가입\n\n경제 > 기업\n한빛전자, 3분기 이익 사상 최대\n홍길동 기자 "
      "hong@example.com\n입력 2025.11.03 06:00\n" +
      kStory);
  CHECK(framed.title == "한빛전자, 3분기 이익 사상 최대");
  CHECK(framed.outlet == "한결뉴스");
  CHECK(framed.byline == "홍길동 기자");

  const model::Article forum = read(
      "메뉴 건너뛰기\n\n한빛전자와 손잡은 정부, 당장은 득\n70,967 600\n2025.11.02 "
      "22:51\n\nhttps://n.news.naver.com/article/032/0003406154\n" +
      kStory);
  CHECK(forum.title == "한빛전자와 손잡은 정부, 당장은 득");
  CHECK(forum.outlet == "경향신문");

  const model::Article repeated =
      read("어느 누리집|홈\n한빛전자의 위험한 선택: 새 공장\n산업\n\n한빛전자의 위험한 선택: 새 공장\n" + kStory);
  CHECK(repeated.title == "한빛전자의 위험한 선택: 새 공장");
  CHECK_FALSE(repeated.published);
}

TEST_CASE("English texts") {
  const std::string story =
      "\nThe company said on Monday that it opened a plant in the north of the country. It is the third this year.\n";
  const model::Article first =
      read("Hanbit opens a third plant\nThe Hanbit Post\nBy Jane Doe\nPublished: Nov. 1, 2025, 8:05 a.m.\n" + story);
  CHECK(first.title == "Hanbit opens a third plant");
  CHECK(first.outlet == "The Hanbit Post");
  CHECK(first.byline == "Jane Doe");
  CHECK(first.language == "en");
  CHECK(model::to_iso(first.published.value()) == "2025-11-01T08:05");
  const model::Article second =
      read("Hanbit opens a third plant\nNorthern Ledger\nMaya Lindqvist\nDecember 16, 2025\n" + story);
  CHECK(second.title == "Hanbit opens a third plant");
  CHECK(second.outlet == "Northern Ledger");
  CHECK(second.byline == "Maya Lindqvist");
}

TEST_CASE("what a text does not say stays empty") {
  const model::Article bare = read("한빛전자는 새 공장을 지었다고 밝혔다. 공장은 크다.");
  CHECK(bare.title.empty());
  CHECK(bare.outlet.empty());
  CHECK(bare.byline.empty());
  CHECK_FALSE(bare.published);
  // A translation names its source; that is not where it was published.
  CHECK(read("해외 소식 모음입니다\n출처 : https://www.businessinsider.com/a\n" + kStory).outlet.empty());
  CHECK(read("한 기자가 물었다.\n그 기자는 답을 듣지 못했다고 다른 기자에게 말했다.").byline.empty());
}

TEST_CASE("every outlet is found behind its address and every shape in its example") {
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const lexicon::Table outlets(data, "outlets.tsv");
  for (const auto& row : outlets.rows()) {
    INFO(row.line());
    CHECK(rules().outlets.of_url(row["example"]) == row["name"]);
  }
  const lexicon::Table shapes(data, "ko/layout_outlet.tsv");
  for (const auto& row : shapes.rows()) {
    INFO(row["example"]);
    CHECK(rules().masthead.is_outlet(row["example"]));
  }
  CHECK(rules().outlets.of_name("http://www.hani.co.kr/") == "한겨레");
  CHECK(rules().outlets.of_name("oid421") == "뉴스1");
  CHECK(rules().outlets.of_url("https://unknown.example/1").empty());
}
