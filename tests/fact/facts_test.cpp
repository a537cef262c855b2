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

}  // namespace

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
    const std::string example(row["example"]), noun(row["noun"]);
    INFO("line " << row.line() << ": " << example);
    const auto extraction = collect(example);
    REQUIRE(extraction.facts.size() == 1);
    const std::string& attribute = extraction.facts[0].attribute;
    if (row["kind"] == "change")
      CHECK(attribute == "매출 " + noun);
    else if (row["kind"] == "name")
      CHECK(attribute == noun);
    else
      CHECK(attribute.find(noun) != std::string::npos);
  }
}

TEST_CASE("a word that is no noun is measured by nothing, in the example of each row") {
  for (const char* path : {"ko/fact_verbs.tsv", "ko/verb_endings.tsv"}) {
    const lexicon::Table table(data(), path);
    for (const auto& row : table.rows()) {
      const std::string example(row["example"]);
      INFO(path << " line " << row.line() << ": " << example);
      const auto extraction = collect(example);
      REQUIRE(extraction.facts.size() == 1);
      CHECK(extraction.facts[0].rule == "default");
    }
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

TEST_CASE("some nouns say what a number of some unit is of them") {
  const lexicon::Table table(data(), "ko/fact_suffixes.tsv");
  for (const auto& row : table.rows()) {
    const auto extraction = collect(std::string(row["example"]));
    INFO("line " << row.line());
    REQUIRE(extraction.facts.size() == 1);
    CHECK(extraction.facts[0].attribute.ends_with(row["suffix"]));
  }
}
