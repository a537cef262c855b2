#pragma once

#include <string_view>

#include "lexicon/data_set.hpp"
#include "temporal/tense.hpp"
#include "temporal/vocabulary.hpp"

namespace timeline::temporal {

/// What the data files say of times in one language: "ko" or "en".
struct Language {
  Language(const lexicon::DataSet& data, std::string_view code)
      : words(data, code), tense(data, code), korean(code == "ko") {}

  Vocabulary words;
  TenseReader tense;
  bool korean;
};

}  // namespace timeline::temporal
