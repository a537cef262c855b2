// When an English clause happened, by its own words or those of the clauses around it, and who says so.
#include <algorithm>

#include "event/english_reader.hpp"
#include "event/english_roles.hpp"

namespace timeline::event {
namespace {

using model::DateBasis;
using model::DateRole;
using model::ParticipantRole;

/// Those who come to harm are counted in one breath.
bool is_harm(std::string_view type) {
  return type == "death" || type == "accident" || type == "attack" || type == "disaster";
}

}  // namespace

void EnglishReader::date(const Sentence& sentence, std::uint32_t index, model::EventMention& event) const {
  const EnglishClause& clause = sentence.clauses[index];
  std::uint32_t time = time_of(grammar_, article_, extraction_, sentence.tokens, clause);
  DateRole role = clause.verb.verb->kind == TriggerClass::announce ? DateRole::announced : DateRole::happened;
  const auto borrow = [&](const EnglishClause& other, DateRole as) {
    if (time != kNoToken) return;
    time = time_of(grammar_, article_, extraction_, sentence.tokens, other);
    if (time != kNoToken) role = as;
  };
  if (clause.link == ClauseLink::reported && clause.parent != kNoToken) {
    const EnglishClause& reporter = sentence.clauses[clause.parent];
    const bool announces = reporter.verb.verb && reporter.verb.verb->kind == TriggerClass::announce;
    const bool same = sentence.subjects[clause.parent] && has_agent(event, *sentence.subjects[clause.parent]);
    borrow(reporter, announces || same ? DateRole::announced : DateRole::reported);
    // "filed for bankruptcy on Sunday and said it would close 85 stores".
    if (reporter.link == ClauseLink::joined && reporter.parent != kNoToken &&
        sentence.clauses[reporter.parent].subject_begin == reporter.subject_begin)
      borrow(sentence.clauses[reporter.parent], DateRole::announced);
  }
  for (const EnglishClause& other : sentence.clauses) {
    if (&other == &clause) continue;
    // "killed when a bus overturned on Wednesday": at the same time.
    if (other.link == ClauseLink::subordinate && other.marker != kNoToken &&
        (clause.link == ClauseLink::main || clause.link == ClauseLink::joined) &&
        other.verb.status == clause.verb.status && other.verb.is_past() == clause.verb.is_past() &&
        (sentence.tokens[other.marker].lower == "when" || sentence.tokens[other.marker].lower == "as" ||
         (sentence.tokens[other.marker].lower == "after" && (event.type == "death" || event.type == "accident"))))
      borrow(other, DateRole::happened);
    if (other.link == ClauseLink::trailing && other.begin >= clause.end) borrow(other, DateRole::reported);
    // "derailed and overturned on Wednesday".
    if (other.link == ClauseLink::joined && other.parent == index && other.subject_begin == clause.subject_begin)
      borrow(other, DateRole::happened);
    // "Two people were killed and dozens were injured on Friday".
    if (other.link == ClauseLink::joined && other.parent == index && other.verb.verb && is_harm(event.type) &&
        is_harm(other.verb.verb->type))
      borrow(other, DateRole::happened);
    if (clause.link == ClauseLink::joined && clause.parent != kNoToken && &other == &sentence.clauses[clause.parent]) {
      // "On Friday demonstrations turned violent and a driver was shot": what opens the sentence holds for all of it.
      EnglishClause opening = other;
      if (other.subject_begin != clause.subject_begin) opening.end = std::min(other.subject_begin, other.end);
      const bool dated = time != kNoToken;
      borrow(opening, DateRole::happened);
      // "was born in 1940 and joined a theatre at 17": a year behind the first verb is that verb's.
      if (!dated && time != kNoToken && extraction_.times[time].value.granularity > model::Granularity::day &&
          extraction_.times[time].span.begin > sentence.tokens[other.verb.token].span.begin)
        time = kNoToken;
    }
  }
  if (time == kNoToken) return;
  // "halved the number, according to a study published on Monday".
  const std::uint32_t told_at = extraction_.times[time].span.begin;
  for (const EnglishToken& token : sentence.tokens)
    if (token.lower == "according" && !token.quoted && token.span.begin < told_at &&
        token.span.begin > sentence.tokens[clause.verb.token].span.begin)
      role = DateRole::reported;
  event.date_role = role;
  event.time_expression = time;
  event.date = extraction_.times[time].value;
  if (const auto day = day_of_hour(*event.date); day && clause.verb.is_past()) event.date = day;
  event.date_basis = DateBasis::stated;
}

void EnglishReader::attribute(const Sentence& sentence, std::uint32_t index, model::EventMention& event) const {
  const EnglishClause& clause = sentence.clauses[index];
  std::optional<Subject> source;
  if (clause.link == ClauseLink::reported && clause.parent != kNoToken) source = sentence.subjects[clause.parent];
  for (std::uint32_t i = 0; i < sentence.clauses.size(); ++i)
    if (sentence.clauses[i].link == ClauseLink::trailing && !source) source = sentence.subjects[i];
  const EnglishTokens& tokens = sentence.tokens;
  for (std::uint32_t i = 0; !source && i + 2 < tokens.size(); ++i) {
    if (tokens[i].lower != "according" || tokens[i + 1].lower != "to" || tokens[i].quoted) continue;
    EnglishPhrase phrase{i + 2, i + 2};
    while (phrase.end < tokens.size() && tokens[phrase.end].time == kNoToken && !tokens[phrase.end].quoted) {
      // "according to a study published on Monday"
      if (phrase.end > phrase.begin && tokens[phrase.end].forms && tokens[phrase.end].lower.ends_with("ed")) break;
      if (tokens[phrase.end++].comma) break;
    }
    Subject said;
    said.words = words_of(sentence, head_of(tokens, phrase));
    said.entities = acting_entities(extraction_, tokens, phrase);
    source = std::move(said);
  }
  if (!source || source->words.empty() || has_agent(event, *source)) return;
  event.attributed_to = source->words;
  for (const std::uint32_t entity : source->entities) add_participant(event, entity, ParticipantRole::source);
}

/// How what a clause tells stands to the news of the article.
void EnglishReader::place(const Sentence& sentence, std::uint32_t index, Told& told) const {
  const EnglishTokens& tokens = sentence.tokens;
  const EnglishClause& clause = sentence.clauses[index];
  told.perfect = clause.verb.perfect;
  for (std::uint32_t i = clause.begin; told.perfect && i < clause.end; ++i)
    told.habit = told.habit || (tokens[i].is(EnglishClass::habit) && !tokens[i].quoted);
  // A headline tells its news in the present: "raped" was over long ago.
  const VerbGroup& group = clause.verb;
  const bool old = sentence.headline && !group.present && !group.passive && !group.perfect &&
                   group.verb->base != "be" && group.status == model::EventStatus::occurred;
  told.earlier = old || (clause.verb.token > clause.verb.begin && tokens[clause.verb.begin].lower == "had");
  // "They had had no contact as he led his campaign".
  if (clause.link == ClauseLink::subordinate)
    for (std::uint32_t i = 0; i < tokens.size(); ++i)
      told.earlier =
          told.earlier || (tokens[i].lower == "had" && !tokens[i].quoted && (i < clause.begin || i >= clause.end));
  // "…, a day after a quake killed nine": not of the same day.
  if (clause.link == ClauseLink::subordinate && clause.marker != kNoToken && clause.marker > 0 &&
      tokens[clause.marker].lower == "after") {
    const std::string_view before = tokens[clause.marker - 1].lower;
    for (const std::string_view unit : {"day", "days", "week", "weeks", "month", "months", "year", "years"})
      told.earlier = told.earlier || before == unit;
  }
  const bool leads = clause.link == ClauseLink::main || clause.link == ClauseLink::joined;
  told.reaction = EnglishGrammar::has(grammar_.classes(clause.verb.verb->whole()), EnglishClass::reaction);
  for (std::uint32_t i = clause.begin; i < clause.end; ++i)
    told.reaction = told.reaction || (tokens[i].is(EnglishClass::reaction) && !tokens[i].quoted);
  for (std::uint32_t i = clause.verb.end; leads && i < tokens.size(); ++i)
    told.follows = told.follows || (tokens[i].lower == "after" && !tokens[i].quoted);
}

/// "a boy who fell into a well on Sunday": no event of its own, but it says when another telling of it happened.
void EnglishReader::date_relatives(const Sentence& sentence) {
  for (const EnglishClause& clause : sentence.clauses) {
    const EnglishVerb* verb = clause.verb.verb;
    if (clause.link != ClauseLink::relative || !verb || verb->kind != TriggerClass::plain || !clause.verb.is_past() ||
        clause.verb.negated || verb->type == "activity" || verb->type == "statement" || clause.marker == 0 ||
        clause.marker == kNoToken)
      continue;
    const std::uint32_t time = time_of(grammar_, article_, extraction_, sentence.tokens, clause);
    const EnglishToken& noun = sentence.tokens[clause.marker - 1];
    if (time != kNoToken && !noun.is(EnglishClass::dummy))
      nominal_.push_back({.time = time, .type = verb->type, .noun = noun.span.of(sentence.text)});
  }
}

bool EnglishReader::has_agent(const model::EventMention& event, const Subject& subject) const {
  return std::any_of(event.participants.begin(), event.participants.end(),
                     [&](const model::Participant& one) {
                       return one.role == ParticipantRole::agent &&
                              std::find(subject.entities.begin(), subject.entities.end(), one.entity) !=
                                  subject.entities.end();
                     }) ||
         event.title.starts_with(subject.words);
}

}  // namespace timeline::event
