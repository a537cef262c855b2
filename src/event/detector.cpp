#include "event/detector.hpp"

namespace timeline::event {

Detector::Detector(const lexicon::DataSet& data) : english_words_(data), korean_(data, english_words_) {}

void Detector::detect(const model::Article& article, model::Extraction& extraction) const {
  korean_.detect(article, extraction);
}

}  // namespace timeline::event
