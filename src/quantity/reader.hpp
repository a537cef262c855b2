#pragma once

#include <vector>

#include "base/span.hpp"
#include "lexicon/data_set.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"
#include "quantity/english.hpp"
#include "quantity/korean.hpp"

namespace timeline::quantity {

/// Reads numbers with their units: "14조원" is 14000000000000 KRW, "400만~500만 개" a low and a high number.
/// Dates, times of day and numbers inside names (네모트론3) are none. Immutable after construction; thread-safe.
class Reader {
 public:
  explicit Reader(const lexicon::DataSet& data);

  /// Fills extraction.quantities from article, .sentences, .times and .mentions.
  void read(const model::Article& article, model::Extraction& extraction) const;

 private:
  void read_sentence(std::string_view text, std::uint32_t index, const std::vector<base::Span>& taken, bool english,
                     model::Extraction& extraction) const;

  KoreanReader korean_;
  EnglishReader english_;
};

}  // namespace timeline::quantity
