#include <catch2/catch.hpp>

#include "event/detector.hpp"
#include "event/english_grammar.hpp"
#include "lexicon/table.hpp"
#include "text/sentences.hpp"

using namespace timeline;
using model::EventStatus;

namespace {

/// An English article of 2025-12-22 (a Monday) in which "Monday" and "Friday" are dated by hand.
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

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return text;
}

}  // namespace

TEST_CASE("every verb of english_triggers.tsv tells an event of its type") {
  const auto data = lexicon::DataSet::embedded();
  const lexicon::Table table(data, "events/english_triggers.tsv");
  for (const lexicon::Table::Row& row : table.rows()) {
    INFO(row["example"]);
    const auto extraction = read(row["example"]);
    if (row["class"] == "plain" || row["class"] == "announce") {
      REQUIRE(extraction.events.size() == 1);
      CHECK(extraction.events[0].type == row["type"]);
      CHECK(extraction.events[0].status == EventStatus::planned);
    } else {
      CHECK(extraction.events.empty());
    }
  }
}

TEST_CASE("every row of english_frames.tsv and english_occasions.tsv decides what a verb tells") {
  const auto data = lexicon::DataSet::embedded();
  for (const char* file : {"events/english_frames.tsv", "events/english_occasions.tsv"}) {
    const lexicon::Table table(data, file);
    for (const lexicon::Table::Row& row : table.rows()) {
      INFO(row["example"]);
      const auto extraction = read(row["example"]);
      REQUIRE(extraction.events.size() == 1);
      CHECK(extraction.events[0].type == row["type"]);
    }
  }
}

TEST_CASE("every word of english_grammar.tsv stands in its example") {
  const auto data = lexicon::DataSet::embedded();
  const lexicon::Table table(data, "events/english_grammar.tsv");
  for (const lexicon::Table::Row& row : table.rows()) {
    INFO(row["word"]);
    CHECK(lower(std::string(row["example"])).find(row["word"]) != std::string::npos);
  }
}

TEST_CASE("the first sentence has the day that the article states first") {
  const auto extraction = read("Hanbit Electronics acquired Nuri Soft. The deal was signed on Friday.");
  REQUIRE(extraction.events.size() == 2);
  CHECK(extraction.events[0].date_basis == model::DateBasis::published);
  CHECK(extraction.events[1].date_basis == model::DateBasis::stated);
}
