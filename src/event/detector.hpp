#pragma once

#include "event/english.hpp"
#include "event/english_words.hpp"
#include "event/korean.hpp"
#include "lexicon/data_set.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// Finds what an article says happened, was announced, is planned or expected: "지난 15일 … '네모트론3 나노'를
/// 오픈소스 형태로 출시했다" is a release on 2025-12-15, agent NVIDIA, object Nemotron 3 Nano. Opinions,
/// definitions, habits and what is said inside quotations are no events. Immutable after construction; thread-safe.
class Detector {
 public:
  explicit Detector(const lexicon::DataSet& data);

  /// Fills extraction.events from all that stands before it in Extraction.
  void detect(const model::Article& article, model::Extraction& extraction) const;

 private:
  EnglishWords english_words_;
  KoreanDetector korean_;
  EnglishDetector english_;
};

}  // namespace timeline::event
