#include "fact/sayings.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace timeline::fact {

using lexicon::ParticleKind;

bool Sayings::answers(const Phrase& phrase, std::uint32_t end) const {
  return in_.trim({phrase.end, end}).empty() && phrase.kind == ParticleKind::locative &&
         in_.words.ends_with(SpeechWord::question, in_.text, phrase.span);
}

bool Sayings::describes_other(const Candidate& candidate) const {
  if (!embedded(candidate)) return false;
  const auto verb = in_.words.first(SpeechWord::verb, in_.text, in_.tail_of(candidate, candidate.particle->second));
  return verb && who_.verb_end(*verb) > verb->end;
}

bool Sayings::relays(base::Span words) const {
  const Split parts = who_.split(words);
  return std::any_of(parts.verbs.begin(), parts.verbs.end(), [](const Verb& verb) { return verb.quoting; });
}

bool Sayings::turns(const Candidate& candidate) const {
  constexpr char32_t kTurn = 0xC790;  // ja
  const base::Span words = in_.trim(in_.tail_of(candidate, candidate.particle->second));
  return !words.empty() && text::decode_before(in_.text, words.end).code_point == kTurn &&
         !who_.split(words).verbs.empty();
}

bool Sayings::embedded(const Candidate& candidate) const {
  if (!candidate.particle || candidate.particle->first != QuoteParticle::quote) return false;
  if (turns(candidate)) return true;
  const base::Span tail = in_.tail_of(candidate, candidate.particle->second);
  const auto verb = in_.words.first(SpeechWord::verb, in_.text, tail);
  if (!verb) return false;
  const std::string_view gap = in_.text.substr(tail.begin, verb->begin - tail.begin);
  if (std::count(gap.begin(), gap.end(), ' ') > 2) return false;
  // An adnominal verb ends in ㄴ right before a space: 말한, 밝힌, 지적한.
  const std::uint32_t end = who_.verb_end(*verb);
  const char32_t last = text::decode_before(in_.text, end).code_point;
  if (!text::is_hangul_syllable(last)) return false;
  if (text::final_consonant(last) == text::kFinalM) return true;  // 부인함에 따라
  return end < candidate.carrier.end && in_.text[end] == ' ' && text::final_consonant(last) == text::kFinalN;
}

}  // namespace timeline::fact
