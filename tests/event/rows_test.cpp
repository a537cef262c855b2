// Tables without examples of their own: every row is put to work in a frame.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "event/body_names.hpp"
#include "event/detector.hpp"
#include "event/english_words.hpp"
#include "event/predicates.hpp"
#include "lexicon/table.hpp"

using namespace timeline;
using event::Base;
using event::WordClass;

namespace {

const lexicon::DataSet& data() {
  static const auto all = lexicon::DataSet::embedded();
  return all;
}

const event::Vocabulary& vocabulary() {
  static const event::Vocabulary all(data());
  return all;
}

/// The shape of a stem before the endings of a base, contracted where it contracts (졌다).
std::string shape(std::string_view stem, event::Irregular irregular, Base base) {
  std::string last;
  for (auto& [form, own] : event::bases_of(stem, irregular))
    if (own == base) last = form;
  return last;
}

/// An article of one sentence, of 2025-12-22, in which "지난 15일" is the 15th "한빛전자" a company and "3억원" an
/// amount.
struct Sentence {
  model::Article article;
  model::Extraction extraction;

  explicit Sentence(std::string text) {
    article.body = std::move(text);
    article.published = model::parse_iso("2025-12-22");
    const base::Span all{0, static_cast<std::uint32_t>(article.body.size())};
    extraction.sentences.push_back({.span = all});
    constexpr std::string_view kTime = "지난 15일";
    if (const auto at = article.body.find(kTime); at != std::string::npos) {
      model::TimeExpression time;
      time.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + kTime.size())};
      time.value.from = time.value.to = model::parse_iso("2025-12-15");
      extraction.times.push_back(time);
    }
    constexpr std::string_view kAmount = "3억원";
    if (const auto at = article.body.find(kAmount); at != std::string::npos) {
      model::Quantity amount;
      amount.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + kAmount.size())};
      amount.low = amount.high = 300'000'000;
      amount.unit = "KRW";
      extraction.quantities.push_back(amount);
    }
    constexpr std::string_view kName = "한빛전자";
    if (const auto at = article.body.find(kName); at != std::string::npos) {
      model::Entity entity;
      entity.kind = model::EntityKind::company;
      entity.name = entity.name_ko = kName;
      extraction.entities.push_back(entity);
      extraction.mentions.push_back(
          {0, 0, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + kName.size())}});
    }
  }

  [[nodiscard]] std::vector<event::Predicate> predicates() const {
    const event::WordReader reader(vocabulary(), article, extraction);
    return event::find_predicates(vocabulary(), reader.read(0));
  }

  [[nodiscard]] const std::vector<model::EventMention>& events() {
    static const event::Detector detector(data());
    detector.detect(article, extraction);
    return extraction.events;
  }
};

/// The words of one class.
std::vector<std::string> words_of(std::string_view wanted) {
  std::vector<std::string> words;
  const lexicon::Table table(data(), "events/words.tsv");
  for (const lexicon::Table::Row& row : table.rows())
    if (row["class"] == wanted) words.emplace_back(row["word"]);
  return words;
}

bool ends_in_vowel(std::string_view word) {
  return vocabulary().particles().after(std::string(word) + "를", static_cast<std::uint32_t>(word.size())).has_value();
}

}  // namespace

TEST_CASE("every verb of verbs.tsv is found in the past tense") {
  const lexicon::Table table(data(), "events/verbs.tsv");
  for (const lexicon::Table::Row& row : table.rows()) {
    const auto irregular = *base::from_text<event::Irregular>(row["irregular"]);
    const std::string text = "한빛전자가 지난 15일 일을 " + shape(row["stem"], irregular, Base::past) + "다.";
    INFO(row["stem"] << ": " << text);
    const auto found = Sentence(text).predicates();
    CHECK(std::any_of(found.begin(), found.end(), [&](const event::Predicate& predicate) {
      return predicate.trigger && predicate.trigger->word == row["stem"];
    }));
  }
}

TEST_CASE("every ending of endings.tsv is read to its end") {
  const lexicon::Table table(data(), "events/endings.tsv");
  for (const lexicon::Table::Row& row : table.rows()) {
    const auto base = *base::from_text<Base>(row["base"]);
    const bool noun = base == Base::noun || base == Base::copula;
    const std::string stem = noun ? "출시" : shape("하", event::Irregular::none, base);
    std::string ending(row["ending"]);
    std::replace(ending.begin(), ending.end(), '_', ' ');
    if (ending == "-") ending.clear();
    const bool open = row["next"] != "-";
    if (open) {
      const std::string_view verb = row.list("next").front();
      const bool r = verb.size() > 3 && verb.ends_with("르");
      ending += shape(verb, r ? event::Irregular::r : event::Irregular::none, Base::past) + "다";
    }
    const std::string text = stem + ending;
    INFO(row["ending"] << " after " << row["base"] << ": " << text);
    const auto reading = vocabulary().endings().read(text, static_cast<std::uint32_t>(stem.size()), base);
    REQUIRE(reading);
    CHECK(reading->end == text.size());
    if (!open) CHECK(base::to_text(reading->link) == row["link"]);
    if (row["status"] != "-") CHECK(reading->status == base::from_text<model::EventStatus>(row["status"]));
  }
}

