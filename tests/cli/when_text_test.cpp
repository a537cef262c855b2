#include "cli/when_text.hpp"

#include <catch2/catch.hpp>

#include "lexicon/table.hpp"

using namespace timeline;
using cli::Language;

TEST_CASE("dates as people read them") {
  struct Case {
    query::When when;
    const char* ko;
    const char* en;
  };
  const auto when = [](const char* from, const char* to, const char* granularity, const char* edtf = "",
                       const char* modifier = "", const char* basis = "stated") {
    return query::When{from, to, granularity, edtf, modifier, basis, "happened"};
  };
  const Case cases[] = {
      {when("2025-10-31", "2025-10-31", "day"), "2025-10-31", "2025-10-31"},
      {when("2025-02-17", "2025-02-23", "week"), "2025-W08", "2025-W08"},
      {when("2025-10-01", "2025-10-31", "month"), "2025-10", "2025-10"},
      {when("2025-10-01", "2025-12-31", "quarter"), "2025-Q4", "2025-Q4"},
      {when("2025-07-01", "2025-12-31", "half"), "2025-H2", "2025-H2"},
      {when("2025-03-01", "2025-05-31", "season"), "2025 봄", "spring 2025"},
      {when("2025-01-01", "2025-12-31", "year"), "2025", "2025"},
      {when("2022-11-01", "2022-12-31", "year", "", "end"), "2022 말", "late 2022"},
      {when("2022-11-01", "2022-12-31", "range", "", "end"), "2022 말", "late 2022"},
      {when("2025-10-21", "2025-10-31", "month", "", "end"), "2025-10 말", "late 2025-10"},
      {when("1990-01-01", "1999-12-31", "decade"), "1990년대", "1990s"},
      {when("2026-01-01", "2030-12-31", "range"), "2026–2030", "2026–2030"},
      {when("2025-10-29", "2025-11-01", "range"), "2025-10-29–11-01", "2025-10-29–11-01"},
      {when("2025-10-15", "2025-10-17", "range"), "2025-10-15–17", "2025-10-15–17"},
      {when("2025-11-01", "2026-02-28", "range"), "2025-11–2026-02", "2025-11–2026-02"},
      {when("2025-02-28T13:54", "2025-02-28T13:54", "time"), "2025-02-28 13:54", "2025-02-28 13:54"},
      {when("2025-01-01", "2025-12-31", "year", "2025~", "approximate"), "~2025", "~2025"},
      {when("2027-01-01", "", "range", "2027-01/.."), "2027–", "2027–"},
      {when("2025-07-01", "", "range", "2025-07/.."), "2025-07–", "2025-07–"},
      {when("", "2030-12-31", "range", "../2030"), "–2030", "–2030"},
      {when("", "2025-12-22", "range", "../2025-12-22", "", "published"), "≤2025-12-22", "≤2025-12-22"},
      {when("", "", "", "", "", "unknown"), "", ""},
  };
  for (const Case& one : cases) {
    CHECK(cli::when_text(one.when, Language::ko) == one.ko);
    CHECK(cli::when_text(one.when, Language::en) == one.en);
  }
  CHECK(cli::span_text("2025-10-31T12:00", "2025-10-31T23:59") == "2025-10-31");
  CHECK(cli::span_text("", "") == "");
}

TEST_CASE("every label shows its example for 2022") {
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const lexicon::Table table(data, "labels.tsv");
  for (const auto& row : table.rows()) {
    std::string text(row["ko"]);
    CAPTURE(row["key"]);
    REQUIRE(text.find("{}") != std::string::npos);
    REQUIRE(row["en"].find("{}") != std::string_view::npos);
    text.replace(text.find("{}"), 2, row["key"] == "decade" ? "2020" : "2022");
    CHECK(text == row["example"]);
  }
}
