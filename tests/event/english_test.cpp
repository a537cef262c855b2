#include <catch2/catch.hpp>

#include "event/detector.hpp"
#include "lexicon/table.hpp"
#include "text/sentences.hpp"

using namespace timeline;
using model::EventStatus;

namespace {

/// An English article of 2025-12-22 (a Monday) in which "on Monday" and "on Friday" are dated by hand.
model::Extraction read(std::string_view body) {
  static const event::Detector detector(lexicon::DataSet::embedded());
  model::Article article;
  article.language = "en";
  article.body = body;
  article.published = model::parse_iso("2025-12-22");
  model::Extraction extraction;
  for (const base::Span span : text::split_sentences(article.body)) extraction.sentences.push_back({.span = span});
  for (const auto& [words, day] : {std::pair{"Monday", "2025-12-22"}, std::pair{"Friday", "2025-12-19"}}) {
    const std::size_t at = article.body.find(words);
    if (at == std::string::npos) continue;
    model::TimeExpression time;
    time.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 6)};
    for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i)
      if (extraction.sentences[i].span.contains(time.span)) time.sentence = i;
    time.value.from = time.value.to = model::parse_iso(day);
    extraction.times.push_back(time);
  }
  detector.detect(article, extraction);
  return extraction;
}

}  // namespace

TEST_CASE("every verb of english_triggers.tsv tells an event of its type") {
  const auto data = lexicon::DataSet::embedded();
  const lexicon::Table table(data, "events/english_triggers.tsv");
  for (const lexicon::Table::Row& row : table.rows()) {
    INFO(row["example"]);
    const auto extraction = read(row["example"]);
    REQUIRE(extraction.events.size() == 1);
    CHECK(extraction.events[0].type == row["type"]);
    CHECK(extraction.events[0].status == EventStatus::planned);
  }
}

TEST_CASE("the main clause stands behind an opening phrase") {
  const auto extraction = read("On Friday, Hanbit Electronics released a new phone.");
  REQUIRE(extraction.events.size() == 1);
  CHECK(extraction.events[0].title == "Hanbit Electronics released a new phone");
  CHECK(model::to_iso(*extraction.events[0].date->from) == "2025-12-19");
}

TEST_CASE("what is not done, and what stands in relative clauses, tells nothing") {
  CHECK(read("Hanbit Electronics has not released a phone since Friday.").events.empty());
  const auto extraction = read("A firm that released a phone on Friday was acquired by Hanbit Electronics.");
  REQUIRE(extraction.events.size() == 1);
  CHECK(extraction.events[0].type == "acquisition");
}

TEST_CASE("the first sentence has the day that the article states first") {
  const auto extraction = read("Hanbit Electronics acquired Nuri Soft. The deal was signed on Friday.");
  REQUIRE(extraction.events.size() == 2);
  CHECK(extraction.events[0].date_basis == model::DateBasis::context);
  CHECK(model::to_iso(*extraction.events[0].date->from) == "2025-12-19");
  CHECK(extraction.events[1].date_basis == model::DateBasis::stated);
}
