// Runs tests/corpus/{ko,en}/event*.tsv: times and names are read as in the program, so that a line says what a reader
// sees.
#include <algorithm>
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

/// What an article of 2025-12-22 with this text tells.
model::Extraction read(const std::string& language, const std::string& text) {
  static const auto data = lexicon::DataSet::embedded();
  static const temporal::Tagger tagger(data);
  static const entity::Recognizer recognizer(data);
  static const quantity::Reader reader(data);
  static const event::Detector detector(data);
  model::Article article;
  article.language = language;
  article.body = text;
  article.published = model::parse_iso("2025-12-22");
  model::Extraction extraction;
  for (const base::Span span : text::split_sentences(article.body)) extraction.sentences.push_back({.span = span});
  tagger.tag(article, extraction);
  recognizer.recognize(article, extraction);
  reader.read(article, extraction);
  detector.detect(article, extraction);
  return extraction;
}

using Teller = std::string (*)(const model::Extraction&, const model::EventMention&);

/// All events of the text, each as `tell` puts it.
std::string told(const std::string& language, const std::string& text, Teller tell) {
  const model::Extraction extraction = read(language, text);
  std::string out;
  for (const model::EventMention& event : extraction.events) {
    if (!out.empty()) out += " | ";
    out += tell(extraction, event);
  }
  return out.empty() ? "-" : out;
}

/// "type, from/to, status, role, title"
std::string what(const model::Extraction&, const model::EventMention& event) {
  const auto day = [](const std::optional<model::Moment>& moment) {
    return moment ? model::to_iso(*moment).substr(0, 10) : "-";
  };
  return event.type + ", " + (event.date ? day(event.date->from) + "/" + day(event.date->to) : "-") + ", " +
         std::string(base::to_text(event.status)) + ", " + std::string(base::to_text(event.date_role)) + ", " +
         event.title;
}

/// "type: role name, role name", by role and name
std::string who(const model::Extraction& extraction, const model::EventMention& event) {
  std::vector<std::pair<model::ParticipantRole, std::string>> names;
  for (const model::Participant& one : event.participants)
    names.emplace_back(one.role, extraction.entities[one.entity].name);
  std::sort(names.begin(), names.end());
  std::string out = event.type + ":";
  for (const auto& [role, name] : names) {
    out += out.ends_with(':') ? " " : ", ";
    out += std::string(base::to_text(role)) + " " + name;
  }
  return out;
}

/// "title = English title"
std::string title(const model::Extraction&, const model::EventMention& event) {
  return event.title + " = " + (event.title_en.empty() ? "-" : event.title_en);
}

/// Holds the program to a table of the corpus.
void check(const std::string& language, const std::string& name, int least, Teller tell) {
  std::ifstream file(std::string(TIMELINE_SOURCE_DIR) + "/tests/corpus/" + language + "/" + name);
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
      CHECK(told(language, row[1], tell) != row[2]);
    } else {
      CHECK(told(language, row[1], tell) == row[2]);
    }
  }
  CHECK(lines >= least);
  WARN(language << " " << name << ": " << lines << " lines, " << gaps << " known gaps");
}

}  // namespace

TEST_CASE("the Korean event corpus") {
  check("ko", "event.tsv", 20, what);
}

TEST_CASE("who takes part in Korean events") {
  check("ko", "event_who.tsv", 10, who);
}

TEST_CASE("the headlines of Korean events") {
  check("ko", "event_title.tsv", 5, title);
}

TEST_CASE("the English event corpus") {
  check("en", "event.tsv", 40, what);
}

TEST_CASE("who takes part in English events") {
  check("en", "event_who.tsv", 10, who);
}
