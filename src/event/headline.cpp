#include "event/headline.hpp"

#include <algorithm>

#include "event/headline_text.hpp"
#include "text/utf8.hpp"
#include "text/width.hpp"

namespace timeline::event {
namespace {

using lexicon::ParticleKind;
using model::EntityKind;

constexpr std::size_t kPartyColumns = 28;

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

/// May the two stand in one row: 정부와 삼성전자, 미국·유럽연합?
bool are_alike(EntityKind a, EntityKind b) {
  const auto acts = [](EntityKind kind) {
    return kind == EntityKind::company || kind == EntityKind::organization || kind == EntityKind::place;
  };
  return a == b || (acts(a) && acts(b));
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
    party.place = entity_of(head).kind == EntityKind::place;
    party.plural = party.heads > 1 || english_.is_plural_name(entity_of(head));
  } else {
    std::uint32_t begin = noun.span.begin;
    // 정상회의 때와는: the meeting.
    std::uint32_t final = noun.last_word;
    while (final > noun.first_word && vocabulary_.is(WordClass::at_time, phrase.words[final].core.of(phrase.text)))
      --final;
    const std::uint32_t end = final == noun.last_word ? noun.span.end : phrase.words[final].span.end;
    // 국내 1위 사업자인 카카오페이 관계자는: from the last name on.
    if (!mentions.empty()) begin = extraction.mentions[mentions.back()].span.begin;
    for (std::uint32_t i = noun.first_word; i < final; ++i)
      if (phrase.words[i].span.begin >= begin && !phrase.words[i].named && !phrase.words[i].particle &&
          phrase.words[i].mention == kNone && noun_before_copula(phrase.words[i].span.of(phrase.text)) > 0)
        begin = phrase.words[i + 1].span.begin;
    // 한·미 정상회담: from the first of those that stand in one word.
    for (const std::uint32_t mention : mentions) {
      const std::uint32_t first = extraction.mentions[mention].span.begin;
      if (first < begin && phrase.text.substr(first, begin - first).find(' ') == std::string_view::npos) begin = first;
    }
    party.text = cleaned(with_bracket(phrase.text, base::Span{begin, end}).of(phrase.text));
    std::uint32_t word = noun.first_word;
    while (word < final && text::display_width(party.text) > kPartyColumns) {
      ++word;
      if (phrase.words[word].span.begin < begin) continue;
      party.text = cleaned(with_bracket(phrase.text, base::Span{phrase.words[word].span.begin, end}).of(phrase.text));
    }
    Argument told = noun;
    told.last_word = final;
    told.span.end = end;
    party.english = english_of(extraction, phrase, told, false);
    party.plural = EnglishWords::is_plural(party.english);
    const std::string_view last = std::string_view(party.text).substr(party.text.rfind(' ') + 1);
    party.acts = is_actor(last);
    party.thing = !party.acts && is_thing(last);
    party.matter = !party.acts && is_matter(last);
  }
  for (const std::uint32_t mention : mentions) {
    const std::uint32_t entity = extraction.mentions[mention].entity;
    if (std::find(party.entities.begin(), party.entities.end(), entity) != party.entities.end()) continue;
    party.entities.push_back(entity);
    const EntityKind kind = extraction.entities[entity].kind;
    const bool alike = head == kNone ? kind == EntityKind::person : kind == entity_of(head).kind;
    if (alike && kind != EntityKind::place && is_owner(phrase, noun, extraction.mentions[mention].span, head != kNone))
      party.owners.push_back(entity);
  }
  return party;
}

/// 김 위원장의 동생 김하늘, 김 의원 부인 이바다, 한빛의 자회사 누리: does what stands behind the name belong to whom it
/// names? Without a name behind it only the particle says so: 김하늘 수석연구원.
bool Headlines::is_owner(const Phrase& phrase, const Argument& noun, base::Span name, bool has_head) const {
  std::uint32_t i = noun.first_word;
  while (i < noun.last_word && !phrase.words[i].span.contains(name.end - 1)) ++i;
  for (const std::uint32_t first = i; i < noun.last_word; ++i) {
    const Word& word = phrase.words[i];
    if (word.particle == ParticleKind::genitive) return true;
    if (i == first) continue;
    if (vocabulary_.is(WordClass::voice, word.core.of(phrase.text))) return true;
    if (word.mention != kNone || word.person) return false;
    if (has_head && !english_.is_title(word.core.of(phrase.text))) return true;
  }
  return false;
}

/// Is a person all that the noun phrase names: 김하늘, 김하늘 전 서해시장 등, 김하늘 의원 측, not 김하늘의 동생?
bool Headlines::is_titled(const Phrase& phrase, const Argument& noun, base::Span name) const {
  bool titled = true;  // up to here
  bool spoken_for = false;
  for (std::uint32_t i = noun.first_word; i <= noun.last_word; ++i) {
    const Word& word = phrase.words[i];
    if (word.span.end < name.end || word.aside || is_bracketed(phrase.text, name.end, word.span)) continue;
    const std::string_view core = word.core.of(phrase.text);
    // 김하늘 측 변호인: somebody else.
    if (spoken_for && !vocabulary_.is(WordClass::shell, core)) return false;
    spoken_for = titled && vocabulary_.is(WordClass::voice, core);
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
  return is_matter(noun) || !english_.compound(noun).empty();
}

/// The same, without the nouns that may as well be somebody (임원).
bool Headlines::is_matter(std::string_view noun) const {
  for (const WordClass one : {WordClass::abstract, WordClass::attribute, WordClass::occasion, WordClass::wording,
                              WordClass::figure, WordClass::asset, WordClass::enacted})
    if (vocabulary_.ends_as(one, noun)) return true;
  return vocabulary_.noun_trigger(noun);
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

}  // namespace timeline::event
