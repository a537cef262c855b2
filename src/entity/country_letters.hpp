#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "entity/catalog.hpp"
#include "entity/page.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"

namespace timeline::entity {

/// Finds countries behind one-syllable short forms: 미·중, 한·미·일, 한미 정상, 미 국방부. A single syllable by itself
/// is none.
class CountryLetters {
 public:
  CountryLetters(const lexicon::DataSet& data, const Catalog& catalog);

  void find(Page& page) const;

 private:
  struct Letter {
    std::uint32_t known = 0;
    bool alone = false;
  };

  [[nodiscard]] std::optional<std::uint32_t> letter_at(std::string_view text, std::uint32_t at) const;

  std::vector<Letter> letters_;
  lexicon::Matcher letter_matcher_;
  lexicon::Matcher groups_;
};

}  // namespace timeline::entity
