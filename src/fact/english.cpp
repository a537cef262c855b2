#include "fact/english.hpp"

#include "fact/english_facts.hpp"
#include "fact/english_quotations.hpp"

namespace timeline::fact {

EnglishCollector::EnglishCollector(const lexicon::DataSet& data) : words_(data) {}

void EnglishCollector::collect(const model::Article& article, model::Extraction& extraction) const {
  find_english_quotations(article.body, extraction, words_);
  for (const model::Field field : {model::Field::title, model::Field::body})
    build_english_facts(model::text_of(article, field), field, extraction, words_);
}

}  // namespace timeline::fact
