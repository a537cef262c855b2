#include "fact/measures.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using lexicon::ParticleKind;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}
bool is_letter(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_digit(c) || text::is_han(c) || c == U'(';
}
/// A particle that only nouns have in a clause of news.
bool is_part(ParticleKind kind) {
  switch (kind) {
    case ParticleKind::topic:
    case ParticleKind::subject:
    case ParticleKind::object:
    case ParticleKind::genitive:
    case ParticleKind::locative:
    case ParticleKind::in:
    case ParticleKind::direction:
    case ParticleKind::with:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<Phrase> Measures::right_noun(const model::Quantity& quantity, base::Span scope) const {
  std::uint32_t at = quantity.span.end;
  if (const auto particle = in_.particles.after(in_.text, at); particle) {
    // 13명의 인사; 300억원이던 자금: a copula that describes what follows ends in ㄴ.
    constexpr char32_t kFinalN = 4;
    const char32_t last = text::decode_before(in_.text, particle->end).code_point;
    const bool describes = particle->kind == ParticleKind::copula && (last - 0xAC00) % 28 == kFinalN;
    if (particle->kind != ParticleKind::genitive && !describes) return std::nullopt;
    at = particle->end;
  }
  if (at >= scope.end || in_.text[at] != ' ') return std::nullopt;
  std::uint32_t end = at + 1;
  while (end < scope.end && in_.text[end] != ',' && in_.text[end] != '.' && in_.text[end] != '?' &&
         in_.text[end] != ')' && in_.text[end] != '\n')
    ++end;
  const auto next = std::lower_bound(in_.marks.times.begin(), in_.marks.times.end(), base::Span{at, at});
  if (next != in_.marks.times.end()) end = std::max(at + 1, std::min(end, next->begin));
  Phrase rest;
  const auto right = in_.split({at + 1, end}, &rest);
  Phrase noun;
  if (!right.empty() && right.front().span.begin == at + 1) {
    if (!is_part(right.front().kind)) return std::nullopt;
    noun = right.front();
  } else if (right.empty() && rest.span.begin == at + 1 && (at != quantity.span.end || quantity.unit == "unit")) {
    noun = rest;
  } else {
    return std::nullopt;
  }
  // 9명 중 김 위원: the number is the whole; 10개 시스템 중: the noun ends there.
  std::uint32_t word = noun.span.begin;
  while (word < noun.span.end) {
    std::uint32_t word_end = word;
    while (word_end < noun.span.end && !is_space(in_.text[word_end])) ++word_end;
    if (in_.facts.is(FactWord::among, in_.text, {word, word_end}) ||
        in_.facts.is(FactWord::skip, in_.text, {word, word_end})) {
      noun.span.end = word;
      break;
    }
    word = word_end + 1;
  }
  noun.span = in_.trim(noun.span);
  if (noun.span.empty() || noun.span.size() > kLongestAttribute ||
      !in_.facts.change(in_.text, noun.span.begin).empty() || in_.words.ends(Ending::adverbial, in_.text, noun.span))
    return std::nullopt;
  return noun;
}

Measure Measures::measured(const model::Quantity& quantity, base::Span scope, const std::vector<Phrase>& left,
                           const Phrase& rest, base::Span last_words) const {
  const bool counts = quantity.unit == "unit" || quantity.unit == "person";
  // A label: "기온 : 26℃"
  if (const base::Span label = label_before(quantity.span.begin, scope.begin); !label.empty())
    return {label, {}, "label"};
  // In a bracket: 시가총액(630조원); 전년(매출 239조원).
  if (const auto open = bracket_before(quantity.span.begin, scope.begin)) {
    Phrase inside;
    static_cast<void>(in_.split({*open + 1, quantity.span.begin}, &inside));
    if (const base::Span words = in_.core(inside.span); !words.empty()) return {words, {}, "bracket"};
    if (const auto noun = right_noun(quantity, scope)) return {noun->span, {}, "bracket"};
    Phrase outside;
    static_cast<void>(in_.split({scope.begin, *open}, &outside));
    if (const base::Span words = in_.core(outside.span); !words.empty()) return {words, outside.entity, "bracket"};
  }
  const base::Span near = in_.core(rest.span);
  const bool bare_name = rest.entity && rest.entity_ends && near.size() <= longest_name(*rest.entity, near);
  const bool touches = !near.empty();
  // "유해 성분은 일반 담배 44종": the topic is measured, what touches the number has it.
  if (touches && !in_.facts.ends_with(FactWord::measure, in_.text, near))
    for (std::size_t i = left.size(); i-- > 0;) {
      const Phrase& phrase = left[i];
      if (phrase.kind != ParticleKind::topic && phrase.kind != ParticleKind::subject) continue;
      const base::Span words = in_.core(phrase.span);
      if (phrase.entity_ends || words.size() > kLongestAttribute ||
          !in_.facts.ends_with(FactWord::measure, in_.text, words))
        continue;
      return {words, rest.entity, "topic-and-noun", near};
    }
  if (quantity.unit == "unit" && touches)
    if (const auto noun = right_noun(quantity, scope)) return {noun->span, rest.entity, "noun-behind"};
  if (counts) {
    if (touches && !bare_name) return {near, rest.entity, "noun-before"};
    if (const auto noun = right_noun(quantity, scope))
      return {noun->span, touches ? rest.entity : std::nullopt, "noun-behind"};
  } else {
    if (touches && !bare_name) return {near, rest.entity, "noun-before"};
    if (quantity.unit != "%")
      if (const auto noun = right_noun(quantity, scope)) return {noun->span, std::nullopt, "noun-behind"};
  }
  // The nearest part of the sentence that can be what is measured.
  for (std::size_t i = left.size(); i-- > 0;) {
    const Phrase& phrase = left[i];
    if (is_clause(phrase.span)) continue;
    const bool named = phrase.entity && (phrase.entity_ends || (counts && phrase.person));
    switch (phrase.kind) {
      case ParticleKind::topic:
      case ParticleKind::subject:
      case ParticleKind::also:
        if (named || in_.words.ends_with(SpeechWord::role, in_.text, phrase.span)) continue;
        break;
      case ParticleKind::object:
      case ParticleKind::genitive:
        if (named || i + 1 != left.size()) continue;
        break;
      case ParticleKind::locative:
      case ParticleKind::direction:
      case ParticleKind::in:
        if (named || counts || i + 1 != left.size() ||
            !in_.facts.action(in_.text, in_.skip_to_word(quantity.span.end, scope.end)).empty() ||
            in_.words.ends(Ending::adverbial, in_.text, phrase.span) ||
            in_.facts.starts(FactWord::compare, in_.text, in_.skip_space(phrase.end)))
          continue;
        break;
      default:
        continue;
    }
    base::Span words = in_.core(phrase.span);
    if (words.empty()) {
      // 전체 규모는 is measured; 것은, 기준으로 say nothing.
      if (!in_.facts.ends_with(FactWord::measure, in_.text, phrase.span)) continue;
      words = phrase.span;
    }
    if (words.size() > kLongestAttribute) continue;
    return {words, phrase.entity, "part"};
  }
  // The same as the number before it: 2021년 203억원, 2022년 389억원.
  if (!in_.extraction.facts.empty()) {
    const model::Fact& last = in_.extraction.facts.back();
    if (last.sentence == quantity.sentence && last.quantity &&
        in_.extraction.quantities[*last.quantity].unit == quantity.unit &&
        in_.extraction.quantities[*last.quantity].counter == quantity.counter)
      return {last_words, bare_name ? rest.entity : std::nullopt, "repeated"};
  }
  return {{}, bare_name ? rest.entity : std::nullopt, "default"};
}

base::Span Measures::label_before(std::uint32_t at, std::uint32_t begin) const {
  while (at > begin && is_space(in_.text[at - 1])) --at;
  if (at == begin || in_.text[at - 1] != ':') return {};
  const std::uint32_t end = at - 1;
  std::uint32_t from = end;
  while (from > begin) {
    const text::Decoded c = text::decode_before(in_.text, from);
    if (!is_letter(c.code_point) && c.code_point != U' ' && c.code_point != 0xB7) break;
    if (c.code_point == U'(') break;
    from -= c.length;
  }
  const base::Span label = in_.trim({from, end});
  return label.size() <= kLongestSubject ? label : base::Span{};
}

bool Measures::is_clause(base::Span span) const {
  if (in_.words.ends(Ending::connective, in_.text, span)) return true;
  if (!in_.words.ends(Ending::final, in_.text, span)) return false;
  const text::Decoded last = text::decode_before(in_.text, span.end);
  if (span.end - last.length <= span.begin) return false;
  const char32_t before = text::decode_before(in_.text, span.end - last.length).code_point;
  constexpr char32_t kFinalSs = 20;  // ㅆ다
  return text::is_hangul_syllable(before) && (before - 0xAC00) % 28 == kFinalSs;
}

std::uint32_t Measures::longest_name(std::uint32_t entity, base::Span words) const {
  for (const Landmarks::Named& named : in_.marks.names_in(words))
    if (named.entity == entity && words.contains(named.span) && named.span.end == words.end) return named.span.size();
  return 0;
}

std::optional<std::uint32_t> Measures::bracket_before(std::uint32_t at, std::uint32_t begin) const {
  for (std::uint32_t i = at; i > begin; --i) {
    if (in_.text[i - 1] == ')') return std::nullopt;
    if (in_.text[i - 1] == '(') return i - 1;
  }
  return std::nullopt;
}
}  // namespace timeline::fact
