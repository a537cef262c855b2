#include "input/html.hpp"

#include <catch2/catch.hpp>

#include "input/html_content.hpp"
#include "input/html_meta.hpp"
#include "lexicon/table.hpp"
#include "reading.hpp"

using namespace timeline;
using namespace timeline::input;

namespace {

const std::string kParagraphs =
    "<p>한빛전자는 지난 17일 새 반도체 공장을 가동했다고 밝혔다. 공장은 3년 동안 지었다.</p>\n"
    "<p>회사는 내년에 직원 500명을 더 뽑을 계획이다. 지역에서는 반기는 목소리가 나온다.</p>\n";

/// A page of an outlet with all that stands around an article.
std::string page(const std::string& head, const std::string& above, const std::string& below = {}) {
  return "<!DOCTYPE html><html lang='ko'><head>" + head +
         "</head><body><nav><ul><li><a href='/'>정치</a></li><li><a href='/e'>경제</a></li></ul></nav>" + above +
         "<div class='article-body'>" + kParagraphs + "</div>" + below +
         "<div class='related-news'><h3>관련기사</h3><ul><li><a href='/1'>다른 회사도 공장을 짓는다고 "
         "밝혔다.</a></li></ul></div>"
         "<div id='comments'><p>좋은 소식입니다. 축하합니다. 앞으로도 잘 되기를 바랍니다.</p></div>"
         "<footer><p>등록번호 서울 아00000 | 등록일자 : 1999.01.02 | 발행인 홍길동</p><p>ⓒ 한빛신문 무단전재 및 재배포 "
         "금지</p></footer></body></html>";
}

model::Article read(const std::string& html) {
  const Result result = read_bytes(html, Format::html, "page.html");
  REQUIRE(result.issues.empty());
  REQUIRE(result.articles.size() == 1);
  return result.articles.front();
}

const std::string kBody =
    "한빛전자는 지난 17일 새 반도체 공장을 가동했다고 밝혔다. 공장은 3년 동안 지었다.\n"
    "회사는 내년에 직원 500명을 더 뽑을 계획이다. 지역에서는 반기는 목소리가 나온다.";

}  // namespace

TEST_CASE("a page gives the article and nothing around it") {
  const model::Article article =
      read(page("<title>한빛전자, 새 공장 가동 - 한빛신문</title><meta charset='utf-8'><meta property='og:site_name' "
                "content='한빛신문'>"
                "<script "
                "type='application/ld+json'>{\"@context\":\"https://"
                "schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"한빛신문\"},"
                "{\"@type\":\"NewsArticle\",\"headline\":\"한빛전자, 새 공장 "
                "가동\",\"datePublished\":\"2025-10-21T00:30:00Z\",\"dateModified\":"
                "\"2025-10-21T12:00:00+09:00\",\"author\":[{\"@type\":\"Person\",\"name\":\"홍길동\"}]}]}</script>",
                "<h1>한빛전자, 새 공장 가동</h1>"));
  CHECK(article.body == kBody);
  CHECK(article.title == "한빛전자, 새 공장 가동");
  CHECK_FALSE(article.title_in_body);
  CHECK(article.outlet == "한빛신문");
  CHECK(article.byline == "홍길동");
  CHECK(model::to_iso(article.published.value()) == "2025-10-21T09:30");
  CHECK(article.published_basis == model::PublishedBasis::metadata);
  CHECK(model::to_iso(article.updated.value()) == "2025-10-21T12:00");
}

TEST_CASE("publication time from meta elements, from the visible line, from the address") {
  const auto published = [](const std::string& head, const std::string& above) {
    const model::Article article = read(page(head, above));
    return article.published ? model::to_iso(*article.published) : "";
  };
  CHECK(published("<meta property='article:published_time' content='2025-10-21T09:30:00+09:00'>",
                  "<h1>새 공장 가동</h1>") == "2025-10-21T09:30");
  CHECK(published("",
                  "<h1>새 공장 가동</h1><div><span>입력 2025.10.21 오전 9:30</span> <span>수정 2025.10.22 "
                  "10:00</span></div>") == "2025-10-21T09:30");
  CHECK(published("<link rel='canonical' href='https://news.example.com/2025/10/21/plant'>", "<h1>새 공장 가동</h1>") ==
        "2025-10-21");
  CHECK(published("", "<h1>새 공장 가동</h1>").empty());
  // The machine's copy has the outlet's clock under a wrong zone: what readers see is right.
  CHECK(published("<meta property='article:published_time' content='2025-10-21T20:30:00Z'>",
                  "<h1>새 공장 가동</h1><p>입력 2025.10.21 20:30</p>") == "2025-10-21T20:30");
}

