#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "entity/hangul.hpp"
#include "entity/people.hpp"
#include "text/utf8.hpp"

// How people stand again by a part of their full name or the whole: 스미스는, 황은.
namespace timeline::entity {
namespace {

using lexicon::ParticleKind;

bool acts(const Page& page, const Line& line, std::uint32_t at) {
  const auto particle = page.particles().after(line.text, at);
  return particle && (particle->kind == ParticleKind::topic || particle->kind == ParticleKind::subject ||
                      particle->kind == ParticleKind::dative);
}

}  // namespace

/// 존 스미스 총리, 스미스 총리: the last part of one full foreign name alone is the same person.
void People::join_halves(Page& page, Persons& persons) const {
  // 탁신 친나왓, 패통탄 친나왓: of another one where a foreign name stands before it.
  const auto has_given = [&](const Line& line, base::Span span) {
    const std::size_t index = line.word_from(span.begin);
    if (index == 0 || index >= line.words.size() || !line.words[index].spaced) return false;
    const Word& before = line.words[index - 1];
    return line.mention_in({before.begin, before.end}) == nullptr && before.title == nullptr &&
           names_.foreign_rest(line.of(before)) && !has_particle(line, before);
  };
  std::set<std::uint32_t> joined;
  for (const Person& half : persons) {
    if (half.name.find(' ') != std::string::npos || page.catalog_entry(half.entity) != Page::kNotKnown) continue;
    std::set<std::uint32_t> wholes;
    for (const Person& person : persons)
      if (person.given_free == half.name && person.entity != half.entity) wholes.insert(person.entity);
    if (wholes.size() != 1) continue;
    const bool other = std::any_of(page.lines().begin(), page.lines().end(), [&](const Line& line) {
      return std::any_of(line.mentions.begin(), line.mentions.end(), [&](const Mention& mention) {
        return mention.entity == half.entity && has_given(line, mention.span);
      });
    });
    if (other) continue;
    joined.insert(half.entity);
    for (Line& line : page.lines())
      for (Mention& mention : line.mentions)
        if (mention.entity == half.entity) mention.entity = *wholes.begin();
  }
  std::erase_if(persons, [&](const Person& person) { return joined.contains(person.entity); });
}

void People::family_alone(Page& page, const Persons& persons) const {
  for (const Person& person : persons) {
    // 젠슨 황: only foreign names are cut to a family name of one syllable that stands alone, and only with 은, 의 and
    // their kin.
    if (person.family.size() != kSyllable || person.name.find(' ') == std::string::npos) continue;
    for (Line& line : page.lines())
      for (const Word& word : line.words) {
        const std::string_view whole = line.of(word);
        if (whole.size() <= kSyllable || !whole.starts_with(person.family)) continue;
        const auto particle = cues_.particles().after(line.text, word.begin + kSyllable);
        if (!particle || particle->end != word.end || names_.is_stopword(whole)) continue;
        if (particle->kind == ParticleKind::topic || particle->kind == ParticleKind::genitive ||
            particle->kind == ParticleKind::dative)
          page.mention(line, {word.begin, word.begin + static_cast<std::uint32_t>(kSyllable)}, person.entity);
      }
  }
}

/// 패통탄은 …, 패통탄이 …: the text calls him by the first part of his name, and so nobody else.
bool People::called_by_first(const Page& page, const Person& person) {
  constexpr std::size_t kOften = 2;
  std::size_t acting = 0;
  for (const Line& line : page.lines())
    for (const Word& word : line.words)
      if (line.of(word).starts_with(person.first) && line.of(word).size() > person.first.size() &&
          acts(page, line, word.begin + static_cast<std::uint32_t>(person.first.size())))
        ++acting;
  return acting >= kOften;
}

void People::again(Page& page, const Persons& persons) const {
  std::vector<std::pair<std::string_view, std::uint32_t>> names;  // in the order of the persons, and their entities
  const auto stands = [&](std::string_view name, const Person& person) {
    if (name.size() >= 2 * kSyllable) names.emplace_back(name, person.entity);
  };
  for (const Person& person : persons) {
    stands(person.name, person);
    stands(person.given_free, person);
    if (!person.first.empty() && called_by_first(page, person)) stands(person.first, person);
  }
  for (Line& line : page.lines()) {
    const std::string_view text = line.text.substr(0, line.span.end);
    for (const auto& [name, entity] : names)
      for (std::size_t at = text.find(name, line.span.begin); at != std::string_view::npos;
           at = text.find(name, at + 1)) {
        const auto begin = static_cast<std::uint32_t>(at);
        const auto end = static_cast<std::uint32_t>(at + name.size());
        const bool starts = at == line.span.begin || !is_word_character(text::decode_before(line.text, at).code_point);
        // 승리 is also a victory: only as who does something.
        if (names_.is_stopword(name) && !acts(page, line, end)) continue;
        if (starts && (cues_.particles().noun_may_end(line.text, end) || cues_.attached_title(line.text, end)))
          page.mention(line, {begin, end}, entity);
      }
  }
}

}  // namespace timeline::entity
