#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "event/english_reader.hpp"

namespace timeline::event {

/// The days that an article names: where its headline and first sentences take theirs from.
class EnglishLead {
 public:
  EnglishLead(const model::Article& article, const model::Extraction& extraction)
      : article_(article), extraction_(extraction) {}

  /// Takes in what a sentence tells: the `body`-th of the text.
  void add(const EnglishReader& reader, std::uint32_t body);
  void add(const EnglishReader::Told& told, std::uint32_t body);

  /// The time that dates what has none itself, or kNoToken; `first`: the headline or the first sentence tells it.
  [[nodiscard]] std::uint32_t day(const EnglishReader::Told& told, bool first) const;

  /// Is a post that the article quotes younger than the publication? Then the publication is wrong.
  [[nodiscard]] bool is_newer_than_publication() const;

 private:
  struct Day {
    std::uint32_t time;
    std::string type;
    std::uint32_t body;
    std::string noun;  // a clause tells it of this noun in passing: good for events of the type that have the noun
  };

  void add(std::uint32_t time, std::string_view type, std::uint32_t body, std::string_view noun = {});
  [[nodiscard]] std::uint32_t stated_day(const model::EventMention& event, bool first) const;
  [[nodiscard]] std::uint32_t only_day() const;
  [[nodiscard]] std::uint32_t day_of_happening() const;
  [[nodiscard]] std::uint32_t last_post() const;
  [[nodiscard]] int age(std::uint32_t time) const;

  const model::Article& article_;
  const model::Extraction& extraction_;
  std::vector<Day> days_;
  std::uint32_t dateline_ = kNoToken;
  std::vector<std::uint32_t> posts_;  // when the posts were written
};

}  // namespace timeline::event
