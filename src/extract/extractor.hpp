#pragma once

#include "entity/recognizer.hpp"
#include "event/detector.hpp"
#include "extract/layout.hpp"
#include "fact/collector.hpp"
#include "lexicon/data_set.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"
#include "quantity/reader.hpp"
#include "temporal/tagger.hpp"

namespace timeline::extract {

/// Article in, Extraction out: a pure function of the article and the data files. Knows no database, clock or
/// locale; any number of threads may share one.
class Extractor {
 public:
  explicit Extractor(const lexicon::DataSet& data);

  [[nodiscard]] model::Extraction extract(const model::Article& article) const;

 private:
  Layout layout_;
  temporal::Tagger tagger_;
  entity::Recognizer recognizer_;
  quantity::Reader reader_;
  event::Detector detector_;
  fact::Collector collector_;
};

}  // namespace timeline::extract
