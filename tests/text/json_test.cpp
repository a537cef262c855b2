#include "text/json.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using timeline::text::Json;

namespace {

/// What the only item of the array says.
std::string only_string(const std::string& text) {
  Json json;
  REQUIRE(json.read(text));
  std::string found;
  json.root().for_each_item([&](const Json::Value& item) { found = item.string().value(); });
  return found;
}

}  // namespace

TEST_CASE("a JSON text is read with its members in order") {
  const std::string text = R"( {"id": 12 , "tags":["ㄱ", [], {}, -1.5e3, true, null], "제목":"부산", "id":"second"} )";
  Json json;
  REQUIRE(json.read(text));
  std::vector<std::string> keys, values, tags;
  json.root().for_each_member([&](std::string_view key, const Json::Value& value) {
    keys.emplace_back(key);
    values.push_back(value.json());
  });
  CHECK(keys == std::vector<std::string>{"id", "tags", "제목", "id"});
  CHECK(values == std::vector<std::string>{"12", R"(["ㄱ",[],{},-1.5e3,true,null])", R"("부산")", R"("second")"});
  json.root().find("tags")->for_each_item([&](const Json::Value& item) { tags.push_back(item.json()); });
  CHECK(tags == std::vector<std::string>{R"("ㄱ")", "[]", "{}", "-1.5e3", "true", "null"});
  CHECK(json.root().find("id")->kind() == Json::Kind::number);
  CHECK(json.root().find("제목")->string() == "부산");
  CHECK_FALSE(json.root().find("제"));
  CHECK_FALSE(json.root().find("id")->string());
}

TEST_CASE("strings are unescaped") {
  CHECK(only_string(R"(["한 줄\n\"둘째\" \/\\\b\f\r\t 줄이 더 길게 이어진다"])") ==
        "한 줄\n\"둘째\" /\\\b\f\r\t 줄이 더 길게 이어진다");
  CHECK(only_string(R"(["\uD55C\uae00 \ud83d\ude42"])") == "한글 🙂");
  CHECK(only_string(R"(["\u0000"])") == std::string(1, '\0'));
  Json json;
  REQUIRE(json.read(R"({"te\u0078t":1})"));
  CHECK(json.root().find("text"));
}

TEST_CASE("what is no JSON is refused with the reason") {
  const auto fault = [](const std::string& text) {
    Json json;
    return json.read(text) ? std::string() : std::string(json.fault());
  };
  CHECK(fault("") == "The document is empty.");
  CHECK(fault(R"({"text":"끝이 없다)") == "Missing a closing quotation mark in string.");
  CHECK(fault(R"({"text":"하나"} 둘)") == "The document root must not be followed by other values.");
  CHECK(fault(std::string("{}\0[", 4)) == "The document root must not be followed by other values.");
  CHECK_FALSE(fault(R"({"a":1,})").empty());
  CHECK_FALSE(fault("[01]").empty());
  CHECK_FALSE(fault("[\"a\tb\"]").empty());
  CHECK_FALSE(fault(R"(["\x41"])").empty());
  for (const char* half : {R"(["\ud83d"])", R"(["\ud83d\u0041"])", R"(["\ude42"])", R"(["\ud83d)"})
    CHECK_FALSE(fault(half).empty());
  CHECK(fault("[\"\xED\xA0\x80\"]") == "it is not valid UTF-8");
  // However deep it is nested.
  CHECK_FALSE(fault(std::string(1'000'000, '[')).empty());
  CHECK(fault(std::string(1'000'000, '[') + std::string(1'000'000, ']')).empty());
}
