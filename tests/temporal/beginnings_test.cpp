#include "temporal/beginnings.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lexicon/table.hpp"
#include "temporal/vocabulary.hpp"
#include "text/utf8.hpp"

using namespace timeline;

namespace {

/// Is the beginning of the text a place that MaybeTime finds?
bool found(const temporal::Beginnings& beginnings, std::string_view text) {
  text::Places<temporal::MaybeTime> places(text, temporal::MaybeTime(beginnings));
  return places.next(text.size()) == 0;
}

}  // namespace

TEST_CASE("every word that may begin a time expression passes") {
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const temporal::Vocabulary vocabulary(data, "ko");
  for (const char* path : {"ko/time_words.tsv", "ko/time_holidays.tsv", "ko/time_day_parts.tsv", "ko/time_not.tsv"}) {
    const lexicon::Table table(data, path);
    for (const auto& row : table.rows()) {
      const std::string word(row["word"]);
      const auto lead = static_cast<unsigned char>(word[0]);
      if ((lead < 0xEA && !text::is_latin(lead)) || vocabulary.starter(word, 0).word == nullptr) continue;
      INFO(word);
      REQUIRE(found(vocabulary.beginnings(), word));
      REQUIRE(found(vocabulary.beginnings(), word + "에는"));
    }
  }
}

TEST_CASE("every word that may go on with a time expression passes behind one") {
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const temporal::Vocabulary vocabulary(data, "ko");
  for (const char* path : {"ko/time_words.tsv", "ko/time_holidays.tsv", "ko/time_day_parts.tsv", "ko/time_not.tsv"}) {
    const lexicon::Table table(data, path);
    for (const auto& row : table.rows()) {
      const std::string word(row["word"]);
      if (vocabulary.starter(word, 0).word == nullptr && vocabulary.follower(word, 0).word == nullptr) continue;
      INFO(word);
      REQUIRE(vocabulary.may_go_on(word + "에는 그랬다", 0));
    }
  }
  for (const char* text : {"이 개의", "십오일에는", "오 년 전에", "두 시간 뒤", "수십 년 뒤"})
    CHECK(vocabulary.may_go_on(text, 0));
}

TEST_CASE("numerals pass before a unit and before another numeral") {
  const std::vector<std::string_view> words{"오늘", "올"}, numerals{"두", "십", "오", "스무"}, units{"시간", "일"};
  const temporal::Beginnings beginnings(words, numerals, units);
  for (const char* text : {"오늘은", "올 여름", "올", "두 시간", "두시간", "십오일", "오일", "스무 날", "십 일"})
    CHECK(found(beginnings, text));
  temporal::Beginnings more;
  more.add_words(words);
  CHECK(found(more, "오늘은"));
  CHECK_FALSE(found(more, "두 시간"));
  for (const char* text : {"두부", "두 사람", "오이", "나라", "십자가", "십", "가"})
    CHECK_FALSE(found(beginnings, text));
}

TEST_CASE("a word begins behind no letter, and a number behind neither letter nor digit") {
  const std::vector<std::string_view> words{"오늘", "GMT", "pm", "D"};
  const temporal::Beginnings beginnings(words, {}, {});
  const auto places = [&](std::string_view text) {
    text::Places<temporal::MaybeTime> walk(text, temporal::MaybeTime(beginnings));
    std::vector<std::size_t> list;
    for (std::size_t at = 0; (at = walk.next(text.size())) < text.size();) list.push_back(at);
    return list;
  };
  CHECK(places("“오늘”오늘 그오늘 今오늘") == std::vector<std::size_t>{3, 12});
  CHECK(places("G20 새벽1시 3pm") == std::vector<std::size_t>{10, 15});
  CHECK(places("gmt PM D-3 KBS GNP") == std::vector<std::size_t>{0, 4, 7, 9});
}
