#include <catch2/catch.hpp>

#include "lexicon/table.hpp"
#include "reading.hpp"

using namespace timeline;
using namespace timeline::entity_test;

namespace {

std::string names(std::string_view text) {
  return read(text, "en").kinds();
}

}  // namespace

TEST_CASE("every row of name_words.tsv stands in its example, and makes a name of what is by it") {
  const lexicon::Table table(data(), "en/name_words.tsv");
  for (const lexicon::Table::Row& row : table.rows()) {
    INFO(row["example"]);
    CHECK(row["example"].find(row["word"]) != std::string_view::npos);
    const std::string_view kind = row["class"];
    if (kind == "courtesy") CHECK(names(row["example"]).find("Harlow=person") != std::string::npos);
    if (kind == "office") CHECK(names(row["example"]).find("Mina Harlow=person") != std::string::npos);
    if (kind == "given") CHECK(names(row["example"]).find("Harlow=person") != std::string::npos);
    if (kind == "calling") CHECK(names(row["example"]).find("Ondra Vask=person") != std::string::npos);
    if (kind == "role") CHECK(names(row["example"]).find("Ondra Vask=person") != std::string::npos);
    if (kind == "org_end")
      CHECK(names(row["example"]).find("Veltane " + std::string(row["word"]) + "=organization") != std::string::npos);
    if (kind == "never") CHECK(names(row["example"]).find("=person") == std::string::npos);
  }
}

TEST_CASE("an unknown person is told by a title, a first name, an age, and again by the last name") {
  CHECK(names("Mayor Mina Harlow resigned. Harlow said so.") == "Mina Harlow=person|Harlow=person");
  CHECK(names("Ondra Vask, 43, was hurt. Vask's car burned.") == "Ondra Vask=person|Vask=person");
  CHECK(names("Ms. Vask met Stephen B. Harlow.") == "Vask=person|Stephen B. Harlow=person");
  CHECK(names("Ondra Vask left in the morning.") == "");
  CHECK(names("Goalkeeper Ondra Vask left in the morning.") == "Ondra Vask=person");
  CHECK(names("The port's chief executive Ondra Vask left.") == "Ondra Vask=person");
  CHECK(names("Harbour Minister Ondra Vask left.") == "Ondra Vask=person");
  CHECK(names("Ondra Vask, the British actor, left.") == "Ondra Vask=person");
}

TEST_CASE("Mr. and a last name is the person named in full, also further down") {
  const Reading reading = read("Mr. Vask resigned. Peter Vask was mayor for ten years.", "en");
  CHECK(reading.extraction.entities.size() == 1);
  CHECK(reading.named("Vask") == reading.named("Peter Vask"));
}

TEST_CASE("bodies and places are told by the words that end or begin their names") {
  CHECK(names("The British Veltane Police said so.") == "British Veltane Police=organization");
  CHECK(names("She studied at the University of Veltane.") == "University of Veltane=organization");
  CHECK(names("A fire broke out on Addlestrop Road.") == "Addlestrop Road=place");
  CHECK(names("The Veltane Airways Group bought it.") == "Veltane Airways Group=company");
}

TEST_CASE("a name does not run over a genitive, and a last name inside another name is none") {
  CHECK(names("Peter Vask's Veltane lost.") == "Peter Vask=person");
  CHECK(names("Peter Vask built Vask Tower.") == "Peter Vask=person|Vask Tower=place");
}

TEST_CASE("an acronym in brackets behind an unknown body names it as well") {
  CHECK(names("The Veltane Rail Authority (VRA) said so. The VRA apologised.") ==
        "Veltane Rail Authority=organization|VRA=organization|VRA=organization");
}
