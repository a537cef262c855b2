#include "event/detector.hpp"

namespace timeline::event {

Detector::Detector(const lexicon::DataSet&) {}

void Detector::detect(const model::Article&, model::Extraction&) const {}

}  // namespace timeline::event
