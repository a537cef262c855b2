#include <catch2/catch.hpp>
#include <string>

#include "fact/collector.hpp"
#include "lexicon/table.hpp"
#include "text/sentences.hpp"

using namespace timeline;

namespace {

const lexicon::DataSet& data() {
  static const lexicon::DataSet set = lexicon::DataSet::embedded();
  return set;
}

model::Extraction collect(const std::string& text) {
  static const fact::Collector collector(data());
  model::Article article;
  article.body = text;
  model::Extraction extraction;
  for (const base::Span span : text::split_sentences(text)) extraction.sentences.push_back({.span = span});
  collector.collect(article, extraction);
  return extraction;
}

}  // namespace

TEST_CASE("what follows a quotation is read in the example of each row") {
  const lexicon::Table table(data(), "ko/speech_particles.tsv");
  for (const auto& row : table.rows()) {
    const std::string example(row["example"]);
    INFO("line " << row.line() << ": " << example);
    CHECK(collect(example).quotations.size() == 1);
  }
}

TEST_CASE("a quotation whose marks are paired wrongly ends with its sentence") {
  const model::Extraction read = collect("그는 ”먼저 맞았다. 억울한 일이다”라고 말했다.");
  REQUIRE(read.sentences.size() == 2);
  REQUIRE(read.quotations.size() == 1);
  CHECK(read.sentences[read.quotations[0].sentence].span.contains(read.quotations[0].span));
}
