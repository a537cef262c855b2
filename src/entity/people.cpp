#include "entity/people.hpp"

#include "entity/hangul.hpp"
#include "text/utf8.hpp"

namespace timeline::entity {
namespace {

using lexicon::ParticleKind;
using model::EntityKind;

}  // namespace

std::uint32_t People::stem_end(const Line& line, const Word& word) const {
  // The shortest stem whose rest is particles: 김영호에게서는.
  for (std::uint32_t at = word.begin + 1; at < word.end; ++at) {
    if (!text::is_boundary(line.text, at)) continue;
    const auto particle = cues_.particles().after(line.text, at);
    if (particle && particle->end == word.end && at - word.begin >= 2 * kSyllable) return at;
  }
  return word.end;
}

std::optional<std::size_t> People::foreign_from(const Line& line, std::size_t last, int& points) const {
  std::optional<std::size_t> first;
  points = 0;
  for (std::size_t i = last;; --i) {
    const Word& word = line.words[i];
    const int more =
        line.mention_in({word.begin, word.end}) == nullptr && word.title == nullptr ? names_.foreign(line.of(word)) : 0;
    // 만리오 디 스테파노
    if (i < last && i > 0 && word.spaced && names_.is_link(line.of(word)) &&
        names_.foreign(line.of(line.words[i - 1])) > 0)
      continue;
    // 사퇴하면서 조: one syllable is hardly a part of a foreign name.
    if (word.end - word.begin < 2 * kSyllable) break;
    if (more == 0 || last - i >= 4 || has_particle(line, word)) break;
    first = i;
    points += more;
    if (!word.spaced || i == 0) break;
  }
  return first;
}

bool People::has_particle(const Line& line, const Word& word) const {
  for (std::uint32_t at = word.begin + kSyllable; at < word.end; ++at) {
    if (!text::is_boundary(line.text, at)) continue;
    const auto particle = cues_.particles().after(line.text, at);
    if (!particle || particle->end != word.end) continue;
    switch (particle->kind) {
      case ParticleKind::topic:
      case ParticleKind::object:
      case ParticleKind::in:
      case ParticleKind::locative:
      case ParticleKind::genitive:
      case ParticleKind::dative:
      case ParticleKind::with:
      case ParticleKind::direction:
      case ParticleKind::source:
      case ParticleKind::quote:
        return true;
      default:
        break;
    }
  }
  return false;
}

void People::remember(Persons& persons, std::uint32_t entity, std::string_view name, const NameModel& names) {
  for (const Person& person : persons)
    if (person.entity == entity && person.name == name) return;
  Person person{.entity = entity,
                .name = std::string(name),
                .family = {},
                .titles = {},
                .former = false,
                .given_free = {},
                .first = {}};
  if (const std::size_t space = name.rfind(' '); space != std::string_view::npos) {
    const std::string_view last = name.substr(space + 1);
    person.family = last;
    if (last.size() >= 2 * kSyllable) person.given_free = last;
    const std::string_view first = name.substr(0, name.find(' '));
    if (first.size() >= 3 * kSyllable) person.first = first;
  } else if (const auto family = names.surname(name)) {
    person.family = name.substr(0, family->length);
  }
  persons.push_back(std::move(person));
}

std::uint32_t People::add(Page& page, Line& line, base::Span span, std::string_view description,
                          Persons& persons) const {
  const std::string_view name = span.of(line.text);
  const std::uint32_t entity = page.found(EntityKind::person, name);
  if (page.entity(entity).description.empty()) page.entity(entity).description = description;
  page.mention(line, span, entity);
  remember(persons, entity, name, names_);
  return entity;
}

void People::find(Page& page) const {
  Persons persons;
  for (const Line& line : page.lines())
    for (const Mention& mention : line.mentions)
      if (page.entity(mention.entity).kind == EntityKind::person)
        remember(persons, mention.entity, mention.span.of(line.text), names_);
  for (Line& line : page.lines())
    for (std::size_t i = 0; i < line.words.size(); ++i) by_romanisation(page, line, i, persons);
  for (Line& line : page.lines())
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      if (line.words[i].title != nullptr) {
        by_title_after(page, line, i, persons);
        by_title_before(page, line, i, persons);
      }
      by_bracket(page, line, i, persons);
      by_given_name(page, line, i, persons);
      by_body(page, line, i, persons);
    }
  for (Line& line : page.lines())  // behind the rules that know more of them: a title, an employer
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      by_team(page, line, i, persons);
      by_itself(page, line, i, persons);
      in_brackets(page, line, i, persons);
      by_owned(page, line, i, persons);
      by_dative(page, line, i, persons);
    }
  for (Line& line : page.lines()) by_list(page, line, persons);
  join_halves(page, persons);
  again(page, persons);
  family_alone(page, persons);
  for (const Line& line : page.lines()) read_titles(page, line, persons);
  std::set<std::string_view> masked;
  for (const Line& line : page.lines())
    for (const Word& word : line.words) {
      const std::string_view name =
          line.text.substr(word.begin, (word.title != nullptr ? word.title_begin : word.end) - word.begin);
      if (const std::uint32_t family = names_.masked(name); family != 0) masked.insert(name.substr(0, family));
    }
  ShortForms forms;
  for (Line& line : page.lines())
    for (std::size_t i = 0; i < line.words.size(); ++i)
      if (line.words[i].title != nullptr) {
        short_form(page, line, i, persons, masked, forms);
        short_form_of_body(page, line, i, persons);
      }
}

}  // namespace timeline::entity
