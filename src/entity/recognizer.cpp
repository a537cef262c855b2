#include "entity/recognizer.hpp"

#include "entity/known_names.hpp"
#include "entity/page.hpp"

namespace timeline::entity {

Recognizer::Recognizer(const lexicon::DataSet& data) : catalog_(data), cues_(data) {}

void Recognizer::recognize(const model::Article& article, model::Extraction& extraction) const {
  Page page(catalog_, cues_, article, extraction);
  KnownNames(catalog_, cues_).mark(page);
  page.finish();
}

}  // namespace timeline::entity
