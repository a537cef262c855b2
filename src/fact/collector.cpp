#include "fact/collector.hpp"

namespace timeline::fact {

Collector::Collector(const lexicon::DataSet&) {}

void Collector::collect(const model::Article&, model::Extraction&) const {}

}  // namespace timeline::fact
