#include "event/detector.hpp"

namespace timeline::event {

Detector::Detector(const lexicon::DataSet& data)
    : english_words_(data), korean_(data, english_words_), english_(data, english_words_) {}

void Detector::detect(const model::Article& article, model::Extraction& extraction) const {
  if (article.language == "en")
    english_.detect(article, extraction);
  else
    korean_.detect(article, extraction);
}

}  // namespace timeline::event
