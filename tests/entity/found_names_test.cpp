#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>

#include "lexicon/table.hpp"
#include "reading.hpp"

using namespace timeline;
using namespace timeline::entity_test;
using model::EntityKind;

TEST_CASE("the lines of the entity corpus") {
  const auto corpus = lexicon::DataSet::from_directory(TIMELINE_SOURCE_DIR "/tests/corpus");
  const lexicon::Table table(corpus, "ko/entity.tsv");
  int gaps = 0;
  for (const lexicon::Table::Row& row : table.rows()) {
    INFO("line " << row.line() << ": " << row["text"]);
    const std::string names = read(row["text"]).kinds();
    if (row["state"] == "xfail") {
      ++gaps;
      CHECK(names != row["names"]);  // closed: make it pass
    } else {
      CHECK(names == row["names"]);
    }
  }
  std::cout << "entity corpus: " << table.rows().size() << " lines, " << gaps << " known gaps\n";
}

TEST_CASE("a person found has a title, an employer and the words that say so") {
  const Reading reading = read("이원태 국민대 특임교수는 “중요하다”고 말했다.");
  const model::Entity* person = reading.named("이원태");
  REQUIRE(person != nullptr);
  CHECK(person->key.empty());
  CHECK(person->description == "국민대 특임교수");
  CHECK_FALSE(person->local);
  REQUIRE(reading.extraction.relations.size() == 1);
  const model::EntityRelation& relation = reading.extraction.relations[0];
  CHECK(relation.type == model::RelationType::works_for);
  CHECK(&reading.extraction.entities[relation.subject] == person);
  CHECK(reading.extraction.entities[relation.object].key == "kookmin-university");
  CHECK(relation.span.of(reading.article.body) == "이원태 국민대 특임교수");
}

TEST_CASE("short forms follow the title of the full name") {
  const Reading reading = read("김정은 북한 국무위원장과 김영철 부위원장이 왔다. 김 위원장은 연설했다.");
  const model::Entity* short_form = reading.named("김");
  REQUIRE(short_form != nullptr);
  CHECK(short_form->key == "kim-jong-un");
  CHECK(read("이원태 교수는 말했다. 이 의원은 웃었다.").named("이")->local);
}

TEST_CASE("a title behind a family name is not that of the full name further back") {
  const Reading reading =
      read("한지훈 대변인이 아니라 한 전 세무서장의 동생이다. 한도윤 전 서해세무서장은 웃었다. 한 서장은 갔다.");
  REQUIRE(reading.named("한") != nullptr);
  CHECK(reading.named("한")->name == "한도윤");
}

TEST_CASE("somebody whom the article does not name is known inside it only") {
  const Reading reading = read("A씨는 A(39) 씨로 적혔고 김모 씨는 달아났다.");
  REQUIRE(reading.named("A") != nullptr);
  CHECK(reading.named("A")->name == "A씨");
  CHECK(reading.named("A")->local);
  CHECK(reading.named("김")->name == "김모씨");
  CHECK(reading.extraction.entities.size() == 2);
}

TEST_CASE("an official is not called 씨 where somebody of his family name is not named") {
  const Reading reading = read("정윤식 장관은 부인했다. 정모씨는 구속됐다. 정씨는 사과했다.");
  REQUIRE(reading.extraction.mentions.size() == 3);
  CHECK(reading.extraction.mentions[0].entity != reading.extraction.mentions[2].entity);
  CHECK(read("정윤식 장관은 부인했다. 정씨는 사과했다.").extraction.entities.size() == 1);
}

TEST_CASE("a name in brackets is another name of the same, there and later") {
  const Reading reading = read("한서수소연구조합(HSRC)은 밝혔다. HSRC는 시험한다.");
  REQUIRE(reading.extraction.mentions.size() == 3);
  CHECK(reading.extraction.entities.size() == 1);
  REQUIRE(reading.extraction.entities[0].aliases.size() == 1);
  CHECK(reading.extraction.entities[0].aliases[0].text == "HSRC");
}

TEST_CASE("who makes what") {
  const Reading reading = read("작업 관리 도구 ‘슬럼’의 개발사 스케드MD를 샀다.");
  REQUIRE(reading.extraction.relations.size() == 1);
  CHECK(reading.extraction.relations[0].type == model::RelationType::makes);
  CHECK(reading.extraction.relations[0].span.of(reading.article.body) == "슬럼’의 개발사 스케드MD");
}

