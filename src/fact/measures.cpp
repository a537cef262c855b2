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

}  // namespace

bool Measures::repeats(const model::Quantity& quantity) const {
  if (in_.extraction.facts.empty()) return false;
  const model::Fact& last = in_.extraction.facts.back();
  return last.sentence == quantity.sentence && last.quantity &&
         in_.extraction.quantities[*last.quantity].unit == quantity.unit &&
         in_.extraction.quantities[*last.quantity].counter == quantity.counter;
}

bool Measures::is_list_of_names(base::Span words) const {
  const auto names = in_.marks.names_in(words);
  // 한국 서울 is one place; marks or nothing stand between the names of a list.
  const std::string_view all = words.of(in_.text);
  if (names.size() < 2 || (all.find(' ') != std::string_view::npos && all.find("\xC2\xB7") == std::string_view::npos &&
                           all.find(',') == std::string_view::npos))
    return false;
  std::uint32_t at = words.begin;
  for (const Landmarks::Named& named : names) {
    for (; at < named.span.begin; at += text::decode(in_.text, at).length)
      if (in_.text[at] != '(' && is_letter(text::decode(in_.text, at).code_point)) return false;
    at = named.span.end;
  }
  return at >= words.end;
}

Measure Measures::measured(const Site& site, base::Span last_words) const {
  const model::Quantity& quantity = site.quantity;
  const Phrase& rest = site.left.rest;
  const bool counts = quantity.unit == "unit" || quantity.unit == "person";
  // A label: "기온 : 26℃"
  if (const base::Span label = label_before(quantity.span.begin, site.scope.begin); !label.empty())
    return {label, {}, "label"};
  // In a bracket: 시가총액(630조원); 전년(매출 239조원).
  if (const auto open = bracket_before(quantity.span.begin, site.scope.begin)) {
    const Split inside = in_.split({*open + 1, quantity.span.begin});
    const base::Span words = in_.core(inside.rest.span);
    // 환자 20명(시흥 1명·안산 19명): the same of each.
    if (counts && inside.rest.entity_ends && !words.empty() && words.size() <= longest_name(*inside.rest.entity, words))
      return {repeats(quantity) ? last_words : base::Span{}, inside.rest.entity, "bracket-name"};
    if (!words.empty()) return {words, {}, "bracket"};
    if (const auto noun = right_noun(site)) return {noun->span, {}, "bracket"};
    const Split outside = in_.split({site.scope.begin, *open});
    const base::Span before = in_.core(outside.rest.span);
    if (!before.empty() && in_.facts.ends_with(FactWord::measure, in_.text, before))
      return {before, outside.rest.entity, "bracket"};
    // 만남(139조원 투자): only where the number fills the bracket it is of what stands before it.
    const std::uint32_t close = in_.skip_space(site.end);
    const bool fills = close < in_.text.size() && (in_.text[close] == ')' || in_.text[close] == ',');
    if (!before.empty() && !outside.rest.entity && !outside.rest.person && fills) return {before, {}, "bracket"};
    if (outside.rest.person) return {{}, outside.rest.person, "bracket-name"};
    if (outside.rest.entity_ends) return {{}, outside.rest.entity, "bracket-name"};
  }
  base::Span near = in_.core(rest.span);
  // 농장에서 2km 떨어진 곳: how far it is, is nobody's; but 반경 2km 지점
  if (quantity.unit == "m" && !in_.facts.ends_with(FactWord::measure, in_.text, near) &&
      in_.facts.starts(FactWord::distance, in_.text, in_.skip_to_word(site.end, site.scope.end)))
    return {{}, {}, "distance"};
  // 부산·대구 2곳: those counted, not what is measured; and nobody counts names.
  const auto names = in_.marks.names_in(near);
  const bool named = counts && !names.empty() && names.back().span.end == near.end &&
                     in_.kind_of(names.back().entity) != model::EntityKind::product &&
                     near.size() > longest_name(names.back().entity, near);
  const bool list = is_list_of_names(near);
  if (named || list) near = {};
  // 33개 마을 4500명의 주민: what stands before is of the number before, and this one has a noun of its own.
  // 18개 팀 소속 100명 선수
  const auto particle = in_.particle_behind(site.end, site.scope.end);
  const bool own_noun = particle == ParticleKind::genitive || (quantity.unit == "person" && !particle);
  if (counts && !near.empty() && ends_number(near.begin) && own_noun)
    if (const auto noun = right_noun(site); noun && !touches_number(noun->span.end))
      return {noun->span, {}, "noun-behind"};
  // 15개 단체 300명으로: what touches the number before is of that one; but 33개 마을 주민 300명.
  if (counts && !near.empty() && ends_number(near.begin)) {
    const std::size_t space = near.of(in_.text).rfind(' ');
    if (space != std::string_view::npos)
      near.begin += static_cast<std::uint32_t>(space) + 1;
    else if (quantity.unit == "person" && !repeats(quantity))
      near = {};  // 초등생 300명 중학생 200명 is a list
  }
  // A name alone says whose the number is, not what it measures; but a product is what is counted.
  const bool bare_name = !list && rest.entity && rest.entity_ends && near.size() <= longest_name(*rest.entity, near) &&
                         !(counts && in_.kind_of(*rest.entity) == model::EntityKind::product);
  const bool touches = !near.empty();
  // "유해 성분은 일반 담배 44종": the topic is measured, what touches the number has it.
  if (touches && !in_.facts.ends_with(FactWord::measure, in_.text, near))
    for (std::size_t i = site.left.phrases.size(); i-- > 0;) {
      const Phrase& phrase = site.left.phrases[i];
      if (phrase.kind != ParticleKind::topic && phrase.kind != ParticleKind::subject) continue;
      // 새 성분이 든 약 2가지: the subject of a verb that describes what is counted.
      const bool describes = phrase.kind == ParticleKind::subject &&
                             std::any_of(site.left.verbs.begin(), site.left.verbs.end(), [&](const Verb& verb) {
                               return verb.adnominal && verb.span.begin >= phrase.end;
                             });
      if (describes) continue;
      const base::Span words = in_.core(phrase.span);
      if (phrase.entity_ends || words.size() > kLongestAttribute ||
          !in_.facts.ends_with(FactWord::measure, in_.text, words))
        continue;
      return {words, rest.entity, "topic-and-noun", near};
    }
  // 노동자 20만 총파업: those counted stand before a number without a counting word.
  const bool people = quantity.counter.empty() && in_.words.ends_with(SpeechWord::role, in_.text, near);
  // 케이스 10종 이어폰 5종: a noun that touches the next number is that one's; but 사업(가, 나) 3개 분야 18개 사업
  const bool closed = touches && in_.text[near.end - 1] == ')';
  if (quantity.unit == "unit" && touches && !people)
    if (const auto noun = right_noun(site); noun && (closed || !touches_number(noun->span.end)))
      return {noun->span, rest.entity, "noun-behind"};
  if (touches && !bare_name) return {near, rest.entity, "noun-before"};
  // 정원이 9명인 모임: the measure stands before it.
  const auto& left = site.left.phrases;
  const bool measured_before = particle == ParticleKind::copula && !left.empty() &&
                               (left.back().kind == ParticleKind::subject || left.back().kind == ParticleKind::topic) &&
                               in_.trim({left.back().end, quantity.span.begin}).empty() &&
                               (in_.facts.ends_with(FactWord::measure, in_.text, left.back().span) ||
                                in_.facts.ends_with(FactWord::amount, in_.text, left.back().span));
  const bool of_noun = in_.particle_behind(site.end, site.scope.end) == ParticleKind::genitive;  // 10%의 관세
  if (!measured_before && (quantity.unit != "%" || of_noun || reaches(site)) && in_.named_by_verb(site).empty())
    if (const auto noun = right_noun(site))
      return {noun->span, counts && touches ? rest.entity : std::nullopt, "noun-behind"};
  if (const auto found = part(site)) return *found;
  if (!in_.named_by_verb(site).empty()) return {{}, bare_name ? rest.entity : std::nullopt, "named"};
  // 집값은 1.8% 내릴 것이다. 수도권은 0.5% 내린다: the change of the sentence before.
  if (!in_.extraction.facts.empty() && quantity.unit == "%" && !last_words.empty() &&
      !in_.facts.change(in_.text, in_.skip_to_word(site.end, site.scope.end)).empty()) {
    const model::Fact& last = in_.extraction.facts.back();
    if ((last.sentence + 1 == quantity.sentence || last.sentence == quantity.sentence) && last.quantity &&
        in_.extraction.quantities[*last.quantity].unit == quantity.unit && in_.facts.is_change(last.attribute))
      return {last_words, bare_name ? rest.entity : std::nullopt, "repeated"};
  }
  // The same as the number before it: 2021년 203억원, 2022년 389억원.
  if (repeats(quantity) && !last_words.empty()) {
    const model::Fact& last = in_.extraction.facts.back();
    if (std::none_of(site.left.phrases.begin(), site.left.phrases.end(), [&](const Phrase& phrase) {
          // 여당은 51석, 야당은 48석: somebody else's.
          return phrase.kind == ParticleKind::topic && phrase.span.begin >= last.span.end;
        }))
      return {last_words, bare_name ? rest.entity : std::nullopt, "repeated"};
  }
  return {{}, bare_name ? rest.entity : std::nullopt, "default"};
}

