#pragma once

#include <map>
#include <string>
#include <string_view>

#include "entity/name_model.hpp"
#include "lexicon/data_set.hpp"
#include "model/entity.hpp"

namespace timeline::event {

/// Writes the names of Korean people in Latin letters for English headlines: the family name as it is usually spelled
/// (data/ko/name_latin.tsv), the given name syllable by syllable in Revised Romanization (김하늘 → "Kim Ha-neul").
/// Refuses what does not look like a Korean full name (자리프), since letters would be guessed. Immutable.
class Romanizer {
 public:
  explicit Romanizer(const lexicon::DataSet& data);

  /// Empty where the name is not known to be Korean. 김모씨 is "person surnamed Kim", 김 의원 "Rep. Kim".
  [[nodiscard]] std::string person(const model::Entity& entity) const;
  /// A Korean place as it sounds: 종로 → "Jongno". Empty where it is not all Hangul.
  [[nodiscard]] static std::string place(std::string_view name);

 private:
  [[nodiscard]] std::string known_only_here(std::string_view name, std::size_t family, std::string_view latin) const;
  [[nodiscard]] bool is_korean(std::string_view name) const;

  entity::NameModel names_;
  std::map<std::string, std::string, std::less<>> surnames_;
  std::map<std::string, std::string, std::less<>> titles_;
};

}  // namespace timeline::event
