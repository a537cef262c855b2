#include "lexicon/word_map.hpp"

#include <catch2/catch.hpp>
#include <map>

using timeline::lexicon::WordMap;

TEST_CASE("a word map holds what a map holds") {
  WordMap<int> words;
  std::map<std::string, int> expected;
  CHECK(words.find("달") == nullptr);
  for (int i = 0; i < 5000; ++i) {
    const std::string word = std::string(static_cast<std::size_t>(i % 23), 'x') + std::to_string(i / 3);
    words[word] += i;
    expected[word] += i;
  }
  for (const auto& [word, value] : expected) {
    REQUIRE(words.contains(word));
    CHECK(*words.find(word) == value);
    if (!expected.contains(word + "y")) CHECK_FALSE(words.contains(word + "y"));
  }
}

TEST_CASE("the first value of a word stays, and the empty word is one") {
  WordMap<int, std::string_view> words;
  words.add("해", 1);
  words.add("해", 2);
  words[""] = 3;
  CHECK(*words.find("해") == 1);
  CHECK(*words.find("") == 3);
  CHECK_FALSE(words.contains(std::string_view("\0", 1)));
}
