#include "model/time_value.hpp"

#include <catch2/catch.hpp>

using namespace timeline::model;

TEST_CASE("ISO 8601 there and back") {
  for (const char* text : {"2025-10-31", "2025-02-28T13:54", "2024-02-29", "2025-02-28T13:54:10", "-0043-03-15"}) {
    const auto moment = parse_iso(text);
    REQUIRE(moment);
    CHECK(to_iso(*moment) == text);
  }
  for (const char* text : {"2025-02-29", "2025-13-01", "2025-1-1", "2025-10-31T24:00", "2025-10-31x", ""})
    CHECK_FALSE(parse_iso(text));
}

TEST_CASE("a timestamp with a zone is the time as it was written") {
  for (const char* text : {"2025-10-29T00:45:10+09:00", "2025-10-29T00:45:10-0500", "2025-10-29T00:45:10Z",
                           "2025-10-29T00:45:10.250Z", "2025-10-29T00:45:10"}) {
    const auto moment = parse_timestamp(text);
    REQUIRE(moment);
    CHECK(to_iso(*moment) == "2025-10-29T00:45:10");
  }
  CHECK(to_iso(*parse_timestamp("2025-10-29")) == "2025-10-29");
  for (const char* text :
       {"2025-10-29T00:45+9", "2025-10-29T00:45+77:00", "2025-10-29+09:00x", "2025-10-29T24:00Z", ""})
    CHECK_FALSE(parse_timestamp(text));
}

TEST_CASE("stored texts of closed sets") {
  CHECK(timeline::base::to_text(Granularity::quarter) == "quarter");
  CHECK(timeline::base::from_text<Modifier>("until") == Modifier::until);
  CHECK_FALSE(timeline::base::from_text<Modifier>("soon"));
}
