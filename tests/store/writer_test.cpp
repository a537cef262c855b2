#include "store/writer.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "base/error.hpp"
#include "story.hpp"
#include "temporary_folder.hpp"

using namespace timeline;
using store::Access;
using store::Database;

namespace {

/// A story told by several papers, with a copy, two products of one day, and an undated retelling.
std::vector<Story> stories() {
  std::vector<Story> made;
  const auto release = [&](const std::string& id, const std::string& published, const std::string& product,
                           const std::string& day, const std::string& more) {
    Story story(id, published, "가온전자는 " + day + " 신형 반도체 " + product + "를 출시했다고 밝혔다. " + more);
    const auto company = story.company("가온전자");
    const auto object = story.product(product);
    auto& event = story.event("release", "출시했다", "가온전자, " + product + " 출시",
                              {{company, model::ParticipantRole::agent}, {object, model::ParticipantRole::object}});
    if (day.starts_with("15일")) {
      event.time_expression = story.time("15일", "2025-12-15", "2025-12-15");
      Story::date(event, "2025-12-15", "2025-12-15");
    }
    model::Fact fact;
    fact.span = story.words(product);
    fact.subject = company;
    fact.attribute = "제품";
    fact.object = object;
    fact.event = 0;
    story.extraction.facts.push_back(fact);
    made.push_back(std::move(story));
  };
  const std::string tail =
      "회사 쪽은 이번 제품이 앞선 제품보다 두 배 빠르고 전력은 절반만 쓴다고 설명했으며 내년 봄부터 국내 서버 업체에 "
      "공급한다고 덧붙였다. "
      "업계에서는 이 제품이 해외 경쟁사의 제품과 겨룰 수 있을지 지켜보고 있다.";
  release("a", "2025-12-16", "미리내칩", "15일", tail);
  release("b", "2025-12-17", "미리내칩", "15일 오전", "다른 기사다.");
  release("copy", "2025-12-18", "미리내칩", "15일", tail);
  release("c", "2025-12-16", "은하수칩", "15일", "같은 날 다른 제품이다.");
  release("undated", "2025-12-16", "미리내칩", "최근", "날짜가 없는 기사다.");
  return made;
}

int number(const Database& database, const char* query) {
  return database.sqlite().execAndGet(query).getInt();
}

}  // namespace

TEST_CASE("mentions in several articles become one event") {
  const TemporaryFolder folder;
  const auto summary = import_stories(folder / "a.db", stories());
  CHECK(summary.added == 5);
  const Database database = Database::open(folder / "a.db", Access::read);
  CHECK(number(database, "SELECT count(*) FROM timeline") == 2);
  SQLite::Statement event(
      database.sqlite(),
      "SELECT title, date_from, article_count, source_count, first_published_on, companies, products "
      "FROM timeline WHERE title LIKE '%미리내칩%'");
  REQUIRE(event.executeStep());
  CHECK(event.getColumn(0).getString() == "가온전자, 미리내칩 출시");
  CHECK(event.getColumn(1).getString() == "2025-12-15");
  CHECK(event.getColumn(2).getInt() == 4);
  CHECK(event.getColumn(3).getInt() == 3);
  CHECK(event.getColumn(4).getString() == "2025-12-16");
  CHECK(event.getColumn(5).getString() == "가온전자");
  CHECK(event.getColumn(6).getString() == "미리내칩");
  CHECK(number(database, "SELECT count(*) FROM article WHERE duplicate_of IS NOT NULL") == 1);
  CHECK(number(database, "SELECT count(*) FROM company_timeline WHERE company = '가온전자'") == 2);
  CHECK(number(database, "SELECT count(*) FROM fact_sheet WHERE event_id IS NOT NULL") == 5);
  CHECK(number(database, "SELECT count(*) FROM evidence WHERE quote = sentence AND time_text = '15일'") == 4);
}