TEST_CASE("what is said at every occasion of words.tsv is told") {
  for (const std::string& word : words_of("occasion")) {
    Sentence sentence("한빛전자는 지난 15일 " + word + "에서 말했다.");
    INFO(word);
    REQUIRE(sentence.events().size() == 1);
    CHECK(sentence.events()[0].title.find(word) != std::string::npos);
  }
}

TEST_CASE("every noun of words.tsv for a day makes a sentence that names the day an event") {
  for (const std::string& word : words_of("due")) {
    Sentence sentence("한빛전자의 " + word + (ends_in_vowel(word) ? "는" : "은") + " 지난 15일이다.");
    INFO(word);
    REQUIRE(sentence.events().size() == 1);
    CHECK(sentence.events()[0].rule == "due_day");
  }
}

TEST_CASE("a time before every word of comparison dates nothing") {
  for (const std::string& word : words_of("compare")) {
    if (word == "에 이어" || word == "보다") continue;  // these touch the time: see the corpus
    Sentence sentence("한빛전자는 지난 15일 " + word + " 매출이 늘었다.");
    INFO(word);
    CHECK(sentence.events().empty());
  }
}

TEST_CASE("every object of objects.tsv makes its verb tell what the row says") {
  const lexicon::Table table(data(), "events/objects.tsv");
  for (const lexicon::Table::Row& row : table.rows()) {
    Sentence sentence("한빛전자는 지난 15일 " + std::string(row["example"]) + ".");
    INFO("line " << row.line() << ": " << sentence.article.body);
    const auto& events = sentence.events();
    if (row["type"] == "-") {
      CHECK(events.empty());
    } else {
      CHECK((events.size() == 1 && events[0].type == row["type"]));
    }
  }
}

TEST_CASE("every ending of english_bodies.tsv makes the English of its example") {
  const event::BodyNames bodies(data());
  const lexicon::Table table(data(), "events/english_bodies.tsv");
  for (const lexicon::Table::Row& row : table.rows()) {
    const std::string example(row["example"]);
    INFO(example);
    const std::size_t equals = example.find(" = ");
    if (row["spell"] == "part") {
      CHECK(bodies.is_part(example.substr(example.rfind(' ') + 1)));
    } else {
      REQUIRE(equals != std::string::npos);
      CHECK(bodies.name(example.substr(0, equals)) == example.substr(equals + 3));
    }
  }
  const lexicon::Table adjectives(data(), "events/english_adjectives.tsv");
  for (const lexicon::Table::Row& row : adjectives.rows()) CHECK(bodies.adjective(row["country"]) == row["adjective"]);
}

TEST_CASE("the words of English headlines are those of their tables") {
  const event::EnglishWords english(data());
  const lexicon::Table ordinals(data(), "events/english_ordinals.tsv");
  for (const lexicon::Table::Row& row : ordinals.rows()) {
    const std::string example(row["example"]);
    const std::size_t equals = example.find(" = ");
    INFO(example);
    CHECK(english.ordinal(example.substr(0, equals)) == example.substr(equals + 3));
  }
  const auto name_of = [&](model::EntityKind kind, std::string_view key, std::string name, std::string description) {
    model::Entity entity;
    entity.kind = kind;
    entity.key = key;
    entity.name = entity.name_ko = std::move(name);
    entity.description = std::move(description);
    entity.local = kind == model::EntityKind::person;
    return english.name(entity);
  };
  const lexicon::Table titles(data(), "events/english_titles.tsv");
  for (const lexicon::Table::Row& row : titles.rows()) {
    const std::string example(row["example"]);
    const std::size_t equals = example.find(" = ");
    INFO(example);
    CHECK(name_of(model::EntityKind::person, "", example.substr(0, equals), std::string(row["korean"])) ==
          example.substr(equals + 3));
  }
  const lexicon::Table short_names(data(), "events/english_short_names.tsv");
  for (const lexicon::Table::Row& row : short_names.rows()) {
    INFO(row["key"]);
    CHECK(name_of(model::EntityKind::organization, row["key"], "한빛", "") == row["name"]);
  }
  const lexicon::Table limits(data(), "events/english_limits.tsv");
  for (const lexicon::Table::Row& row : limits.rows()) {
    INFO(row["word"]);
    const std::string_view word = row["word"];
    CHECK((row["class"] == "modifier"    ? english.is_modifier(word)
           : row["class"] == "thin"      ? english.is_thin(word)
           : row["class"] == "happens"   ? english.happens(word)
           : row["class"] == "undergo"   ? english.undergoes(word)
           : row["class"] == "of_things" ? english.suits_things(word)
           : row["class"] == "personal"  ? english.befalls_people(word)
           : row["class"] == "sociable"  ? english.is_sociable(word)
           : row["class"] == "leaves"    ? english.leaves(word)
           : row["class"] == "output"    ? english.is_output(word)
           : row["class"] == "stance"    ? english.is_stance(word)
           : row["class"] == "site"      ? english.is_site(word)
                                         : english.lacks_object(word)));
  }
}

TEST_CASE("every noun of state says how something is") {
  for (const std::string& word : words_of("state")) {
    const auto found = Sentence("한빛전자가 지난 15일 " + word + "했다.").predicates();
    INFO(word);
    CHECK(std::none_of(found.begin(), found.end(), [](const event::Predicate& one) { return one.tells(); }));
  }
}
