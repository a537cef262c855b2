#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fact/phrases.hpp"
#include "fact/speech_words.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/particles.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"
#include "text/quotes.hpp"

namespace timeline::fact {

/// Finds what people are quoted to have said in a Korean article and who said it: “…”고 말했다, '…'라는 질문에,
/// passages that stand alone. Titles and words held at a distance (‘킬러 규제’) are no quotations.
/// Immutable after construction; thread-safe.
class QuotationFinder {
 public:
  /// Both must outlive the finder.
  QuotationFinder(const SpeechWords& words, const lexicon::Particles& particles);

  /// Fills extraction.quotations from the body.
  void find(const model::Article& article, model::Extraction& extraction) const;

 private:
  const SpeechWords& words_;
  const lexicon::Particles& particles_;
};

}  // namespace timeline::fact
