#include "fact/collector.hpp"

namespace timeline::fact {

Collector::Collector(const lexicon::DataSet& data) : words_(data), particles_(data), quotations_(words_, particles_) {}

void Collector::collect(const model::Article& article, model::Extraction& extraction) const {
  quotations_.find(article, extraction);
}

}  // namespace timeline::fact
