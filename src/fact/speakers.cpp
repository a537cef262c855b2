#include "fact/speakers.hpp"

#include <algorithm>

#include "fact/landmarks.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using lexicon::ParticleKind;

constexpr char32_t kPresent = 0xB294;      // neun, the end of a present form that describes
constexpr std::uint32_t kWeakPhrase = 40;  // bytes of a topic that nothing marks as a speaker

/// A character of a name: letters, and what joins them.
bool is_name(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_digit(c) || text::is_han(c) || c == U'(' ||
         c == U')' || c == U'-' || c == 0xB7;
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

}  // namespace

Speakers::Speakers(const Passages& passages)
    : in_(passages), landmarks_(landmarks_of(passages.extraction, model::Field::body)) {
  for (const Candidate& candidate : in_.candidates) {
    if (candidate.passage.depth > 0) continue;
    (candidate.speech ? landmarks_.speech : landmarks_.quoted).push_back(candidate.passage.outer);
  }
}

Split Speakers::split(base::Span range) const {
  return split_phrases(in_.text, range, landmarks_, in_.words, in_.particles);
}

std::vector<Phrase> Speakers::phrases(base::Span range, bool plain) const {
  Split parts = split(range);
  // 김 위원장이 앞서 윤 대통령이 거론될 당시 “…”: a verb that describes a noun has the subject nearest before it.
  std::vector<bool> closed(parts.phrases.size(), false);
  for (const Verb& verb : parts.verbs) {
    if (!verb.adnominal) continue;
    for (std::size_t i = parts.phrases.size(); i-- > 0;) {
      if (parts.phrases[i].end > verb.span.begin || closed[i] || parts.phrases[i].kind != ParticleKind::subject)
        continue;
      closed[i] = true;
      break;
    }
  }
  std::vector<Phrase> open;
  bool speaks = false;
  for (std::size_t i = 0; i < parts.phrases.size(); ++i) {
    if (closed[i]) continue;
    const Phrase& phrase = parts.phrases[i];
    open.push_back(phrase);
    // 그 신문이 전한 바에 따르면 시는: the topic is left, whatever it is.
    speaks = speaks || ((phrase.kind == ParticleKind::subject || phrase.kind == ParticleKind::topic ||
                         phrase.kind == ParticleKind::also) &&
                        (weight(phrase) > 0 || (plain && phrase.kind == ParticleKind::topic && plain_noun(phrase))));
  }
  return speaks ? open : std::move(parts.phrases);
}

std::optional<Phrase> Speakers::described_behind(const Candidate& candidate) const {
  constexpr std::uint32_t kFar = 130;  // bytes
  if (!candidate.particle || candidate.particle->first != QuoteParticle::quote) return std::nullopt;
  const std::uint32_t from = candidate.particle->second;
  const auto verb = in_.words.first(SpeechWord::verb, in_.text, in_.tail_of(candidate, from, kFar));
  const auto end = verb ? std::optional(verb_end(*verb)) : std::nullopt;
  if (!end || *end >= candidate.carrier.end || in_.text[*end] != ' ') return std::nullopt;
  const char32_t last = text::decode_before(in_.text, *end).code_point;
  if (text::final_consonant(last) != text::kFinalN) return std::nullopt;
  // Another subject before the verb says it.
  for (const Phrase& phrase : split({from, verb->begin}).phrases)
    if (phrase.kind == ParticleKind::subject || phrase.kind == ParticleKind::topic) return std::nullopt;
  const Split behind = split({*end, candidate.carrier.end});
  if (behind.phrases.empty() || behind.phrases.front().span.begin != *end + 1) return std::nullopt;
  const Phrase& phrase = behind.phrases.front();
  constexpr int kCanSpeak = 3;
  if (phrase.kind == ParticleKind::genitive || weight(phrase) < kCanSpeak) return std::nullopt;
  return phrase;
}

std::uint32_t Speakers::verb_end(base::Span verb) const {
  const text::Decoded next = text::decode(in_.text, verb.end);
  return next.code_point == kPresent ? verb.end + next.length : verb.end;
}

const Phrase* Speakers::circle(const std::vector<Phrase>& phrases) const {
  for (std::size_t i = phrases.size(); i-- > 0;) {
    const Phrase& phrase = phrases[i];
    if (phrase.kind == ParticleKind::in && (phrase.last == ParticleKind::topic || phrase.last == ParticleKind::also) &&
        (in_.words.ends_with(SpeechWord::body, in_.text, phrase.span) ||
         in_.words.ends_with(SpeechWord::role, in_.text, phrase.span)))
      return &phrase;
  }
  return nullptr;
}

