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
    if (facts.is_times(quantity.counter)) occasions.push_back(span.begin);
  }
  std::sort(marks.times.begin(), marks.times.end());
  std::sort(numbers.begin(), numbers.end());
  std::sort(occasions.begin(), occasions.end());
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

std::uint32_t FieldView::quoted_from(std::uint32_t at, std::uint32_t begin) const {
  for (std::uint32_t from = at; from > begin;) {
    const text::Decoded c = text::decode_before(text, from);
    if (c.code_point == 0x2019 || c.code_point == 0x201D) return begin;
    if (c.code_point == 0x2018 || c.code_point == 0x201C) return from;
    from -= c.length;
  }
  return begin;
}

model::EntityKind FieldView::kind_of(std::uint32_t entity) const {
  return extraction.entities[entity].kind;
}

Split FieldView::split(base::Span range) const {
  Split parts = split_phrases(text, range, marks, words, particles);
  // 비롯해, 통해: such verbs join a noun to the clause that goes on.
  std::erase_if(parts.verbs, [&](const Verb& verb) { return facts.is(FactWord::post, text, verb.span); });
  return parts;
}

std::uint32_t FieldView::skip_to_word(std::uint32_t at, std::uint32_t end) const {
  // Behind a particle of the number: 12%를 줄인, 38.6%나 축소.
  if (at < end)
    if (const auto particle = particles.after(text, at); particle && particle->end < end) at = particle->end;
  while (at < end && is_space(text[at])) ++at;
  return at;
}

std::uint32_t FieldView::behind(const Site& site) const {
  if (site.end >= site.scope.end) return site.end;
  if (text[site.end] == ')' && site.quantity.span.begin > site.scope.begin && text[site.quantity.span.begin - 1] == '(')
    return site.end + 1;
  if (text[site.end] != '(') return site.end;
  const std::size_t close = text.find(')', site.end);
  const bool number = std::binary_search(numbers.begin(), numbers.end(), skip_space(site.end + 1));
  return number && close < site.scope.end ? static_cast<std::uint32_t>(close) + 1 : site.end;
}

