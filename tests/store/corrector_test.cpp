#include "store/corrector.hpp"

#include <catch2/catch.hpp>

#include "story.hpp"
#include "temporary_folder.hpp"

using namespace timeline;
using store::Access;
using store::Corrector;
using store::Database;

namespace {

Story release(const std::string& id, const std::string& product, const std::string& day) {
  Story story(id, "2025-12-20", "가온전자는 " + product + "을 출시했다. 기사 " + id);
  const auto company = story.company("가온전자"), object = story.product(product);
  auto& event = story.event("release", "출시했다", "가온전자, " + product + " 출시",
                            {{company, model::ParticipantRole::agent}, {object, model::ParticipantRole::object}});
  Story::date(event, day, day);
  return story;
}

std::string value(const Database& database, const std::string& sql) {
  return database.sqlite().execAndGet(sql).getString();
}
std::int64_t event_of(const Database& database, const std::string& article) {
  return database.sqlite()
      .execAndGet("SELECT event_id FROM event_mention JOIN article USING (article_id) WHERE external_id = '" + article +
                  "'")
      .getInt64();
}

}  // namespace

TEST_CASE("corrections hold after articles are read again, and can be taken back") {
  const TemporaryFolder folder;
  const auto path = folder / "a.db";
  const std::vector<Story> stories{release("a", "미리내칩", "2025-12-15"), release("b", "은하수칩", "2025-12-15"),
                                   release("c", "미리내칩", "2025-12-15")};
  import_stories(path, stories);
  const auto before = content_of(path);
  const Database database = Database::open(path, Access::write);
  const std::int64_t first = event_of(database, "a"), second = event_of(database, "b");
  REQUIRE(event_of(database, "c") == first);
  Corrector corrector(database, "2025-12-22T00:00:00Z");
  const auto read_again = [&] {
    store::Writer writer(database, test_run("other rules " + value(database, "SELECT count(*) FROM import_run")));
    for (const Story& story : stories) writer.put(store::prepare(story.article, story.extraction));
    writer.finish("");
  };

  SECTION("change") {
    const auto title = corrector.change(first, "title", "가온전자, 반도체 '미리내칩' 출시");
    const auto date = corrector.change(first, "date", "2025-12");
    const auto status = corrector.change(first, "status", "planned");
    for (int round = 0; round < 2; ++round) {
      CHECK(value(database,
                  "SELECT title || ' ' || edtf || ' ' || granularity || ' ' || status || ' ' || date_to FROM event "
                  "WHERE event_id = " +
                      std::to_string(first)) == "가온전자, 반도체 '미리내칩' 출시 2025-12 month planned 2025-12-31");
      read_again();
    }
    CHECK(value(database, "SELECT old_value FROM correction WHERE field = 'date'") == "2025-12-15");
    for (const auto id : {title, date, status}) CHECK(corrector.undo(id));
    CHECK_FALSE(corrector.undo(title));
  }
  SECTION("merge") {
    const auto id = corrector.merge(second, first);
    for (int round = 0; round < 2; ++round) {
      CHECK(value(database, "SELECT count(*) FROM event") == "1");
      CHECK(event_of(database, "a") == second);
      read_again();
    }
    CHECK(corrector.undo(id));
  }
  SECTION("split") {
    const auto mention = database.sqlite()
                             .execAndGet(
                                 "SELECT event_mention_id FROM event_mention JOIN article USING (article_id) "
                                 "WHERE external_id = 'c'")
                             .getInt64();
    const auto id = corrector.split(mention);
    for (int round = 0; round < 2; ++round) {
      CHECK(value(database, "SELECT count(*) FROM event") == "3");
      CHECK(event_of(database, "c") != event_of(database, "a"));
      read_again();
    }
    CHECK(corrector.undo(id));
  }
  SECTION("confirm and reject") {
    const auto rejected = corrector.reject(first), confirmed = corrector.confirm(second);
    for (int round = 0; round < 2; ++round) {
      CHECK(value(database, "SELECT group_concat(review) FROM timeline") == "confirmed");
      CHECK(value(database, "SELECT count(*) FROM event") == "2");
      read_again();
    }
    CHECK(corrector.undo(rejected));
    CHECK(corrector.undo(confirmed));
  }
  CHECK(content_of(path) == before);
}

TEST_CASE("what cannot be corrected is refused") {
  const TemporaryFolder folder;
  import_stories(folder / "a.db", {release("a", "미리내칩", "2025-12-15")});
  const Database database = Database::open(folder / "a.db", Access::write);
  Corrector corrector(database, "");
  CHECK_THROWS_WITH(corrector.change(99, "title", "x"), "there is no event 99");
  CHECK_THROWS_WITH(corrector.change(1, "colour", "x"), "an event has no field 'colour'");
  CHECK_THROWS_WITH(corrector.change(1, "date", "tomorrow"), "'tomorrow' is no date");
  CHECK_THROWS_WITH(corrector.change(1, "status", "maybe"), "there is no status 'maybe'");
  CHECK_THROWS_WITH(corrector.merge(1, 1), "an event cannot be merged with itself");
  CHECK(value(database, "SELECT count(*) FROM correction") == "0");
}
