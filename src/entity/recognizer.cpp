#include "entity/recognizer.hpp"

namespace timeline::entity {

Recognizer::Recognizer(const lexicon::DataSet&) {}

void Recognizer::recognize(const model::Article&, model::Extraction&) const {}

}  // namespace timeline::entity
