#include "lexicon/matcher.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <tuple>

using timeline::lexicon::Matcher;

namespace {

using Hit = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;

std::vector<Hit> scan(const Matcher& matcher, std::string_view text) {
  std::vector<Hit> hits;
  matcher.scan(text,
               [&](std::uint32_t begin, std::uint32_t end, std::uint32_t id) { hits.emplace_back(begin, end, id); });
  return hits;
}

}  // namespace

TEST_CASE("finds every string at every place, shortest first") {
  const Matcher matcher({{"지난", 1}, {"지난달", 2}, {"달", 3}, {"31", 4}});
  CHECK(scan(matcher, "지난달 31일") == std::vector<Hit>{{0, 6, 1}, {0, 9, 2}, {6, 9, 3}, {10, 12, 4}});
  CHECK(matcher.longest("지난달", 0) == std::pair<std::uint32_t, std::uint32_t>{2, 9});
  CHECK(matcher.longest("달", 0).first == 3);
  CHECK(matcher.longest("나", 0).first == Matcher::kNone);
}

TEST_CASE("one string may have several ids, and letters may match in either case") {
  const Matcher matcher({{"Google", 7}, {"google", 8}}, true);
  CHECK(scan(matcher, "GOOGLE") == std::vector<Hit>{{0, 6, 7}, {0, 6, 8}});
  CHECK(scan(Matcher({{"Google", 7}}), "GOOGLE").empty());
}

TEST_CASE("an empty matcher and a text that ends inside a string find nothing") {
  CHECK(scan(Matcher(), "지난달").empty());
  CHECK(scan(Matcher({{"지난달", 1}}), "지난").empty());
}

TEST_CASE("agrees with a plain search on random strings") {
  std::mt19937 random(7);
  const auto word = [&](std::size_t most) {
    constexpr std::string_view kParts[] = {"가", "나", "a", "b", "1", "각", "🙂"};
    std::string text;
    for (std::size_t i = 0, n = 1 + random() % most; i < n; ++i) text += kParts[random() % std::size(kParts)];
    return text;
  };
  for (int round = 0; round < 50; ++round) {
    std::vector<std::pair<std::string, std::uint32_t>> strings;
    for (std::uint32_t id = 0; id < 40; ++id) strings.emplace_back(word(4), id);
    const std::string text = word(200);
    std::vector<Hit> expected;
    for (std::uint32_t at = 0; at < text.size(); ++at)
      for (const auto& [string, id] : strings)
        if (text.compare(at, string.size(), string) == 0) expected.emplace_back(at, at + string.size(), id);
    std::sort(expected.begin(), expected.end());
    auto found = scan(Matcher(strings), text);
    std::sort(found.begin(), found.end());
    REQUIRE(found == expected);
  }
}
