#include <catch2/catch.hpp>

#include "reading.hpp"

// Who is meant by a name that several share.
using namespace timeline;
using entity_test::read_article;
using model::EntityKind;

TEST_CASE("he who is called by his family name is not the other one who is masked in the same sentence") {
  CHECK(read_article("경찰은 김 씨를 붙잡았다. 김 씨는 이웃 김모(22) 씨를 때렸다. 김 씨는 부인했다.")
            .named_all(EntityKind::person) == "김씨|김씨|김모씨|김씨");
  CHECK(read_article("경찰은 김영수(34) 씨를 붙잡았다. 김 씨는 이웃 김모(22) 씨를 때렸다. 김 씨는 부인했다.")
            .named_all(EntityKind::person) == "김영수|김영수|김모씨|김영수");
  CHECK(read_article("경찰은 김모(22) 씨를 붙잡았다. 김 씨는 부인했다.").named_all(EntityKind::person) ==
        "김모씨|김모씨");
}

TEST_CASE("of two with one family name and title the one who was named last is meant, or nobody knows") {
  CHECK(
      read_article("김문식 의원은 반대했다. 김영태 의원은 찬성했다. 김 의원은 웃었다.").named_all(EntityKind::person) ==
      "김문식|김영태|김영태");
  CHECK(read_article("김문식 의원과 김영태 의원이 참석했다. 김 의원은 웃었다.").named_all(EntityKind::person) ==
        "김문식|김영태|김 의원");
  CHECK(read_article("이영태 대표와 이문식 원내대표가 만났다. 이 대표는 웃었다.").named_all(EntityKind::person) ==
        "이영태|이문식|이영태");
}

TEST_CASE("who is in office is not called by the one who was") {
  CHECK(read_article("이문식 전 대표와 이영태 대표가 만났다. 이 대표는 웃었다. 이 전 대표는 떠났다.")
            .named_all(EntityKind::person) == "이문식|이영태|이영태|이문식");
}

TEST_CASE("the last part of a full foreign name alone is the same person") {
  CHECK(read_article("존 스미스 총리가 왔다. 스미스 총리는 떠났다.").named_all(EntityKind::person) ==
        "존 스미스|존 스미스");
  CHECK(read_article("스미스 총리가 왔다. 존 스미스 총리와 짐 스미스 총리는 떠났다.").named_all(EntityKind::person) ==
        "스미스|존 스미스|짐 스미스");
}

TEST_CASE("a body without its country is that of the country just spoken of") {
  CHECK(read_article("러시아 외교부는 반발했다. 외교부는 성명을 냈다.").named_all(EntityKind::organization) ==
        "러시아 외교부|러시아 외교부");
  CHECK(read_article("러시아 외교부는 반발했다. 우리 외교부는 성명을 냈다.").named_all(EntityKind::organization) ==
        "러시아 외교부|외교부");
  CHECK(read_article("러시아 정부는 반발했다. 정부는 성명을 냈다.").named_all(EntityKind::organization) ==
        "러시아 정부|한국 정부");
}

TEST_CASE("a family name before another one, and before a body, is that of somebody named before") {
  CHECK(read_article("박영태 전 대법관과 고문식 전 대법관이 왔다. 박·고 전 대법관은 떠났다.")
            .named_all(EntityKind::person) == "박영태|고문식|박영태|고문식");
  CHECK(
      read_article("임영태 전 법원행정처 차장이 왔다. 임 전 법원행정처 차장은 떠났다.").named_all(EntityKind::person) ==
      "임영태|임영태");
}

TEST_CASE("a foreign name may be called by its first part") {
  CHECK(read_article("패통탄 카스트로네스 총리가 왔다. 패통탄은 말했다. 패통탄이 떠났다.")
            .named_all(EntityKind::person) == "패통탄 카스트로네스|패통탄 카스트로네스|패통탄 카스트로네스");
}

TEST_CASE("a trade before a name that is also a word introduces it") {
  CHECK(read_article("가수 승리와 만났다. 승리는 떠났다.").named_all(EntityKind::person) == "승리|승리");
  CHECK(read_article("팀은 승리와 만났다. 승리는 값졌다.").named_all(EntityKind::person).empty());
}
