#include <algorithm>

#include "entity/hangul.hpp"
#include "entity/people.hpp"

// People by what only people have: 에밀리의 남편.
namespace timeline::entity {

bool People::behind_foreign(const Line& line, std::size_t index) const {
  if (index == 0 || !line.words[index].spaced) return false;
  const Word& before = line.words[index - 1];
  const std::string_view name = line.of(before);
  return (names_.foreign(name) > 0 || names_.foreign_rest(name) || names_.is_link(name)) && !has_particle(line, before);
}

/// 미즈하라 of 미즈하라 잇페이: People::again finds him.
bool People::is_part(const Persons& persons, std::string_view name) {
  return std::any_of(persons.begin(), persons.end(), [&](const Person& person) {
    return person.name.size() > name.size() &&
           ((person.name.starts_with(name) && person.name[name.size()] == ' ') || person.given_free == name);
  });
}

void People::by_owned(Page& page, Line& line, std::size_t index, Persons& persons) const {
  if (index + 1 >= line.words.size() || !line.words[index + 1].spaced || !line.words[index + 1].owned_by_person) return;
  const Word& word = line.words[index];
  if (word.title != nullptr || line.mention_in({word.begin, word.end}) != nullptr ||
      word.end - word.begin < 3 * kSyllable)
    return;
  const auto end = static_cast<std::uint32_t>(word.end - kSyllable);
  const auto particle = cues_.particles().after(line.text, end);
  if (!particle || particle->kind != lexicon::ParticleKind::genitive || particle->end != word.end) return;
  const base::Span span{word.begin, end};
  const std::string_view name = span.of(line.text);
  if (names_.is_stopword(name) || behind_foreign(line, index) || is_part(persons, name)) return;
  if (names_.korean(name) >= Likelihood::likely || names_.is_foreign_given(name)) add(page, line, span, {}, persons);
}

}  // namespace timeline::entity
