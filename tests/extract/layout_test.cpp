#include "extract/layout.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "extract/copies.hpp"
#include "extract/layout_rules.hpp"
#include "lexicon/table.hpp"
#include "text/sentence_ends.hpp"

using namespace timeline;
using namespace timeline::extract;

namespace {

const lexicon::DataSet& data() {
  static const lexicon::DataSet data = lexicon::DataSet::embedded();
  return data;
}

/// The sentences as "role: words".
std::vector<std::string> layout(const std::string& body, const std::string& title = {}) {
  static const Layout layout(data());
  model::Article article;
  article.body = body;
  article.title = title;
  article.title_in_body = !title.empty();
  std::vector<std::string> lines;
  for (const model::Sentence& sentence : layout.sentences(article))
    lines.push_back(std::string(base::to_text(sentence.role)) + ": " + std::string(sentence.span.of(body)));
  return lines;
}

bool has(const std::vector<std::string>& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

const std::string kStory =
    "한빛전자는 지난 17일 새 반도체 공장을 가동했다고 밝혔다. 공장은 3년 동안 지은 것으로 축구장 열 개를 합친 넓이다.\n"
    "회사는 내년에 직원 500명을 더 뽑을 계획이다. 지역에서는 반기는 목소리가 나온다.\n";

}  // namespace

TEST_CASE("reporter and copyright lines are noise") {
  const auto lines = layout(kStory + "홍길동 기자 hong@example.com\nⓒ 한빛신문 무단전재 및 재배포 금지\n");
  CHECK(has(lines, "noise: 홍길동 기자 hong@example.com"));
  CHECK(has(lines, "noise: ⓒ 한빛신문 무단전재 및 재배포 금지"));
  CHECK(has(lines, "body: 지역에서는 반기는 목소리가 나온다."));
}

TEST_CASE("a reporter's opening is cut from the sentence") {
  CHECK(layout("(서울=한빛통신) 홍길동 기자 = 회사가 공장을 지었다.") ==
        std::vector<std::string>{"noise: (서울=한빛통신) 홍길동 기자 =", "body: 회사가 공장을 지었다."});
  CHECK(layout("[한빛신문 홍길동 기자] 회사가 공장을 지었다.") ==
        std::vector<std::string>{"noise: [한빛신문 홍길동 기자]", "body: 회사가 공장을 지었다."});
  CHECK(layout("“업보를 치를 것”[한빛신문 홍길동 기자] 회사가 공장을 지었다.").size() == 3);
  CHECK(layout("[단독] 회사가 공장을 지었다.").size() == 1);
}

TEST_CASE("captions and their credits") {
  const auto lines = layout("홍길동 대표가 31일 경주에서 발언하고 있다. 연합뉴스\n" + kStory);
  CHECK(has(lines, "caption: 홍길동 대표가 31일 경주에서 발언하고 있다."));
  CHECK(has(lines, "noise: 연합뉴스"));
  CHECK(has(lines, "body: 한빛전자는 지난 17일 새 반도체 공장을 가동했다고 밝혔다."));
  const auto glued = layout("홍길동 대표가 법원을 나서고 있다. 뉴시스서울중앙지법 부장판사는 영장을 발부했다.");
  CHECK(glued[0].starts_with("caption: "));
  CHECK(glued[1] == "noise: 뉴시스");
  CHECK(glued[2] == "body: 서울중앙지법 부장판사는 영장을 발부했다.");
  CHECK(layout("사태가 이어지고 있다. 연합뉴스가 이를 보도했다.")[1] == "body: 연합뉴스가 이를 보도했다.");
}

TEST_CASE("a second copy of the body is noise, also where its spaces are lost") {
  std::string glued;
  for (const char c : kStory)
    if (c != '\n') glued += c;
  const auto lines = layout(kStory + "\n" + glued);
  std::size_t body = 0;
  for (const std::string& line : lines) body += line.starts_with("body: ");
  CHECK(body == 4);
  CHECK(find_copies(kStory).empty());
  CHECK(find_copies("짧은 말 짧은 말").empty());
}

TEST_CASE("lists of other posts and comments below the article") {
  const auto lines = layout(kStory +
                            "목록 스크랩 (0)\n댓글 600\n새 소식이 좋네요.\n297417 이슈 다른 글 하나 1 17:44 "
                            "165\n297416 유머 다른 글 둘 2 17:43 302\n");
  for (const char* line : {"noise: 목록 스크랩 (0)", "noise: 댓글 600", "noise: 새 소식이 좋네요.",
                           "noise: 297417 이슈 다른 글 하나 1 17:44 165"})
    CHECK(has(lines, line));
}

TEST_CASE("other headlines do not end the article that goes on below them") {
  const auto lines =
      layout("회사가 공장을 지었다고 밝혔다.\n관련기사\n다른 회사도 공장 짓는다\n주가 사흘째 올라\n" + kStory);
  CHECK(has(lines, "noise: 다른 회사도 공장 짓는다"));
  CHECK(has(lines, "noise: 주가 사흘째 올라"));
  CHECK(has(lines, "body: 회사는 내년에 직원 500명을 더 뽑을 계획이다."));
}

TEST_CASE("scripts that a crawler left in the text") {
  const auto lines = layout(
      "회사가 공장을 지었다.window.googletag = window.googletag || {cmd: []};googletag.cmd.push(function() { a(); "
      "});공장은 “(옛) 터”에 있다.");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == "body: 회사가 공장을 지었다.");
  CHECK(lines[1].starts_with("noise: window."));
  CHECK(lines[2] == "body: 공장은 “(옛) 터”에 있다.");
}

