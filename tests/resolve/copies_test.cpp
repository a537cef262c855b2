#include "resolve/copies.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace timeline::resolve;

namespace {

/// Sixty words that differ from article to article, with every `changed`-th word another.
std::string article(int seed, int changed = 0) {
  static constexpr const char* kWords[] = {"정부는", "회사가", "시장에서", "공급을", "늘리고", "투자",
                                           "계획을", "발표한", "뒤",       "가격이", "올랐다"};
  std::string text;
  unsigned state = static_cast<unsigned>(seed) * 2654435761U + 1;
  for (int i = 0; i < 120; ++i) {
    state = state * 1664525U + 1013904223U;
    if (changed != 0 && i % changed == 0)
      text += "새말" + std::to_string(i);
    else
      text += kWords[(state >> 16) % 11] + std::to_string((state >> 20) % 50);
    text += i % 9 == 8 ? ". " : " ";
  }
  return text;
}

bool meet(const std::string& a, const std::string& b) {
  const auto left = bands(a, shingles(a)), right = bands(b, shingles(b));
  return std::any_of(left.begin(), left.end(),
                     [&](auto band) { return std::count(right.begin(), right.end(), band) > 0; });
}

}  // namespace

TEST_CASE("line ends, spaces and quotation marks do not make another text") {
  const std::string a = "“가온전자”는 15일 반도체를 출시했다.", b = "\"가온전자\"는\n15일  반도체를 출시했다";
  CHECK(meet(a, b));
  CHECK(are_copies(shingles(a), shingles(b)));
}

TEST_CASE("a tenth of the words changed still makes a copy, other articles none") {
  int met = 0, apart = 0;
  for (int seed = 0; seed < 100; ++seed) {
    const std::string whole = article(seed), near = article(seed, 10), other = article(seed + 1000);
    met += meet(whole, near) && are_copies(shingles(whole), shingles(near));
    apart += !are_copies(shingles(whole), shingles(other));
  }
  CHECK(met >= 97);
  CHECK(apart == 100);
}

TEST_CASE("short texts are copies only where every letter agrees") {
  const std::string a = "[포토] 벚꽃이 핀 여의도", b = "[포토] 벚꽃이 핀 석촌호수";
  CHECK_FALSE(meet(a, b));
  CHECK_FALSE(are_copies(shingles(a), shingles(b)));
  CHECK(bands("", shingles("")).empty());
}