std::uint32_t FieldView::skip_space(std::uint32_t at) const {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

std::optional<base::Span> FieldView::report(base::Span range) const {
  constexpr std::uint32_t kLastWords = 70;  // bytes before the end of the sentence
  if (range.begin >= range.end) return std::nullopt;
  if (range.size() > kLastWords) range.begin = boundary(range.end - kLastWords);
  std::optional<base::Span> reporting;
  for (std::uint32_t at = range.begin; at < range.end; ++at)
    if (is_space(text[at]) && facts.ends_with(FactWord::report, text, {range.begin, at}))
      reporting = base::Span{at - text::decode_before(text, at).length, at};
  if (!reporting) return std::nullopt;
  if (words.first(SpeechWord::verb, text, {reporting->end, range.end})) return reporting;
  for (std::uint32_t at = reporting->end; at < range.end; ++at)
    if (is_space(text[at]) && facts.starts(FactWord::judge, text, at + 1)) return reporting;
  return std::nullopt;
}

std::optional<lexicon::ParticleKind> FieldView::particle_behind(std::uint32_t end, std::uint32_t limit) const {
  if (end >= limit) return std::nullopt;
  const auto particle = particles.after(text, end);
  return particle && particle->end <= limit ? std::optional(particle->kind) : std::nullopt;
}

bool FieldView::is_judged_by_topic(std::uint32_t at) const {
  const auto judge = facts.starts(FactWord::judge, text, at);
  return judge && !facts.starts(FactWord::passive, text, at) && !facts.starts(FactWord::passive, text, *judge);
}

std::optional<std::uint32_t> FieldView::reported(const Site& site) const {
  if (const auto found = report({site.end, site.sentence.end})) {
    if (words.first(SpeechWord::verb, text, {found->end, site.sentence.end})) return found->end;
    for (std::uint32_t at = found->end; at < site.sentence.end; ++at)
      if (is_space(text[at]) && is_judged_by_topic(at + 1)) return found->end;
    return std::nullopt;
  }
  const std::uint32_t next = skip_to_word(site.end, site.sentence.end);
  if (particle_behind(site.end, site.sentence.end) == lexicon::ParticleKind::direction && is_judged_by_topic(next))
    return next;
  return std::nullopt;
}

bool FieldView::is_aside(base::Span noun, const Site& site) const {
  if (noun.begin < site.end) return false;
  const auto particle = particle_behind(noun.end, site.scope.end);
  return particle == lexicon::ParticleKind::in || particle == lexicon::ParticleKind::direction;
}

bool FieldView::is_bound(const Site& site) const {
  const bool open = !site.quantity.low || !site.quantity.high;
  if (!open || !is_currency(site.quantity.unit) || site.end >= site.scope.end || text[site.end] != ' ') return false;
  const std::uint32_t next = skip_space(site.end);
  const Split right = split({next, boundary(std::min(site.scope.end, next + kReach))});
  const Phrase& noun = right.phrases.empty() ? right.rest : right.phrases.front();
  // 9억원 이상 매출을 올렸다, 9억원 이상 투자가 들었다: those are the amount itself.
  return noun.span.begin == next && !noun.span.empty() && !facts.ends_with(FactWord::measure, text, noun.span) &&
         facts.action(text, next).empty();
}

bool FieldView::is_people(base::Span noun) const {
  // 대상자(연수원 30기)
  if (noun.of(text).ends_with(')'))
    if (const std::size_t open = noun.of(text).rfind('('); open != std::string_view::npos && open > 0)
      noun.end = noun.begin + static_cast<std::uint32_t>(open);
  return facts.ends_with(FactWord::people, text, noun) || words.ends_with(SpeechWord::role, text, noun);
}

std::string_view FieldView::action_behind(std::uint32_t end, std::uint32_t limit) const {
  using lexicon::ParticleKind;
  constexpr std::uint32_t kNear = 90;  // bytes
  if (limit > end + kNear) limit = boundary(end + kNear);
  const auto at_word = [&](std::uint32_t at) -> std::string_view {
    if (const std::string_view action = facts.action(text, at); !action.empty()) return action;
    // 분산 투자했다: another noun may stand before it.
    while (at < limit && text::is_hangul_syllable(text::decode(text, at).code_point))
      at += text::decode(text, at).length;
    return at < limit && text[at] == ' ' ? facts.action(text, at + 1) : std::string_view();
  };
  std::uint32_t at = skip_to_word(end, limit);
  // 300명을 새로 채용했다
  std::uint32_t word = at;
  while (word < limit && !is_space(text[word])) ++word;
  if (words.verb_form(text, {at, word}) == VerbForm::adverb) at = skip_space(word);
  if (const std::string_view action = facts.action(text, at); !action.empty()) return action;
  const Split right = split({at, limit});
  // Only what says where, to whom or how may stand between them.
  for (const Phrase& phrase : right.phrases) {
    const bool between = phrase.kind == ParticleKind::dative || phrase.kind == ParticleKind::locative ||
                         phrase.kind == ParticleKind::direction || phrase.kind == ParticleKind::in ||
                         phrase.kind == ParticleKind::until || phrase.kind == ParticleKind::with ||
                         phrase.kind == ParticleKind::as || phrase.kind == ParticleKind::genitive;
    if (phrase.span.begin != at || !between) break;
    at = skip_space(phrase.end);
    if (const std::string_view action = at_word(at); !action.empty()) return action;
  }
  return {};
}

std::string_view FieldView::named_by_verb(const Site& site) const {
  const std::string_view unit = site.quantity.unit;
  if (unit != "%" && unit != "%p" && unit != "x") return {};
  return facts.name(text, skip_to_word(behind(site), site.scope.end));
}

std::vector<std::uint32_t> FieldView::word_starts(base::Span range) const {
  constexpr std::uint32_t kNear = 40;  // bytes before the end
  if (range.size() > kNear) range.begin = boundary(range.end - kNear);
  std::vector<std::uint32_t> starts;
  for (std::uint32_t at = range.begin; at < range.end; ++at)
    if (!is_space(text[at]) && (at == 0 || is_space(text[at - 1]) || text[at - 1] == '(' || text[at - 1] == ','))
      starts.push_back(at);
  return starts;
}

std::string_view FieldView::verbal_noun(std::uint32_t at, std::uint32_t limit) const {
  constexpr std::uint32_t kShortest = 6, kLongest = 15;  // bytes of the noun
  for (std::uint32_t end = at; end < limit && end - at <= kLongest; end += text::decode(text, end).length) {
    if (!text::is_hangul_syllable(text::decode(text, end).code_point)) break;
    if (end - at >= kShortest && facts.starts(FactWord::light, text, end)) return text.substr(at, end - at);
  }
  return {};
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
    if (facts.is(FactWord::compare, text, last) || facts.is(FactWord::source, text, last))
      return {span.begin, span.begin};
    if (facts.is(FactWord::among, text, last)) return {span.end, span.end};
    if (facts.is(FactWord::skip, text, last) || facts.is(FactWord::each, text, last) ||
        facts.is(FactWord::per, text, last) || facts.is(FactWord::rate, text, last) ||
        words.ends(Ending::adverbial, text, last)) {
      span = trim({span.begin, begin});
      cut = true;
      continue;
    }
    std::uint32_t end = span.begin;
    while (end < span.end && !is_space(text[end])) ++end;
    if (facts.is(FactWord::skip, text, {span.begin, end}) ||
        (end < span.end &&
         (facts.is(FactWord::post, text, {span.begin, end}) || facts.is(FactWord::compare, text, {span.begin, end}))) ||
        words.is(SpeechWord::adverb, text, {span.begin, end})) {
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
    // 시가총액(630조원): a number in brackets is a fact of its own.
    if (c.code_point == U'(') {
      const std::size_t close = text.find(')', at);
      const auto inside = close < span.end ? text.substr(at, close - at) : std::string_view();
      if (std::any_of(inside.begin(), inside.end(), [](char d) { return d >= '0' && d <= '9'; })) {
        at = static_cast<std::uint32_t>(close) + 1;
        continue;
      }
    }
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
