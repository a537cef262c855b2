#include "text/sentences.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <string>

#include "text/sentence_ends.hpp"
#include "text/utf8.hpp"

using timeline::text::split_sentences;

namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> sentences;
  for (const auto span : split_sentences(text)) sentences.emplace_back(span.of(text));
  return sentences;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("full stops that end a sentence") {
  CHECK(split("출시했다. 인수했다.") == Sentences{"출시했다.", "인수했다."});
  CHECK(split("기소했다.17일 검찰은 밝혔다.") == Sentences{"기소했다.", "17일 검찰은 밝혔다."});
  CHECK(split("밝혔다.AI 시장은 크다.하지만 아직 이르다.") ==
        Sentences{"밝혔다.", "AI 시장은 크다.", "하지만 아직 이르다."});
  CHECK(split("밝혔다.“우리는 간다”고 했다.") == Sentences{"밝혔다.", "“우리는 간다”고 했다."});
  CHECK(split("밝혔다.\"우리는 간다\"고 했다.그는 웃었다.") ==
        Sentences{"밝혔다.", "\"우리는 간다\"고 했다.", "그는 웃었다."});
  CHECK(split("첫 줄\n둘째 줄") == Sentences{"첫 줄", "둘째 줄"});
  CHECK(split("왜 그랬을까? 답은 없다!") == Sentences{"왜 그랬을까?", "답은 없다!"});
  CHECK(split("그는 떠났다… 다시 오지 않았다.").size() == 2);
  CHECK(split("사업을 추진함.2025년에 마침.") == Sentences{"사업을 추진함.", "2025년에 마침."});
  CHECK(split("It rose in 2019. The rest fell.") == Sentences{"It rose in 2019.", "The rest fell."});
  CHECK(split("He said so.The market fell.") == Sentences{"He said so.", "The market fell."});
  CHECK(split("It left the U.S. The rest stayed.").size() == 2);
  CHECK(split("“갔다. 왔다.” 그는 이렇게 말했다.") == Sentences{"“갔다. 왔다.”", "그는 이렇게 말했다."});
}

TEST_CASE("full stops that do not") {
  CHECK(split("On Wed. of next week, or jan. 4, or DEC. 31.").size() == 1);
  CHECK(split("They met on Fri. Nobody came.").size() == 2);
  CHECK(split("그는 “좋다. 아주 좋다.”라고 말했다.").size() == 1);
  CHECK(split("그는 \"좋다. 아주 좋다.\" 라고 말했다.").size() == 1);
  CHECK(split("그는 '좋다. 아주 좋다'며 웃었다.").size() == 1);
  CHECK(split("그는 \"좋다. 정말?\"이라며 \"간다. 온다\"고 말했다.").size() == 1);
  CHECK(split("2024. 3. 5. 열린 회의").size() == 1);
  CHECK(split("2024. 3. 5.(화) 열린 회의").size() == 1);
  CHECK(split("성장률은 3.5%였다.").size() == 1);
  CHECK(split("The U.S. economy grew.").size() == 1);
  CHECK(split("Mr. Huang spoke.").size() == 1);
  CHECK(split("J. K. Rowling wrote it.").size() == 1);
  CHECK(split("1. 개요와 목적").size() == 1);
  CHECK(split("가. 목적은 이렇다").size() == 1);
  CHECK(split("서울.경기.인천 지역에 내렸다.").size() == 1);
  CHECK(split("누리집(www.example.co.kr)에 Node.js 글을 올렸다.").size() == 1);
  CHECK(split("그는 (전날 만났다. 그리고 헤어졌다) 집에 갔다.").size() == 1);
  CHECK(split("회사는... 결국 문을 닫았다.").size() == 1);
  CHECK(split("\"It works.\" he said.").size() == 1);
}

TEST_CASE("quotation marks without a partner hold nothing together") {
  CHECK(split("그는 “갔다. 왔다. 그리고 잤다.").size() == 3);
  CHECK(split("'24년에 시작했다. '25년에 끝났다.").size() == 2);
  CHECK(split("길이는 5\" 이다. 너비는 작다.").size() == 2);
}

