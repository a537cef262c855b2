#include "temporal/tagger.hpp"

#include <catch2/catch.hpp>

#include "temporal/edtf.hpp"

using namespace timeline;

namespace {

struct Found {
  std::string text;
  std::string edtf;
  std::string duration;
};

std::vector<Found> tag(std::string_view text, const char* reference) {
  static const lexicon::DataSet data = lexicon::DataSet::embedded();
  static const temporal::Tagger tagger(data);
  std::vector<model::TimeExpression> found;
  temporal::Tagger::Scratch scratch;
  tagger.tag_text(text, reference ? model::parse_iso(reference) : std::nullopt, "ko", found, scratch);
  std::vector<Found> result;
  for (const auto& expression : found)
    result.push_back({std::string(expression.span.of(text)), temporal::to_edtf(expression.value), expression.duration});
  return result;
}

}  // namespace

TEST_CASE("a day of the news and what refers to it") {
  const auto found = tag(
      "엔비디아는 지난달 31일 경주에서 회동했다. 24일 업계에 따르면 공급은 2030년까지다. 이날 오후 3시 30분 발표했다.",
      "2025-11-25");
  REQUIRE(found.size() == 5);
  CHECK(found[0].text == "지난달 31일");
  CHECK(found[0].edtf == "2025-10-31");
  CHECK(found[1].edtf == "2025-11-24");
  CHECK(found[2].edtf == "../2030");
  CHECK(found[3].edtf == "2025-11-24");
  CHECK(found[4].edtf == "2025-11-24T15:30");
}

TEST_CASE("without a publication date nothing relative is guessed") {
  const auto found = tag("지난달 31일 발표했다. 2024년 3월 5일 출시했다.", nullptr);
  REQUIRE(found.size() == 2);
  CHECK(found[0].edtf.empty());
  CHECK(found[1].edtf == "2024-03-05");
}

TEST_CASE("lengths of time are TIMEX3 durations, also where nobody says how many") {
  const auto found = tag("사흘 동안, 2주간, 1년 6개월간, 며칠 만에, 몇시간 만에, 몇 년 동안 준비했다.", "2025-11-25");
  const std::vector<std::string> expected = {"P3D", "P2W", "P1Y6M", "PXD", "PTXH", "PXY"};
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(found[i].duration == expected[i]);
}
