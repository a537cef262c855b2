#include "temporal/tagger.hpp"

namespace timeline::temporal {

Tagger::Tagger(const lexicon::DataSet&) {}

void Tagger::tag(const model::Article&, model::Extraction&) const {}

}  // namespace timeline::temporal
