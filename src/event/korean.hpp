#pragma once

#include "event/clauses.hpp"
#include "event/dating.hpp"
#include "event/english_words.hpp"
#include "event/headline.hpp"
#include "event/vocabulary.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// Reads the events of a Korean article: clauses, who acts in them, when they happen, how they are told.
/// Immutable after construction; thread-safe.
class KoreanDetector {
 public:
  KoreanDetector(const lexicon::DataSet& data, const EnglishWords& english);
  KoreanDetector(const KoreanDetector&) = delete;  // the parts point at one another
  KoreanDetector& operator=(const KoreanDetector&) = delete;

  void detect(const model::Article& article, model::Extraction& extraction) const;

 private:
  Vocabulary vocabulary_;
  Headlines headlines_;
};

}  // namespace timeline::event