bool Speakers::is_pronoun(const Phrase& phrase) const {
  return in_.words.is(SpeechWord::pronoun, in_.text, phrase.span);
}

int Speakers::weight(const Phrase& phrase) const {
  if (is_pronoun(phrase)) return 3;
  if (phrase.marked) return 4;
  base::Span noun = phrase.span;
  // 교수(국가AI전략위원회), 여배우(이열음)
  if (noun.end > noun.begin && in_.text[noun.end - 1] == ')') {
    const std::size_t open = in_.text.rfind('(', noun.end - 1);
    if (open != std::string_view::npos && open > noun.begin) noun.end = static_cast<std::uint32_t>(open);
  }
  if (phrase.person) return 4;
  if (in_.words.ends_with(SpeechWord::role, in_.text, noun)) return 4;
  // 애널리스트 루카스 케, 배우 문성근; a name in Latin letters behind it: 케(Lucas Keh)
  for (std::uint32_t begin = noun.begin; begin < noun.end;) {
    std::uint32_t end = begin;
    while (end < noun.end && in_.text[end] != ' ') ++end;
    if (end < noun.end && in_.words.ends_with(SpeechWord::role, in_.text, {begin, end})) return 3;
    begin = end + 1;
  }
  if (noun.end < phrase.span.end && noun.end + 1 < phrase.span.end &&
      text::is_latin(static_cast<unsigned char>(in_.text[noun.end + 1])))
    return 4;
  constexpr std::uint32_t kBody = 9;  // bytes: 부는, 당은 alone are no bodies
  if (noun.size() >= kBody && in_.words.ends_with(SpeechWord::body, in_.text, noun)) return 3;
  if (phrase.entity && phrase.entity_ends) {
    const model::EntityKind kind = in_.extraction.entities[*phrase.entity].kind;
    // 검은, 당은: of one syllable more words are adjectives than names.
    if (noun.size() <= 3) return 0;
    if (kind == model::EntityKind::company || kind == model::EntityKind::organization ||
        kind == model::EntityKind::person)
      return 3;
    if (kind == model::EntityKind::place) return 1;
  }
  return 0;
}

const Phrase* Speakers::choose(const std::vector<Phrase>& phrases, bool nearest, bool topics_only, bool weak) const {
  const Phrase* best = nullptr;
  int best_score = 0;
  for (const Phrase& phrase : phrases) {
    int score = weight(phrase);
    if (phrase.kind == ParticleKind::topic || phrase.kind == ParticleKind::also)
      score = score == 0 ? (weak && phrase.kind == ParticleKind::topic ? 1 : 0) : score * 2 + (nearest ? 0 : 3);
    else if (phrase.kind == ParticleKind::subject)
      score = score == 0 ? 0 : score * 2 + (nearest ? 3 : 0);
    else
      continue;
    if (phrase.kind == ParticleKind::also && weight(phrase) == 0) continue;
    if (weak && weight(phrase) == 0 && !plain_noun(phrase)) continue;
    if (phrase.span.size() > (weak ? kWeakPhrase : kLongestPhrase)) continue;
    if (topics_only && phrase.kind == ParticleKind::subject) continue;
    // The last topic that can speak, whoever was the topic of a clause before it.
    const bool later = best && !nearest && best->kind != ParticleKind::subject &&
                       phrase.kind != ParticleKind::subject && weight(phrase) >= 3;
    // Of subjects the first: 홍 시장이 이 회장이 무죄를 받은 것과 관련해 “…”
    const bool outer = best && !nearest && best->kind == ParticleKind::subject && phrase.kind == ParticleKind::subject;
    if (score > 0 && ((score >= best_score && !outer) || later)) {
      best = &phrase;
      best_score = score;
    }
  }
  return best;
}

