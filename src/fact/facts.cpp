#include "fact/facts.hpp"

#include <algorithm>
#include <utility>

#include "fact/circumstances.hpp"
#include "fact/field_view.hpp"
#include "fact/measures.hpp"
#include "fact/owners.hpp"

namespace timeline::fact {
namespace {

constexpr std::ptrdiff_t kNested = 4;  // quotations that may begin before a number that stands in an outer one

class Builder {
 public:
  explicit Builder(FieldView view) : in_(std::move(view)), measures_(in_), owners_(in_), circumstances_(in_) {}
  Builder(const Builder&) = delete;  // its parts refer to the view
  Builder& operator=(const Builder&) = delete;

  void build() {
    const auto count = static_cast<std::uint32_t>(in_.extraction.quantities.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      const model::Quantity& quantity = in_.extraction.quantities[i];
      if (in_.extraction.sentences[quantity.sentence].field != in_.field || quantity.converts < count) continue;
      make(i);
    }
  }

 private:
  void make(std::uint32_t index) {
    const model::Quantity& quantity = in_.extraction.quantities[index];
    const base::Span sentence = in_.extraction.sentences[quantity.sentence].span;
    model::Fact fact;
    fact.sentence = quantity.sentence;
    fact.span = quantity.span;
    fact.quantity = index;
    for (std::uint32_t i = index + 1; i < in_.extraction.quantities.size() && i <= index + 1; ++i)
      if (in_.extraction.quantities[i].converts == index) {
        fact.converted = i;
        fact.span.end = std::min(in_.bracket_end(in_.extraction.quantities[i].span.end), sentence.end);
      }

    // What belongs to it: the quotation it stands in, or the sentence; a bracket inside that.
    base::Span scope = sentence;
    const model::Quotation* quotation = nullptr;
    const auto behind =
        std::partition_point(in_.quotations.begin(), in_.quotations.end(),
                             [&](const model::Quotation* q) { return q->span.begin <= quantity.span.begin; });
    for (auto at = behind; at != in_.quotations.begin() && behind - at < kNested && !quotation;)
      if ((*--at)->span.contains(quantity.span)) quotation = *at;
    if (quotation) scope = quotation->span;
    // A sentence without end, as in text that is no prose, is read only near the number.
    if (quantity.span.begin - scope.begin > kReach) scope.begin = in_.boundary(quantity.span.begin - kReach);
    if (scope.end > quantity.span.end + kReach) scope.end = in_.boundary(quantity.span.end + kReach);
    const base::Span left_scope{scope.begin, quantity.span.begin};
    Phrase rest;
    std::vector<Phrase> left = in_.split(left_scope, &rest);

    const Measure measure = measures_.measured(quantity, scope, left, rest, last_words_);
    last_words_ = measure.words;
    fact.attribute = in_.attribute_text(measure.words);
    if (const std::string_view change = in_.facts.change(in_.text, in_.skip_to_word(quantity.span.end, scope.end));
        !change.empty() && ((quantity.unit != "unit" && quantity.unit != "person") || measure.rule == "part")) {
      if (!fact.attribute.empty()) fact.attribute += ' ';
      fact.attribute += change;
    }
    fact.rule = measure.rule;
    if (fact.attribute.empty()) {
      fact.attribute = in_.facts.action(in_.text, in_.skip_to_word(fact.span.end, scope.end));
      if (!fact.attribute.empty()) fact.attribute += ' ';
      fact.attribute += in_.facts.default_attribute(quantity);
      fact.rule = "default";
    }
    owners_.set_subject(fact, measure, left, quotation);
    circumstances_.set_time(fact, quantity, scope);
    circumstances_.set_status(fact, quantity, scope);
    circumstances_.set_source(fact, quantity, sentence, left, quotation);

    const std::vector<Recipient> recipients = owners_.shared_among(left, rest, quantity);
    if (recipients.empty()) {
      owners_.set_object(fact, left);
      in_.extraction.facts.push_back(fact);
      return;
    }
    for (const Recipient& recipient : recipients) {
      model::Fact share = fact;
      share.object = recipient.entity;
      if (!recipient.entity) share.object_text = recipient.text.of(in_.text);
      if (share.object == share.subject) share.subject.reset();
      share.rule = "share";
      // The shares are as sure as the whole they are shares of.
      if (!in_.extraction.facts.empty() && in_.extraction.facts.back().sentence == fact.sentence &&
          fact.status == model::EventStatus::occurred)
        share.status = in_.extraction.facts.back().status;
      in_.extraction.facts.push_back(share);
    }
  }

  FieldView in_;
  Measures measures_;
  Owners owners_;
  Circumstances circumstances_;
  base::Span last_words_;  // what the last fact measures
};

}  // namespace

FactBuilder::FactBuilder(const FactWords& facts, const SpeechWords& words, const lexicon::Particles& particles)
    : facts_(facts), words_(words), particles_(particles) {}

void FactBuilder::build(const model::Article& article, model::Extraction& extraction) const {
  for (const model::Field field : {model::Field::title, model::Field::body})
    Builder(FieldView(model::text_of(article, field), field, extraction, facts_, words_, particles_)).build();
}

}  // namespace timeline::fact