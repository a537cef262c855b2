#pragma once

#include "fact/fact_words.hpp"
#include "fact/speech_words.hpp"
#include "lexicon/particles.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

/// Makes a fact of every quantity: what it measures, whose it is, who receives it, for what time, how sure it is and
/// who says so. "한국 정부와 삼성전자에 각 5만장, 네이버클라우드에 6만장" gives three facts. A converted amount belongs
/// to the fact of the amount it converts. Immutable after construction; thread-safe.
class FactBuilder {
 public:
  /// All must outlive the builder.
  FactBuilder(const FactWords& facts, const SpeechWords& words, const lexicon::Particles& particles);

  /// Fills extraction.facts from quantities, quotations, events and all before them.
  void build(const model::Article& article, model::Extraction& extraction) const;

 private:
  const FactWords& facts_;
  const SpeechWords& words_;
  const lexicon::Particles& particles_;
};

}  // namespace timeline::fact