TEST_CASE("lines wrapped at a fixed width are one paragraph") {
  const std::string wrapped =
      "The company said on Tuesday that it will close two of its plants in\n"
      "the north of the country, after a year in which orders fell by more\n"
      "than a third. It will keep the other three. Workers were told in the\n"
      "morning.\n\nShares fell.\n";
  const Sentences sentences = split(wrapped);
  REQUIRE(sentences.size() == 4);
  CHECK(sentences[1] == "It will keep the other three.");
  CHECK(sentences[3] == "Shares fell.");
  CHECK(split("첫째 소식을 알린다\n둘째 소식도 짧다\n셋째 소식은 아주 길어서 한 줄을 넘긴다").size() == 3);
}

TEST_CASE("every character that is not white space is in exactly one sentence") {
  const std::vector<std::string> pieces{
      "가다", "다.", ". ", "“",   "”",  "\"", "'",   "‘",   "’", "(",           ")", "\n", " ",   "17",
      "U.S.", "?",   "…",  "...", "。", "　", "a b", "Mr.", "·", "2024. 3. 5.", "[", "]",  "요!", "\xF0\x9F\x98\x80"};
  std::uint32_t state = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      state = state * 1664525 + 1013904223;
      text += pieces[(state >> 16) % pieces.size()];
    }
    std::size_t covered_to = 0;
    const auto gap_is_space = [&](std::size_t from, std::size_t to) {
      while (from < to) {
        const std::size_t space = timeline::text::space_at(text, from);
        if (space == 0) return false;
        from += space;
      }
      return true;
    };
    for (const auto span : split_sentences(text)) {
      INFO(text);
      REQUIRE(span.begin >= covered_to);
      REQUIRE(span.begin < span.end);
      REQUIRE(timeline::text::is_boundary(text, span.begin));
      REQUIRE(timeline::text::is_boundary(text, span.end));
      REQUIRE(gap_is_space(covered_to, span.begin));
      REQUIRE(timeline::text::space_at(text, span.begin) == 0);
      covered_to = span.end;
    }
    REQUIRE(gap_is_space(covered_to, text.size()));
  }
}

TEST_CASE("a text cut at the end of a paragraph keeps its sentences") {
  const std::string wrapped =
      "정부는 올해 안에 새 제도를 마련하기로 하고 관계 부처와 협의를 시작한 것으로\n"
      "전해졌다. 새 제도는 내년 상반기에 시행될 전망이며 세부 내용은 다음 달 초에\n"
      "공개된다고 관계자는 설명했다. 다만 예산이 아직 정해지지 않아 시행 시기가 뒤로\n"
      "밀릴 수 있다.\n";
  const std::string long_line = [] {
    std::string line;
    for (int i = 0; i < 4; ++i)
      line += "회사는 지난달 공장을 열었다고 밝혔다. “다음 달에는 두 배로 늘린다.”고 덧붙였다. ";
    return line + "\n";
  }();
  const std::string texts[] = {
      wrapped + "\n" + wrapped,        long_line + long_line + wrapped, wrapped + long_line + long_line,
      long_line + wrapped + long_line, wrapped + " \t\r\n" + long_line, "한 줄이다.\n\n두 줄이다.",
  };
  std::size_t cuts = 0;
  for (const std::string& text : texts)
    for (std::size_t size = 1; size <= text.size(); ++size) {
      if (!timeline::text::is_boundary(text, size)) continue;
      const std::size_t end = timeline::text::last_paragraph_end(std::string_view(text).substr(0, size));
      if (end == 0) continue;
      ++cuts;
      std::vector<std::string> parts = split(std::string_view(text).substr(0, end));
      for (std::string& sentence : split(std::string_view(text).substr(end))) parts.push_back(std::move(sentence));
      INFO(text << "cut at " << end);
      REQUIRE(parts == split(text));
    }
  CHECK(cuts > 100);
  CHECK(timeline::text::last_paragraph_end(wrapped) == 0);
}
