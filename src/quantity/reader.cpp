#include "quantity/reader.hpp"

namespace timeline::quantity {

Reader::Reader(const lexicon::DataSet&) {}

void Reader::read(const model::Article&, model::Extraction&) const {}

}  // namespace timeline::quantity
