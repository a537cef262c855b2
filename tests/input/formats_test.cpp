// CSV, TSV, feeds, Markdown and archives.
#include <archive.h>
#include <archive_entry.h>
#include <unicode/ucnv.h>

#include <catch2/catch.hpp>

#include "input/fields.hpp"
#include "lexicon/table.hpp"
#include "reading.hpp"

using namespace timeline;
using namespace timeline::input;

namespace {

struct Member {
  std::string name;
  std::string content;
};

std::string pack(const std::vector<Member>& members, bool zip) {
  std::string out(std::size_t{8} << 20, '\0');
  std::size_t used = 0;
  archive* handle = archive_write_new();
  if (zip) {
    archive_write_set_format_zip(handle);
  } else {
    archive_write_add_filter_gzip(handle);
    archive_write_set_format_raw(handle);
  }
  archive_write_set_bytes_per_block(handle, 0);
  REQUIRE(archive_write_open_memory(handle, out.data(), out.size(), &used) == ARCHIVE_OK);
  for (const Member& member : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(member.content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    REQUIRE(archive_write_header(handle, entry) == ARCHIVE_OK);
    archive_write_data(handle, member.content.data(), member.content.size());
    archive_entry_free(entry);
  }
  archive_write_close(handle);
  archive_write_free(handle);
  out.resize(used);
  return out;
}

std::string cp949(const std::string& utf8) {
  UErrorCode code = U_ZERO_ERROR;
  std::string out(utf8.size() * 2 + 16, '\0');
  out.resize(static_cast<std::size_t>(ucnv_convert("windows-949", "UTF-8", out.data(), static_cast<int32_t>(out.size()),
                                                   utf8.data(), static_cast<int32_t>(utf8.size()), &code)));
  return out;
}

}  // namespace

TEST_CASE("CSV with a Korean header, quotes and line ends inside them") {
  const std::string csv =
      "번호,기사 제목,본문,날짜,언론사,링크\r\n"
      "1,\"새 공장, 가동\",\"한빛전자는 \"\"새 공장\"\"을 지었다.\n둘째 줄이다.\",2025-10-21 "
      "09:30,한빛신문,https://news.example.com/1\r\n"
      "\r\n"
      "2,제목만,,2025-10-22,한빛신문,\r\n"
      "3,날짜 없음,본문이다.,언젠가,한빛신문,\r\n";
  for (const std::string& bytes : {csv, cp949(csv), "\xEF\xBB\xBF" + csv}) {
    const Result result = read_bytes(bytes, Format::csv, "news.csv");
    REQUIRE(result.articles.size() == 2);
    CHECK(result.articles[0].title == "새 공장, 가동");
    CHECK(result.articles[0].body == "한빛전자는 \"새 공장\"을 지었다.\n둘째 줄이다.");
    CHECK(model::to_iso(result.articles[0].published.value()) == "2025-10-21T09:30");
    CHECK(result.articles[0].outlet == "한빛신문");
    CHECK(result.articles[0].uri == "https://news.example.com/1");
    CHECK(result.articles[1].uri == "news.csv:6");
    REQUIRE(result.issues.size() == 2);
    CHECK(result.issues[0] == "news.csv:5: has no text");
    CHECK(result.issues[1].starts_with("news.csv:6: \"published\" is no date"));
  }
}

TEST_CASE("tables that cannot be read say why") {
  CHECK(read_bytes("a,b\n1,2\n", Format::csv, "x.csv").issues ==
        std::vector<std::string>{
            "x.csv:1: has no column for the text: the header must name one \"text\", \"content\" or \"body\""});
  CHECK(read_bytes("text\n\"open\n", Format::csv, "x.csv").issues ==
        std::vector<std::string>{"x.csv:2: opens a quotation mark that never closes"});
  std::string wide = "text";
  for (int i = 0; i < 1'000'000; ++i) wide += ",x";
  CHECK(read_bytes(wide, Format::csv, "x.csv").issues[0].starts_with("x.csv:1: has more than 1000 columns"));
  CHECK(read_bytes("title\ttext\n제목\t본문이다.\n", Format::tsv).articles.size() == 1);
  CHECK(read_bytes("title;text\n제목;본문이다.\n", Format::csv).articles.size() == 1);
}

TEST_CASE("RSS and Atom") {
  const Result rss = read_bytes(
      "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0' "
      "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>한빛신문</title>"
      "<item><title>새 공장 가동</title><link>https://news.example.com/1</link><pubDate>Tue, 21 Oct 2025 00:30:00 "
      "GMT</pubDate>"
      "<description>짧은 요약&nbsp;이다.</description><content:encoded><![CDATA[<p>한빛전자는 새 공장을 "
      "지었다.</p><p>둘째 문단이다.</p>]]></content:encoded></item>"
      "<item><title>글 없음</title></item></channel></rss>",
      Format::feed, "feed.xml");
  REQUIRE(rss.articles.size() == 1);
  CHECK(rss.articles[0].body == "한빛전자는 새 공장을 지었다.\n둘째 문단이다.");
  CHECK(rss.articles[0].outlet == "한빛신문");
  CHECK(model::to_iso(rss.articles[0].published.value()) == "2025-10-21T09:30");
  CHECK(rss.issues.size() == 1);
  const Result atom = read_bytes(
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>Example</title><entry><title>New plant</title><link "
      "href='https://example.com/1'/>"
      "<updated>2025-10-21T09:30:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>The "
      "plant opened.</p><p>It is large.</p></div></content>"
      "</entry></feed>",
      Format::feed);
  REQUIRE(atom.articles.size() == 1);
  CHECK(atom.articles[0].body == "The plant opened.\nIt is large.");
  CHECK(atom.articles[0].uri == "https://example.com/1");
  CHECK(model::to_iso(atom.articles[0].published.value()) == "2025-10-21T09:30");
}

TEST_CASE("feeds that attack the reader") {
  const Result bomb = read_bytes(
      "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b "
      "'&a;&a;&a;&a;&a;&a;'>]><rss><item><description>&b;</description></item></rss>",
      Format::feed, "bomb.xml");
  REQUIRE(bomb.issues.size() == 1);
  CHECK(bomb.issues[0].find("declares entities of its own") != std::string::npos);
  CHECK(read_bytes("<!DOCTYPE x [<!ENTITY f SYSTEM "
                   "'file:///etc/passwd'>]><rss><item><description>&f;</description></item></rss>",
                   Format::feed)
            .articles.empty());
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK(read_bytes(deep, Format::feed).issues[0].find("nested more than 200 deep") != std::string::npos);
  CHECK(read_bytes("<rss><item>", Format::feed).issues[0].find("is not well-formed XML") != std::string::npos);
}

TEST_CASE("Markdown with front matter") {
  const Result result = read_bytes(
      "---\ntitle: \"새 공장 가동\"\ndate: 2025-10-21\nauthor: 홍길동\n---\n\n한빛전자는 새 공장을 지었다.\n",
      Format::markdown, "a.md");
  REQUIRE(result.articles.size() == 1);
  CHECK(result.articles[0].title == "새 공장 가동");
  CHECK(result.articles[0].byline == "홍길동");
  CHECK(model::to_iso(result.articles[0].published.value()) == "2025-10-21");
  CHECK(result.articles[0].body == "\n한빛전자는 새 공장을 지었다.\n");
  const Result plain = read_bytes("# 새 공장 가동\n\n한빛전자는 새 공장을 지었다.\n", Format::markdown);
  REQUIRE(plain.articles.size() == 1);
  CHECK(plain.articles[0].title == "새 공장 가동");
  CHECK(plain.articles[0].title_in_body);
  CHECK(read_bytes("---\ntitle: x\n---\n", Format::markdown).issues.size() == 1);
}

TEST_CASE("archives are read as the files in them") {
  const std::string article = "{\"text\":\"한빛전자는 새 공장을 지었다.\"}\n";
  const Result gz = read_bytes(pack({{"x", article}}, false), Format::gzip, "news.jsonl.gz");
  REQUIRE(gz.articles.size() == 1);
  CHECK(gz.articles[0].uri == "news.jsonl.gz:1");
  const Result zip = read_bytes(pack({{"b/news.jsonl", article},
                                      {"a.txt", "본문이다."},
                                      {".hidden.txt", "숨은 글"},
                                      {"c.bin", "x"},
                                      {"../up.txt", "위로"},
                                      {"in.zip", "PK"}},
                                     true),
                                Format::zip, "all.zip");
  REQUIRE(zip.articles.size() == 2);
  CHECK(zip.articles[0].uri == "all.zip/b/news.jsonl:1");
  CHECK(zip.articles[1].uri == "all.zip/a.txt");
  CHECK(zip.counts.hidden == 1);
  CHECK(zip.counts.unknown == 1);
  REQUIRE(zip.issues.size() == 2);
  CHECK(zip.issues[0] == "all.zip/../up.txt: has a path that climbs out of the archive; passed over");
  CHECK(zip.issues[1] == "all.zip/in.zip: is an archive inside an archive; unpack it first");
}

TEST_CASE("archives that unpack to more than is allowed are stopped") {
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const Reader small(data, {.published = {}, .max_document = 1 << 20, .max_unpacked = 3 << 20, .max_members = 5});
  std::string lines;
  for (int i = 0; i < 100'000; ++i) lines += "{\"text\":\"한빛전자는 새 공장을 지었다.\"}\n";
  Result result;
  result.counts = small.read_bytes(pack({{"bomb.jsonl", lines}}, true), "bomb.zip", Format::zip, keep_in(result));
  CHECK(result.articles.size() < 80'000);
  REQUIRE(result.issues.size() == 1);
  CHECK(result.issues[0].find("unpacks to more than is allowed") != std::string::npos);
  std::vector<Member> many(10, {"a.txt", "본문이다."});
  Result crowd;
  crowd.counts = small.read_bytes(pack(many, true), "many.zip", Format::zip, keep_in(crowd));
  CHECK(crowd.articles.size() == 5);
  CHECK(crowd.issues.size() == 1);
  Result broken;
  std::string cut = pack({{"a.txt", "본문이다."}}, true);
  cut.resize(20);
  broken.counts = small.read_bytes(cut, "cut.zip", Format::zip, keep_in(broken));
  CHECK(broken.articles.empty());
  CHECK(broken.issues.size() == 1);
}

TEST_CASE("what comes without a name is told from its first bytes") {
  CHECK(read_bytes("{\"text\":\"본문이다.\"}", Format::unknown, "-").articles[0].uri == "-:1");
  CHECK(read_bytes("<!doctype html><html><body><p>한빛전자는 새 공장을 지었다고 밝혔다.</p></body></html>",
                   Format::unknown, "-")
            .articles[0]
            .body == "한빛전자는 새 공장을 지었다고 밝혔다.");
  CHECK(read_bytes("<rss><item><description>새 공장을 지었다.</description></item></rss>", Format::unknown, "-")
            .articles.size() == 1);
  CHECK(read_bytes(pack({{"a.txt", "본문이다."}}, true), Format::unknown, "-").articles[0].uri == "-/a.txt");
  CHECK(read_bytes("본문이다.", Format::unknown, "-").articles[0].uri == "-");
}

TEST_CASE("every column name is known as its example") {
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const FieldNames names(data);
  const lexicon::Table table(data, "ko/layout_columns.tsv");
  for (const auto& row : table.rows()) {
    INFO(row.line());
    CHECK(names.of(row["example"]).has_value());
  }
  CHECK_FALSE(names.of("nonsense"));
}
