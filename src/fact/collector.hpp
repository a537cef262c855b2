#pragma once

#include "lexicon/data_set.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

/// Makes facts of quantities ("네이버클라우드에 6만장": Naver Cloud, 공급 물량, 60000) and finds quotations with
/// their speakers. Immutable after construction; thread-safe.
class Collector {
 public:
  explicit Collector(const lexicon::DataSet& data);

  /// Fills extraction.facts and .quotations from all that stands before them in Extraction.
  void collect(const model::Article& article, model::Extraction& extraction) const;
};

}  // namespace timeline::fact
