#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fact/english_words.hpp"
#include "fact/phrases.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

/// Who is named beside an English verb of saying: "Rovers manager Alan Pike", "the port's chief, Anna Lindqvist,",
/// "a spokesman for the port".
class EnglishSpeakers {
 public:
  enum class Kind : std::uint8_t {
    named,
    person,   ///< he or she: somebody named before
    other,    ///< it, they
    nobody,   ///< "was described as": nobody is said to speak
    earlier,  ///< "…, but added": who said what stands before
  };
  struct Speaker {
    std::string text;  ///< empty where nobody is named
    std::optional<std::uint32_t> entity;
    Kind kind = Kind::named;
  };

  EnglishSpeakers(std::string_view text, const model::Extraction& extraction, const EnglishWords& words,
                  const Landmarks& marks)
      : text_(text), extraction_(extraction), words_(words), marks_(marks) {}

  /// The subject of the verb that ends `range`.
  [[nodiscard]] std::optional<Speaker> before_verb(base::Span range) const;
  /// The subject of the verb that stands before `range`: "said Lee, a farmer".
  [[nodiscard]] std::optional<Speaker> behind_verb(base::Span range) const;
  /// The person that a sentence begins with: "Opposition leader Tom Becker accused …".
  [[nodiscard]] std::optional<Speaker> opening_person(base::Span sentence) const;

 private:
  struct Found {
    Speaker speaker;
    bool name = false;
  };

  [[nodiscard]] std::vector<base::Span> parts_of(base::Span range) const;
  [[nodiscard]] std::optional<Found> evaluate(base::Span part) const;
  [[nodiscard]] std::optional<Found> name_at_end(base::Span head) const;
  [[nodiscard]] std::optional<Found> role_in(base::Span part, base::Span head) const;
  [[nodiscard]] base::Span head_of(base::Span part) const;
  [[nodiscard]] base::Span capitals_before(base::Span head) const;
  [[nodiscard]] base::Span word_at(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] base::Span word_before(std::uint32_t begin, std::uint32_t at) const;
  [[nodiscard]] std::optional<Found> pronoun_at(base::Span word) const;
  [[nodiscard]] bool is_time(base::Span span) const;
  [[nodiscard]] bool is_link(base::Span word) const { return words_.is(EnglishWord::link, text_, word); }

  std::string_view text_;
  const model::Extraction& extraction_;
  const EnglishWords& words_;
  const Landmarks& marks_;
};

}  // namespace timeline::fact
