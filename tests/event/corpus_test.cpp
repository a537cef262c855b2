// Runs tests/corpus/ko/event.tsv: times and names are read as in the program, so that a line says what a reader sees.
#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "base/file.hpp"
#include "entity/recognizer.hpp"
#include "event/detector.hpp"
#include "quantity/reader.hpp"
#include "temporal/tagger.hpp"
#include "text/sentences.hpp"

using namespace timeline;

namespace {

std::vector<std::string> cells(std::string line) {
  std::vector<std::string> out;
  for (std::size_t end; (end = line.find('\t')) != std::string::npos; line.erase(0, end + 1))
    out.push_back(line.substr(0, end));
  out.push_back(line);
  return out;
}

/// "type from to status role title" of every event, one a line.
std::string told(const std::string& text) {
  static const auto data = lexicon::DataSet::embedded();
  static const temporal::Tagger tagger(data);
  static const entity::Recognizer recognizer(data);
  static const quantity::Reader reader(data);
  static const event::Detector detector(data);
  model::Article article;
  article.body = text;
  article.published = model::parse_iso("2025-12-22");
  model::Extraction extraction;
  for (const base::Span span : text::split_sentences(article.body)) extraction.sentences.push_back({.span = span});
  tagger.tag(article, extraction);
  recognizer.recognize(article, extraction);
  reader.read(article, extraction);
  detector.detect(article, extraction);
  std::string out;
  const auto day = [](const std::optional<model::Moment>& moment) {
    return moment ? model::to_iso(*moment).substr(0, 10) : "-";
  };
  for (const model::EventMention& event : extraction.events) {
    if (!out.empty()) out += " | ";
    out += event.type + ", " + (event.date ? day(event.date->from) + "/" + day(event.date->to) : "-") + ", " +
           std::string(base::to_text(event.status)) + ", " + std::string(base::to_text(event.date_role)) + ", " +
           event.title;
  }
  return out.empty() ? "-" : out;
}

}  // namespace

TEST_CASE("the Korean event corpus") {
  std::ifstream file(std::string(TIMELINE_SOURCE_DIR) + "/tests/corpus/ko/event.tsv");
  REQUIRE(file);
  int lines = 0;
  int gaps = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto row = cells(line);
    REQUIRE(row.size() == 3);
    if (row[0] == "expect") continue;
    ++lines;
    INFO(row[1]);
    if (row[0] == "xfail") {
      ++gaps;
      CHECK(told(row[1]) != row[2]);
    } else {
      CHECK(told(row[1]) == row[2]);
    }
  }
  CHECK(lines >= 20);
  WARN("event corpus: " << lines << " lines, " << gaps << " known gaps");
}
