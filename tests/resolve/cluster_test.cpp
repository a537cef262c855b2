#include "resolve/cluster.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include "resolve/canonical.hpp"
#include "resolve/hash.hpp"
#include "temporal/calendar.hpp"

using namespace timeline;
using resolve::Mention;

namespace {

using Names = std::vector<std::string>;

/// A mention told by `article`, published on `published`; `date` is "", a day, or "from/to".
Mention told(const std::string& article, const std::string& published, const std::string& type, const Names& agents,
             const Names& objects, const std::string& date, const std::string& title) {
  Mention mention;
  mention.type = resolve::hash_text(type);
  mention.article = mention.source = resolve::hash_text(article);
  if (const auto day = model::parse_iso(published)) mention.published = temporal::day_number(*day);
  for (const auto& name : agents) mention.parties.push_back({resolve::hash_text(name), model::ParticipantRole::agent});
  for (const auto& name : objects)
    mention.parties.push_back({resolve::hash_text(name), model::ParticipantRole::object});
  if (!date.empty()) {
    const std::size_t slash = date.find('/');
    mention.date = model::TimeValue{
        .from = model::parse_iso(date.substr(0, slash)),
        .to = model::parse_iso(slash == std::string::npos ? date : date.substr(slash + 1)),
        .granularity = slash == std::string::npos ? model::Granularity::day : model::Granularity::month};
    mention.date_basis = model::DateBasis::stated;
  }
  mention.title = title;
  mention.confidence = 0.8;
  return mention;
}

/// The number of events, with all pairs that share a block looked at.
std::vector<std::uint32_t> events_of(const std::vector<Mention>& mentions) {
  std::vector<resolve::Profile> profiles;
  std::vector<std::vector<std::uint64_t>> blocks;
  for (const Mention& mention : mentions) {
    profiles.push_back(resolve::profile(mention));
    blocks.push_back(resolve::blocks(mention, profiles.back()));
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 0; i < mentions.size(); ++i)
    for (std::uint32_t j = i + 1; j < mentions.size(); ++j)
      if (resolve::share(blocks[i], blocks[j])) pairs.emplace_back(i, j);
  return resolve::cluster(mentions, profiles, pairs);
}

std::size_t count_events(const std::vector<Mention>& mentions) {
  const auto events = events_of(mentions);
  return std::set<std::uint32_t>(events.begin(), events.end()).size();
}

const Mention kRelease =
    told("a", "2025-12-16", "release", {"엔비디아"}, {"네모트론3"}, "2025-12-15", "엔비디아, 네모트론3 출시");

}  // namespace

TEST_CASE("mentions that agree in type, doer, object and date are one event") {
  CHECK(count_events({kRelease, told("b", "2025-12-20", "release", {"엔비디아"}, {"네모트론3"}, "2025-12-15",
                                     "엔비디아, 오픈 모델 네모트론3 공개")}) == 1);
}

TEST_CASE("two papers that tell it in much the same words tell one event") {
  const auto telling = [](const std::string& article, const Names& agents, const std::string& date,
                          const std::string& title, const std::string& words) {
    Mention mention = told(article, "2025-03-04", "statement", agents, {}, date, title);
    mention.telling = words;
    return mention;
  };
  const Mention full = telling("a", {"미래통신"}, "2025-03-04", "미래통신, “설비를 모두 걷어…” 발언",
                               "미래통신은 4일 “설비를 모두 걷어 내고 섬을 비우는 일을 이달 안에 끝내겠다”고 밝혔다");
  const std::string words = "통신은 이날 “설비를 모두 걷어내고 섬을 비우는 일을 이달 안에 끝내겠다”고 전했다";
  CHECK(count_events({full, telling("b", {}, "2025-03-04", "통신, 발언", words)}) == 1);
  CHECK(count_events({full, telling("a", {}, "2025-03-04", "통신, 발언", words)}) == 2);
  CHECK(count_events({full, telling("b", {}, "2025-03-05", "통신, 발언", words)}) == 2);
  CHECK(count_events({full, telling("b", {"푸른통신"}, "2025-03-04", "통신, 발언", words)}) == 2);
  CHECK(count_events({full, telling("b", {}, "2025-03-04", "통신, 발언",
                                    "통신은 이날 “섬에 남은 주민에게는 새 집을 마련해 줄 것”이라고 전했다")}) == 2);
}

