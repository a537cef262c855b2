#pragma once

#include <string>

#include "entity/recognizer.hpp"
#include "event/detector.hpp"
#include "fact/collector.hpp"
#include "quantity/reader.hpp"
#include "temporal/edtf.hpp"
#include "temporal/tagger.hpp"
#include "text/sentences.hpp"

/// A text with all that is read in it before and with facts and quotations, so that a corpus line says what a reader
/// of the database sees. Published on 2025-06-20
/// unless told otherwise.
class Reading {
 public:
  Reading(const std::string& text, const char* language, const char* published = "2025-06-20") {
    using namespace timeline;
    static const auto data = lexicon::DataSet::embedded();
    static const temporal::Tagger tagger(data);
    static const entity::Recognizer recognizer(data);
    static const quantity::Reader reader(data);
    static const event::Detector detector(data);
    static const fact::Collector collector(data);
    article_.body = text;
    article_.language = language;
    article_.published = model::parse_iso(published);
    for (const base::Span span : text::split_sentences(article_.body)) read_.sentences.push_back({.span = span});
    tagger.tag(article_, read_);
    recognizer.recognize(article_, read_);
    reader.read(article_, read_);
    detector.detect(article_, read_);
    collector.collect(article_, read_);
  }

  /// "whose: attribute = value → who receives it @time status by whom", parted by "; ".
  [[nodiscard]] std::string facts() const {
    using namespace timeline;
    std::string all;
    for (const model::Fact& fact : read_.facts) {
      all += all.empty() ? "" : "; ";
      all += (fact.subject ? read_.entities[*fact.subject].name : fact.subject_text) + ": " + fact.attribute + " = " +
             std::string(fact.span.of(article_.body));
      if (fact.object) all += " → " + read_.entities[*fact.object].name;
      if (!fact.object_text.empty()) all += " → " + fact.object_text;
      if (fact.valid) all += " @" + temporal::to_edtf(*fact.valid);
      if (fact.status != model::EventStatus::occurred) all += " " + std::string(base::to_text(fact.status));
      if (!fact.attributed_to.empty()) all += " by " + fact.attributed_to;
    }
    return all;
  }
  /// "speaker: words @time", parted by "; "; the speaker as written.
  [[nodiscard]] std::string quotations() const {
    using namespace timeline;
    std::string all;
    for (const model::Quotation& quotation : read_.quotations) {
      all += all.empty() ? "" : "; ";
      all += quotation.speaker_text + ": " + std::string(quotation.span.of(article_.body));
      if (quotation.said) all += " @" + temporal::to_edtf(*quotation.said);
    }
    return all;
  }

 private:
  timeline::model::Article article_;
  timeline::model::Extraction read_;
};
