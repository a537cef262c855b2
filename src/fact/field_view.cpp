#include "fact/field_view.hpp"

#include <algorithm>

#include "fact/landmarks.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}
bool is_mark(char32_t c) {
  return c == U'\'' || c == U'"' || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x300C ||
         c == 0x300D;
}
bool is_letter(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_digit(c) || text::is_han(c) || c == U'(';
}

}  // namespace

FieldView::FieldView(std::string_view article_text, model::Field of, model::Extraction& read,
                     const FactWords& fact_words, const SpeechWords& speech_words,
                     const lexicon::Particles& particle_table)
    : text(article_text),
      field(of),
      extraction(read),
      facts(fact_words),
      words(speech_words),
      particles(particle_table),
      marks(landmarks_of(read, of)) {
  for (const model::Quantity& quantity : extraction.quantities) {
    if (extraction.sentences[quantity.sentence].field != field) continue;
    base::Span span = quantity.span;
    if (quantity.converts < extraction.quantities.size())
      span = {extraction.quantities[quantity.converts].span.end, bracket_end(span.end)};
    marks.times.push_back(span);
    numbers.push_back(span.begin);
  }
  std::sort(marks.times.begin(), marks.times.end());
  std::sort(numbers.begin(), numbers.end());
  for (const model::Quotation& quotation : extraction.quotations)
    if (extraction.sentences[quotation.sentence].field == field) quotations.push_back(&quotation);
  for (const model::TimeExpression& time : extraction.times)
    if (extraction.sentences[time.sentence].field == field) times.push_back(&time);
  std::sort(times.begin(), times.end(), [](const auto* a, const auto* b) { return a->span < b->span; });
  for (std::uint32_t i = 0; i < extraction.events.size(); ++i) events.push_back(i);
  std::stable_sort(events.begin(), events.end(), [&](std::uint32_t a, std::uint32_t b) {
    return extraction.events[a].sentence < extraction.events[b].sentence;
  });
}

std::uint32_t FieldView::boundary(std::uint32_t at) const {
  while (!text::is_boundary(text, at)) ++at;
  return at;
}

base::Span FieldView::trim(base::Span span) const {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_space(text[span.end - 1])) --span.end;
  return span;
}

std::uint32_t FieldView::bracket_end(std::uint32_t at) const {
  std::uint32_t end = at;
  while (end < text.size() && is_space(text[end])) ++end;
  return end < text.size() && text[end] == ')' ? end + 1 : at;
}

model::EntityKind FieldView::kind_of(std::uint32_t entity) const {
  return extraction.entities[entity].kind;
}

std::vector<Phrase> FieldView::split(base::Span range, Phrase* rest) const {
  return split_phrases(text, range, marks, words, particles, rest);
}

std::uint32_t FieldView::skip_to_word(std::uint32_t at, std::uint32_t end) const {
  // Behind a particle of the number: 12%를 줄인, 38.6%나 축소.
  if (at < end)
    if (const auto particle = particles.after(text, at); particle && particle->end < end) at = particle->end;
  while (at < end && is_space(text[at])) ++at;
  return at;
}

std::uint32_t FieldView::skip_space(std::uint32_t at) const {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

base::Span FieldView::core(base::Span span) const {
  span = trim(span);
  // 슈퍼컴퓨터 중 상위 10개: what stands before 중 is the whole.
  for (std::uint32_t at = span.begin; at < span.end; ++at)
    if (is_space(text[at]))
      if (const auto end = facts.starts(FactWord::among, text, at + 1); end && *end < span.end && is_space(text[*end]))
        span.begin = *end;
  span = trim(span);
  while (!span.empty() && !is_letter(text::decode(text, span.begin).code_point) &&
         !is_mark(text::decode(text, span.begin).code_point))
    span.begin += text::decode(text, span.begin).length;
  for (bool cut = true; cut && !span.empty();) {
    cut = false;
    // The last word.
    std::uint32_t begin = span.end;
    while (begin > span.begin && !is_space(text[begin - 1])) --begin;
    const base::Span last{begin, span.end};
    if (facts.is(FactWord::compare, text, last)) return {span.begin, span.begin};
    if (facts.is(FactWord::among, text, last)) return {span.end, span.end};
    if (facts.is(FactWord::skip, text, last) || facts.is(FactWord::each, text, last) ||
        words.ends(Ending::adverbial, text, last)) {
      span = trim({span.begin, begin});
      cut = true;
      continue;
    }
    std::uint32_t end = span.begin;
    while (end < span.end && !is_space(text[end])) ++end;
    if (facts.is(FactWord::skip, text, {span.begin, end}) || words.is(SpeechWord::adverb, text, {span.begin, end})) {
      span = trim({end, span.end});
      cut = true;
    }
  }
  return span;
}

std::string FieldView::attribute_text(base::Span span) const {
  std::string attribute;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const text::Decoded c = text::decode(text, at);
    if (!is_mark(c.code_point)) {
      if (attribute.size() + c.length > kLongestAttribute) break;
      if (c.code_point == U'\n')
        attribute += ' ';
      else
        attribute.append(text.substr(at, c.length));
    }
    at += c.length;
  }
  return attribute;
}

}  // namespace timeline::fact