bool Speakers::plain_noun(const Phrase& phrase) const {
  const std::string_view words = phrase.span.of(in_.text);
  const bool digit = std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
  // 3명은 is nobody, 누리-2B는 a name.
  const bool latin =
      std::any_of(words.begin(), words.end(), [](char c) { return text::is_latin(static_cast<unsigned char>(c)); });
  if ((digit && !latin) || in_.words.ends(Ending::final, in_.text, phrase.span)) return false;
  // 연락 판공실은; not 이 문제는, 것은
  const std::size_t first = words.find(' '), last = words.rfind(' ');
  if (first == std::string_view::npos) return !in_.words.is(SpeechWord::that, in_.text, phrase.span);
  const auto at = [&](std::size_t place) { return phrase.span.begin + static_cast<std::uint32_t>(place); };
  return !in_.words.is(SpeechWord::that, in_.text, {phrase.span.begin, at(first)}) &&
         !in_.words.is(SpeechWord::that, in_.text, {at(last + 1), phrase.span.end});
}

Speaker Speakers::made(const Phrase& phrase) const {
  Speaker speaker{.text = phrase.span, .entity = {}};
  if (phrase.person) {
    // 정 교수 측: somebody else than the person named.
    if (!in_.words.ends_with(SpeechWord::unnamed, in_.text, phrase.span)) speaker.entity = phrase.person;
  } else if (phrase.entity && phrase.entity_ends) {
    const model::EntityKind kind = in_.extraction.entities[*phrase.entity].kind;
    if (kind != model::EntityKind::place && kind != model::EntityKind::product && kind != model::EntityKind::occasion)
      speaker.entity = phrase.entity;
  }
  return speaker;
}

bool Speakers::is_somebody(const Speaker& speaker) const {
  if (speaker.entity) return in_.extraction.entities[*speaker.entity].kind == model::EntityKind::person;
  // 민 전 공사: a family name before what is a body's name as well
  const std::string_view words = speaker.text.of(in_.text);
  const std::uint32_t first = text::decode(in_.text, speaker.text.begin).length;
  return (words.size() > first && words[first] == ' ') ||
         !in_.words.ends_with(SpeechWord::body, in_.text, speaker.text);
}

std::optional<Speaker> Speakers::asker_of(const Candidate& candidate, const Speaker& last_asker) const {
  const base::Span tail = in_.tail_of(candidate, candidate.particle->second);
  std::optional<base::Span> noun;
  bool stance = false, voice = false;
  for (const SpeechWord kind : {SpeechWord::question, SpeechWord::voice, SpeechWord::stance}) {
    const auto found = in_.words.first(kind, in_.text, tail);
    if (!found || (noun && found->begin >= noun->begin)) continue;
    noun = found;
    stance = kind == SpeechWord::stance;
    voice = kind == SpeechWord::voice;
  }
  if (!noun) return std::nullopt;
  base::Span words = in_.trim({tail.begin, noun->begin});
  // “…”는 취지의 현직 장교의 진술: who owns what the words are the gist of.
  if (stance && words.empty())
    if (const auto next = in_.words.first(SpeechWord::stance, in_.text, {noun->end, std::max(noun->end, tail.end)}))
      for (const Phrase& phrase : phrases({std::min(in_.word_end(noun->end), next->begin), next->begin}))
        if (phrase.kind == ParticleKind::genitive && in_.trim({phrase.end, next->begin}).empty() && weight(phrase) >= 3)
          return made(phrase);
  if (!words.empty()) {
    // Another sentence part between them: the noun belongs to something else.
    const auto inner = phrases({words.begin, words.end + 0});
    base::Span name = words;
    for (const Phrase& phrase : inner)
      if (phrase.kind == ParticleKind::genitive && phrase.end == words.end) name = phrase.span;
    if (inner.empty() || name.end != words.end || name != words) {
      Phrase phrase{.span = name, .end = words.end, .kind = ParticleKind::genitive, .person = {}, .entity = {}};
      for (const Landmarks::Named& named : landmarks_.names_in(name))
        if (name.contains(named.span)) {
          phrase.entity = named.entity;
          phrase.entity_ends = named.span.end == name.end;
          if (named.person) phrase.person = named.entity;
        }
      if (weight(phrase) > 0) return made(phrase);
    }
  }
  // 사회자의 “…”는 제안에
  const auto left = phrases({candidate.carrier.begin, candidate.passage.outer.begin});
  if (!left.empty() && left.back().kind == ParticleKind::genitive &&
      in_.trim({left.back().end, candidate.passage.outer.begin}).empty())
    return made(left.back());
  // 그는 “…”는 문자를 받았다: somebody else's.
  if ((stance || voice) && in_.words.first(SpeechWord::hear, in_.text, {noun->end, std::max(noun->end, tail.end)}))
    return Speaker{};
  if (stance) return std::nullopt;
  if (!voice) return last_asker;  // a question asked by those who asked before
  {
    const Phrase* topic = choose(left, false);
    if (topic && topic->kind == ParticleKind::topic && weight(*topic) >= 3 && !is_pronoun(*topic)) return std::nullopt;
  }
  return Speaker{};
}

