#include "input/dateline.hpp"

#include <catch2/catch.hpp>

#include "lexicon/table.hpp"

using namespace timeline;
using namespace timeline::input;

namespace {

const TimestampReader& timestamps() {
  static const lexicon::DataSet data = lexicon::DataSet::embedded();
  static const TimestampReader reader(data);
  return reader;
}

std::string published(std::string_view text) {
  const Dateline dateline = find_dateline(text, timestamps());
  return dateline.published ? model::to_iso(dateline.published->moment) : "";
}

std::string updated(std::string_view text) {
  const Dateline dateline = find_dateline(text, timestamps());
  return dateline.updated ? model::to_iso(dateline.updated->moment) : "";
}

std::string parsed(std::string_view value) {
  const auto stamp = timestamps().parse(value);
  return stamp ? model::to_iso(stamp->moment) : "";
}

}  // namespace

TEST_CASE("publication times as outlets print them") {
  const std::string article = "\n\n회사가 새 제품을 내놓았다고 밝혔다. 가격은 공개하지 않았다.\n";
  CHECK(published("새 제품 출시\n2025.11.02 22:51" + article) == "2025-11-02T22:51");
  CHECK(published("새 제품 출시\n홍길동 2025. 2. 28. 13:54" + article) == "2025-02-28T13:54");
  CHECK(published(" date 2025-12-22 새 제품 출시" + article) == "2025-12-22");
  CHECK(published("새 제품 출시\n입력 2025.10.21. 오후 3:21 기사원문" + article) == "2025-10-21T15:21");
  CHECK(published("새 제품 출시\n승인 2025.10.21 09:03" + article) == "2025-10-21T09:03");
  CHECK(published("새 제품 출시\n2025-10-21 (일) 09:03:10" + article) == "2025-10-21T09:03:10");
  CHECK(published("새 제품 출시\n2025년 10월 21일 오전 9시 3분" + article) == "2025-10-21T09:03");
  CHECK(published("New product\nPublished April 5, 2023 at 10:11 AM\n\nThe company said so.\n") == "2023-04-05T10:11");
  CHECK(published("New product\n10:11 AM EDT, Wed April 5, 2023\n\nThe company said so.\n") == "2023-04-05T10:11");
}

TEST_CASE("the update is kept apart") {
  const std::string text = "새 제품 출시\n입력 2025.10.21 15:21 | 수정 2025.10.22 08:00\n\n회사가 내놓았다.";
  CHECK(published(text) == "2025-10-21T15:21");
  CHECK(updated(text) == "2025-10-22T08:00");
  CHECK(published("새 제품 출시\n수정 2025.10.22 08:00\n\n회사가 내놓았다.").empty());
}

TEST_CASE("dates that are not the publication") {
  CHECK(published("새 제품 출시\n\n회사는 2024. 3. 5. 특허를 등록했다고 밝혔다.").empty());
  CHECK(published("2019-01-31\n2019-02-28\n2019-03-31\n").empty());
  CHECK(published("새 제품 출시\n\n회사가 내놓았다.\n\n공지 규칙 24.12.06 4,550,038\n").empty());
  CHECK(published("새 제품 출시\n\n한빛전자는 새로 지은 공장에서 만든 제품을 내놓았다고 밝혔다. 가격은 공개하지 "
                  "않았다.\n다른 회사도 공장 짓는다\n2025-12-16\n")
            .empty());
  CHECK(published("연표\n2025.13.40 22:51\n회사가 내놓았다.").empty());
}

TEST_CASE("metadata times, with their zones") {
  CHECK(parsed("2023-04-07T10:11:02.613Z") == "2023-04-07T10:11:02");
  CHECK(parsed("Tue, 21 Apr 2023 16:27:00 +0900") == "2023-04-21T16:27:00");
  CHECK(parsed("20230421162700") == "2023-04-21T16:27");
  CHECK(parsed("soon").empty());
  CHECK(parsed("2023-02-30").empty());
  const auto stamp = timestamps().parse("2023-04-20T22:53:13Z");
  REQUIRE(stamp);
  CHECK(model::to_iso(in_zone(*stamp, 540)) == "2023-04-21T07:53");
  CHECK(model::to_iso(in_zone(*stamp, std::nullopt)) == "2023-04-20T22:53");
}

TEST_CASE("every word of the dateline tables is read in its example") {
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  for (const std::string_view path : {"ko/dateline.tsv", "en/dateline.tsv"}) {
    const lexicon::Table table(data, path);
    for (const auto& row : table.rows()) {
      INFO(path << ":" << row.line());
      const auto stamps = timestamps().scan(row["example"]);
      REQUIRE(stamps.size() == 1);
      if (row["kind"] == "published") CHECK(stamps[0].role == StampRole::published);
      if (row["kind"] == "updated") CHECK(stamps[0].role == StampRole::updated);
      if (row["kind"] == "zone") CHECK(stamps[0].stamp.utc_offset);
      if (row["kind"] == "am" || row["kind"] == "pm")
        CHECK((stamps[0].stamp.moment.hour >= 12) == (row["kind"] == "pm"));
    }
  }
}
