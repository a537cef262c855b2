#pragma once

#include "lexicon/data_set.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::temporal {

/// Finds the words that name a time and resolves them: in an article published on 2025-11-02, "지난달 31일"
/// is 2025-10-31. Refuses to guess: what the text does not settle stays without value and says why.
/// Immutable after construction; any number of threads may tag with one.
class Tagger {
 public:
  explicit Tagger(const lexicon::DataSet& data);

  /// Fills extraction.times from article and extraction.sentences (noise is passed over).
  void tag(const model::Article& article, model::Extraction& extraction) const;
};

}  // namespace timeline::temporal