bool Measures::is_other_measure(base::Span words, const model::Quantity& quantity) const {
  const std::string_view unit = quantity.unit;
  return !is_currency(unit) && unit != "%" && unit != "%p" && unit != "x" && unit != "unit" && unit != "person" &&
         in_.facts.ends_with(FactWord::money, in_.text, words) &&
         !in_.facts.ends_with(FactWord::amount, in_.text, words);
}

bool Measures::fits(const Phrase& phrase, bool last, const Site& site) const {
  const bool counts = site.quantity.unit == "unit" || site.quantity.unit == "person";
  if (phrase.entity && (phrase.entity_ends || (counts && phrase.person))) return false;
  if (phrase.kind != ParticleKind::genitive && (in_.words.ends_with(SpeechWord::role, in_.text, phrase.span) ||
                                                in_.words.ends_with(SpeechWord::body, in_.text, phrase.span)))
    return false;
  const bool measure = in_.facts.ends_with(FactWord::measure, in_.text, phrase.span);
  // 대회는 회원 300명이: of what is no people, people are not the number; but 대회 대상은 300명이다
  const bool beside = (phrase.kind == ParticleKind::topic || phrase.kind == ParticleKind::subject) &&
                      in_.trim({phrase.end, site.quantity.span.begin}).empty();
  if (site.quantity.unit == "person" && phrase.kind != ParticleKind::copula && !measure && !beside &&
      !in_.is_people(phrase.span) && !in_.facts.ends_with(FactWord::amount, in_.text, phrase.span) &&
      !in_.facts.ends_with(FactWord::ratio, in_.text, phrase.span))
    return false;
  if (is_other_measure(phrase.span, site.quantity)) return false;
  // 이번 선거는 50개 주에서: what is counted is known, unless the part names it as well.
  if (in_.facts.counts_itself(site.quantity) && !in_.facts.names_counted(in_.text, phrase.span, site.quantity))
    return false;
  // Of the parts of a clause before this one a topic alone reaches to the number.
  const auto& verbs = site.left.verbs;
  const bool crosses = std::any_of(verbs.begin(), verbs.end(),
                                   [&](const Verb& verb) { return verb.span.begin >= phrase.end && !verb.adnominal; });
  const auto particle = in_.particle_behind(site.end, site.scope.end);
  switch (phrase.kind) {
    case ParticleKind::only:  // 참가한 인원만 300명이다
      if (!last || in_.facts.is_times(site.quantity.counter)) return false;
      [[fallthrough]];
    case ParticleKind::topic:
    case ParticleKind::subject:
    case ParticleKind::also:
      // 대회는 300명이 찾았다, 모임은 300명을 도왔다: the number does it, or it is done to the number.
      if (!measure && particle == ParticleKind::object) return false;
      // 300명은 퇴원했다, 300명에게 알렸다: nor is a topic what has a part of its own in the clause.
      if (!measure && counts &&
          (particle == ParticleKind::subject || particle == ParticleKind::topic || particle == ParticleKind::dative ||
           particle == ParticleKind::with || particle == ParticleKind::in ||
           (particle == ParticleKind::locative && !reaches(site))))
        return false;
      // 국산이 40%를 차지했다, 새 칩은 3배 빠르다: the name says what is measured, the topic whose it is.
      if (!in_.named_by_verb(site).empty()) return false;
      // 인수가 무산된 300억원대 건물: the subject of a verb that describes something.
      if (!measure && phrase.kind == ParticleKind::subject &&
          std::any_of(verbs.begin(), verbs.end(), [&](const Verb& verb) { return verb.span.begin >= phrase.end; }))
        return false;
      return !crosses || measure;
    case ParticleKind::object:
      // 출사표를 던진 35곳: a verb between them has it.
      // 분담금을 8% 오른 1조원으로 정했다: but not a change right before the number.
      if (std::any_of(verbs.begin(), verbs.end(), [&](const Verb& verb) {
            const bool changes = in_.trim({verb.span.end, site.quantity.span.begin}).empty() &&
                                 !in_.facts.change(in_.text, verb.span.begin).empty();
            return verb.span.begin >= phrase.end && !changes;
          }))
        return false;
      [[fallthrough]];
    case ParticleKind::genitive:
      // 이자를 포함해 100억원: a verb that stands for a particle takes it.
      return last && !crosses && !in_.facts.starts(FactWord::post, in_.text, in_.skip_space(phrase.end));
    case ParticleKind::copula:
      // 기준인 10W
      return last && in_.trim({phrase.end, site.quantity.span.begin}).empty();
    case ParticleKind::locative:
    case ParticleKind::direction:
    case ParticleKind::in:
      return last && !crosses && !counts && measure &&
             in_.facts.action(in_.text, in_.skip_to_word(site.end, site.scope.end)).empty() &&
             !in_.words.ends(Ending::adverbial, in_.text, phrase.span) &&
             !in_.facts.starts(FactWord::compare, in_.text, in_.skip_space(phrase.end));
    default:
      return false;
  }
}

