#include <catch2/catch.hpp>
#include <initializer_list>
#include <utility>

#include "event/detector.hpp"
#include "lexicon/table.hpp"
#include "text/sentences.hpp"

using namespace timeline;
using model::EventStatus;

namespace {

struct Dated {
  std::string_view words;
  std::string_view day;
};

struct Named {
  std::string_view words;
  model::EntityKind kind;
  std::string_view english;
};

/// An article of 2025-12-22 with its times and names set by hand, so that this room is tested by itself.
struct Told {
  model::Article article;
  model::Extraction extraction;

  Told(std::string_view body, std::initializer_list<Dated> times, std::initializer_list<Named> names = {}) {
    static const event::Detector detector(lexicon::DataSet::embedded());
    article.body = body;
    article.published = model::parse_iso("2025-12-22");
    for (const base::Span span : text::split_sentences(article.body)) extraction.sentences.push_back({.span = span});
    for (const Dated& time : times) {
      const auto day = model::parse_iso(time.day);
      place(time.words, [&](std::uint32_t sentence, base::Span span) {
        model::TimeExpression found;
        found.span = span;
        found.sentence = sentence;
        found.value.from = found.value.to = day;
        extraction.times.push_back(found);
      });
    }
    for (const Named& name : names) {
      model::Entity entity;
      entity.kind = name.kind;
      entity.name = entity.name_ko = name.words;
      entity.name_en = name.english;
      extraction.entities.push_back(entity);
      place(name.words, [&](std::uint32_t sentence, base::Span span) {
        extraction.mentions.push_back({static_cast<std::uint32_t>(extraction.entities.size() - 1), sentence, span});
      });
    }
    detector.detect(article, extraction);
  }

  template <typename Visit>
  void place(std::string_view words, Visit&& visit) {
    for (std::size_t at = article.body.find(words); at != std::string::npos; at = article.body.find(words, at + 1))
      for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i) {
        const base::Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
        if (extraction.sentences[i].span.contains(span)) visit(i, span);
      }
  }

  [[nodiscard]] const model::EventMention* event(std::string_view type) const {
    for (const model::EventMention& event : extraction.events)
      if (event.type == type) return &event;
    return nullptr;
  }
};

constexpr auto kCompany = model::EntityKind::company;

}  // namespace

TEST_CASE("every example of types.tsv tells an event of its type") {
  const auto data = lexicon::DataSet::embedded();
  const lexicon::Table types(data, "events/types.tsv");
  CHECK(types.rows().size() >= 40);
  for (const lexicon::Table::Row& row : types.rows()) {
    INFO(row["type"] << ": " << row["example"]);
    const Told told(row["example"], {{"지난 15일", "2025-12-15"},
                                     {"17일", "2025-12-17"},
                                     {"지난해", "2024-06-01"},
                                     {"1961년", "1961-01-01"},
                                     {"2021년 1월", "2021-01-15"}});
    CHECK(told.event(row["type"]));
  }
}

TEST_CASE("every example of triggers.tsv tells an event of its type") {
  const auto data = lexicon::DataSet::embedded();
  const lexicon::Table triggers(data, "events/triggers.tsv");
  for (const lexicon::Table::Row& row : triggers.rows()) {
    INFO(row["word"] << ": " << row["example"]);
    const Told told(row["example"], {{"지난 15일", "2025-12-15"},
                                     {"지난해", "2024-06-01"},
                                     {"1961년", "1961-01-01"},
                                     {"2021년 1월", "2021-01-15"}});
    CHECK(told.event(row["type"]));
  }
}

TEST_CASE("who acts is carried over from the sentence before") {
  const Told told(
      "엔비디아는 새 전략을 꺼냈다. 지난 15일 ‘네모트론3 나노’를 오픈소스 형태로 출시했다.",
      {{"지난 15일", "2025-12-15"}},
      {{"엔비디아", kCompany, "NVIDIA"}, {"네모트론3 나노", model::EntityKind::product, "Nemotron 3 Nano"}});
  const model::EventMention* release = told.event("release");
  REQUIRE(release);
  CHECK(release->title == "엔비디아, 네모트론3 나노 출시");
  CHECK(release->title_en == "NVIDIA releases Nemotron 3 Nano");
  CHECK(release->status == EventStatus::occurred);
}

TEST_CASE("an announcement is dated by its verb, and what is announced is its title") {
  const Told told("한빛전자가 지난 15일 누리소프트를 인수하겠다고 발표했다.", {{"지난 15일", "2025-12-15"}},
                  {{"한빛전자", kCompany, "Hanbit Electronics"}, {"누리소프트", kCompany, "Nuri Soft"}});
  const model::EventMention* announced = told.event("acquisition");
  REQUIRE(announced);
  CHECK(announced->date_role == model::DateRole::announced);
  CHECK(announced->status == EventStatus::planned);
  CHECK(announced->title == "한빛전자, 누리소프트 인수 발표");
  CHECK(announced->title_en == "Hanbit Electronics announces plan to acquire Nuri Soft");
}

TEST_CASE("a time that is only compared with dates nothing") {
  CHECK(Told("한빛전자의 매출은 지난해 대비 12% 증가했다.", {{"지난해", "2024-06-01"}}).extraction.events.empty());
}

TEST_CASE("a report dates the report") {
  const Told told("지난 15일 한빛통신에 따르면 누리소프트는 새 서버를 가동했다.", {{"지난 15일", "2025-12-15"}},
                  {{"누리소프트", kCompany, "Nuri Soft"}});
  REQUIRE(told.extraction.events.size() == 1);
  CHECK(told.extraction.events[0].date_role == model::DateRole::reported);
  CHECK(told.extraction.events[0].attributed_to == "한빛통신");
}
