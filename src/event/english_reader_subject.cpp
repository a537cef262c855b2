// Who acts in an English clause, and who is meant by "it", "she", "their".
#include <algorithm>

#include "event/english_reader.hpp"
#include "event/english_roles.hpp"

namespace timeline::event {
namespace {

using model::EntityKind;
using enum EnglishClass;

}  // namespace

std::string EnglishReader::words_of(const Sentence& sentence, EnglishPhrase phrase) const {
  constexpr std::size_t kMost = 60;
  return headline_words(sentence.text, sentence.tokens, phrase, kMost);
}

std::optional<EnglishReader::Subject> EnglishReader::subject(const Sentence& sentence, std::uint32_t index) const {
  const EnglishClause& clause = sentence.clauses[index];
  const EnglishTokens& tokens = sentence.tokens;
  const EnglishPhrase phrase = subject_of(tokens, clause);
  if (phrase.empty()) return std::nullopt;
  const EnglishToken& first = tokens[phrase.begin];
  const bool alone = phrase.end - phrase.begin == 1;
  if (alone && first.is(pronoun))
    return clause.link == ClauseLink::subordinate ? std::nullopt : meant(sentence, clause);
  Subject subject;
  subject.sentence = sentence.index;
  std::string owner;
  if (const bool owned = first.lower == "his" || first.lower == "her" || first.lower == "its" || first.lower == "their";
      owned && !alone) {
    const std::optional<Subject> known = meant(sentence, clause);
    if (!known) return std::nullopt;
    owner = known->words + (known->words.ends_with('s') ? "' " : "'s ");
  }
  const EnglishPhrase head = head_of(tokens, phrase);
  EnglishPhrase shown = phrase;
  if (!owner.empty()) ++shown.begin;
  if (owner.empty()) shown.begin = behind_title(extraction_, tokens, shown);
  subject.words = words_of(sentence, shown);
  constexpr std::size_t kLongSubject = 42;
  if (subject.words.size() > kLongSubject || subject.words.empty())
    subject.words = words_of(sentence, {shown.begin, std::max(head.end, shown.begin)});
  if (subject.words.empty()) return std::nullopt;
  subject.words = owner + subject.words;
  subject.plural = is_plural(tokens, phrase.begin, phrase.end);
  subject.entities = acting_entities(extraction_, tokens, phrase);
  for (const std::uint32_t entity : subject.entities) {
    const EntityKind kind = extraction_.entities[entity].kind;
    subject.person = subject.person || kind == EntityKind::person;
    subject.place = subject.place || kind == EntityKind::place;
  }
  std::uint32_t noun = phrase.begin + 1;
  while (noun < phrase.end && !tokens[noun].is(preposition)) ++noun;
  // "The Bears win", "Hanbit Electronics opens": bodies named in the plural are teams.
  if (subject.entities.size() == 1 && !subject.person && tokens[noun - 1].mention != kNoToken)
    subject.plural = extraction_.entities[subject.entities[0]].kind == EntityKind::organization &&
                     tokens[noun - 1].lower.ends_with('s') && !tokens[noun - 1].is(singular);
  subject.man = tokens[phrase.begin].is(man);
  subject.woman = tokens[phrase.begin].is(woman);
  return subject;
}

/// Who is meant by "it", "she", "their".
std::optional<EnglishReader::Subject> EnglishReader::meant(const Sentence& sentence,
                                                           const EnglishClause& clause) const {
  const std::string& word = sentence.tokens[subject_of(sentence.tokens, clause).begin].lower;
  const bool person = word == "he" || word == "she" || word == "his" || word == "her";
  const bool several = word == "they" || word == "their";
  // "Nvidia said it will …" speaks of Nvidia.
  if (clause.link == ClauseLink::reported && clause.parent != kNoToken && sentence.subjects[clause.parent]) {
    const Subject& reporter = *sentence.subjects[clause.parent];
    const bool unknown = reporter.entities.empty() && !reporter.plural && person;
    if ((person == reporter.person || unknown) && several <= reporter.plural) return reporter;
    // "Kim said they dug for hours": he and others, whoever they are.
    if (several && (reporter.person || reporter.entities.empty())) return std::nullopt;
  }
  constexpr std::uint32_t kNear = 3;  // sentences: what was named before may be anything
  const auto near = [&](const std::optional<Subject>& named) {
    return named && sentence.index - named->sentence <= kNear ? named : std::nullopt;
  };
  if (several) return near(last_plural_);
  if (!person) return near(last_thing_);
  const bool other = last_person_ && ((word.starts_with("he") && !word.starts_with("her") && last_person_->woman) ||
                                      (word == "his" && last_person_->woman) ||
                                      ((word == "she" || word == "her") && last_person_->man));
  return other ? std::nullopt : last_person_;
}

void EnglishReader::remember(const Sentence& sentence) {
  for (std::uint32_t i = 0; i < sentence.clauses.size(); ++i) {
    const EnglishClause& clause = sentence.clauses[i];
    if (clause.link != ClauseLink::main && clause.link != ClauseLink::trailing) continue;
    const std::optional<Subject>& subject = sentence.subjects[i];
    if (!subject) continue;
    if (subject->plural)
      last_plural_ = subject;
    else if (subject->person)
      last_person_ = subject;
    else
      last_thing_ = subject;
  }
}

}  // namespace timeline::event
