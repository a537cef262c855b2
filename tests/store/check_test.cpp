#include "store/check.hpp"

#include <catch2/catch.hpp>

#include "story.hpp"
#include "temporary_folder.hpp"

using namespace timeline;
using store::Access;
using store::Database;

namespace {

/// A file with one article, written to by somebody who does not keep the rules; what check() then finds.
std::string findings_after(const std::string& sql) {
  const TemporaryFolder folder;
  const auto path = folder / "a.db";
  Story story("a", "2025-12-16", "😀 가온전자는 15일 반도체 미리내칩을 출시했다.");
  const auto company = story.company("가온전자");
  auto& event =
      story.event("release", "출시했다", "가온전자, 미리내칩 출시", {{company, model::ParticipantRole::agent}});
  event.time_expression = story.time("15일", "2025-12-15", "2025-12-15");
  Story::date(event, "2025-12-15", "2025-12-15");
  import_stories(path, {story});
  if (!sql.empty()) {
    SQLite::Database other(path.string(), SQLite::OPEN_READWRITE);
    other.exec("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;" + sql);
  }
  std::string all;
  for (const auto& finding : store::check(Database::open(path, Access::read)).findings)
    all += finding.check + ": " + finding.what + "\n";
  return all;
}

}  // namespace

TEST_CASE("check finds nothing in a file as written") {
  CHECK(findings_after("") == "");
}

TEST_CASE("check counts what it compared") {
  const TemporaryFolder folder;
  Story story("a", "2025-12-16", "가온전자는 15일 출시했다.");
  story.time("15일", "2025-12-15", "2025-12-15");
  import_stories(folder / "a.db", {story});
  const auto report = store::check(Database::open(folder / "a.db", Access::read));
  CHECK(report.articles == 1);
  CHECK(report.offsets == 2);
  CHECK(report.dates == 3);
}

TEST_CASE("SQLite's substr gives back the words, behind an emoji as well") {
  const TemporaryFolder folder;
  Story story("a", "2025-12-16", "😀 가온전자는 15일 출시했다.");
  story.time("15일", "2025-12-15", "2025-12-15");
  import_stories(folder / "a.db", {story});
  const Database database = Database::open(folder / "a.db", Access::read);
  CHECK(database.sqlite()
            .execAndGet(
                "SELECT substr(body, start_char + 1, char_count) FROM time_expression JOIN article USING (article_id)")
            .getString() == "15일");
}

TEST_CASE("check finds what somebody has broken") {
  const auto found = [](const std::string& sql, const std::string& words) {
    const std::string all = findings_after(sql);
    INFO(sql << " -> " << all);
    CHECK(all.find(words) != std::string::npos);
  };
  found("UPDATE time_expression SET start_char = start_char - 1", "offsets: time_expression 1: substr gives ' 15'");
  found("UPDATE event_mention SET char_count = 999", "offsets: event_mention 1 ends behind its text");
  found("UPDATE sentence SET char_count = 5", "stands outside its sentence");
  found("UPDATE event SET date_from = '2025-02-30'", "dates: event 1: '2025-02-30' is no date");
  found("UPDATE event SET date_from = '2025-12-16'", "dates: event 1 ends before it begins");
  found("DELETE FROM entity", "foreign_keys: entity_mention 1 refers to a row of entity");
  found(
      "INSERT INTO event SELECT 9, event_type_id, status, date_from, date_to, granularity, modifier, edtf, date_basis, "
      "date_role, day_number, title, title_en, attributed_to, confidence, 1, 1, NULL, NULL FROM event",
      "evidence: event 9 rests on no words");
  found("UPDATE article SET body = body || ' 더'", "search: article_search is out of step at row 1");
  found("DELETE FROM event_search", "search: event_search lacks row 1");
  found("UPDATE event SET title = 'x'", "search: event_search is out of step at row 1");
  found("DROP VIEW timeline", "schema: view timeline is missing");
  found("UPDATE sentence SET role = 'noise'", "evidence: event_mention 1 stands in noise");
}
