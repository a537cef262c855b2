#include "fact/english_facts.hpp"

#include <algorithm>

#include "fact/by_sentence.hpp"
#include "fact/landmarks.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

constexpr std::uint32_t kPhrase = 60;  // bytes of a noun phrase that is measured

/// The noun phrase that ends at `end`, back to a word that ends one, a comma or the start of the sentence.
base::Span phrase_before(std::string_view text, std::uint32_t begin, std::uint32_t end, const EnglishWords& words) {
  while (end > begin && text[end - 1] == ' ') --end;
  std::uint32_t at = end;
  while (at > begin) {
    std::uint32_t word = at;
    while (word > begin && text[word - 1] != ' ' && text[word - 1] != ',' && text[word - 1] != '(') --word;
    if (word == at || words.is(EnglishWord::stop, text, {word, at}) || end - word > kPhrase) break;
    at = word;
    if (at > begin && text[at - 1] != ' ') break;
    while (at > begin && text[at - 1] == ' ') --at;
    if (at > begin && (text[at - 1] == ',' || text[at - 1] == '.')) break;
  }
  while (at < end && text[at] == ' ') ++at;
  return {at, end};
}

}  // namespace

void build_english_facts(std::string_view text, model::Field field, model::Extraction& extraction,
                         const EnglishWords& words) {
  const Landmarks marks = landmarks_of(extraction, field);
  const BySentence times(extraction.times), events(extraction.events), quotations(extraction.quotations);
  for (std::uint32_t i = 0; i < extraction.quantities.size(); ++i) {
    const model::Quantity& quantity = extraction.quantities[i];
    const model::Sentence& sentence = extraction.sentences[quantity.sentence];
    if (sentence.field != field || quantity.converts < extraction.quantities.size()) continue;
    model::Fact fact;
    fact.sentence = quantity.sentence;
    fact.span = quantity.span;
    fact.quantity = i;
    if (i + 1 < extraction.quantities.size() && extraction.quantities[i + 1].converts == i) fact.converted = i + 1;
    // Only near the number, so that a sentence without end costs no more.
    constexpr std::uint32_t kNear = 400;
    base::Span scope{std::max(sentence.span.begin, quantity.span.begin > kNear ? quantity.span.begin - kNear : 0),
                     std::min(sentence.span.end, quantity.span.end + kNear)};
    while (!text::is_boundary(text, scope.begin)) ++scope.begin;
    while (!text::is_boundary(text, scope.end)) --scope.end;

    fact.rule = "english-default";
    if (!quantity.counter.empty()) {
      fact.attribute = quantity.counter;
      fact.rule = "english-counted";
    } else if (text.substr(0, quantity.span.begin).ends_with(" of ")) {
      const base::Span phrase = phrase_before(text, scope.begin, quantity.span.begin - 4, words);
      if (!phrase.empty()) {
        fact.attribute = phrase.of(text);
        fact.rule = "english-of";
      }
    }
    if (fact.attribute.empty()) {
      // "revenue rose 12%": the last noun before it that numbers measure.
      const auto measures = words.all(EnglishWord::measure, text, {scope.begin, quantity.span.begin});
      if (!measures.empty()) {
        fact.attribute = phrase_before(text, scope.begin, measures.back().end, words).of(text);
        fact.rule = "english-measure";
      }
    }
    if (fact.attribute.empty()) fact.attribute = words.default_attribute(quantity);

    for (const Landmarks::Named& name : marks.names_in({scope.begin, quantity.span.begin})) {
      const model::EntityKind kind = extraction.entities[name.entity].kind;
      if (kind != model::EntityKind::company && kind != model::EntityKind::organization &&
          kind != model::EntityKind::person)
        continue;
      fact.subject = name.entity;
      break;
    }
    for (const std::uint32_t t : times.of(quantity.sentence)) {
      const model::TimeExpression& time = extraction.times[t];
      if (time.kind != model::TimeKind::date || !time.value.is_dated()) continue;
      if (!fact.valid || time.span.end <= quantity.span.begin) fact.valid = time.value;
    }
    for (const std::uint32_t e : events.of(quantity.sentence))
      if (extraction.events[e].evidence.contains(quantity.span) && !fact.event) {
        fact.event = e;
        fact.status = extraction.events[e].status;
      }
    if (const auto status = words.status(text, scope)) fact.status = *status;
    for (const std::uint32_t q : quotations.of(quantity.sentence))
      if (extraction.quotations[q].span.contains(quantity.span))
        fact.attributed_to = extraction.quotations[q].speaker_text;
    extraction.facts.push_back(std::move(fact));
  }
}

}  // namespace timeline::fact