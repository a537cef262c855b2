#include "fact/collector.hpp"

namespace timeline::fact {

Collector::Collector(const lexicon::DataSet& data)
    : fact_words_(data),
      words_(data),
      particles_(data),
      quotations_(words_, particles_),
      facts_(fact_words_, words_, particles_) {}

void Collector::collect(const model::Article& article, model::Extraction& extraction) const {
  quotations_.find(article, extraction);
  facts_.build(article, extraction);
}

}  // namespace timeline::fact
