#include "entity/recognizer.hpp"

#include "entity/aliases.hpp"
#include "entity/bodies.hpp"
#include "entity/known_names.hpp"
#include "entity/page.hpp"
#include "entity/people.hpp"

namespace timeline::entity {

Recognizer::Recognizer(const lexicon::DataSet& data)
    : catalog_(data), cues_(data), names_(data), letters_(data, catalog_), affiliations_(data), english_(data) {}

void Recognizer::recognize(const model::Article& article, model::Extraction& extraction) const {
  Page page(catalog_, cues_, article, extraction);
  KnownNames(catalog_, cues_, names_).mark(page);
  letters_.find(page);
  Bodies(cues_, names_).find(page);
  People(cues_, names_).find(page);
  english_.find(page, article, extraction);
  find_aliases(page);
  affiliations_.find(page);
  page.finish();
}

}  // namespace timeline::entity
