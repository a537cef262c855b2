#include "fact/passages.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using text::QuotedPassage;
using text::QuoteMark;

constexpr std::uint32_t kLongestPassage = 6100;  // as text::find_quotations has it, marks included
constexpr std::uint32_t kReach = 3000;           // bytes of a sentence on either side of a quotation
constexpr std::uint32_t kHeadline = 400;         // bytes of a line that may be one

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

}  // namespace

Passages::Passages(std::string_view body, const model::Extraction& read, const SpeechWords& speech_words,
                   const lexicon::Particles& particle_table)
    : text(body), extraction(read), words(speech_words), particles(particle_table) {
  for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i)
    if (extraction.sentences[i].field == model::Field::body) sentences.push_back(i);
  collect();
  // From the right, so that '…', '…'는 질문에 can tell the first by the second.
  for (std::size_t i = candidates.size(); i-- > 0;) candidates[i].speech = is_speech(i);
}

base::Span Passages::sentence_span(std::size_t position) const {
  return extraction.sentences[sentences[position]].span;
}

std::size_t Passages::sentence_at(std::uint32_t at) const {
  const auto found = std::partition_point(sentences.begin(), sentences.end(),
                                          [&](std::uint32_t i) { return extraction.sentences[i].span.end <= at; });
  return std::min(static_cast<std::size_t>(found - sentences.begin()), sentences.size() - 1);
}

base::Span Passages::trim(base::Span span) const {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_space(text[span.end - 1])) --span.end;
  return span;
}

std::uint32_t Passages::boundary(std::uint32_t at) const {
  while (!text::is_boundary(text, at)) ++at;
  return at;
}

std::size_t Passages::near(std::uint32_t at) const {
  const std::uint32_t from = at > kLongestPassage ? at - kLongestPassage : 0;
  const auto found = std::partition_point(candidates.begin(), candidates.end(),
                                          [&](const Candidate& c) { return c.passage.outer.begin < from; });
  return static_cast<std::size_t>(found - candidates.begin());
}

bool Passages::punctuation_only(base::Span span) const {
  for (std::uint32_t at = span.begin; at < span.end;) {
    const text::Decoded c = text::decode(text, at);
    if (text::is_hangul_syllable(c.code_point) || text::is_latin(c.code_point) || text::is_digit(c.code_point))
      return false;
    at += c.length;
  }
  return true;
}

base::Span Passages::tail_of(const Candidate& candidate, std::uint32_t from, std::uint32_t reach) const {
  std::uint32_t end = std::min({from + reach, candidate.carrier.end, static_cast<std::uint32_t>(text.size())});
  // The next words in quotation marks say nothing of these.
  const auto next = std::partition_point(candidates.begin(), candidates.end(),
                                         [&](const Candidate& c) { return c.passage.outer.begin < from; });
  if (next != candidates.end()) end = std::min(end, std::max(from, next->passage.outer.begin));
  return {from, end};
}

bool Passages::is_heading(const Candidate& candidate) const {
  if (candidate.carrier.size() > kHeadline || candidate.particle) return false;
  const char32_t last = text::decode_before(text, candidate.carrier.end).code_point;
  return last != U'.' && last != U'?' && last != U'!';
}

bool Passages::quoted(base::Span span) const {
  for (std::size_t i = near(span.begin); i < candidates.size() && candidates[i].passage.outer.begin <= span.begin; ++i)
    if (candidates[i].passage.outer.contains(span)) return true;
  return false;
}

std::uint32_t Passages::word_end(std::uint32_t at) const {
  while (at < text.size() && text::is_hangul_syllable(text::decode(text, at).code_point))
    at += text::decode(text, at).length;
  return at;
}

bool Passages::covered(std::uint32_t sentence) const {
  const base::Span span = sentence_span(sentence);
  for (std::size_t i = near(span.begin); i < candidates.size() && candidates[i].passage.outer.begin < span.end; ++i)
    if (candidates[i].speech && candidates[i].passage.outer.overlaps(span)) return true;
  return false;
}

void Passages::collect() {
  if (sentences.empty()) return;
  const auto passages = text::find_quotations(text, {0, static_cast<std::uint32_t>(text.size())});
  for (const QuotedPassage& passage : passages) {
    if (passage.mark == QuoteMark::title_mark) continue;
    const std::size_t position = sentence_at(passage.inner.begin);
    const model::Sentence& sentence = extraction.sentences[sentences[position]];
    if (sentence.role == model::SentenceRole::noise || !sentence.span.overlaps(passage.inner)) continue;
    Candidate candidate;
    candidate.passage = passage;
    candidate.inner = trim(passage.inner);
    candidate.sentence = static_cast<std::uint32_t>(position);
    if (candidate.inner.empty()) continue;
    if (passage.closed) candidate.particle = words.particle(text, passage.outer.end);
    // ‘…’, ‘…’ 등 기자들의 질문에: the word for a list stands for the particle.
    const std::uint32_t next = passage.outer.end + 1;
    if (passage.closed && !candidate.particle && next < text.size() && text[next - 1] == ' ' &&
        is_final(candidate.inner))
      if (const auto list = words.starts(SpeechWord::list, text, next))
        if (words.first(SpeechWord::question, text, {*list, boundary(std::min(*list + kTail, sentence.span.end))}))
          candidate.particle = {QuoteParticle::adnominal, *list};
    candidates.push_back(candidate);
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) find_carrier(candidates[i]);
}

