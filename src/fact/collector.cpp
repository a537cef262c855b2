#include "fact/collector.hpp"

namespace timeline::fact {

Collector::Collector(const lexicon::DataSet& data)
    : fact_words_(data),
      words_(data),
      particles_(data),
      quotations_(words_, particles_),
      facts_(fact_words_, words_, particles_),
      english_(data) {}

void Collector::collect(const model::Article& article, model::Extraction& extraction) const {
  if (article.language.starts_with("en")) {
    english_.collect(article, extraction);
    return;
  }
  quotations_.find(article, extraction);
  facts_.build(article, extraction);
}

}  // namespace timeline::fact
