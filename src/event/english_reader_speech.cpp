// What English sentences tell of words: "Nvidia said on Monday that it is delighted", "he denied that …".
#include <algorithm>

#include "event/english_reader.hpp"

namespace timeline::event {
namespace {

using model::EventStatus;
using enum EnglishClass;

}  // namespace

/// The clause only says who says so, and what is said is an event: "Nvidia said it has acquired …".
bool EnglishReader::is_told_by_another(const Sentence& sentence, std::uint32_t index) const {
  for (std::uint32_t i = 0; i < sentence.clauses.size(); ++i)
    if (sentence.clauses[i].link == ClauseLink::reported && sentence.clauses[i].parent == index && tell(sentence, i))
      return true;
  return false;
}

/// "Nvidia said on Monday that it is delighted": words with a day.
std::optional<EnglishReader::Told> EnglishReader::tell_words(const Sentence& sentence, std::uint32_t index) const {
  const EnglishClause& clause = sentence.clauses[index];
  const VerbGroup& group = clause.verb;
  if (!group.verb || !group.verb->reports() || group.negated || group.duty || group.present != sentence.headline ||
      group.passive)
    return std::nullopt;
  const bool ahead = group.status == EventStatus::planned || group.status == EventStatus::expected;
  if (group.status != EventStatus::occurred && !(ahead && !group.would && group.verb->kind != TriggerClass::speech))
    return std::nullopt;
  if (clause.link != ClauseLink::main && clause.link != ClauseLink::joined) return std::nullopt;
  const std::optional<Subject>& subject = sentence.subjects[index];
  if (!subject || is_told_by_another(sentence, index)) return std::nullopt;
  // What was said: the object, or the clause that it reports.
  EnglishPhrase object = object_of(grammar_, sentence.tokens, clause);
  std::uint32_t least = object.begin;  // a headline that ends before this token is a fragment
  for (const EnglishClause& other : sentence.clauses)
    if (other.link == ClauseLink::reported && other.parent == index && &other != &clause) {
      if (sentence.tokens[other.subject_begin].is(speaker) || !other.verb.verb) return std::nullopt;
      // "told the board that …": with those it is told to, it is too much for a headline.
      const std::uint32_t until = sentence.tokens[other.begin].is(that) ? other.begin : other.subject_begin;
      for (std::uint32_t i = clause.verb.end; i < until; ++i)
        if (sentence.tokens[i].time == kNoToken && !sentence.tokens[i].is(preposition)) return std::nullopt;
      object = {other.subject_begin, std::max(other.verb.end, object_of(grammar_, sentence.tokens, other).end)};
      least = other.verb.end;
      break;
    }
  if (object.empty() || object.end - object.begin < 2) return std::nullopt;
  if (sentence.tokens[object.begin].is(preposition)) return std::nullopt;
  for (std::uint32_t i = object.begin; i < least; ++i)
    if (sentence.tokens[i].quoted || sentence.tokens[i].comma) return std::nullopt;
  Told told;
  told.link = clause.link;
  told.weak = true;
  model::EventMention& event = told.event;
  event.type = type_of(sentence, clause, object, *subject);
  if (event.type.empty()) return std::nullopt;
  // "told the board", "said the plan" and no more: what was said is missing.
  const bool denial = EnglishGrammar::has(grammar_.classes(group.verb->base), denies);
  if (group.verb->kind != TriggerClass::announce && !denial && least == object.begin && event.type == group.verb->type)
    return std::nullopt;
  event.status = group.status;
  event.sentence = sentence.index;
  event.trigger = sentence.tokens[group.token].span;
  event.title =
      english_headline(words_, sentence.text, sentence.tokens, clause, subject->words, subject->plural, object);
  if (event.title.empty()) return std::nullopt;
  if (least > object.begin) {
    const std::string_view verb = sentence.tokens[least - 1].span.of(sentence.text);
    if (event.title.find(verb) == std::string::npos || (event.title.ends_with(verb) && object.end > least))
      return std::nullopt;
  }
  event.title_en = event.title;
  event.evidence = {sentence.tokens[std::min(clause.subject_begin, group.begin)].span.begin,
                    sentence.tokens[object.end - 1].span.end};
  add_participants(sentence, clause, *subject, object, event);
  date(sentence, index, event);
  event.rule = "english:" + group.verb->whole();
  event.confidence = 0.55 + (event.participants.empty() ? 0.0 : 0.1) + (event.date ? 0.1 : 0.0);
  return told;
}

}  // namespace timeline::event