TEST_CASE("another type, doer, object or date is another event") {
  const auto other = [](const std::string& type, const std::string& agent, const std::string& object,
                        const std::string& date, const std::string& title) {
    return count_events({kRelease, told("b", "2025-12-16", type, {agent}, {object}, date, title)});
  };
  CHECK(other("acquisition", "엔비디아", "네모트론3", "2025-12-15", "엔비디아, 네모트론3 출시") == 2);
  CHECK(other("release", "구글", "네모트론3", "2025-12-15", "구글, 네모트론3 출시") == 2);
  CHECK(other("release", "엔비디아", "블랙웰", "2025-12-15", "엔비디아, 블랙웰 출시") == 2);
  CHECK(other("release", "엔비디아", "네모트론3", "2025-11-15", "엔비디아, 네모트론3 출시") == 2);
}

TEST_CASE("what names no object joins the one event that fits, and no other where two fit") {
  const Mention vague = told("b", "2025-12-16", "release", {"엔비디아"}, {}, "2025-12-15", "엔비디아, 출시");
  CHECK(count_events({kRelease, vague}) == 1);
  const Mention second =
      told("c", "2025-12-16", "release", {"엔비디아"}, {"블랙웰"}, "2025-12-15", "엔비디아, 블랙웰 출시");
  CHECK(count_events({kRelease, second}) == 2);
  CHECK(count_events({kRelease, vague, second}) == 3);
}

TEST_CASE("an undated mention joins a dated one of the same days, and never brings two dates together") {
  const Mention undated =
      told("b", "2025-12-17", "release", {"엔비디아"}, {"네모트론3"}, "", "엔비디아, 네모트론3 출시");
  CHECK(count_events({kRelease, undated}) == 1);
  const Mention late = told("c", "2026-06-17", "release", {"엔비디아"}, {"네모트론3"}, "", "엔비디아, 네모트론3 출시");
  CHECK(count_events({kRelease, late}) == 2);
  Mention planned = undated;
  planned.status = model::EventStatus::planned;
  CHECK(count_events({kRelease, planned}) == 2);
  const Mention earlier =
      told("d", "2025-12-16", "release", {"엔비디아"}, {"네모트론3"}, "2025-12-01", "엔비디아, 네모트론3 출시");
  CHECK(count_events({kRelease, undated, earlier}) == 3);
}

TEST_CASE("a whole month joins a day in it") {
  const Mention month = told("b", "2025-12-20", "release", {"엔비디아"}, {"네모트론3"}, "2025-12-01/2025-12-31",
                             "엔비디아, 이달 네모트론3 출시");
  CHECK(count_events({kRelease, month}) == 1);
  const Mention other_month = told("b", "2025-12-20", "release", {"엔비디아"}, {"네모트론3"}, "2025-11-01/2025-11-30",
                                   "엔비디아, 네모트론3 출시");
  CHECK(count_events({kRelease, other_month}) == 2);
}

TEST_CASE("events of every day do not run together") {
  std::vector<Mention> daily;
  for (int day = 10; day < 20; ++day) {
    const std::string date = "2020-03-" + std::to_string(day);
    daily.push_back(told("a" + date, date, "announcement", {"질병관리본부"}, {"코로나19"}, date,
                         "질병관리본부, 코로나19 현황 발표"));
  }
  CHECK(count_events(daily) == daily.size());
}

TEST_CASE("two meetings of one person on one day are two events") {
  const auto meeting = [](const std::string& article, const Names& agents) {
    return told(article, "2019-02-27", "meeting", agents, {}, "2019-02-27", agents.back() + " 회담");
  };
  CHECK(count_events({meeting("a", {"트럼프", "김정은"}), meeting("b", {"트럼프", "응우옌푸쫑"})}) == 2);
  CHECK(count_events({meeting("a", {"트럼프", "김정은"}), meeting("b", {"김정은", "트럼프"})}) == 1);
}

TEST_CASE("names that mean somebody in one article only bring no two articles together, the same headline does") {
  const auto arrest = [](const std::string& article, const std::string& title) {
    Mention mention = told(article, "2019-08-17", "arrest", {article + " A씨"}, {}, "2019-08-17", title);
    mention.parties[0].local = true;
    return mention;
  };
  CHECK(count_events({arrest("a", "A씨, 경찰 자수"), arrest("b", "A씨, 경찰 자수")}) == 1);
  CHECK(count_events({arrest("a", "A씨, 경찰 자수"), arrest("b", "A씨, 사기 혐의 체포")}) == 2);
}

