#include "fact/circumstances.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using lexicon::ParticleKind;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

}  // namespace

bool Circumstances::says_between(std::uint32_t from, std::uint32_t to) const {
  return from < to && in_.words.first(SpeechWord::verb, in_.text, {from, to}).has_value();
}

bool Circumstances::is_number(base::Span mark) const {
  return std::binary_search(in_.numbers.begin(), in_.numbers.end(), mark.begin);
}

void Circumstances::set_time(model::Fact& fact, const model::Quantity& quantity, base::Span scope) const {
  // A time behind another number, or in the next clause, belongs there.
  const std::uint32_t end = fact.span.end;
  const auto next = std::partition_point(in_.marks.times.begin(), in_.marks.times.end(),
                                         [&](base::Span mark) { return mark.begin < end; });
  std::uint32_t next_number = clause_end(fact.span.end, scope.end);
  const std::uint32_t clause = next_number;
  for (auto at = next; at != in_.marks.times.end() && at->begin < clause && next_number == clause; ++at)
    if (is_number(*at)) next_number = at->begin;
  const model::TimeExpression* best = nullptr;
  const model::TimeExpression* behind = nullptr;
  const auto from = std::partition_point(in_.times.begin(), in_.times.end(),
                                         [&](const model::TimeExpression* t) { return t->span.begin < scope.begin; });
  for (auto at = from; at != in_.times.end() && (*at)->span.begin < scope.end; ++at) {
    const model::TimeExpression& time = **at;
    if (!scope.contains(time.span) || !time.value.is_dated()) continue;
    if (time.kind != model::TimeKind::date) continue;
    if (time.span.end <= quantity.span.begin) {
      if (!says_between(time.span.end, quantity.span.begin)) best = &time;
    } else if (time.span.begin >= quantity.span.end && time.span.begin < next_number && !behind &&
               time.value.granularity > model::Granularity::week) {
      behind = &time;
    }
  }
  if (!best) best = behind;
  if (best) fact.valid = best->value;
}

void Circumstances::set_status(model::Fact& fact, const model::Quantity& quantity, base::Span scope) const {
  const model::EventMention* event = nullptr;
  const auto first = std::partition_point(in_.events.begin(), in_.events.end(), [&](std::uint32_t i) {
    return in_.extraction.events[i].sentence < quantity.sentence;
  });
  for (auto at = first; at != in_.events.end() && in_.extraction.events[*at].sentence == quantity.sentence; ++at) {
    const std::uint32_t i = *at;
    const model::EventMention& mention = in_.extraction.events[i];
    if (!mention.evidence.contains(quantity.span)) continue;
    if (event && event->evidence.size() <= mention.evidence.size()) continue;
    event = &mention;
    fact.event = i;
  }
  const std::uint32_t end = clause_end(quantity.span.end, scope.end);
  const auto stated = in_.facts.status(in_.text, {quantity.span.end, end});
  if (stated)
    fact.status = *stated;
  else if (event)
    fact.status = event->status;
  else if (const auto said =
               in_.facts.status(in_.text, {near_left(quantity.span.begin, scope.begin), quantity.span.begin}))
    fact.status = *said;  // 공급하겠다고 발표한 26만장
}

std::uint32_t Circumstances::near_left(std::uint32_t at, std::uint32_t begin) const {
  constexpr std::uint32_t kDescription = 70;  // bytes
  std::uint32_t from = in_.boundary(std::max(begin, at > kDescription ? at - kDescription : 0));
  for (std::uint32_t i = from; i < at; ++i)
    if (in_.text[i] == ',' || in_.text[i] == '.') from = i + 1;
  return from;
}

std::uint32_t Circumstances::clause_end(std::uint32_t at, std::uint32_t limit) const {
  std::uint32_t end = at;
  for (; end < limit; end += text::decode(in_.text, end).length)
    if (in_.text[end] == ',' && past_before(at, end)) break;
  return end;
}

bool Circumstances::past_before(std::uint32_t begin, std::uint32_t at) const {
  for (int i = 0; i < 3 && at > begin; ++i) {
    const text::Decoded c = text::decode_before(in_.text, at);
    constexpr char32_t kFinalSs = 20;  // ㅆ
    if (text::is_hangul_syllable(c.code_point) && (c.code_point - 0xAC00) % 28 == kFinalSs) return true;
    at -= c.length;
  }
  return false;
}

void Circumstances::set_source(model::Fact& fact, const model::Quantity& quantity, base::Span sentence,
                               const std::vector<Phrase>& left, const model::Quotation* quotation) const {
  if (quotation) {
    fact.attributed_to = quotation->speaker_text;
    return;
  }
  // 통계청에 따르면
  for (const Phrase& phrase : left)
    if (phrase.kind == ParticleKind::locative && phrase.span.size() <= kLongestAttribute &&
        in_.facts.starts(FactWord::source, in_.text, in_.skip_space(phrase.end))) {
      fact.attributed_to = std::string(in_.trim(phrase.span).of(in_.text));
      return;
    }
  // … 기록했다고 31일 밝혔다: the topic says so.
  const auto verb = last_verb({quantity.span.end, sentence.end});
  if (!verb) return;
  for (const Phrase& phrase : left)
    if (phrase.kind == ParticleKind::topic && phrase.span.size() <= kLongestAttribute &&
        (phrase.entity_ends || phrase.person || in_.words.ends_with(SpeechWord::role, in_.text, phrase.span))) {
      fact.attributed_to = std::string(in_.trim(phrase.span).of(in_.text));
      return;
    }
}

std::optional<base::Span> Circumstances::last_verb(base::Span range) const {
  constexpr std::uint32_t kLastWords = 70;  // bytes before the end of the sentence
  if (range.size() > kLastWords) {
    range.begin = range.end - kLastWords;
    while (!text::is_boundary(in_.text, range.begin)) ++range.begin;
  }
  std::optional<base::Span> quoting;
  for (std::uint32_t at = range.begin; at < range.end; at += text::decode(in_.text, at).length) {
    if (at == range.begin || !is_space(in_.text[at])) continue;
    // 다고, 라고, 자고 before the verb: the particle table knows 고 behind the closing of speech.
    std::uint32_t word = at - text::decode_before(in_.text, at).length;
    if (const auto particle = in_.words.particle(in_.text, word);
        particle && particle->first == QuoteParticle::quote && particle->second == at)
      quoting = base::Span{word, at};
  }
  if (!quoting) return std::nullopt;
  return in_.words.first(SpeechWord::verb, in_.text, {quoting->end, range.end});
}
}  // namespace timeline::fact
