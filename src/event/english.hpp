#pragma once

#include "event/english_grammar.hpp"
#include "event/english_words.hpp"
#include "lexicon/data_set.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// Reads the events of an English article at the level of main clauses: who (what stands before the first verb of a
/// sentence), did what (a verb of data/events/english_triggers.tsv), to what, and when. "Nvidia said on Monday that
/// it has acquired SchedMD" is an acquisition announced on that Monday. Quotations, questions, habits, what is only
/// wished, and what nothing dates are passed over; the headline and the first sentence have the day of the news.
/// Immutable after construction; thread-safe.
class EnglishDetector {
 public:
  EnglishDetector(const lexicon::DataSet& data, const EnglishWords& words);

  void detect(const model::Article& article, model::Extraction& extraction) const;

 private:
  EnglishGrammar grammar_;
  const EnglishWords& words_;
};

}  // namespace timeline::event