void Passages::find_carrier(Candidate& candidate) const {
  std::size_t first = sentence_at(candidate.passage.outer.begin);
  std::size_t last = sentence_at(candidate.passage.outer.end - 1);
  for (bool grown = true; grown;) {
    grown = false;
    for (std::size_t i = near(sentence_span(first).begin); i < candidates.size(); ++i) {
      const Candidate& other = candidates[i];
      if (other.passage.outer.begin > sentence_span(last).end) break;
      if (other.passage.outer.begin < sentence_span(first).begin &&
          other.passage.outer.end > sentence_span(first).begin) {
        first = sentence_at(other.passage.outer.begin);
        grown = true;
      }
      if (other.passage.outer.begin < sentence_span(last).end && other.passage.outer.end > sentence_span(last).end) {
        const std::size_t reached = sentence_at(other.passage.outer.end - 1);
        if (reached > last) {
          last = reached;
          grown = true;
        }
      }
    }
  }
  candidate.first_sentence = static_cast<std::uint32_t>(first);
  candidate.carrier = {std::min(sentence_span(first).begin, candidate.passage.outer.begin),
                       std::max(sentence_span(last).end, candidate.passage.outer.end)};
  // A sentence without end, as in text that is no prose, is read only near the words.
  if (candidate.passage.outer.begin - candidate.carrier.begin > kReach)
    candidate.carrier.begin = boundary(candidate.passage.outer.begin - kReach);
  if (candidate.carrier.end - candidate.passage.outer.end > kReach)
    candidate.carrier.end = boundary(candidate.passage.outer.end + kReach);
  candidate.alone = trim({candidate.carrier.begin, candidate.passage.outer.begin}).empty() &&
                    punctuation_only({candidate.passage.outer.end, candidate.carrier.end});
}

std::uint32_t Passages::count_words(base::Span span) const {
  return 1 + static_cast<std::uint32_t>(std::count(text.begin() + span.begin, text.begin() + span.end, ' '));
}

base::Span Passages::bare(base::Span span) const {
  while (span.end > span.begin) {
    const text::Decoded last = text::decode_before(text, span.end);
    if (text::is_hangul_syllable(last.code_point) || text::is_latin(last.code_point)) break;
    span.end -= last.length;
  }
  return span;
}

bool Passages::is_final(base::Span inner) const {
  const char last = text[inner.end - 1];
  return last == '?' || last == '!' || words.ends(Ending::final, text, bare(inner));
}

bool Passages::names_something(const Candidate& candidate, std::uint32_t from) const {
  std::uint32_t at = from;
  while (at < candidate.carrier.end && is_space(text[at])) ++at;
  return words.starts(SpeechWord::naming, text, at).has_value();
}

bool Passages::is_speech(std::size_t index) {
  Candidate& candidate = candidates[index];
  const QuotedPassage& passage = candidate.passage;
  const std::uint32_t count = count_words(candidate.inner);
  const bool final = is_final(candidate.inner);
  const bool clause = final || words.ends(Ending::nominal, text, bare(candidate.inner));
  const bool quoting = candidate.particle && candidate.particle->first == QuoteParticle::quote;
  bool describing = candidate.particle && candidate.particle->first == QuoteParticle::adnominal;
  // “…했다”는: the ending asks for it. “한국판 뉴딜”은, “A”는 are topics.
  if (describing && !final &&
      text.substr(passage.outer.end, candidate.particle->second - passage.outer.end).size() == 3)
    describing = false;
  if (candidate.particle && !clause && names_something(candidate, candidate.particle->second)) return false;
  const auto said = [&](std::uint32_t from) {
    const base::Span tail = tail_of(candidate, from);
    return words.first(SpeechWord::stance, text, tail) || words.first(SpeechWord::question, text, tail) ||
           words.first(SpeechWord::voice, text, tail);
  };
  if (passage.mark == QuoteMark::double_mark) {
    if (passage.depth > 0) return count >= 4 && quoting && final;
    if (!passage.closed) return count >= 3 && candidate.carrier.size() < kHeadline;
    if (quoting) return true;
    if (describing) return clause || (count >= 3 && said(candidate.particle->second));
    const char32_t after = passage.outer.end < text.size() ? text::decode(text, passage.outer.end).code_point : U'\n';
    if (!text::is_hangul_syllable(after) || !particles.after(text, passage.outer.end))
      return count >= 3 || (count >= 2 && final);
    constexpr std::uint32_t kNoName = 8;  // words: nothing is called so
    return (final && count >= 3) || count >= kNoName;
  }
  // Single marks: speech only where the words and what follows both say so.
  if (!passage.closed) return false;
  if (passage.depth > 0) return count >= 5 && quoting && final;
  if (count >= 3 && quoting && clause) return true;
  if (count >= 2 && quoting && final)
    return words.first(SpeechWord::verb, text, tail_of(candidate, candidate.particle->second)).has_value();
  if (count >= 2 && describing && clause) return said(candidate.particle->second);
  // '…', '…'는 질문에: the first of a row.
  if (count >= 2 && final && index + 1 < candidates.size()) {
    const Candidate& next = candidates[index + 1];
    candidate.row = next.speech && next.passage.mark == passage.mark && next.passage.depth == passage.depth &&
                    punctuation_only({passage.outer.end, next.passage.outer.begin}) &&
                    next.passage.outer.begin - passage.outer.end <= 3;
    return candidate.row;
  }
  return false;
}

}  // namespace timeline::fact
