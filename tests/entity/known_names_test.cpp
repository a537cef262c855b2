#include <catch2/catch.hpp>

#include "lexicon/table.hpp"
#include "reading.hpp"

using namespace timeline;
using namespace timeline::entity_test;

TEST_CASE("known names stand without their particles") {
  CHECK(read("엔비디아는 삼성전자·SK하이닉스와 만났다.").mentions() ==
        Texts{"nvidia: 엔비디아", "samsung-electronics: 삼성전자", "sk-hynix: SK하이닉스"});
  CHECK(read("네이버클라우드에 6만장이 돌아간다.").mentions() == Texts{"naver-cloud: 네이버클라우드"});
  CHECK(read("‘네모트론3 나노’를 내놓았다.").mentions() == Texts{"nemotron-3-nano: 네모트론3 나노"});
  CHECK(read("탈엔비디아와 탈(脫)엔비디아").mentions() == Texts{"nvidia: 엔비디아", "nvidia: 엔비디아"});
  CHECK(read("엔비디아측은 미국발 소식에").mentions() == Texts{"nvidia: 엔비디아", "us: 미국"});
}

TEST_CASE("a name inside another word is none") {
  CHECK(read("구글링을 했다.").mentions().empty());
  CHECK(read("구글의 애플리케이션").mentions() == Texts{"google: 구글"});
  CHECK(read("구글이 메타버스를").mentions() == Texts{"google: 구글"});
  CHECK(read("네이버후드는 한국인이다.").mentions().empty());
  CHECK(read("www.Google.com과 MyGoogle").mentions().empty());
}

TEST_CASE("a name that may be another word needs evidence") {
  CHECK(read("메타 인지 능력을 키운다.").mentions().empty());
  CHECK(read("메타는 구글과 손을 잡았다.").mentions() == Texts{"meta: 메타", "google: 구글"});
  CHECK(read("메타(Meta)는 공개했다.").mentions() == Texts{"meta: 메타", "meta: Meta"});
  CHECK(read("슬럼은 아직 남아 있다.").mentions().empty());
  CHECK(read("개발자 도구 ‘슬럼’을 쓴다. 슬럼은 빠르다.").mentions() == Texts{"slurm: 슬럼", "slurm: 슬럼"});
  CHECK(read("엔비디아(NVDA)는 올랐다. NVDA란 무엇인가.").mentions() == Texts{"nvidia: 엔비디아", "nvidia: NVDA"});
}

TEST_CASE("a name means another thing in its circle") {
  CHECK(read("한화는 9회 홈런으로 이겼다.").mentions() == Texts{"hanwha-eagles: 한화"});
  CHECK(read("한화는 방산 계약을 맺었다.").mentions() == Texts{"hanwha-group: 한화"});
  CHECK(read("바르셀로나는 챔피언스리그에서 졌다.").has("fc-barcelona"));
  CHECK(read("그는 바르셀로나에 산다.").mentions() == Texts{"barcelona: 바르셀로나"});
  CHECK(read("공화당은 트럼프를 따랐고 민주당은 맞섰다.").has("us-democratic-party"));
  CHECK(read("민주당은 트럼프를 말했다.").has("democratic-party-korea"));
}

TEST_CASE("known relations stand where both ends are named") {
  const Reading reading = read("젠슨 황은 엔비디아를 이끈다.");
  REQUIRE(reading.extraction.relations.size() == 1);
  CHECK(reading.extraction.relations[0].type == model::RelationType::works_for);
  CHECK(reading.extraction.relations[0].span.empty());
  CHECK(reading.extraction.entities[reading.extraction.relations[0].subject].key == "jensen-huang");
  CHECK(reading.extraction.entities[reading.extraction.relations[0].object].key == "nvidia");
}

TEST_CASE("every example of data/entities names its entry") {
  for (const std::string_view path : data().paths("entities/")) {
    const lexicon::Table table(data(), path);
    for (const lexicon::Table::Row& row : table.rows()) {
      INFO(path << ":" << row.line() << " " << row["example"]);
      CHECK(read(row["example"]).has(row["key"]));
    }
  }
}

TEST_CASE("half of a known foreign name beside another half is somebody else") {
  CHECK_FALSE(read("세라 샌더스 대변인은 밝혔다. 샌더스 대변인은 웃었다.").has("bernie-sanders"));
  CHECK_FALSE(read("노동당의 힐러리 벤 의원이 법안을 냈다.").has("hillary-clinton"));
  CHECK(read("샌더스 상원의원은 밝혔다.").has("bernie-sanders"));
  CHECK(read("세라 샌더스 대변인은 버니 샌더스 의원을 만났다. 샌더스 의원은 웃었다.").has("bernie-sanders"));
  CHECK(read("에릭 트럼프 부사장과 트럼프 대통령은 갔다.").has("donald-trump"));
  CHECK(read("힐러리 전 장관은 밝혔다.").has("hillary-clinton"));
}
