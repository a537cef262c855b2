#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "temporal/edtf.hpp"
#include "temporal/tagger.hpp"

using namespace timeline;

namespace {

const temporal::Tagger& tagger() {
  static const lexicon::DataSet data = lexicon::DataSet::embedded();
  static const temporal::Tagger tagger(data);
  return tagger;
}

/// "span=EDTF | span=EDTF", as the corpus tables write it. Vague words count only where they are wanted.
std::string read(const std::string& text, const std::string& reference, const std::string& language, bool with_vague) {
  std::vector<model::TimeExpression> found;
  temporal::Tagger::Scratch scratch;
  tagger().tag_text(text, reference == "-" ? std::nullopt : model::parse_iso(reference), language, found, scratch);
  std::string read;
  for (const auto& expression : found) {
    if (expression.kind == model::TimeKind::vague && !with_vague) continue;
    const std::string edtf = temporal::to_edtf(expression.value);
    if (!read.empty()) read += " | ";
    read += std::string(expression.span.of(text)) + "=" + (edtf.empty() ? "-" : edtf);
  }
  return read.empty() ? "none" : read;
}

struct Line {
  std::string status, reference, text, expected;
};

std::vector<Line> lines_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Line> lines;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#' || line.rfind("status\t", 0) == 0) continue;
    std::vector<std::string> cells;
    std::size_t from = 0;
    for (std::size_t tab; (tab = line.find('\t', from)) != std::string::npos; from = tab + 1)
      cells.push_back(line.substr(from, tab - from));
    cells.push_back(line.substr(from));
    REQUIRE(cells.size() == 4);
    lines.push_back({cells[0], cells[1], cells[2], cells[3]});
  }
  return lines;
}

std::set<std::filesystem::path> tables(const std::string& language) {
  std::set<std::filesystem::path> found;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(TIMELINE_SOURCE_DIR) + "/tests/corpus/" + language))
    if (entry.path().filename().string().rfind("time_", 0) == 0) found.insert(entry.path());
  return found;
}

void run(const std::string& language) {
  std::size_t count = 0, gaps = 0;
  for (const auto& path : tables(language))
    for (const Line& line : lines_of(path)) {
      INFO(path.filename().string() << ": " << line.text << " (" << line.reference << ")");
      const std::string got = read(line.text, line.reference, language, path.filename() == "time_vague.tsv");
      ++count;
      if (line.status == "xfail") {
        ++gaps;
        CHECK(got != line.expected);  // a gap that closed: make the line `pass`
      } else {
        CHECK(got == line.expected);
      }
    }
  std::cout << language << " time corpus: " << count << " lines, " << gaps << " known gaps\n";
}

}  // namespace

TEST_CASE("Korean time corpus") {
  run("ko");
}
TEST_CASE("English time corpus") {
  run("en");
}

TEST_CASE("the corpus is large enough to mean something") {
  std::size_t count = 0;
  for (const char* language : {"ko", "en"})
    for (const auto& path : tables(language)) count += lines_of(path).size();
  CHECK(count >= 1500);
}