TEST_CASE("the order of articles and the size of batches do not show") {
  const TemporaryFolder folder;
  const std::vector<Story> all = stories();
  import_stories(folder / "reference.db", all);
  const auto wanted = content_of(folder / "reference.db");
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), 0);
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    std::vector<Story> shuffled;
    for (const std::size_t i : order) shuffled.push_back(all[i]);
    const auto path = folder / ("round" + std::to_string(round) + ".db");
    import_stories(path, shuffled, 1 + static_cast<std::size_t>(round) % 4);
    REQUIRE(content_of(path) == wanted);
  }
}

TEST_CASE("what only one article knows of a known name does not depend on the order") {
  const TemporaryFolder folder;
  Story first("a", "2025-12-16", "가온전자가 밝혔다."), second("b", "2025-12-16", "가온전자(GE)가 밝혔다.");
  first.entity("gaon", model::EntityKind::company, "가온전자");
  second.entity("gaon", model::EntityKind::company, "가온전자");
  second.extraction.entities[0].aliases.push_back({"GE", "en"});
  second.extraction.entities[0].description = "전자 회사";
  import_stories(folder / "one.db", {first, second});
  import_stories(folder / "two.db", {second, first}, 1);
  CHECK(content_of(folder / "one.db") == content_of(folder / "two.db"));
  CHECK(number(Database::open(folder / "one.db", Access::read),
               "SELECT count(*) FROM entity_alias WHERE alias = 'GE'") == 1);
}

TEST_CASE("relations rest on words, or are known beforehand and stored once") {
  const TemporaryFolder folder;
  std::vector<Story> all;
  for (const char* id : {"a", "b"}) {
    Story story(id, "2025-12-16", "가온전자의 미리내칩이다. 기사 " + std::string(id));
    const auto company = story.company("가온전자"), product = story.product("미리내칩");
    for (const bool stated : {true, false})
      story.extraction.relations.push_back({.subject = company,
                                            .object = product,
                                            .type = model::RelationType::makes,
                                            .sentence = 0,
                                            .span = stated ? story.words("가온전자의 미리내칩") : base::Span{},
                                            .since = stated ? "" : "2020",
                                            .until = {}});
    all.push_back(std::move(story));
  }
  import_stories(folder / "a.db", all);
  const Database database = Database::open(folder / "a.db", Access::read);
  CHECK(number(database,
               "SELECT count(*) FROM entity_relation WHERE origin = 'text' AND since IS NULL AND type = 'makes'") == 2);
  CHECK(number(database, "SELECT count(*) FROM entity_relation WHERE origin = 'data' AND since = '2020'") == 1);
}

