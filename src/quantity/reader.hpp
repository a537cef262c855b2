#pragma once

#include "lexicon/data_set.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::quantity {

/// Reads numbers with their units: "14조원" is 14000000000000 KRW, "400만~500만 개" a low and a high number.
/// Dates, times of day and numbers inside names (네모트론3) are none. Immutable after construction; thread-safe.
class Reader {
 public:
  explicit Reader(const lexicon::DataSet& data);

  /// Fills extraction.quantities from article, .sentences, .times and .mentions.
  void read(const model::Article& article, model::Extraction& extraction) const;
};

}  // namespace timeline::quantity
