#pragma once

#include "fact/english.hpp"
#include "fact/fact_words.hpp"
#include "fact/facts.hpp"
#include "fact/quotations.hpp"
#include "fact/speech_words.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/particles.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

/// Makes facts of quantities ("네이버클라우드에 6만장": Naver Cloud, 공급 물량, 60000) and finds quotations with
/// their speakers. Immutable after construction; thread-safe.
class Collector {
 public:
  explicit Collector(const lexicon::DataSet& data);
  Collector(const Collector&) = delete;  // its parts refer to one another
  Collector& operator=(const Collector&) = delete;

  /// Fills extraction.facts and .quotations from all that stands before them in Extraction.
  void collect(const model::Article& article, model::Extraction& extraction) const;

 private:
  FactWords fact_words_;
  SpeechWords words_;
  lexicon::Particles particles_;
  QuotationFinder quotations_;
  FactBuilder facts_;
  EnglishCollector english_;
};

}  // namespace timeline::fact
