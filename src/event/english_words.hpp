#pragma once

#include <map>
#include <string>
#include <string_view>

#include "lexicon/data_set.hpp"
#include "model/event.hpp"
#include "model/quantity.hpp"

namespace timeline::event {

/// What English headlines are made of: forms of verbs, English for common Korean nouns, numbers. Immutable.
class EnglishWords {
 public:
  explicit EnglishWords(const lexicon::DataSet& data);

  /// English for a Korean common noun ("공장" → "factory"), or empty.
  [[nodiscard]] std::string_view noun(std::string_view korean) const;
  /// "release" → "releases", "be held" → "is held".
  [[nodiscard]] std::string third_person(std::string_view verb) const;
  /// The same of more than one: "release" → "release", "be held" → "are held".
  [[nodiscard]] static std::string plural(std::string_view verb);
  [[nodiscard]] std::string past(std::string_view verb) const;
  [[nodiscard]] std::string participle(std::string_view verb) const;
  [[nodiscard]] std::string gerund(std::string_view verb) const;
  /// "260,000", "$120 million", "14 trillion won", "50%", "10 GW".
  [[nodiscard]] static std::string amount(const model::Quantity& quantity);

 private:
  struct Forms {
    std::string past;
    std::string participle;
  };
  std::map<std::string, std::string, std::less<>> nouns_;
  std::map<std::string, Forms, std::less<>> irregular_;
};

}  // namespace timeline::event
