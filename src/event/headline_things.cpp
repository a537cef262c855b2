#include <algorithm>

#include "event/headline.hpp"
#include "event/headline_text.hpp"
#include "text/utf8.hpp"
#include "text/width.hpp"

// What an event is done to, as a headline names it.
namespace timeline::event {
namespace {

using lexicon::ParticleKind;
using model::EntityKind;

constexpr std::size_t kSyllables = 3;      // bytes of a word of one syllable (등, 건)
constexpr std::size_t kThingColumns = 36;  // what an object may take of a headline, in columns of a terminal

bool is_acronym(std::string_view text) {
  return text.size() >= 2 && text.size() <= 6 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

/// The bytes of the noun in a word that is one and the copula: 모델인, 도구다, 비행부대인; 0 for other words (부인,
/// 외국인).
std::size_t Headlines::noun_before_copula(std::string_view word) const {
  if (vocabulary_.is(WordClass::whole, word) || vocabulary_.ends_as(WordClass::agent, word) ||
      !english_.noun(word).empty())
    return 0;
  for (std::size_t at = 0; at < word.size(); at += text::decode(word, at).length) {
    if (at == 0 || !vocabulary_.is(WordClass::naming, word.substr(at))) continue;
    const std::string_view noun = word.substr(0, at);
    if (!english_.compound(noun).empty() || is_actor(noun)) return at;
  }
  return 0;
}

Party Headlines::thing(const model::Extraction& extraction, const Phrase& phrase, const Argument& noun,
                       bool whole_noun) const {
  Party thing;
  std::uint32_t first = noun.first_word;
  std::uint32_t last = noun.last_word;
  // 인수 사실을 → 인수
  // 정부 방침을: whose plan it is is no plan.
  const auto is_owner = [&](std::uint32_t word) {
    const std::uint32_t mention = phrase.words[word].mention;
    return mention != kNone && is_actor_kind(extraction.entities[extraction.mentions[mention].entity].kind);
  };
  while (last > first && vocabulary_.is(WordClass::shell, phrase.words[last].core.of(phrase.text)) &&
         !(phrase.words[last].core.size() > kSyllables && (whole_noun || is_owner(last - 1))))
    --last;
  const auto end_of = [&](std::uint32_t word) {
    const std::uint32_t end = word == noun.last_word ? noun.span.end : phrase.words[word].core.end;
    // …공개한 도구다: what the sentence says that something is.
    const base::Span core{phrase.words[word].core.begin, end};
    const std::size_t bare =
        word + 1 == phrase.words.size() && core.begin < end ? noun_before_copula(core.of(phrase.text)) : 0;
    return bare > 0 ? core.begin + static_cast<std::uint32_t>(bare) : end;
  };
  // 모델인 네모트론3: what it is before its name.
  for (std::uint32_t i = first; i < last; ++i)
    if (!phrase.words[i].named && phrase.words[i].mention == kNone && !phrase.words[i].particle &&
        noun_before_copula(phrase.words[i].span.of(phrase.text)) > 0)
      first = i + 1;
  // A quoted name is the thing: 대규모언어모델(LLM) ‘네모트론3 나노’.
  if (phrase.words[last].named)
    while (first < last && !phrase.words[first].named) ++first;
  const auto text_from = [&](std::uint32_t word) {
    return cleaned(with_bracket(phrase.text, base::Span{phrase.words[word].span.begin, end_of(last)}).of(phrase.text));
  };
  // A long name gives way to its short form in the bracket: 아시아·태평양경제협력체(APEC) 정상회의.
  std::uint32_t after_bracket = kNone;
  if (first < last && text::display_width(text_from(first)) > kThingColumns) {
    const base::Span word = phrase.words[first].span;
    const std::size_t bracket = word.of(phrase.text).find('(');
    if (bracket != std::string_view::npos && bracket + 1 < word.size() &&
        text::is_ascii(word.of(phrase.text).substr(bracket)))
      after_bracket = word.begin + static_cast<std::uint32_t>(bracket) + 1;
  }
  while (after_bracket == kNone && first < last && text::display_width(text_from(first)) > kThingColumns) {
    // Cut at a genitive where one is left, else word by word.
    std::uint32_t next = first + 1;
    for (std::uint32_t i = first; i < last; ++i)
      if (phrase.words[i].particle == ParticleKind::genitive) {
        next = i + 1;
        break;
      }
    first = next;
  }
  // 사과한다는 내용의 문자: what the clause before it says is left out, and with it the word that names it.
  while (first < last && noun.modifier != kNone && phrase.words[first].particle == ParticleKind::genitive &&
         vocabulary_.is(WordClass::abstract, phrase.words[first].core.of(phrase.text)))
    ++first;
  const Argument part{
      {phrase.words[first].span.begin, end_of(last)}, first, last, noun.kind, noun.is_topic, noun.modifier};
  const Party whole = party(extraction, phrase, noun);
  thing.entities = whole.entities;
  thing.heads = whole.heads;
  thing.acts = whole.acts;
  thing.place = whole.place;
  thing.matter = whole.heads == 0 && !whole.acts && is_matter(phrase.words[last].core.of(phrase.text));
  thing.person = whole.heads > 0 && extraction.entities[whole.entities.front()].kind == EntityKind::person;
  // 이재용 삼성전자 회장, 최태원 SK그룹 회장과: the names are enough.
  if (whole.heads > 1 && extraction.entities[whole.entities.front()].kind == EntityKind::person) return whole;
  // 등을, 자신을, 곳에서: a word that stands for something else says nothing here.
  const std::string_view only = phrase.words[last].core.of(phrase.text);
  if (first == last && whole.entities.empty() && phrase.words[last].mention == kNone &&
      (vocabulary_.is(WordClass::pronoun, only) || vocabulary_.is(WordClass::empty, only)))
    return thing;
  // 이재용 삼성전자 회장, 최태원 SK그룹 회장: those people, by their names.
  const bool people = whole.heads > 0 && extraction.entities[whole.entities.front()].kind == EntityKind::person;
  if (people && whole.heads > 1) {
    thing.text = whole.text;
    thing.english = whole.english;
    thing.plural = true;
    return thing;
  }
  const std::uint32_t mention = phrase.words[last].mention;
  const std::string_view written =
      mention == kNone ? std::string_view() : extraction.mentions[mention].span.of(phrase.text);
  if (mention != kNone && is_acronym(written) && extraction.mentions[mention].span.end == part.span.end) {
    thing.text = written;
    thing.english = written;
  } else if (mention != kNone && extraction.mentions[mention].span.end == part.span.end && last - first <= 3) {
    thing.text = name_of(extraction.entities[extraction.mentions[mention].entity]);
    thing.english = english_.name(extraction.entities[extraction.mentions[mention].entity]);
    if (extraction.mentions[mention].span.begin > part.span.begin && !phrase.words[last].named)
      thing.text = text_from(first);
  } else {
    thing.text = after_bracket == kNone
                     ? text_from(first)
                     : cleaned(with_bracket(phrase.text, base::Span{after_bracket, end_of(last)}).of(phrase.text));
    thing.english = people ? whole.english : english_of(extraction, phrase, part, true);
    thing.plural = EnglishWords::is_plural(thing.english);
  }
  return thing;
}

}  // namespace timeline::event
