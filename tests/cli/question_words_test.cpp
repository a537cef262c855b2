#include <algorithm>
#include <catch2/catch.hpp>

#include "lexicon/table.hpp"

using namespace timeline;

TEST_CASE("every question word covers its example") {
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const lexicon::Table table(data, "question_words.tsv");
  REQUIRE(table.rows().size() > 40);
  for (const auto& row : table.rows()) {
    CAPTURE(row["text"]);
    const bool is_whole = row["match"] == "whole";
    CHECK((is_whole || row["match"] == "prefix"));
    CHECK((is_whole ? row["example"] == row["text"] : row["example"].starts_with(row["text"])));
  }
}
