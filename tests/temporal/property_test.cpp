#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>

#include "temporal/edtf.hpp"
#include "temporal/tagger.hpp"
#include "text/utf8.hpp"

using namespace timeline;

namespace {

/// What must hold for every expression of every text.
void check(const temporal::Tagger& tagger, std::string_view text, std::string_view language) {
  std::vector<model::TimeExpression> found;
  temporal::Tagger::Scratch scratch;
  tagger.tag_text(text, model::parse_iso("2024-02-29T10:30"), language, found, scratch);
  std::uint32_t last = 0;
  for (const auto& expression : found) {
    INFO(text);
    REQUIRE(expression.span.begin < expression.span.end);
    REQUIRE(expression.span.end <= text.size());
    REQUIRE(text::is_boundary(text, expression.span.begin));
    REQUIRE(text::is_boundary(text, expression.span.end));
    REQUIRE(expression.span.begin >= last);
    last = expression.span.end;
    const auto& value = expression.value;
    if (value.from && value.to) REQUIRE(*value.from <= *value.to);
    if (!value.is_dated()) continue;
    const std::string edtf = temporal::to_edtf(value);
    const auto back = temporal::parse_edtf(edtf);
    INFO(edtf);
    REQUIRE(back);
    REQUIRE(back->from == value.from);
    REQUIRE(back->to == value.to);
  }
}

}  // namespace

TEST_CASE("spans, bounds and EDTF hold on random mixtures of time words") {
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const temporal::Tagger tagger(data);
  constexpr std::string_view kKorean[] = {
      "지난", "오는", "3",          "15",     "2024", "25",   "년",     "월",    "일",     "주",     "시",   "분",
      "달",   "~",    "-",          " ",      " ",    " ",    "초",     "말",    "전",     "뒤",     "부터", "까지",
      "첫",   "번째", "월요일",     "마지막", "날",   "추석", "설날",   "연휴",  "오전",   "오후",   "밤",   "12",
      "이날", "다음", "이듬해",     "음력",   "윤",   "세기", "기원전", "99999", "분기",   "상반기", "봄",   "매주",
      "년대", "(금)", "(현지시간)", "에서",   "사이", "가",   "끝난",   "여",    "간",     "만에",   "십",   "오",
      "이천", ",",    ".",          "🙂",   "é",    "이내", "영업일", "주말",  "1000000"};
  constexpr std::string_view kEnglish[] = {
      "last",        "next",   "this",    "3",        "15",        "2024",    "March",   "may",   "Friday",
      "of",          "the",    "in",      "at",       "to",        "from",    "between", "and",   "week",
      "month",       "year",   "days",    "ago",      "after",     "before",  "first",   "third", "end of",
      "5pm",         "noon",   "tonight", "morning",  "Easter",    "1990s",   "century", "21st",  "-",
      ",",           "since",  "until",   "or later", "half past", "quarter", "BC",      "99999", "31",
      "29 February", "within", "hours",   "every",    "2/30",      "é"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const bool korean = round % 3 != 0;
    for (std::size_t i = 0, n = 1 + random() % 9; i < n; ++i) {
      text += korean ? kKorean[random() % std::size(kKorean)] : kEnglish[random() % std::size(kEnglish)];
      if (!korean) text += ' ';
    }
    check(tagger, text, korean ? "ko" : "en");
  }
}

TEST_CASE("spans, bounds and EDTF hold on real news") {
  const auto path = std::filesystem::path(TIMELINE_SOURCE_DIR) / "../shared/news/articles.jsonl";
  if (!std::filesystem::exists(path)) {
    std::cout << "skipped: no news beside the project\n";
    return;
  }
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const temporal::Tagger tagger(data);
  std::ifstream file(path);
  std::size_t count = 0;
  for (std::string line; std::getline(file, line) && count < 300; ++count) check(tagger, line, "ko");
  CHECK(count > 0);
}

TEST_CASE("spans, bounds and EDTF hold on pieces of the corpus, in either language") {
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const temporal::Tagger tagger(data);
  for (const char* corpus : {"ko", "en"}) {
    std::vector<std::string> texts;
    for (const auto& file :
         std::filesystem::directory_iterator(std::filesystem::path(TIMELINE_SOURCE_DIR) / "tests/corpus" / corpus)) {
      if (!file.path().filename().string().starts_with("time_")) continue;
      std::ifstream lines(file.path());
      for (std::string line; std::getline(lines, line);) {
        std::istringstream cells(line);
        std::string status, reference, text;
        if (std::getline(cells, status, '\t') && std::getline(cells, reference, '\t') &&
            std::getline(cells, text, '\t'))
          texts.push_back(text);
      }
    }
    REQUIRE(texts.size() > 100);
    std::sort(texts.begin(), texts.end());  // a folder has no order of its own
    std::mt19937 random(11);
    const auto character = [&](const std::string& text) {
      std::size_t at = random() % (text.size() + 1);
      while (!text::is_boundary(text, at)) --at;
      return at;
    };
    for (int round = 0; round < 6000; ++round) {
      // Sentences behind one another, or two cut apart and joined anew.
      std::string text = texts[random() % texts.size()];
      const std::string& other = texts[random() % texts.size()];
      if (round % 2 == 0)
        text += (round % 4 == 0 ? " " : "\n") + other;
      else
        text = text.substr(0, character(text)) + other.substr(character(other));
      check(tagger, text, round % 5 == 0 ? (corpus[0] == 'k' ? "en" : "ko") : corpus);
    }
  }
}
