#pragma once

#include "fact/english_words.hpp"
#include "lexicon/data_set.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

/// Facts and quotations of English articles, at the level of main clauses: “…,” said Ms. Lee; Ms. Lee said: “…”;
/// revenue of $5 billion. Immutable after construction; thread-safe.
class EnglishCollector {
 public:
  explicit EnglishCollector(const lexicon::DataSet& data);

  /// Fills extraction.quotations and .facts.
  void collect(const model::Article& article, model::Extraction& extraction) const;

 private:
  EnglishWords words_;
};

}  // namespace timeline::fact