TEST_CASE("who belongs to whom") {
  const Reading reading = read("삼성전자의 자회사 서해전자는 올랐다. 미리내전자의 모회사 엔비디아는 내렸다.");
  REQUIRE(reading.extraction.relations.size() == 2);
  const auto name = [&](std::uint32_t entity) { return reading.extraction.entities[entity].name; };
  CHECK(reading.extraction.relations[0].type == model::RelationType::belongs_to);
  CHECK(name(reading.extraction.relations[0].subject) == "서해전자");
  CHECK(name(reading.extraction.relations[0].object) == "삼성전자");
  CHECK(name(reading.extraction.relations[1].subject) == "미리내전자");
  CHECK(name(reading.extraction.relations[1].object) == "엔비디아");
}

TEST_CASE("another part of the sentence gives nobody a title") {
  CHECK(read("이원태 국민대 특임교수가 법무부 장관을 만났다.").extraction.relations.size() == 1);
}

TEST_CASE("known offices carry their years") {
  const Reading reading = read("이주열 한국은행 총재가 발표했다.");
  REQUIRE(reading.extraction.relations.size() == 1);
  CHECK(reading.extraction.relations[0].since == "2014");
  CHECK(reading.extraction.relations[0].until == "2022");
  CHECK_FALSE(reading.extraction.relations[0].span.empty());
}

TEST_CASE("every example of the tables of names is read as they say") {
  const auto rows = [](std::string_view path, const auto& check) {
    const lexicon::Table table(data(), path);
    for (const lexicon::Table::Row& row : table.rows()) {
      INFO(path << ":" << row.line() << " " << row["example"]);
      check(row, read(row["example"]));
    }
  };
  rows("ko/titles.tsv", [](const auto& row, const Reading& reading) {
    if (row["use"] == "none")
      CHECK_FALSE(reading.has_kind(EntityKind::person));
    else
      CHECK(reading.named("김영호") != nullptr);
  });
  rows("ko/name_tails.tsv", [](const auto& row, const Reading& reading) {
    CHECK(reading.extraction.mentions.empty() == (row["keeps"] == "no"));
  });
  rows("ko/name_prefixes.tsv",
       [](const auto&, const Reading& reading) { CHECK_FALSE(reading.extraction.mentions.empty()); });
  rows("ko/name_stopwords.tsv",
       [](const auto&, const Reading& reading) { CHECK_FALSE(reading.has_kind(EntityKind::person)); });
  rows("ko/name_company_marks.tsv",
       [](const auto&, const Reading& reading) { CHECK(reading.kinds() == "서해상사=company"); });
  rows("ko/name_suffixes.tsv", [](const auto& row, const Reading& reading) {
    CHECK((row["where"] == "title" || reading.has_kind(*base::from_text<EntityKind>(row["kind"]))));
  });
  rows("ko/name_heads.tsv",
       [](const auto&, const Reading& reading) { CHECK(reading.has_kind(EntityKind::organization)); });
  rows("ko/name_not.tsv", [](const auto&, const Reading& reading) { CHECK(reading.extraction.mentions.empty()); });
  rows("ko/name_links.tsv", [](const auto&, const Reading& reading) { CHECK(reading.has_kind(EntityKind::person)); });
  rows("ko/name_masks.tsv", [](const auto&, const Reading& reading) { CHECK(reading.has_kind(EntityKind::person)); });
  rows("ko/name_foreign.tsv", [](const auto&, const Reading& reading) { CHECK(reading.has_kind(EntityKind::person)); });
  rows("ko/name_loans.tsv",
       [](const auto&, const Reading& reading) { CHECK_FALSE(reading.has_kind(EntityKind::person)); });
  rows("ko/name_owned.tsv", [](const auto&, const Reading& reading) { CHECK(reading.has_kind(EntityKind::person)); });
  rows("ko/name_circles.tsv",
       [](const auto&, const Reading& reading) { CHECK(reading.has_kind(EntityKind::organization)); });
  rows("ko/name_relations.tsv",
       [](const auto&, const Reading& reading) { CHECK(reading.extraction.relations.size() == 1); });
  rows("ko/country_groups.tsv",
       [](const auto&, const Reading& reading) { CHECK(reading.extraction.mentions.size() >= 2); });
  rows("ko/country_letters.tsv", [](const auto& row, const Reading& reading) { CHECK(reading.has(row["key"])); });
}

TEST_CASE("the same text gives the same names, and spans stand on their words") {
  const std::string text = "이원태 국민대 특임교수와 A씨는 미국 정부, (주)서해상사, 부산 서해경찰서를 만났다.";
  const Reading first = read(text);
  CHECK(first.kinds() == read(text).kinds());
  for (const model::EntityMention& mention : first.extraction.mentions) {
    CHECK(mention.span.end <= text.size());
    CHECK((static_cast<unsigned char>(text[mention.span.begin]) & 0xC0) != 0x80);
  }
}
