#include "input/reader.hpp"

#include <unicode/ucnv.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "reading.hpp"

using namespace timeline;
using namespace timeline::input;

namespace {

/// A folder of its own, gone at the end of the test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "timeline-input-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::string str() const { return path_.string(); }
  void write(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("folders are read in the order of their paths, hidden files and unknown types counted") {
  const Folder folder;
  folder.write("나.txt", "나라 소식입니다");
  folder.write("b/z.txt", "두 번째 소식입니다");
  folder.write("a.txt", "첫 번째 소식입니다");
  folder.write(".hidden.txt", "숨은 글");
  folder.write(".git/config.txt", "숨은 글");
  folder.write("picture.xyz", "모르는 것");
  const Result result = read_paths({folder.str()});
  REQUIRE(result.articles.size() == 3);
  CHECK(result.articles[0].uri == folder / "a.txt");
  CHECK(result.articles[1].uri == folder / "b/z.txt");
  CHECK(result.articles[2].uri == folder / "나.txt");
  CHECK(result.counts.hidden == 2);
  CHECK(result.counts.unknown == 1);
  CHECK(result.issues.empty());
}

TEST_CASE("what cannot be read is one issue each, and the rest is read") {
  const Folder folder;
  folder.write("a_empty.txt", "");
  folder.write("b_binary.txt", std::string("\x7F"
                                           "ELF\x02\0\0\0\x01\0\0\0\x03",
                                           13) +
                                   std::string(200, '\0'));
  folder.write("c_blank.txt", " \n\t\n");
  folder.write("d_good.txt", "회사가 제품을 출시했다.");
  const Result result = read_paths({folder.str(), folder / "vanished.txt"});
  REQUIRE(result.articles.size() == 1);
  REQUIRE(result.issues.size() == 4);
  CHECK(result.issues[0] == folder / "a_empty.txt" + ": is empty");
  CHECK(result.issues[1] == folder / "b_binary.txt" + ": is not a text (binary data)");
  CHECK(result.issues[2] == folder / "c_blank.txt" + ": holds no text");
  CHECK(result.issues[3] == folder / "vanished.txt" + ": cannot be read: No such file or directory");
}

TEST_CASE("a text larger than an article can be is refused with its size limit") {
  const Result result = read_bytes(std::string(50u << 20, 'x'), Format::text);
  CHECK(result.articles.empty());
  REQUIRE(result.issues.size() == 1);
  CHECK(result.issues[0].find("is larger than 32 MiB") != std::string::npos);
}

TEST_CASE("the sink can stop the reading") {
  std::size_t count = 0;
  const Counts counts =
      reader().read_bytes("{\"text\":\"하나\"}\n{\"text\":\"둘\"}\n", "x", Format::jsonl,
                          {.article = [&](model::Article&&) { return ++count < 1; }, .issue = [](Issue&&) {}});
  CHECK(count == 1);
  CHECK(counts.stopped);
}

TEST_CASE("JSONL gives an article a line and an issue for each line that is none") {
  const Result result = read_bytes(
      "{\"id\": 7, \"title\": \"제목\", \"text\": \"본문이다.\", \"published\": \"2025-10-21T03:00:00Z\", \"url\": "
      "\"https://www.hani.co.kr/1\"}\n"
      "{\"text\": \n"
      "\n"
      "{\"title\": \"본문 없음\"}\n"
      "{\"text\": \"날짜가 이상하다.\", \"published\": \"someday\"}\n"
      "{\"text\": \"lone \\ud800 surrogate\"}\n"
      "[1, 2]\n",
      Format::jsonl, "news.jsonl");
  REQUIRE(result.articles.size() == 2);
  const model::Article& first = result.articles[0];
  CHECK(first.external_id == "7");
  CHECK(first.title == "제목");
  CHECK_FALSE(first.title_in_body);
  CHECK(first.outlet == "한겨레");
  CHECK(model::to_iso(first.published.value()) == "2025-10-21T12:00");
  CHECK(first.published_basis == model::PublishedBasis::metadata);
  CHECK(result.articles[1].uri == "news.jsonl:5");
  CHECK_FALSE(result.articles[1].published);
  REQUIRE(result.issues.size() == 5);
  CHECK(result.issues[0].starts_with("news.jsonl:2: is not valid JSON"));
  CHECK(result.issues[1].starts_with("news.jsonl:4: has no text"));
  CHECK(result.issues[2].starts_with("news.jsonl:5: \"published\" is no date"));
  CHECK(result.issues[3].starts_with("news.jsonl:6: is not valid JSON"));
  CHECK(result.issues[4].starts_with("news.jsonl:7: is not a JSON object"));
}

TEST_CASE("a date given by option is only for what carries no date") {
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const Reader dated(data, {.published = model::parse_iso("2025-03-04")});
  Result result;
  result.counts = dated.read_bytes("{\"text\":\"하나\",\"published\":\"2024-01-01\"}\n{\"text\":\"둘\"}\n", "x",
                                   Format::jsonl, keep_in(result));
  REQUIRE(result.articles.size() == 2);
  CHECK(model::to_iso(result.articles[0].published.value()) == "2024-01-01");
  CHECK(model::to_iso(result.articles[1].published.value()) == "2025-03-04");
  CHECK(result.articles[1].published_basis == model::PublishedBasis::option);
}

TEST_CASE("issues carry nothing that steers a terminal") {
  const Result result = read_bytes("{\"text\":\"본문이다.\",\"published\":\"\\u001b[31m\\u202e몰라\"}\n", Format::jsonl,
                                   "a\x1b[0m\n.jsonl");
  REQUIRE(result.issues.size() == 1);
  CHECK(result.issues[0].starts_with("a?[0m?.jsonl:1: \"published\" is no date: '?[31m?몰라'"));
}

TEST_CASE("a saved text in any encoding is the same article") {
  const std::string utf8 =
      "한빛전자, 새 공장 가동\n2025.11.02 22:51\n\n한빛전자는 새 공장을 지었다고 밝혔다. 공장은 크다.\n";
  const auto encoded = [&](const char* name) {
    UErrorCode code = U_ZERO_ERROR;
    std::string out(utf8.size() * 2 + 16, '\0');
    out.resize(static_cast<std::size_t>(ucnv_convert(name, "UTF-8", out.data(), static_cast<int32_t>(out.size()),
                                                     utf8.data(), static_cast<int32_t>(utf8.size()), &code)));
    return out;
  };
  const model::Article wanted = read_bytes(utf8, Format::text).articles.at(0);
  CHECK(wanted.body == utf8);
  for (const std::string& bytes :
       {"\xEF\xBB\xBF" + utf8, encoded("windows-949"), "\xFF\xFE" + encoded("UTF-16LE"), encoded("UTF-16BE")}) {
    const model::Article article = read_bytes(bytes, Format::text).articles.at(0);
    CHECK(article.body == wanted.body);
    CHECK(article.title == wanted.title);
    CHECK(article.published == wanted.published);
  }
  const std::string lines = "\xFF\xFE" + std::string("{\0\"\0t\0e\0x\0t\0\"\0:\0\"\0a\0b\0c\0\"\0}\0\n\0", 28);
  CHECK(read_bytes(lines, Format::jsonl).articles.at(0).body == "abc");
  // Decomposed Hangul (as macOS writes it), line ends of Windows, a NUL.
  CHECK(read_bytes("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\r\n글", Format::text).articles.at(0).body == "한\n글");
}
