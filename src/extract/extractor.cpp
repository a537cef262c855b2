#include "extract/extractor.hpp"

namespace timeline::extract {

Extractor::Extractor(const lexicon::DataSet& data)
    : layout_(data), tagger_(data), recognizer_(data), reader_(data), detector_(data), collector_(data) {}

model::Extraction Extractor::extract(const model::Article& article) const {
  model::Extraction extraction;
  extraction.sentences = layout_.sentences(article);
  tagger_.tag(article, extraction);
  recognizer_.recognize(article, extraction);
  reader_.read(article, extraction);
  detector_.detect(article, extraction);
  collector_.collect(article, extraction);
  return extraction;
}

}  // namespace timeline::extract
