#include "query/nearest.hpp"

#include <catch2/catch.hpp>

using namespace timeline::query;

TEST_CASE("names are compared without case, spaces and marks") {
  CHECK(fold_name("Jensen  HUANG") == fold_name("jensen-huang"));
  CHECK(fold_name("SK 하이닉스") == fold_name("sk하이닉스"));
  CHECK(fold_name("㈜") == "㈜");
  CHECK(fold_name("&") == "&");
  CHECK(fold_name("삼성전자") != fold_name("삼성전기"));
}

TEST_CASE("Hangul is compared letter by letter") {
  CHECK(edit_distance("엔비디어", "엔비디아", 5) == 1);
  CHECK(edit_distance("삼성전자", "삼성전기", 5) == 2);
  CHECK(edit_distance("네이버", "구글", 3) == 4);
  CHECK(edit_distance("nvidai", "nvidia", 5) == 1);
  CHECK(edit_distance("", "abc", 5) == 3);
  CHECK(edit_distance("구글", "구글", 0) == 0);
}

TEST_CASE("the nearest names come first and far ones not at all") {
  const std::vector<std::string> names{"엔비디아", "NVIDIA", "구글", "Google", "삼성전자", "삼성전기"};
  CHECK(nearest("앤비디아", names, 3) == std::vector<std::string>{"엔비디아"});
  CHECK(nearest("nvidai", names, 3) == std::vector<std::string>{"NVIDIA"});
  CHECK(nearest("삼성전자", names, 1) == std::vector<std::string>{"삼성전자"});
  CHECK(nearest("현대자동차", names, 3).empty());
  CHECK(nearest("goog", names, 3) == std::vector<std::string>{"Google"});
}