std::optional<Speaker> Speakers::owner_before(const Candidate& candidate, const std::vector<Phrase>& left) const {
  if (left.empty() || weight(left.back()) < 3) return std::nullopt;
  if (!in_.trim({left.back().end, candidate.passage.outer.begin}).empty()) return std::nullopt;
  const bool heard =
      left.back().kind == ParticleKind::dative && candidate.particle &&
      in_.words.first(SpeechWord::hear, in_.text, in_.tail_of(candidate, candidate.particle->second)).has_value();
  if (left.back().kind != ParticleKind::genitive && left.back().kind != ParticleKind::source && !heard)
    return std::nullopt;
  return made(left.back());
}

Speaker Speakers::headline_speaker(const Candidate& candidate) const {
  if (candidate.particle || candidate.passage.depth > 0) return {};
  std::uint32_t end = candidate.passage.outer.begin;
  while (end > candidate.carrier.begin && (in_.text[end - 1] == ' ' || in_.text[end - 1] == ',')) --end;
  std::uint32_t begin = end;
  if (end > candidate.carrier.begin && in_.text[end - 1] == ')')
    if (const std::size_t open = in_.text.rfind('(', end - 1);
        open != std::string_view::npos && open > candidate.carrier.begin)
      begin = static_cast<std::uint32_t>(open);
  while (begin > candidate.carrier.begin) {
    const text::Decoded c = text::decode_before(in_.text, begin);
    if (!is_name(c.code_point)) break;
    begin -= c.length;
  }
  const std::size_t bracket = in_.text.substr(begin, end - begin).find('(');
  const std::uint32_t head = bracket == std::string_view::npos ? end : begin + static_cast<std::uint32_t>(bracket);
  // 오 시장 “…”: a title alone names nobody.
  if (begin > candidate.carrier.begin && in_.words.ends_with(SpeechWord::role, in_.text, {begin, head})) {
    std::uint32_t word = begin - 1;
    while (word > candidate.carrier.begin && !is_space(in_.text[word - 1]) && !is_quote(word)) --word;
    if (word < begin - 1 && !particles_at_end({word, begin - 1})) begin = word;
  }
  for (const Landmarks::Named& named : landmarks_.names_in({begin, end})) {
    if (named.span.begin < begin && named.span.end > begin) begin = named.span.begin;
  }
  if (begin >= end) return {};
  const base::Span name{begin, end};
  constexpr std::uint32_t kLongestName = 60;
  if (name.size() > kLongestName) return {};
  Phrase phrase{.span = name, .end = end, .kind = ParticleKind::topic, .person = {}, .entity = {}};
  for (const Landmarks::Named& named : landmarks_.names_in(name))
    if (name.contains(named.span)) {
      phrase.entity = named.entity;
      phrase.entity_ends = named.span.end == end;
      if (named.person) phrase.person = named.entity;
    }
  const text::Decoded first = text::decode(in_.text, begin);
  const bool initial = text::is_han(first.code_point) && begin + first.length == end;  // 尹 “…”
  // A short word between a line's or a quotation's end and the words.
  const bool lone = name.size() <= 15 && in_.is_heading(candidate) &&
                    (begin == candidate.carrier.begin || is_quote(begin)) && !particles_at_end(name);
  if (weight(phrase) == 0 && !initial && !lone) return {};
  // 김 여사는 “…”, 회견에서 “…”: not bare.
  return made(phrase);
}
bool Speakers::particles_at_end(base::Span word) const {
  for (std::uint32_t at = word.begin + text::decode(in_.text, word.begin).length; at < word.end;
       at += text::decode(in_.text, at).length)
    if (const auto particle = in_.particles.after(in_.text, at); particle && particle->end == word.end) return true;
  return false;
}

bool Speakers::is_quote(std::uint32_t end) const {
  const char32_t c = text::decode_before(in_.text, end).code_point;
  return c == 0x201D || c == 0x2019 || c == U'"' || c == U'\'';
}

}  // namespace timeline::fact
