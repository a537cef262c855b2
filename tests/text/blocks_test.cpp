#include "text/blocks.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "text/utf8.hpp"

using namespace timeline::text;

namespace {

struct Stops {
  std::uint64_t operator()(const unsigned char* block) const {
    return block_bits(block, [](const unsigned char* place) { return equal(load(place), '.'); });
  }
};

/// Letters three bytes behind a capital: looks before the block.
struct ThirdBehindCapital {
  std::uint64_t operator()(const unsigned char* block) const {
    return block_bits(block, [](const unsigned char* place) { return between(load(place - 3), 'A', 'Z'); });
  }
};

std::string random_text(std::mt19937& random, std::size_t size) {
  constexpr std::string_view kBytes = ".aA가 ";
  std::string text;
  while (text.size() < size) text += kBytes[random() % kBytes.size()];
  return text;
}

}  // namespace

TEST_CASE("bits of a comparison are the same on every machine") {
  std::mt19937 random(3);
  for (int round = 0; round < 1000; ++round) {
    Bytes compared;
    std::uint32_t expected = 0;
    for (std::uint32_t i = 0; i < sizeof compared; ++i) {
      const bool holds = random() % 2 == 0;
      compared[i] = holds ? 255 : 0;
      expected |= holds ? 1U << i : 0U;
    }
    REQUIRE(bits_of(compared) == expected);
    REQUIRE(plain_bits_of(compared) == expected);
  }
}

TEST_CASE("places are those that a plain loop finds, whatever the length of the text") {
  std::mt19937 random(5);
  for (std::size_t size = 0; size < 300; ++size) {
    const std::string text = random_text(random, size);
    INFO(text);
    std::vector<std::size_t> stops, behind;
    for (std::size_t at = 0; at < size; ++at) {
      if (text[at] == '.') stops.push_back(at);
      if (at >= 3 && text[at - 3] >= 'A' && text[at - 3] <= 'Z') behind.push_back(at);
    }
    const auto walk = [&](auto places) {
      std::vector<std::size_t> found;
      for (std::size_t at = 0; (at = places.next(size)) < size;) found.push_back(at);
      return found;
    };
    REQUIRE(walk(Places<Stops>(text)) == stops);
    REQUIRE(walk(Places<ThirdBehindCapital>(text)) == behind);
  }
}

TEST_CASE("places behind the end asked for are kept, and those before a place are dropped") {
  const std::string text(200, '.');
  Places<Stops> places(text);
  CHECK(places.next(2) == 0);
  CHECK(places.next(2) == 1);
  CHECK(places.next(2) == 2);
  CHECK(places.next(200) == 2);
  places.go_on_from(10);
  CHECK(places.next(200) == 10);
  places.go_on_from(5);
  CHECK(places.next(200) == 11);
  places.go_on_from(150);
  CHECK(places.next(200) == 150);
  places.go_on_from(200);
  CHECK(places.next(200) == 200);
}

TEST_CASE("characters are counted in texts of every length") {
  std::string text;
  std::size_t count = 0;
  for (int round = 0; round < 3000; ++round) {
    constexpr std::string_view kCharacters[] = {"a", "é", "가", "🙂"};
    text += kCharacters[round % 7 % 4];
    ++count;
    if (round % 11 == 0 || round > 2900) REQUIRE(count_characters(text) == count);
  }
}
