#include "fact/facts.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "fact/attribute_names.hpp"
#include "fact/circumstances.hpp"
#include "fact/field_view.hpp"
#include "fact/measures.hpp"
#include "fact/owners.hpp"
#include "fact/same_values.hpp"

namespace timeline::fact {
namespace {

constexpr std::ptrdiff_t kNested = 4;  // quotations that may begin before a number that stands in an outer one

constexpr std::uint32_t kSentencesBack = 2;  // how far "전체 규모는" reaches

class Builder {
 public:
  explicit Builder(FieldView view)
      : in_(std::move(view)),
        measures_(in_),
        names_(in_),
        owners_(in_),
        circumstances_(in_),
        first_(in_.extraction.facts.size()) {}
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
    scope.begin = std::max(scope.begin, in_.quoted_from(quantity.span.begin, scope.begin));
    const Site site{.quantity = quantity,
                    .end = fact.span.end,
                    .sentence = sentence,
                    .scope = scope,
                    .left = in_.split({scope.begin, quantity.span.begin}),
                    .quotation = quotation};

    const Measure measure = measures_.measured(site, last_words_);
    last_words_ = measure.words;
    fact.attribute = names_.name(site, measure);
    fact.rule = measure.rule;
    circumstances_.set_time(fact, site, measure);
    circumstances_.set_status(fact, site, measure);
    owners_.set_subject(fact, site, measure);
    circumstances_.set_source(fact, site);
    if (!measure.words.empty() && in_.core(measure.words).empty()) continue_whole(fact);

    const std::vector<Recipient> recipients = owners_.shared_among(site);
    if (recipients.empty()) {
      owners_.set_object(fact, site);
      add(fact, measure.words);
      return;
    }
    const std::optional<std::size_t> whole = whole_of(fact);
    for (const Recipient& recipient : recipients) {
      model::Fact share = fact;
      share.object = recipient.entity;
      if (!recipient.entity) share.object_text = recipient.text.of(in_.text);
      share.rule = "share";
      if (whole) {
        // Shares are of what the whole is of, as sure as it is.
        const model::Fact& from = in_.extraction.facts[*whole];
        share.attribute = from.attribute;
        if (from.status != model::EventStatus::occurred) share.status = from.status;
        if (!share.subject && share.subject_text.empty()) share.subject = from.subject;
        if (!share.valid) share.valid = from.valid;
      }
      if (share.object == share.subject) share.subject.reset();
      add(share, measure.words);
    }
  }

  void add(const model::Fact& fact, base::Span words) {
    in_.extraction.facts.push_back(fact);
    words_.push_back(words);
  }

  /// The fact before this one in its sentence that counts the same and is no share: 26만장은 A에 각 5만장.
  [[nodiscard]] std::optional<std::size_t> whole_of(const model::Fact& fact) const {
    const auto& facts = in_.extraction.facts;
    const model::Quantity& part = in_.extraction.quantities[*fact.quantity];
    for (std::size_t i = facts.size(); i-- > first_ && facts[i].sentence == fact.sentence;) {
      const model::Quantity& whole = in_.extraction.quantities[*facts[i].quantity];
      if (facts[i].rule != "share" && whole.unit == part.unit && whole.counter == part.counter) return i;
    }
    return std::nullopt;
  }

  /// "전체 규모는 14조원으로, 2030년까지 공급될 것이다" goes on about what the sentence before it counted: it is the
  /// size of that, and a period it gives holds for that as well.
  void continue_whole(model::Fact& fact) {
    auto& facts = in_.extraction.facts;
    std::size_t from = facts.size();
    while (from > first_ && facts[from - 1].sentence == facts.back().sentence) --from;
    if (from == facts.size() || facts[from].sentence == fact.sentence ||
        facts[from].sentence + kSentencesBack < fact.sentence || fact.subject || !fact.subject_text.empty())
      return;
    if (words_[from - first_].empty() || facts[from].status == model::EventStatus::occurred) return;
    const std::string what = in_.attribute_text(words_[from - first_]);
    if (what.size() + fact.attribute.size() < kLongestAttribute) fact.attribute = what + ' ' + fact.attribute;
    fact.subject = facts[from].subject;
    if (!fact.valid || fact.valid->granularity != model::Granularity::range) return;
    for (std::size_t i = from; i < facts.size(); ++i)
      if (!facts[i].valid && facts[i].status != model::EventStatus::occurred) facts[i].valid = fact.valid;
  }

  FieldView in_;
  Measures measures_;
  AttributeNames names_;
  Owners owners_;
  Circumstances circumstances_;
  std::size_t first_;              // of the facts that are of this field
  std::vector<base::Span> words_;  // what each of them measures
  base::Span last_words_;
};

}  // namespace

FactBuilder::FactBuilder(const FactWords& facts, const SpeechWords& words, const lexicon::Particles& particles)
    : facts_(facts), words_(words), particles_(particles) {}

void FactBuilder::build(const model::Article& article, model::Extraction& extraction) const {
  for (const model::Field field : {model::Field::title, model::Field::body})
    Builder(FieldView(model::text_of(article, field), field, extraction, facts_, words_, particles_)).build();
  tell_same_values(extraction, facts_);
}

}  // namespace timeline::fact