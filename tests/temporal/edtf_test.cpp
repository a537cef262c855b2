#include "temporal/edtf.hpp"

#include <catch2/catch.hpp>

using namespace timeline::temporal;
using namespace timeline::model;

namespace {

TimeValue value(const char* from, const char* to, Granularity granularity, Modifier modifier = Modifier::none) {
  TimeValue made;
  if (from) made.from = parse_iso(from);
  if (to) made.to = parse_iso(to);
  made.granularity = granularity;
  made.modifier = modifier;
  return made;
}

}  // namespace

TEST_CASE("EDTF of every granularity, there and back") {
  const std::pair<TimeValue, const char*> cases[] = {
      {value("2025-10-31", "2025-10-31", Granularity::day), "2025-10-31"},
      {value("2025-10-01", "2025-10-31", Granularity::month), "2025-10"},
      {value("2024-02-01", "2024-02-29", Granularity::month), "2024-02"},
      {value("2026-01-01", "2030-12-31", Granularity::range), "2026/2030"},
      {value("2022-11-01", "2022-12-31", Granularity::range, Modifier::end), "2022-11/2022-12"},
      {value("2025-02-17", "2025-02-23", Granularity::week), "2025-02-17/2025-02-23"},
      {value("2025-01-01", "2025-03-31", Granularity::quarter), "2025-33"},
      {value("2025-10-01", "2025-12-31", Granularity::quarter), "2025-36"},
      {value("2025-07-01", "2025-12-31", Granularity::half), "2025-41"},
      {value("2025-03-01", "2025-05-31", Granularity::season), "2025-21"},
      {value("2025-12-01", "2026-02-28", Granularity::season), "2025-24"},
      {value("1990-01-01", "1999-12-31", Granularity::decade), "199X"},
      {value("2001-01-01", "2100-12-31", Granularity::century), "2001/2100"},
      {value(nullptr, "2025-12-22", Granularity::range, Modifier::until), "../2025-12-22"},
      {value("2025-07-01", nullptr, Granularity::range, Modifier::since), "2025-07/.."},
      {value("2022-01-01", "2022-12-31", Granularity::year, Modifier::approximate), "2022~"},
      {value("2025-02-28T13:54", "2025-02-28T13:54", Granularity::time), "2025-02-28T13:54"},
      {value("-0043-03-15", "-0043-03-15", Granularity::day), "-0043-03-15"},
  };
  for (const auto& [made, text] : cases) {
    INFO(text);
    CHECK(to_edtf(made) == text);
    const auto back = parse_edtf(text);
    REQUIRE(back);
    CHECK(back->from == made.from);
    CHECK(back->to == made.to);
  }
}

TEST_CASE("no EDTF without a place on the calendar") {
  CHECK(to_edtf(TimeValue{}).empty());
  for (const char* text : {"", "..", "../..", "2025-13", "2025-02-30", "2025-45", "20XX-10", "2026/2025", "soon"}) {
    INFO(text);
    CHECK_FALSE(parse_edtf(text));
  }
}
