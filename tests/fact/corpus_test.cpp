// Runs tests/corpus/{ko,en}/{fact,quotation}.tsv.
#include <catch2/catch.hpp>
#include <string>

#include "lexicon/table.hpp"
#include "reading.hpp"

using namespace timeline;

namespace {

void run(const char* path, const char* language, bool quotations) {
  const lexicon::DataSet corpus = lexicon::DataSet::from_directory(TIMELINE_SOURCE_DIR "/tests/corpus");
  const lexicon::Table table(corpus, path);
  for (const auto& row : table.rows()) {
    const std::string text(row["text"]);
    INFO(path << " line " << row.line() << ": " << text);
    const Reading reading(text, language);
    const std::string found = quotations ? reading.quotations() : reading.facts();
    CHECK(found == row[quotations ? "quotations" : "facts"]);
  }
}

}  // namespace

TEST_CASE("the corpus of Korean facts") {
  run("ko/fact.tsv", "ko", false);
}
TEST_CASE("the corpus of Korean quotations") {
  run("ko/quotation.tsv", "ko", true);
}
TEST_CASE("the corpus of English facts") {
  run("en/fact.tsv", "en", false);
}
TEST_CASE("the corpus of English quotations") {
  run("en/quotation.tsv", "en", true);
}