TEST_CASE("a local name is another entity in each article, and in no list of people") {
  const TemporaryFolder folder;
  std::vector<Story> all;
  for (const char* id : {"a", "b"}) {
    Story story(id, "2025-12-16", "A씨는 15일 자수했다. 기사 " + std::string(id));
    const auto person = story.entity("", model::EntityKind::person, "A씨");
    story.extraction.entities[person].local = true;
    story.event("arrest", "자수했다", "A씨, 자수 " + std::string(id), {{person, model::ParticipantRole::agent}});
    all.push_back(std::move(story));
  }
  import_stories(folder / "a.db", all);
  import_stories(folder / "b.db", {all[1], all[0]}, 1);
  CHECK(content_of(folder / "a.db") == content_of(folder / "b.db"));
  const Database database = Database::open(folder / "a.db", Access::write);
  CHECK(number(database, "SELECT count(*) FROM entity WHERE local_article_id IS NOT NULL") == 2);
  CHECK(number(database, "SELECT count(*) FROM timeline WHERE people IS NULL") == 2);
  store::Writer writer(database, test_run());
  CHECK(writer.forget(1));
  writer.finish("");
  CHECK(number(database, "SELECT count(*) FROM entity") == 1);
  CHECK(number(database, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
}

TEST_CASE("the same article again changes nothing, a changed one is replaced") {
  const TemporaryFolder folder;
  std::vector<Story> all = stories();
  const auto path = folder / "a.db";
  import_stories(path, all);
  const auto before = content_of(path);
  const auto again = import_stories(path, all);
  CHECK(again.same == 5);
  CHECK(again.added + again.changed == 0);
  CHECK(content_of(path) == before);

  const auto event_id = [&] {
    return number(Database::open(path, Access::read), "SELECT event_id FROM event WHERE title LIKE '%미리내칩%'");
  };
  const int id = event_id();
  Story changed = all[0];
  changed.article.body += " 고친 글이다.";
  changed.extraction.events[0].title = "가온전자, 미리내칩 정식 출시";
  CHECK(import_stories(path, {changed}).changed == 1);
  {
    const Database database = Database::open(path, Access::read);
    CHECK(number(database, "SELECT count(*) FROM article") == 5);
    CHECK(number(database, "SELECT count(*) FROM event") == 2);
    CHECK(number(database, "SELECT count(*) FROM article_version") == 1);
    CHECK(number(database, "SELECT count(*) FROM event_search") == 2);
  }
  CHECK(event_id() == id);
  CHECK(import_stories(path, {all[0]}).changed == 1);
  CHECK(content_of(path) == before);
  CHECK(event_id() == id);
}

TEST_CASE("articles read with other rules are found and derived again under the same ids") {
  const TemporaryFolder folder;
  const auto path = folder / "a.db";
  const std::vector<Story> all = stories();
  import_stories(path, all);
  const Database database = Database::open(path, Access::write);
  CHECK(store::stale_articles(database, "d1").empty());
  CHECK(store::stale_articles(database, "d2").size() == 5);
  const int id = number(database, "SELECT event_id FROM event WHERE title LIKE '%은하수칩%'");
  store::Writer writer(database, test_run("d2"));
  for (const std::int64_t article_id : store::stale_articles(database, "d2")) {
    const auto article = store::load_article(database, article_id);
    REQUIRE(article);
    const auto story = std::find_if(all.begin(), all.end(),
                                    [&](const Story& s) { return s.article.external_id == article->external_id; });
    CHECK(article->body == story->article.body);
    CHECK(article->published == story->article.published);
    CHECK(article->outlet == story->article.outlet);
    writer.put(store::prepare(*article, story->extraction));
  }
  CHECK(writer.finish("").changed == 5);
  CHECK(number(database, "SELECT event_id FROM event WHERE title LIKE '%은하수칩%'") == id);
  CHECK(number(database, "SELECT count(*) FROM article_version") == 0);
  CHECK(store::stale_articles(database, "d2").empty());
}

TEST_CASE("a forgotten article takes what rests on it along") {
  const TemporaryFolder folder;
  const std::vector<Story> all = stories();
  import_stories(folder / "all.db", all);
  import_stories(folder / "less.db", {all[1], all[2], all[4]});
  {
    const Database database = Database::open(folder / "all.db", Access::write);
    store::Writer writer(database, test_run());
    for (const char* id : {"a", "c"})
      CHECK(writer.forget(
          number(database, ("SELECT article_id FROM article WHERE external_id = '" + std::string(id) + "'").c_str())));
    CHECK_FALSE(writer.forget(12345));
    writer.finish("");
  }
  CHECK(content_of(folder / "all.db") == content_of(folder / "less.db"));
}

TEST_CASE("two papers of one day that disagree by a day are one event with a conflict") {
  const TemporaryFolder folder;
  std::vector<Story> all = stories();
  all.erase(all.begin() + 2, all.end());
  all[1].article.published = all[0].article.published;
  Story::date(all[1].extraction.events[0], "2025-12-14", "2025-12-14");
  import_stories(folder / "a.db", all);
  const Database database = Database::open(folder / "a.db", Access::read);
  CHECK(number(database, "SELECT count(*) FROM timeline") == 1);
  CHECK(database.sqlite().execAndGet("SELECT dates FROM date_conflict").getString() == "2025-12-14, 2025-12-15");
}

TEST_CASE("Korean words of two syllables and more are found wherever they stand") {
  const TemporaryFolder folder;
  Story story("s", "2025-12-16", "구글클라우드와 엔비디아블랙웰을 쓴다. HBM4를 네모트론3는 美中갈등 NVIDIA가 말했다.");
  const auto company = story.company("구글클라우드");
  story.event("release", "말했다", "구글클라우드, 서비스 출시", {{company, model::ParticipantRole::agent}});
  import_stories(folder / "a.db", {story});
  const Database database = Database::open(folder / "a.db", Access::read);
  for (const std::string word : {"구글", "클라우드", "블랙웰", "엔비디아블랙웰", "hbm4", "HBM4를", "네모트론3",
                                 "네모트론", "美中", "갈등", "nvidia", "\"말했다\"", "title: 제목"}) {
    SQLite::Statement found(database.sqlite(), "SELECT count(*) FROM article_search WHERE article_search MATCH ?");
    found.bind(1, word);
    found.executeStep();
    INFO(word);
    CHECK(found.getColumn(0).getInt() == 1);
  }
  CHECK(database.sqlite()
            .execAndGet("SELECT snippet(article_search, 1, '[', ']', '…', 3) FROM article_search WHERE article_search "
                        "MATCH '블랙웰'")
            .getString()
            .starts_with("구글클라우드와"));
  CHECK(number(database, "SELECT count(*) FROM event_search WHERE event_search MATCH '구글'") == 1);
  CHECK(database.sqlite()
            .execAndGet("SELECT title FROM article_search WHERE article_search MATCH '블랙웰'")
            .getString() == "제목 s");
}

TEST_CASE("what has no words in the text is not stored") {
  const TemporaryFolder folder;
  Story story("a", "2025-12-16", "가온전자는 15일 출시했다.");
  const auto company = story.company("가온전자");
  auto& event = story.event("release", "출시했다", "가온전자, 출시", {{company, model::ParticipantRole::agent}});
  event.time_expression = story.time("15일", "2025-12-15", "2025-12-15");
  event.evidence = {20, 10};
  event.trigger = {0, 9000};
  story.extraction.times[0].span = {5, 3};
  story.extraction.mentions.push_back({.entity = company, .sentence = 0, .span = {1, 2}});
  import_stories(folder / "a.db", {story});
  const Database database = Database::open(folder / "a.db", Access::read);
  CHECK(number(database, "SELECT count(*) FROM time_expression") == 0);
  CHECK(number(database, "SELECT count(*) FROM entity_mention") == 1);
  CHECK(number(database, "SELECT count(*) FROM evidence WHERE quote = sentence AND time_text IS NULL") == 1);
}

TEST_CASE("refused input is recorded and counted") {
  const TemporaryFolder folder;
  const Database database = Database::open(folder / "a.db", Access::write);
  store::Writer writer(database, test_run());
  writer.refuse("x.jsonl", 17, "is not JSON");
  writer.warn("y.txt", 0, "has no date");
  CHECK(writer.finish("2025-12-22T00:00:00Z").refused == 1);
  CHECK(
      database.sqlite()
          .execAndGet("SELECT group_concat(uri || ':' || ifnull(line, '-') || ':' || severity, ' ') FROM import_issue")
          .getString() == "x.jsonl:17:refused y.txt:-:warning");
  CHECK(number(database, "SELECT refused_count FROM import_run") == 1);
}

TEST_CASE("a second writer waits, and a batch that was not committed leaves no trace") {
  const TemporaryFolder folder;
  const auto path = folder / "a.db";
  const std::vector<Story> all = stories();
  {
    const Database database = Database::open(path, Access::write);
    store::Writer writer(database, test_run());
    writer.put(store::prepare(all[0].article, all[0].extraction));
    writer.commit();
    writer.put(store::prepare(all[1].article, all[1].extraction));
  }
  const Database database = Database::open(path, Access::write);
  CHECK(number(database, "SELECT count(*) FROM article") == 1);
  database.sqlite().setBusyTimeout(50);
  SQLite::Database other(path.string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  store::Writer writer(database, test_run());
  writer.put(store::prepare(all[1].article, all[1].extraction));
  try {
    writer.commit();
    FAIL_CHECK("the file was locked");
  } catch (const base::Error& error) {
    CHECK(std::string(error.what()).find("locked by another program") != std::string::npos);
  }
  other.exec("ROLLBACK");
  writer.commit();
  CHECK(number(database, "SELECT count(*) FROM article") == 2);
}
