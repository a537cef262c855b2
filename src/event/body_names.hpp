#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/data_set.hpp"

namespace timeline::event {

/// English for bodies and places that no table names, put together from the ending of their Korean name
/// (data/events/english_bodies.tsv) and what stands before it: a name of data/entities, or a Korean place, spelled as
/// it sounds (서울 종로경찰서 → "Seoul Jongno Police Station"). Immutable.
class BodyNames {
 public:
  explicit BodyNames(const lexicon::DataSet& data);

  /// Empty where a part has no English.
  [[nodiscard]] std::string name(std::string_view korean) const;
  /// The adjective of a country ("Japan" → "Japanese"), or empty.
  [[nodiscard]] std::string_view adjective(std::string_view country) const;
  /// A part of the body before it: 형사6부 of 서해지검 형사6부.
  [[nodiscard]] bool is_part(std::string_view korean) const;

 private:
  struct Ending {
    std::string suffix;
    std::string english;
    bool spell = false;
  };

  [[nodiscard]] std::string owner(std::string_view korean, bool spell) const;

  std::vector<Ending> endings_;  // the longest first
  std::vector<std::string> parts_;
  std::map<std::string, std::string, std::less<>> places_;
  std::map<std::string, std::string, std::less<>> adjectives_;
};

}  // namespace timeline::event
