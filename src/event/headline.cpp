#include "event/headline.hpp"

#include <algorithm>

#include "text/utf8.hpp"
#include "text/width.hpp"

namespace timeline::event {
namespace {

using lexicon::ParticleKind;
using model::EntityKind;

constexpr std::size_t kThingColumns = 36;  // what an object may take of a headline, in columns of a terminal
constexpr std::size_t kPartyColumns = 28;

const std::string& name_of(const model::Entity& entity) {
  return entity.name_ko.empty() ? entity.name : entity.name_ko;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

/// Quotation marks and brackets with their content go; blanks are single. What follows a bracket that is not closed
/// stays.
std::string cleaned(std::string_view text) {
  std::string out;
  const std::size_t last_close = text.find_last_of(")]");
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded c = text::decode(text, at);
    const std::string_view bytes = text.substr(at, c.length);
    const bool opens = c.code_point == U'(' || c.code_point == U'[';
    const bool closed = last_close != std::string_view::npos && last_close > at;
    at += c.length;
    if ((opens && !closed) || ((c.code_point == U')' || c.code_point == U']') && depth == 0)) continue;
    if (opens) ++depth;
    const bool mark = c.code_point == 0x2018 || c.code_point == 0x2019 || c.code_point == 0x201C ||
                      c.code_point == 0x201D || c.code_point == U'"' || c.code_point == U'\'' ||
                      c.code_point == 0x300C || c.code_point == 0x300D || c.code_point == 0x300E ||
                      c.code_point == 0x300F;
    if (depth == 0 && !mark && !(c.code_point == U' ' && (out.empty() || out.back() == ' '))) out += bytes;
    if ((c.code_point == U')' || c.code_point == U']') && depth > 0) --depth;
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == ',')) out.pop_back();
  return out;
}

/// The span with the closing bracket right behind it, if one of its own opened: 장관급 회의(AUSMIN|).
base::Span with_bracket(std::string_view text, base::Span span) {
  const std::string_view words = span.of(text);
  const std::size_t open = words.find_last_of("([");
  const bool unclosed = open != std::string_view::npos && words.find_first_of(")]", open) == std::string_view::npos;
  if (unclosed && span.end < text.size() && (text[span.end] == ')' || text[span.end] == ']')) ++span.end;
  return span;
}

bool is_acronym(std::string_view text) {
  return text.size() >= 2 && text.size() <= 6 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// May the two stand in one row: 정부와 삼성전자, 미국·유럽연합?
bool are_alike(EntityKind a, EntityKind b) {
  const auto acts = [](EntityKind kind) {
    return kind == EntityKind::company || kind == EntityKind::organization || kind == EntityKind::place;
  };
  return a == b || (acts(a) && acts(b));
}

/// Can it act by itself: 김하늘, 한빛전자, 국회, 일본?
bool is_actor_kind(EntityKind kind) {
  return kind == EntityKind::person || kind == EntityKind::company || kind == EntityKind::organization ||
         kind == EntityKind::place;
}

/// Does the span stand in brackets that open after `from`?
bool is_bracketed(std::string_view text, std::uint32_t from, base::Span span) {
  for (std::uint32_t at = span.begin; at > from; --at) {
    const char c = text[at - 1];
    if (c == '(' || c == '[') return true;
    if (c == ')' || c == ']') return false;
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> mentions_in(const model::Extraction& extraction, const Phrase& phrase,
                                       const Argument& noun) {
  const base::Span whole{phrase.words[noun.first_word].span.begin, phrase.words[noun.last_word].span.end};
  std::vector<std::uint32_t> found;
  for (const std::uint32_t mention : phrase.mentions) {
    const model::EntityMention& named = extraction.mentions[mention];
    // A name may begin before its noun phrase: its first word may look like a verb.
    if (named.span.end <= whole.begin || named.span.end > whole.end) continue;
    const bool alias = !found.empty() && extraction.mentions[found.back()].entity == named.entity;
    if (alias || !is_bracketed(phrase.text, whole.begin, named.span)) found.push_back(mention);
  }
  return found;
}

Party Headlines::party(const model::Extraction& extraction, const Phrase& phrase, const Argument& noun) const {
  Party party;
  const std::vector<std::uint32_t> mentions = mentions_in(extraction, phrase, noun);
  const auto entity_of = [&](std::uint32_t mention) -> const model::Entity& {
    return extraction.entities[extraction.mentions[mention].entity];
  };
  const auto ends_here = [&](std::uint32_t mention) { return extraction.mentions[mention].span.end == noun.span.end; };
  std::uint32_t head = kNone;
  for (const std::uint32_t mention : mentions)
    if (entity_of(mention).kind == EntityKind::person && is_titled(phrase, noun, extraction.mentions[mention].span))
      head = mention;
  if (head == kNone && !mentions.empty() && ends_here(mentions.back())) head = mentions.back();

  std::vector<std::string> names;
  std::vector<std::string> english;
  if (head != kNone) {
    // 모 제트와 대니 오블이: who stands in the row is one of it, known or not.
    const std::string unknown = first_of_row(extraction, phrase, noun);
    if (!unknown.empty()) {
      names.push_back(unknown);
      english.emplace_back();
    }
    for (const std::uint32_t mention : mentions) {
      const bool same_kind = are_alike(entity_of(mention).kind, entity_of(head).kind);
      // 삼성전자와 SK는 are two parties; 한국 정부 is one; 엔비디아 젠슨 황은 is one person.
      const bool beside =
          mention == head || (same_kind && !is_modifier(extraction, phrase, noun, extraction.mentions[mention]));
      if (!beside) continue;
      const std::string& name = name_of(entity_of(mention));
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      names.push_back(name);
      english.push_back(english_.name(entity_of(mention)));
      if (mention != head) party.entities.push_back(extraction.mentions[mention].entity);
    }
    party.text = joined(names, "·");
    if (std::none_of(english.begin(), english.end(), [](const std::string& name) { return name.empty(); })) {
      for (std::size_t i = 0; i < english.size(); ++i) {
        if (i > 0) party.english += i + 1 == english.size() ? " and " : ", ";
        party.english += english[i];
      }
    }
    party.entities.insert(party.entities.begin(), extraction.mentions[head].entity);
    party.heads = party.entities.size();
    party.acts = is_actor_kind(entity_of(head).kind);
    party.person = entity_of(head).kind == EntityKind::person;
    party.plural = party.heads > 1 || english_.is_plural_name(entity_of(head));
  } else {
    std::uint32_t begin = noun.span.begin;
    // 국내 1위 사업자인 카카오페이 관계자는: from the last name on.
    if (!mentions.empty()) begin = extraction.mentions[mentions.back()].span.begin;
    for (std::uint32_t i = noun.first_word; i < noun.last_word; ++i)
      if (phrase.words[i].span.begin >= begin && !phrase.words[i].named && !phrase.words[i].particle &&
          phrase.words[i].mention == kNone && noun_before_copula(phrase.words[i].span.of(phrase.text)) > 0)
        begin = phrase.words[i + 1].span.begin;
    // 한·미 정상회담: from the first of those that stand in one word.
    for (const std::uint32_t mention : mentions) {
      const std::uint32_t first = extraction.mentions[mention].span.begin;
      if (first < begin && phrase.text.substr(first, begin - first).find(' ') == std::string_view::npos) begin = first;
    }
    party.text = cleaned(with_bracket(phrase.text, base::Span{begin, noun.span.end}).of(phrase.text));
    std::uint32_t word = noun.first_word;
    while (word < noun.last_word && text::display_width(party.text) > kPartyColumns) {
      ++word;
      if (phrase.words[word].span.begin < begin) continue;
      party.text =
          cleaned(with_bracket(phrase.text, base::Span{phrase.words[word].span.begin, noun.span.end}).of(phrase.text));
    }
    party.english = english_of(extraction, phrase, noun, false);
    party.plural = EnglishWords::is_plural(party.english);
    const std::string_view last = std::string_view(party.text).substr(party.text.rfind(' ') + 1);
    party.acts = is_actor(last);
    party.thing = !party.acts && is_thing(last);
  }
  for (const std::uint32_t mention : mentions) {
    const std::uint32_t entity = extraction.mentions[mention].entity;
    if (std::find(party.entities.begin(), party.entities.end(), entity) == party.entities.end())
      party.entities.push_back(entity);
  }
  return party;
}

/// Is a person all that the noun phrase names: 김하늘, 김하늘 전 서해시장 등, 김하늘 의원 측, not 김하늘의 동생?
bool Headlines::is_titled(const Phrase& phrase, const Argument& noun, base::Span name) const {
  bool titled = true;  // up to here
  for (std::uint32_t i = noun.first_word; i <= noun.last_word; ++i) {
    const Word& word = phrase.words[i];
    if (word.span.end < name.end || word.aside || is_bracketed(phrase.text, name.end, word.span)) continue;
    const std::string_view core = word.core.of(phrase.text);
    titled = word.span.contains(name.end - 1) || english_.is_title(core.substr(0, core.find('('))) ||
             (titled && (vocabulary_.is(WordClass::shell, core) || vocabulary_.is(WordClass::voice, core)));
    if (i < noun.last_word && word.particle == ParticleKind::genitive) return false;
  }
  return titled;
}

/// 수사팀, 학생들, 국방장관, 형사6부: who acts without being named.
bool Headlines::is_actor(std::string_view noun) const {
  return vocabulary_.ends_as(WordClass::agent, noun) || english_.is_title(noun) || english_.is_part_of_body(noun);
}

/// 공소시효, 발언, 규모: a common noun for nobody. A noun of which nothing is known may be the name of somebody.
bool Headlines::is_thing(std::string_view noun) const {
  for (const WordClass one : {WordClass::abstract, WordClass::attribute, WordClass::occasion, WordClass::wording,
                              WordClass::figure, WordClass::asset, WordClass::enacted})
    if (vocabulary_.ends_as(one, noun)) return true;
  return vocabulary_.noun_trigger(noun) || !english_.compound(noun).empty();
}

/// The words before 와 or 과 at the head of a row, where no name is known in them.
std::string Headlines::first_of_row(const model::Extraction& extraction, const Phrase& phrase,
                                    const Argument& noun) const {
  for (std::uint32_t i = noun.first_word; i < noun.last_word; ++i) {
    const Word& word = phrase.words[i];
    if (word.mention != kNone || word.in_name || word.aside) return {};
    if (!word.particle) continue;
    const std::string_view last = word.core.of(phrase.text);
    if (text::count_characters(last) < 2 || english_.is_title(last)) return {};
    const base::Span span{phrase.words[noun.first_word].span.begin, word.core.end};
    return word.particle == ParticleKind::with &&
                   mentions_in(extraction, phrase, {span, noun.first_word, i, {}, false, kNone}).empty()
               ? cleaned(span.of(phrase.text))
               : std::string();
  }
  return {};
}

bool Headlines::is_modifier(const model::Extraction& extraction, const Phrase& phrase, const Argument& noun,
                            const model::EntityMention& mention) const {
  // A name is beside the head where a comma, a dot or 와 follows it, or the title of a person.
  for (std::uint32_t i = noun.first_word; i <= noun.last_word; ++i) {
    const Word& word = phrase.words[i];
    if (!word.span.contains(mention.span.end - 1)) continue;
    const std::string_view rest = phrase.text.substr(mention.span.end);
    if (word.comma || word.particle == ParticleKind::with || rest.starts_with("\xC2\xB7") ||
        rest.starts_with("\xE3\x86\x8D"))
      return false;
    if (extraction.entities[mention.entity].kind != EntityKind::person) return true;
    for (std::uint32_t title = i + 1; title < noun.last_word && !phrase.words[title].person; ++title)
      if (phrase.words[title].comma || phrase.words[title].particle == ParticleKind::with) return false;
    return true;
  }
  return true;
}

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

Party Headlines::thing(const model::Extraction& extraction, const Phrase& phrase, const Argument& noun) const {
  Party thing;
  std::uint32_t first = noun.first_word;
  std::uint32_t last = noun.last_word;
  // 인수 사실을 → 인수
  while (last > first && vocabulary_.is(WordClass::shell, phrase.words[last].core.of(phrase.text))) --last;
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
