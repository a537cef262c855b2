#include "lexicon/table.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "base/error.hpp"

using timeline::lexicon::DataSet;
using timeline::lexicon::Table;
namespace fs = std::filesystem;

namespace {

/// A folder with one data file "ko/words.tsv", removed at the end.
class Folder {
 public:
  explicit Folder(const std::string& content)
      : path_(fs::temp_directory_path() /
              ("timeline_table_" + std::to_string(::getpid()) + "_" + std::to_string(++count_))) {
    fs::create_directories(path_ / "ko");
    std::ofstream(path_ / "ko" / "words.tsv") << content;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] DataSet data() const { return DataSet::from_directory(path_); }

 private:
  static inline int count_ = 0;
  fs::path path_;
};

std::string fault(const std::string& content) {
  const Folder folder(content);
  const DataSet data = folder.data();
  try {
    const Table table(data, "ko/words.tsv");
  } catch (const timeline::base::Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a table gives its cells by column name") {
  const Folder folder("# words\nword\tkind\texample\n가\tx|y\t가 본다\n나\t\t\n");
  const DataSet data = folder.data();
  const Table table(data, "ko/words.tsv");
  REQUIRE(table.rows().size() == 2);
  CHECK(table.rows()[0]["word"] == "가");
  CHECK(table.rows()[0].list("kind") == std::vector<std::string_view>{"x", "y"});
  CHECK(table.rows()[1].list("kind").empty());
  CHECK(table.rows()[1].line() == 4);
  CHECK_THROWS_AS(table.rows()[0]["weight"], timeline::base::Error);
  CHECK(std::string(table.rows()[1].fault("is odd").what()) == "data/ko/words.tsv:4: is odd");
}

TEST_CASE("a fault in a table names file and line") {
  CHECK(fault("word\tkind\n가\n") == "data/ko/words.tsv:2: has 1 cells, wanted 2");
  CHECK(fault("word\n나\n가\n") == "data/ko/words.tsv:3: is not sorted: '가' must stand earlier");
  CHECK(fault("word\n가\n가\n") == "data/ko/words.tsv:3: stands twice");
  CHECK(fault("# only a comment\n") == "data/ko/words.tsv:1: names no columns");
  CHECK(fault("word\n가\n나\n").empty());
}

TEST_CASE("the digest tells data sets apart") {
  const Folder one("word\n가\n");
  const Folder same("word\n가\n");
  const Folder other("word\n나\n");
  CHECK(one.data().digest() == same.data().digest());
  CHECK(one.data().digest() != other.data().digest());
  CHECK_THROWS_AS(DataSet::from_directory("/nonexistent/folder"), timeline::base::Error);
  CHECK_THROWS_AS(one.data().file("ko/none.tsv"), timeline::base::Error);
}
