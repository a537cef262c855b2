#include <catch2/catch.hpp>
#include <string>

#include "fact/collector.hpp"
#include "lexicon/table.hpp"
#include "quantity/reader.hpp"
#include "reading.hpp"
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
  article.language = "en";
  article.body = text;
  model::Extraction extraction;
  for (const base::Span span : text::split_sentences(text)) extraction.sentences.push_back({.span = span});
  reader.read(article, extraction);
  collector.collect(article, extraction);
  return extraction;
}

}  // namespace

TEST_CASE("the English status of a number is heard in the example of each row") {
  const lexicon::Table table(data(), "en/fact_status.tsv");
  for (const auto& row : table.rows()) {
    INFO("line " << row.line());
    const auto extraction = collect(std::string(row["example"]));
    REQUIRE(extraction.facts.size() == 1);
    CHECK(base::to_text(extraction.facts[0].status) == row["status"]);
  }
}

TEST_CASE("an English number says what it measures even where the text does not") {
  const lexicon::Table table(data(), "en/fact_defaults.tsv");
  for (const auto& row : table.rows()) {
    INFO("line " << row.line());
    const auto extraction = collect(std::string(row["example"]));
    REQUIRE(extraction.facts.size() == 1);
    if (extraction.facts[0].rule == "english-default") CHECK(extraction.facts[0].attribute == row["attribute"]);
  }
}

TEST_CASE("what is done with an English number is named in the example of each row") {
  const lexicon::Table table(data(), "en/fact_actions.tsv");
  for (const auto& row : table.rows()) {
    const std::string example(row["example"]), attribute(row["attribute"]);
    INFO("line " << row.line() << ": " << example);
    const auto extraction = collect(example);
    REQUIRE(extraction.facts.size() == 1);
    CHECK(extraction.facts[0].attribute.ends_with(attribute));
  }
}

TEST_CASE("a vague present is not the day of an English quotation, whatever the hour of publication") {
  const Reading reading("\"The bridge is safe,\" said Tom Becker, who runs the works at the moment.", "en",
                        "2025-06-20T09:30");
  CHECK(reading.quotations() == "Tom Becker: The bridge is safe,");
}
