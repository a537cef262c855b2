#include "quantity/reader.hpp"

#include <catch2/catch.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "lexicon/table.hpp"

using namespace timeline;

namespace {

const lexicon::DataSet& data() {
  static const lexicon::DataSet set = lexicon::DataSet::embedded();
  return set;
}

std::vector<model::Quantity> read(const std::string& text, const std::string& language = "ko") {
  static const quantity::Reader reader(data());
  model::Article article;
  article.body = text;
  article.language = language;
  model::Extraction extraction;
  extraction.sentences.push_back({.span = {0, static_cast<std::uint32_t>(text.size())}});
  reader.read(article, extraction);
  return extraction.quantities;
}

/// "300000000000..400000000000 KRW about"
std::string written(const model::Quantity& quantity) {
  std::ostringstream out;
  out.precision(15);
  const auto bound = [&](std::optional<double> value) {
    if (value)
      out << *value;
    else
      out << '*';
  };
  bound(quantity.low);
  if (quantity.low != quantity.high) {
    out << "..";
    bound(quantity.high);
  }
  out << ' ' << quantity.unit;
  if (!quantity.counter.empty()) out << '(' << quantity.counter << ')';
  if (quantity.exactness != model::Exactness::exact) out << ' ' << base::to_text(quantity.exactness);
  if (quantity.converts != model::Quantity{}.converts) out << " converts " << quantity.converts;
  return out.str();
}

std::string all(const std::string& text, const std::string& language) {
  std::string joined;
  for (const model::Quantity& quantity : read(text, language))
    joined += (joined.empty() ? "" : "; ") + written(quantity);
  return joined;
}

}  // namespace

TEST_CASE("every unit of the tables is read in its example") {
  const std::string language = GENERATE("ko", "en");
  const lexicon::Table table(data(), language + "/units.tsv");
  for (const auto& row : table.rows()) {
    const std::string example(row["example"]);
    INFO("line " << row.line() << ": " << example);
    const auto found = read(example, language);
    if (row["unit"] == "-") {
      CHECK(found.empty());
      continue;
    }
    REQUIRE(found.size() == 1);
    CHECK(found[0].unit == row["unit"]);
    if (!found[0].counter.empty()) CHECK(found[0].counter == row["text"]);
  }
}

TEST_CASE("every number word of the tables is read in its example") {
  const std::string language = GENERATE("ko", "en");
  const lexicon::Table table(data(), language + "/numbers.tsv");
  for (const auto& row : table.rows()) {
    const std::string example(row["example"]);
    INFO("line " << row.line() << ": " << example);
    const auto found = read(example, language);
    REQUIRE(found.size() == 1);
    CHECK(found[0].span.of(example).find(row["text"]) != std::string_view::npos);
  }
}

TEST_CASE("every modifier of the tables is heard in its example") {
  const std::string language = GENERATE("ko", "en");
  const lexicon::Table table(data(), language + "/quantity_modifiers.tsv");
  for (const auto& row : table.rows()) {
    const std::string example(row["example"]);
    INFO("line " << row.line() << ": " << example);
    const auto found = read(example, language);
    const std::string_view means = row["means"];
    if (means == "drop") {
      CHECK(found.empty());
      continue;
    }
    REQUIRE(found.size() == 1);
    if (means == "minus") {
      CHECK(found[0].high.value_or(0) < 0);
      continue;
    }
    const std::string_view exactness = base::to_text(found[0].exactness);
    CHECK(exactness == (means == "exact" || means == "currency" ? "" : means == "peak" ? "at_most" : means == "band" ? "about" : means));
  }
}

TEST_CASE("the corpora of quantities") {
  const std::string language = GENERATE("ko", "en");
  const lexicon::DataSet corpus = lexicon::DataSet::from_directory(TIMELINE_SOURCE_DIR "/tests/corpus");
  const lexicon::Table table(corpus, language + "/quantity.tsv");
  for (const auto& row : table.rows()) {
    INFO("line " << row.line() << ": " << row["text"]);
    CHECK(all(std::string(row["text"]), language) == row["quantities"]);
  }
}

TEST_CASE("numbers inside dates and names are left alone") {
  model::Article article;
  article.body = "14조원 5명 3배";
  model::Extraction extraction;
  extraction.sentences.push_back({.span = {0, static_cast<std::uint32_t>(article.body.size())}});
  extraction.times.emplace_back().span = {0, 8};
  extraction.entities.emplace_back().name = "3배";
  extraction.mentions.push_back({.span = {14, 18}});
  quantity::Reader(data()).read(article, extraction);
  REQUIRE(extraction.quantities.size() == 1);
  CHECK(extraction.quantities[0].unit == "person");
}

TEST_CASE("noise is passed over") {
  model::Article article;
  article.body = "조회 300명";
  model::Extraction extraction;
  extraction.sentences.push_back(
      {.span = {0, static_cast<std::uint32_t>(article.body.size())}, .role = model::SentenceRole::noise});
  quantity::Reader(data()).read(article, extraction);
  CHECK(extraction.quantities.empty());
}
