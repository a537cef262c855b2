#include "query/event_query.hpp"

#include <catch2/catch.hpp>

#include "newsroom.hpp"
#include "query/names.hpp"

using namespace timeline::query;
using Ids = std::vector<std::int64_t>;

namespace {

Ids find(Newsroom& newsroom, const EventFilter& filter, EventOrder order = EventOrder::date, std::int64_t limit = 0) {
  return find_events(newsroom.database(), filter, order, limit);
}

}  // namespace

TEST_CASE("events come oldest first, undated last") {
  Newsroom newsroom;
  CHECK(find(newsroom, {}) == Ids{4, 6, 1, 5, 3, 2, 7});
  CHECK(find(newsroom, {}, EventOrder::newest, 2).size() == 2);
  CHECK(find(newsroom, {}, EventOrder::sources, 1) == Ids{1});
}

TEST_CASE("filters of one kind are alternatives and different ones must all hold") {
  Newsroom newsroom;
  CHECK(find(newsroom, {.participants = {{1}}}) == Ids{1, 2, 7});
  CHECK(find(newsroom, {.participants = {{1, 2}}}) == Ids{1, 3, 2, 7});
  CHECK(find(newsroom, {.participants = {{2}, {4}}}) == Ids{3});
  CHECK(find(newsroom, {.participants = {{1}, {4}}}).empty());
  CHECK(find(newsroom, {.types = {"supply"}, .statuses = {"expected", "planned"}}) == Ids{2});
}

TEST_CASE("people count for their company in the years in which they work for it") {
  Newsroom newsroom;
  const auto years = [&](const char* since, const char* until) {
    return find(newsroom, {.participants = {{2}}, .tenures = {{{3, since, until}}}});
  };
  CHECK(years("1993", "") == Ids{6, 5, 3});
  CHECK(years("", "2024") == Ids{3});
  CHECK(years("2025", "2025") == Ids{6, 5, 3});
}

TEST_CASE("dates: on is within, or touching and short, during is touching, from and to bound") {
  Newsroom newsroom;
  CHECK(find(newsroom, {.on = {{"2025-10-31", "2025-10-31"}}}) == Ids{1});
  CHECK(find(newsroom, {.on = {{"2025-02-20", "2025-02-20"}}}) == Ids{6});
  CHECK(find(newsroom, {.on = {{"2027-01-01", "2027-12-31"}}}).empty());
  CHECK(find(newsroom, {.during = {{"2027-01-01", "2027-12-31"}}}) == Ids{3, 2});
  CHECK(find(newsroom, {.from = "2026-01-01"}) == Ids{3, 2});
  CHECK(find(newsroom, {.to = "2024-12-31"}) == Ids{4, 5});
}

TEST_CASE("an event known only from its publication lies in no period unless asked for") {
  Newsroom newsroom;
  const Period year{"2025-01-01", "2025-12-31"};
  CHECK(find(newsroom, {.during = {year}}) == Ids{6, 1});
  CHECK(find(newsroom, {.bases = {"published"}, .during = {year}}) == Ids{5});
}

TEST_CASE("words are looked for in the event, or in its articles as well") {
  Newsroom newsroom;
  CHECK(find(newsroom, {.text = "챗GPT"}) == Ids{4});
  CHECK(find(newsroom, {.text = "경주에서"}).empty());
  CHECK(find(newsroom, {.about = "경주에서"}) == Ids{1, 3});
  CHECK(find(newsroom, {.text = "' OR 1=1 --"}).empty());
  CHECK(find(newsroom, {.text = "()"}).empty());
}

TEST_CASE("an event is read with who takes part and the words it rests on") {
  Newsroom newsroom;
  EventReader reader(newsroom.database());
  const auto event = reader.read(1, true);
  REQUIRE(event);
  CHECK(event->title == "엔비디아, 한국에 GPU 26만장 공급 발표");
  CHECK(event->when.role == "announced");
  REQUIRE(event->participants.size() == 1);
  CHECK(event->participants[0].name_en == "NVIDIA");
  REQUIRE(event->evidence.size() == 2);
  CHECK(event->evidence[1].time_text == "지난달 31일");
  CHECK_FALSE(reader.read(99, false));
  newsroom.database().exec("UPDATE event SET review = 'rejected' WHERE event_id = 1");
  CHECK_FALSE(reader.read(1, false));
  CHECK(find(newsroom, {.types = {"supply"}}) == Ids{2});
}

TEST_CASE("one company under all its names") {
  Newsroom newsroom;
  for (const char* name : {"엔비디아", "NVIDIA", "nvidia", "NVDA", "nvda", "엔 비디아", "N-VIDIA"}) {
    CAPTURE(name);
    CHECK(find_name(newsroom.database(), name, {"company"}).entities == Ids{1});
  }
}

TEST_CASE("an unknown name has its nearest, a name of another kind says so") {
  Newsroom newsroom;
  const NameResult unknown = find_name(newsroom.database(), "앤비디아", {"company"});
  CHECK(unknown.entities.empty());
  CHECK(unknown.nearest == std::vector<std::string>{"엔비디아"});
  const NameResult person = find_name(newsroom.database(), "jensen huang", {"company"});
  CHECK(person.entities == Ids{3});
  CHECK(person.other_kind == "person");
  CHECK(people_of(newsroom.database(), {1}) == std::vector<Tenure>{{3, "", ""}});
  CHECK(products_of(newsroom.database(), {2}) == Ids{4});
}
