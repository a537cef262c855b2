#include <catch2/catch.hpp>
#include <string>

#include "fact/collector.hpp"
#include "lexicon/table.hpp"
#include "quantity/reader.hpp"
#include "text/sentences.hpp"

using namespace timeline;

namespace {

const lexicon::DataSet& data() {
  static const lexicon::DataSet set = lexicon::DataSet::embedded();
  return set;
}

model::Extraction collect(const std::string& text) {
  static const quantity::Reader reader(data());
  static const fact::Collector collector(data());
  model::Article article;
  article.body = text;
  model::Extraction extraction;
  for (const base::Span span : text::split_sentences(text)) extraction.sentences.push_back({.span = span});
  reader.read(article, extraction);
  collector.collect(article, extraction);
  return extraction;
}

std::string all(const std::string& text) {
  std::string joined;
  for (const model::Fact& fact : collect(text).facts) {
    if (!joined.empty()) joined += "; ";
    joined += fact.subject_text + ": " + fact.attribute + " = " + std::string(fact.span.of(text));
    if (!fact.object_text.empty()) joined += " → " + fact.object_text;
    if (fact.status != model::EventStatus::occurred) joined += " " + std::string(base::to_text(fact.status));
    if (!fact.attributed_to.empty()) joined += " by " + fact.attributed_to;
  }
  return joined;
}

}  // namespace

TEST_CASE("the corpus of Korean facts") {
  const lexicon::DataSet corpus = lexicon::DataSet::from_directory(TIMELINE_SOURCE_DIR "/tests/corpus");
  const lexicon::Table table(corpus, "ko/fact.tsv");
  for (const auto& row : table.rows()) {
    INFO("line " << row.line() << ": " << row["text"]);
    CHECK(all(std::string(row["text"])) == row["facts"]);
  }
}

TEST_CASE("a value and its conversion are one fact with both") {
  const auto extraction = collect("1000억 달러(약 139조 원)를 냈다.");
  REQUIRE(extraction.facts.size() == 1);
  const model::Fact& fact = extraction.facts[0];
  REQUIRE(fact.quantity);
  REQUIRE(fact.converted);
  CHECK(extraction.quantities[*fact.quantity].unit == "USD");
  CHECK(extraction.quantities[*fact.converted].unit == "KRW");
}

TEST_CASE("a change or action behind a number is named in the example of each row") {
  const lexicon::Table table(data(), "ko/fact_changes.tsv");
  for (const auto& row : table.rows()) {
    const std::string example(row["example"]);
    INFO("line " << row.line() << ": " << example);
    const auto extraction = collect(example);
    REQUIRE(extraction.facts.size() == 1);
    const std::string noun(row["noun"]);
    CHECK(extraction.facts[0].attribute == (row["kind"] == "change" ? "매출 " + noun : noun + " 금액"));
  }
}

TEST_CASE("the status of a number is heard in the example of each row") {
  const lexicon::Table table(data(), "ko/fact_status.tsv");
  for (const auto& row : table.rows()) {
    const std::string example(row["example"]);
    INFO("line " << row.line() << ": " << example);
    const auto extraction = collect(example);
    REQUIRE(extraction.facts.size() == 1);
    CHECK(base::to_text(extraction.facts[0].status) == row["status"]);
  }
}

TEST_CASE("a number says what it measures even where the text does not") {
  const lexicon::Table table(data(), "ko/fact_defaults.tsv");
  for (const auto& row : table.rows()) {
    const auto extraction = collect(std::string(row["example"]));
    INFO("line " << row.line());
    REQUIRE(extraction.facts.size() == 1);
    CHECK(extraction.facts[0].attribute == row["attribute"]);
  }
}