TEST_CASE("captions beside pictures and prose far below the article are left out") {
  const model::Article article = read(
      "<html><body><h1>새 공장 가동</h1><div><div><img src='a.jpg'><div>홍길동 대표가 공장 앞에서 손을 흔들고 "
      "있다.</div></div>" +
      kParagraphs +
      "<ul><li><a href='/1'>다른 회사의 새 공장 소식</a></li><li><a href='/2'>또 다른 회사의 새 공장 "
      "소식</a></li><li>공유</li><li>인쇄</li><li>더 보기</li>"
      "<li><a href='/3'>그 밖의 회사가 새로 지은 공장 소식을 모아서 보는 곳</a></li></ul><p>댓글을 남깁니다. "
      "좋네요.</p></div></body></html>");
  CHECK(article.body == kBody);
}

TEST_CASE("pages of Korean outlets in English are in Korean time") {
  const std::string english = "<p>The company said on Tuesday that it opened a plant. It is the third this year.</p>";
  const auto published = [&](const std::string& url) {
    const model::Article article = read(
        "<html><head><link rel='canonical' href='" + url +
        "'><meta property='article:published_time' content='2025-10-21T20:30:00Z'></head><body><h1>New plant</h1>" +
        english);
    return model::to_iso(article.published.value());
  };
  CHECK(published("https://www.example.co.kr/1") == "2025-10-22T05:30");
  CHECK(published("https://www.example.com/1") == "2025-10-21T20:30");
}

TEST_CASE("a script's copy of the article is read where the page itself is empty") {
  std::string paragraphs;
  for (int i = 0; i < 12; ++i)
    paragraphs += std::string(i == 0 ? "" : ",") + "{\"id\":" + std::to_string(i) +
                  ",\"type\":\"text\",\"content\":\"한빛전자는 지난 " + std::to_string(i + 1) +
                  "일 새 반도체 공장을 가동했다고 밝혔다. 공장은 세 해 동안 지었다.\"}";
  const model::Article article = read(
      "<html><head><title>새 공장 가동 소식 - 한빛신문</title></head><body><div "
      "id='app'></div><script>window.state={\"story\":{\"elements\":[" +
      paragraphs + "],\"more\":\"" + std::string(800, 'x') + "\"}};</script></body></html>");
  CHECK(article.body.starts_with("한빛전자는 지난 1일"));
  CHECK(article.body.find("지난 12일") != std::string::npos);
}

TEST_CASE("the encoding a page names is believed where its bytes are no Unicode") {
  // "새 공장" in EUC-KR.
  const std::string bytes =
      "<html><head><meta charset='euc-kr'></head><body><h1>x</h1><p>\xBB\xF5 \xB0\xF8\xC0\xE5\xC0\xBB "
      "\xC1\xF6\xBE\xFA\xB4\xD9\xB0\xED \xC8\xB8\xBB\xE7\xB4\xC2 \xB9\xE0\xC7\xFB\xB4\xD9. "
      "\xBB\xF5 \xB0\xF8\xC0\xE5\xC0\xBA \xC5\xA9\xB4\xD9.</p></body></html>";
  CHECK(read(bytes).body == "새 공장을 지었다고 회사는 밝혔다. 새 공장은 크다.");
}

TEST_CASE("pages that attack the reader are refused in one line or read harmlessly") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  const Result nested = read_bytes("<html><body>" + deep + "글", Format::html, "deep.html");
  REQUIRE(nested.issues.size() == 1);
  CHECK(nested.issues[0].starts_with("deep.html: elements are nested more than 2000 deep"));
  std::string wide = "<div";
  for (int i = 0; i < 100'000; ++i) wide += " a" + std::to_string(i) + "='>'";
  CHECK(read_bytes(wide + ">글", Format::html, "wide.html")
            .issues.at(0)
            .starts_with("wide.html: an element has more than 2000 attributes"));
  std::string flat;
  for (int i = 0; i < 20'000; ++i) flat += "<p><b><i>";
  CHECK(read_bytes(flat, Format::html).issues.size() == 1);
  CHECK(read_bytes("<script>alert(1)</script>", Format::html).issues.size() == 1);
  CHECK(read_bytes(std::string(20u << 20, 'x'), Format::html, "big.html").issues[0].find("larger than 16 MiB") !=
        std::string::npos);
  CHECK(read_bytes(
            "<html><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"datePublished\": </script><body>" +
                kParagraphs,
            Format::html)
            .articles.size() == 1);
}

TEST_CASE("the day in an address") {
  CHECK(day_in_url("https://x.example/site/2023/04/21/2023042190135.html") == "2023-04-21");
  CHECK(day_in_url("https://x.example/2023/4/story").empty());
}

TEST_CASE("every hint of the page table is seen in its example") {
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const HtmlHints hints(data);
  const lexicon::Table table(data, "en/layout_html.tsv");
  for (const auto& row : table.rows()) {
    INFO(row.line());
    const std::string html = "<html><body><div class='" + std::string(row["example"]) + "'></div></body></html>";
    const HtmlTree tree(html, "x");
    HtmlHints::Hint hint;
    for (const HtmlNode& node : tree.nodes())
      if (node.tag == GUMBO_TAG_DIV) hint = hints.of(node);
    CHECK((row["effect"] == "drop" ? hint.drop : hint.body));
  }
}
