#include <algorithm>

#include "fact/measures.hpp"
#include "text/utf8.hpp"

// The noun behind a number that it counts or measures: 27개 회원국, 13명의 인사, 300억원에 달하는 빚.
namespace timeline::fact {
namespace {

using lexicon::ParticleKind;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
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
    case ParticleKind::dative:
    case ParticleKind::only:
    case ParticleKind::also:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool Measures::reaches(const Site& site) const {
  if (in_.facts.ends_with(FactWord::reach, in_.text, site.quantity.span)) return true;
  const auto particle = in_.particles.after(in_.text, site.end);
  return particle && particle->kind == ParticleKind::locative && in_.text.substr(particle->end).starts_with(' ') &&
         in_.facts.starts(FactWord::reach, in_.text, particle->end + 1).has_value();
}

bool Measures::touches_number(std::uint32_t at) const {
  return std::binary_search(in_.numbers.begin(), in_.numbers.end(), in_.skip_space(at));
}

bool Measures::ends_number(std::uint32_t at) const {
  while (at > 0 && is_space(in_.text[at - 1])) --at;
  const auto mark = std::partition_point(in_.marks.times.begin(), in_.marks.times.end(),
                                         [&](base::Span other) { return other.end < at; });
  if (mark == in_.marks.times.end() || mark->end != at) return false;
  // 세 차례에 걸쳐 직원 9명을: how often is nothing that a noun could be of.
  return std::binary_search(in_.numbers.begin(), in_.numbers.end(), mark->begin) &&
         !std::binary_search(in_.occasions.begin(), in_.occasions.end(), mark->begin);
}

std::optional<Phrase> Measures::right_noun(const Site& site) const {
  if (in_.facts.counts_itself(site.quantity)) return std::nullopt;
  std::uint32_t at = site.end;
  bool reached = false;  // by a verb that still has to be passed
  if (const auto particle = in_.particles.after(in_.text, at); particle) {
    // 13명의 인사; 300억원이던 자금: a copula that describes what follows ends in ㄴ.
    const char32_t last = text::decode_before(in_.text, particle->end).code_point;
    const bool describes = particle->kind == ParticleKind::copula && text::final_consonant(last) == text::kFinalN;
    // 300억원에 달하는 빚
    reached = particle->kind == ParticleKind::locative && reaches(site);
    if (particle->kind != ParticleKind::genitive && !describes && !reached) return std::nullopt;
    at = particle->end;
  }
  if (at >= site.scope.end || in_.text[at] != ' ') return std::nullopt;
  if (reached)
    if (const auto verb = in_.facts.starts(FactWord::reach, in_.text, at + 1)) at = *verb;
  if (at >= site.scope.end || in_.text[at] != ' ') return std::nullopt;
  std::uint32_t end = at + 1;
  int open = 0;  // 폐쇄회로(CC)TV: a bracket inside the noun
  while (end < site.scope.end && in_.text[end] != ',' && in_.text[end] != '.' && in_.text[end] != '?' &&
         (in_.text[end] != ')' || open > 0) && in_.text[end] != '\n') {
    open += in_.text[end] == '(' ? 1 : in_.text[end] == ')' ? -1 : 0;
    ++end;
  }
  // ‘70마리 구조’ 대표: the mark that closes ends the noun, unless it opened behind the number.
  for (std::uint32_t mark = at, opened = 0; mark < end; mark += text::decode(in_.text, mark).length) {
    const char32_t c = text::decode(in_.text, mark).code_point;
    opened += c == 0x2018 || c == 0x201C ? 1 : 0;
    if (c != 0x2019 && c != 0x201D) continue;
    if (opened == 0) {
      end = mark;
      break;
    }
    --opened;
  }
  const auto next = std::lower_bound(in_.marks.times.begin(), in_.marks.times.end(), base::Span{at, at});
  if (next != in_.marks.times.end()) end = std::max(at + 1, std::min(end, next->begin));
  // 211개 시군 가운데 6개: the noun ends where the part is told from the whole.
  for (std::uint32_t word = at + 1; word < end; ++word)
    if (word > at + 1 && is_space(in_.text[word - 1]))
      if (const auto among = in_.facts.starts(FactWord::among, in_.text, word);
          among && (*among >= end || is_space(in_.text[*among]))) {
        end = word;
        break;
      }
  const Split right = in_.split({at + 1, end});
  std::uint32_t begin = at + 1;
  // 100배 더 많은 연산: what compares describes the noun.
  if (site.quantity.unit == "x" && in_.facts.starts(FactWord::more, in_.text, begin))
    for (const Verb& verb : right.verbs)
      if (verb.adnominal && (right.phrases.empty() || verb.span.end <= right.phrases.front().span.begin))
        begin = in_.skip_space(verb.span.end);
  Phrase noun;
  if (!right.phrases.empty() && right.phrases.front().span.begin == begin) {
    if (!is_part(right.phrases.front().kind)) return std::nullopt;
    noun = right.phrases.front();
  } else if (right.phrases.empty() && right.rest.span.begin == begin &&
             (at != site.quantity.span.end || begin != at + 1 || site.quantity.unit == "unit")) {
    noun = right.rest;
    // 9개 부서다.
    if (noun.span.end < in_.text.size() && in_.text[noun.span.end] == '.')
      for (std::uint32_t i = noun.span.begin + 1; i < noun.span.end; ++i) {
        if (!text::is_boundary(in_.text, i)) continue;
        const auto copula = in_.particles.after(in_.text, i);
        if (!copula || copula->end != noun.span.end || copula->kind != ParticleKind::copula) continue;
        noun.span.end = i;
        break;
      }
    // 100배 더 많은 연산 필요: in headlines the verbal noun stands last.
    const std::string_view all = noun.span.of(in_.text);
    if (const std::size_t space = all.rfind(' ');
        space != std::string_view::npos && in_.facts.is_action(all.substr(space + 1)))
      noun.span.end = noun.span.begin + static_cast<std::uint32_t>(space);
  } else {
    return std::nullopt;
  }
  // 9명 중 김 위원: the number is the whole; 10개 시스템 중: the noun ends there.
  std::uint32_t word = noun.span.begin;
  while (word < noun.span.end) {
    std::uint32_t word_end = word;
    while (word_end < noun.span.end && !is_space(in_.text[word_end])) ++word_end;
    // 중국산 추가 관세: what is a noun as well only ends there where nothing follows.
    const bool noun_too = word_end < noun.span.end && in_.words.ends(Ending::whole, in_.text, {word, word_end});
    if (in_.facts.is(FactWord::among, in_.text, {word, word_end}) ||
        (!noun_too && in_.facts.is(FactWord::skip, in_.text, {word, word_end}))) {
      noun.span.end = word;
      break;
    }
    word = word_end + 1;
  }
  noun.span = in_.trim(noun.span);
  // 5명의 소방대원 합동영결식: those counted, not what is held for them.
  if (site.quantity.unit == "person" && !in_.words.ends_with(SpeechWord::role, in_.text, noun.span) &&
      !in_.facts.ends_with(FactWord::scale, in_.text, site.quantity.span))
    for (std::uint32_t cut = noun.span.end; cut > noun.span.begin; --cut)
      if (is_space(in_.text[cut - 1]) && in_.words.ends_with(SpeechWord::role, in_.text, {noun.span.begin, cut - 1})) {
        noun.span.end = cut - 1;
        break;
      }
  // 4명의 목숨: what people have is not counted with them.
  if (site.quantity.unit == "person" && in_.facts.ends_with(FactWord::had, in_.text, noun.span)) return std::nullopt;
  // 26만장 공급하기로: a verb; 적자 only ends like one.
  constexpr char32_t kNominal = 0xAE30;   // gi
  constexpr std::uint32_t kSyllable = 3;  // bytes
  if (noun.span.size() > 2 * kSyllable && text::decode_before(in_.text, noun.span.end).code_point == kNominal &&
      in_.facts.is(FactWord::light, in_.text, {noun.span.end - 2 * kSyllable, noun.span.end - kSyllable}))
    return std::nullopt;
  if (in_.words.verb_form(in_.text, noun.span) != VerbForm::none &&
      !in_.facts.ends_with(FactWord::measure, in_.text, noun.span))
    return std::nullopt;
  // 300가구 월 1만원: of the next number.
  if (in_.facts.is(FactWord::per, in_.text, noun.span)) return std::nullopt;
  if (noun.span.empty() || noun.span.size() > kLongestAttribute || is_clause(noun.span) ||
      !in_.facts.change(in_.text, noun.span.begin).empty() || in_.words.ends(Ending::adverbial, in_.text, noun.span))
    return std::nullopt;
  return noun;
}

}  // namespace timeline::fact
