// Who acts in an English clause, and who is meant by "it", "she", "their".
#include <algorithm>

#include "event/english_reader.hpp"
#include "event/english_roles.hpp"

namespace timeline::event {
namespace {

using model::EntityKind;
using enum EnglishClass;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return text;
}

/// "The mayor, Anna Lindqvist, resigned": the name that says who the mayor is.
EnglishPhrase name_behind(const EnglishTokens& tokens, const EnglishClause& clause, EnglishPhrase phrase) {
  constexpr std::uint32_t kLongestName = 4;
  if (!tokens[phrase.end - 1].comma || phrase.end >= clause.subject_end) return {};
  const EnglishToken& first = tokens[phrase.begin];
  const bool described = first.is(article) || first.is(determiner) || first.possessive || !first.capital;
  if (!described || tokens[phrase.end - 1].capital) return {};
  EnglishPhrase name{phrase.end, phrase.end};
  while (name.end < clause.subject_end && tokens[name.end].capital && tokens[name.end].time == kNoToken &&
         !tokens[name.end].quoted && !tokens[name.end].aside && !tokens[name.end].is(preposition)) {
    ++name.end;
    if (tokens[name.end - 1].comma) break;
  }
  const std::uint32_t words = name.end - name.begin;
  return words >= 2 && words <= kLongestName && tokens[name.end - 1].comma ? name : EnglishPhrase{};
}

}  // namespace

std::string EnglishReader::words_of(const Sentence& sentence, EnglishPhrase phrase) const {
  constexpr std::size_t kMost = 60;
  return headline_words(sentence.text, sentence.tokens, phrase, kMost);
}

std::optional<EnglishReader::Subject> EnglishReader::subject(const Sentence& sentence, std::uint32_t index) const {
  const EnglishClause& clause = sentence.clauses[index];
  const EnglishTokens& tokens = sentence.tokens;
  EnglishPhrase phrase = subject_of(tokens, clause);
  if (phrase.empty()) return std::nullopt;
  if (const EnglishPhrase name = name_behind(tokens, clause, phrase); !name.empty()) phrase = name;
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
  const bool several = std::any_of(tokens.begin() + phrase.begin, tokens.begin() + phrase.end,
                                   [](const EnglishToken& token) { return token.lower == "and"; });
  if (subject.entities.size() == 1 && !several && !subject.person && tokens[noun - 1].mention != kNoToken)
    subject.plural = extraction_.entities[subject.entities[0]].kind == EntityKind::organization &&
                     tokens[noun - 1].lower.ends_with('s') && !tokens[noun - 1].is(singular);
  subject.body = tokens[noun - 1].is(body);
  subject.document = tokens[noun - 1].is(document);
  // "Mr. Lee", "Alicia Moreno", "Moreno" after her.
  std::uint64_t given = tokens[phrase.begin].classes;
  for (const std::uint32_t entity : subject.entities)
    if (const std::string& name = extraction_.entities[entity].name_en;
        extraction_.entities[entity].kind == EntityKind::person && name.find(' ') != std::string::npos)
      given |= grammar_.classes(lower(name.substr(0, name.find(' '))));
  subject.man = EnglishGrammar::has(given, man);
  subject.woman = EnglishGrammar::has(given, woman);
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
    const bool unknown = reporter.entities.empty() && !reporter.plural && !reporter.body && person;
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
  const bool woman = word == "she" || word == "her";
  const bool other = last_person_ && (woman ? last_person_->man : last_person_->woman);
  if (!other) return last_person_;
  return near(woman ? last_woman_ : last_man_);
}

void EnglishReader::remember(const Sentence& sentence) {
  for (std::uint32_t i = 0; i < sentence.clauses.size(); ++i) {
    const EnglishClause& clause = sentence.clauses[i];
    if (clause.link != ClauseLink::main && clause.link != ClauseLink::trailing) continue;
    const std::optional<Subject>& subject = sentence.subjects[i];
    if (!subject || subject->document) continue;
    if (subject->plural)
      last_plural_ = subject;
    else if (subject->person) {
      last_person_ = subject;
      if (subject->man) last_man_ = subject;
      if (subject->woman) last_woman_ = subject;
    } else
      last_thing_ = subject;
  }
}

}  // namespace timeline::event