TEST_CASE("the order of mentions does not show") {
  std::mt19937 random(11);
  const Names agents{"엔비디아", "구글", "메타"}, objects{"", "네모트론3", "블랙웰"},
      dates{"", "2025-12-15", "2025-12-16", "2025-12-01/2025-12-31"};
  for (int round = 0; round < 200; ++round) {
    std::vector<Mention> mentions;
    const auto pick = [&](const Names& from) { return from[random() % from.size()]; };
    for (int i = 0; i < 14; ++i) {
      const std::string object = pick(objects), agent = pick(agents);
      mentions.push_back(told("a" + std::to_string(random() % 6), "2025-12-" + std::to_string(15 + random() % 4),
                              "release", {agent}, object.empty() ? Names{} : Names{object}, pick(dates),
                              agent + ", " + object + " 출시"));
      mentions.back().ordinal = static_cast<std::uint32_t>(i);
    }
    const auto partition = [](const std::vector<std::uint32_t>& events, const std::vector<std::size_t>& names) {
      std::map<std::uint32_t, std::set<std::size_t>> groups;
      for (std::size_t i = 0; i < events.size(); ++i) groups[events[i]].insert(names[i]);
      std::set<std::set<std::size_t>> sets;
      for (const auto& [root, members] : groups) sets.insert(members);
      return sets;
    };
    std::vector<std::size_t> order(mentions.size());
    std::iota(order.begin(), order.end(), 0);
    const auto wanted = partition(events_of(mentions), order);
    std::shuffle(order.begin(), order.end(), random);
    std::vector<Mention> shuffled;
    for (const std::size_t i : order) shuffled.push_back(mentions[i]);
    REQUIRE(partition(events_of(shuffled), order) == wanted);
  }
}

TEST_CASE("an event takes its parts from the mention that knows them best") {
  Mention planned = kRelease;
  planned.published = *planned.published - 5;
  planned.article = planned.source = 1;
  planned.status = model::EventStatus::planned;
  planned.date_basis = model::DateBasis::context;
  Mention copy = kRelease;
  copy.article = 2;
  const resolve::Event event = resolve::canonical(std::vector{planned, kRelease, copy});
  CHECK(event.status == model::EventStatus::occurred);
  CHECK(event.date_basis == model::DateBasis::stated);
  CHECK(event.article_count == 3);
  CHECK(event.source_count == 2);
  CHECK(event.first_published == planned.published);
  CHECK(event.date == kRelease.date);
  planned.published = *kRelease.published + 5;
  CHECK(resolve::canonical(std::vector{planned, kRelease}).status == model::EventStatus::occurred);
  planned.status = model::EventStatus::cancelled;
  CHECK(resolve::canonical(std::vector{planned, kRelease}).status == model::EventStatus::cancelled);
}

TEST_CASE("a date that another article gives is merged") {
  Mention undated = told("b", "2025-12-17", "release", {"엔비디아"}, {"네모트론3"}, "", "엔비디아, 네모트론3 출시");
  undated.title_en = "NVIDIA releases Nemotron 3";
  const resolve::Event event = resolve::canonical(std::vector{undated, kRelease});
  CHECK(event.told_by == 0);
  CHECK(event.dated_by == 1);
  CHECK(event.date_basis == model::DateBasis::merged);
}

TEST_CASE("one event told in Korean and in English may differ by a day, where doer, object and type agree") {
  const Mention korean =
      told("a", "2025-12-17", "acquisition", {"hanbit"}, {"daon"}, "2025-12-15", "한빛전자, 다온 인수");
  const Mention english =
      told("b", "2025-12-16", "acquisition", {"hanbit"}, {"daon"}, "2025-12-16", "Hanbit Electronics acquires Daon");
  CHECK(count_events({korean, english}) == 1);
  const auto other = [&](auto change) {
    Mention mention = english;
    change(mention);
    return count_events({korean, mention});
  };
  CHECK(other([](Mention& one) { one.parties.back().identity = resolve::hash_text("nuri"); }) == 2);
  CHECK(other([](Mention& one) { one.parties.front().identity = resolve::hash_text("nuri"); }) == 2);
  CHECK(other([](Mention& one) { one.type = resolve::hash_text("investment"); }) == 2);
  CHECK(other([](Mention& one) { one.date->from = one.date->to = model::parse_iso("2025-12-17"); }) == 2);
  CHECK(other([](Mention& one) { one.date_basis = model::DateBasis::context; }) == 2);
  CHECK(other([](Mention& one) { one.status = model::EventStatus::planned; }) == 2);
  CHECK(other([](Mention& one) { one.published = *one.published + 7; }) == 2);
}