TEST_CASE("the headline and what stands above and below it") {
  const auto lines = layout("한빛뉴스|홈\n한빛전자, 새 공장 가동\n홍길동 2025. 2. 28. 13:54\n경제\n\n" + kStory,
                            "한빛전자, 새 공장 가동");
  CHECK(lines[0] == "noise: 한빛뉴스|홈");
  CHECK(lines[1] == "title: 한빛전자, 새 공장 가동");
  CHECK(lines[2].starts_with("noise: "));
  CHECK(lines[3] == "noise: 경제");
  CHECK(lines[4].starts_with("body: "));
}

TEST_CASE("a title that the text only begins with is no line of it") {
  static const Layout layout(data());
  model::Article article;
  article.title = "한빛산";
  article.body = "한빛산에서는 2001년 산불이 났다. 복구는 2010년에 끝났다.";
  const auto sentences = layout.sentences(article);
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[0].role == model::SentenceRole::title);
  CHECK(sentences[1].role == model::SentenceRole::body);
  CHECK(sentences[2].role == model::SentenceRole::body);
  article.title = "한빛산에 산불";
  article.body = "한빛산에 산불\n한빛산에서는 2001년 산불이 났다.";
  CHECK(layout.sentences(article)[1].role == model::SentenceRole::noise);
  CHECK(layout.sentences(article)[2].role == model::SentenceRole::body);
}

TEST_CASE("articles that look like noise stay") {
  CHECK(
      layout(
          "기자들은 무단전재를 막을 법을 요구하며 국회 앞에서 사흘째 시위를 벌였고 정부는 이를 검토하겠다고 답했다.")[0]
          .starts_with("body: "));
  CHECK(layout("메일은 press@example.com으로 보내면 된다고 회사는 설명했다.")[0].starts_with("body: "));
  CHECK(layout("홍길동 기자는 이 사건을 처음 보도했다.")[0].starts_with("body: "));
}

TEST_CASE("every character that is not white space is in exactly one sentence, whatever its role") {
  const std::string body =
      "[한빛 홍길동 기자] 말이다. 연합뉴스\n(사진=한빛)17일 밝혔다.$(function(){ a; });끝이다.\n\n　목록 \n" + kStory +
      kStory;
  static const Layout layout(data());
  model::Article article;
  article.body = body;
  std::size_t at = 0;
  const auto blank = [&](std::size_t from, std::size_t to) {
    while (from < to) {
      const std::size_t space = text::space_at(body, from);
      if (space == 0) return false;
      from += space;
    }
    return true;
  };
  for (const model::Sentence& sentence : layout.sentences(article)) {
    REQUIRE(sentence.span.begin >= at);
    REQUIRE(blank(at, sentence.span.begin));
    at = sentence.span.end;
  }
  CHECK(blank(at, body.size()));
}

TEST_CASE("every word of the layout tables is seen in its example") {
  const LayoutRules rules(data());
  for (const std::string_view path : {"ko/layout_noise.tsv", "en/layout_noise.tsv"}) {
    const lexicon::Table table(data(), path);
    for (const auto& row : table.rows()) {
      INFO(path << ":" << row.line());
      CHECK(row["example"].find(row["text"]) != std::string_view::npos);
      CHECK(rules.shape(row["example"]).words != 0);
    }
  }
  const lexicon::Table roles(data(), "ko/layout_byline.tsv");
  for (const auto& row : roles.rows()) {
    INFO(row["example"]);
    CHECK(rules.is_reporter(row["example"], rules.shape(row["example"])));
  }
}