std::optional<Measure> Measures::part(const Site& site) const {
  // 시장과 주민 등 300명: a list names some of those counted.
  std::uint32_t before = site.quantity.span.begin;
  while (before > site.scope.begin && is_space(in_.text[before - 1])) --before;
  if (in_.facts.ends_with(FactWord::list, in_.text, {site.scope.begin, before})) return std::nullopt;
  const auto& phrases = site.left.phrases;
  std::optional<Measure> owner;  // 지지율이 조사 전의 39%에서: a genitive gives way to a measure
  for (std::size_t i = phrases.size(); i-- > 0;) {
    const Phrase& phrase = phrases[i];
    if (is_clause(phrase.span) || !fits(phrase, i + 1 == phrases.size(), site)) continue;
    base::Span words = in_.core(phrase.span);
    if (phrase.kind == ParticleKind::copula && !words.empty()) {
      words = in_.trim(phrase.span);  // 허용 기준인
      // 한국인 2명: no copula behind what is no people, but the end of a word for people.
      if (site.quantity.unit == "person" && !in_.is_people(words)) words.end = phrase.end;
    }
    // 전체 규모는 is measured; 것은, 기준으로 say nothing.
    const bool measure = in_.facts.ends_with(FactWord::measure, in_.text, phrase.span);
    if (words.empty() && !measure) continue;
    if (measure) words = {words.empty() ? phrase.span.begin : words.begin, in_.trim(phrase.span).end};
    constexpr std::uint32_t kSyllable = 3;  // bytes
    if (words.size() > kLongestAttribute) continue;
    if (phrase.kind == ParticleKind::also && words.size() <= kSyllable) continue;  // 한 번도
    // 서해단을 100% 물리쳤다: what is done to it is not its own, unless it has what is measured (서해전자 매출을).
    const bool done = phrase.kind == ParticleKind::object && !measure;
    const Measure found{words, done ? std::nullopt : phrase.entity, "part"};
    if (measure || in_.facts.ends_with(FactWord::ratio, in_.text, words) ||
        (!owner && phrase.kind != ParticleKind::genitive))
      return found;
    if (!owner) owner = found;
  }
  return owner;
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
  // 부채 ends like 죽은 채.
  if (in_.facts.ends_with(FactWord::measure, in_.text, span)) return false;
  if (in_.words.ends(Ending::connective, in_.text, span)) return true;
  if (!in_.words.ends(Ending::final, in_.text, span)) return false;
  const text::Decoded last = text::decode_before(in_.text, span.end);
  if (span.end - last.length <= span.begin) return false;
  const char32_t before = text::decode_before(in_.text, span.end - last.length).code_point;
  return text::final_consonant(before) == text::kFinalSs;
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
