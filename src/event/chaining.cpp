#include <algorithm>

#include "event/assembler.hpp"

namespace timeline::event {
namespace {

using model::DateBasis;
using model::EventStatus;

bool is_same(const Party& a, const Party& b) {
  if (!a.entities.empty() && !b.entities.empty()) return a.entities.front() == b.entities.front();
  return !a.text.empty() && a.text == b.text;
}

}  // namespace

void Assembler::remember_act(const Phrase& phrase, const std::vector<Clause>& clauses,
                             const std::vector<std::optional<Draft>>& drafts) {
  const std::uint32_t main = closing_clause(clauses);
  if (main == kNone || !drafts[main]) return;
  const auto tells = [&](const Clause& clause, const model::EventMention& event) {
    return clause.predicate.passage == 0 && !clause.predicate.is_inside() &&
           event.trigger.begin == clause.predicate.stem.begin;
  };
  for (auto event = events_.rbegin(); event != events_.rend() && event->sentence == phrase.sentence; ++event) {
    if (event->date_role == model::DateRole::reported || !event->time_expression ||
        event->status == EventStatus::possible ||
        std::none_of(clauses.begin(), clauses.end(), [&](const Clause& clause) { return tells(clause, *event); }))
      continue;
    const model::TimeValue& value = extraction_.times[*event->time_expression].value;
    if (!value.from || !value.to) continue;
    looks_back_ = looks_back_ && !is_news_day(value, article_.published);
    const Draft& draft = *drafts[main];
    act_ = Act{phrases_, *event->time_expression, draft.parts.agent,
               draft.speech || draft.parts.announced || clauses[main].speech != 0};
    if (is_news_day(value, article_.published)) acts_.push_back(*act_);
    return;
  }
}

/// A sentence that names no day has the day of what the same one said or did in the sentence before; in an article
/// that knows only one day of the news, it has the day on which its speaker, or the one whom its speaker joins (윤
/// 의원도), spoke. What is only said further is no event of its own: promises, acts of speech (사과, 부인), those who
/// join and what else was done (아울러 … 진행했다) are.
void Assembler::carry_on(const Phrase& phrase, const std::vector<Clause>& clauses,
                         std::vector<std::optional<Draft>>& drafts, const std::vector<Attachment>& attachments) {
  // 앞서 … 밝혔다: before that day, and so is what follows, up to the next day that is named.
  for (std::size_t i = 0; i < std::min<std::size_t>(phrase.words.size(), 2); ++i)
    if (phrase.words[i].passage == 0 && vocabulary_.is(WordClass::earlier, phrase.words[i].span.of(phrase.text))) {
      looks_back_ = looks_back_ || i == 0;
      return;
    }
  const std::uint32_t main = closing_clause(clauses);
  if (!act_ || main == kNone || !drafts[main]) return;
  if (looks_back_ && is_news_day(extraction_.times[act_->time].value, article_.published)) return;
  for (const Attachment& attachment : attachments)
    if (clauses[attachment.clause].predicate.passage == 0) return;
  const Draft& draft = *drafts[main];
  const Predicate& predicate = clauses[main].predicate;
  const Reading& reading = predicate.reading;
  // 밝힌 바 있다, 밝혀왔다: some time, or all the time.
  if (reading.tense != Tense::past || reading.negated || reading.status || predicate.base == Base::adn_past) return;
  const Party& agent = draft.parts.agent;
  const bool says = draft.speech || draft.parts.announced || clauses[main].speech != 0;
  const bool next = phrases_ - act_->phrase <= 1;
  const bool same = next && is_same(act_->agent, agent);
  const bool joins = !same && says && next && act_->says && joins_in(phrase, clauses[main]) && has_one_day();
  std::uint32_t time = same || joins ? act_->time : kNone;
  if (time == kNone && says && !draft.from_discourse && has_one_day())
    for (const Act& act : acts_)
      if (is_same(act.agent, agent)) time = act.time;
  if (time == kNone) return;
  const model::TimeValue& value = extraction_.times[time].value;
  // "2017년 협의를 받은 바 있다. … 마무리하겠다고 덧붙였다": what was done long ago is not when it is spoken of.
  if (says && !act_->says && !is_news_day(value, article_.published)) return;
  act_ = Act{phrases_, time, agent, says};
  const bool promises = draft.parts.announced && draft.parts.status == EventStatus::planned;
  const bool acts = predicate.trigger && vocabulary_.is(WordClass::speech_act, predicate.trigger->word);
  const bool goes_on = vocabulary_.is(WordClass::and_then, phrase.words.front().span.of(phrase.text));
  const bool counts = says ? value.granularity <= model::Granularity::day && (promises || acts || joins) : goes_on;
  if (counts)
    tell(phrase, clauses, main, draft,
         {time, false, DateBasis::context, "on the day on which the same one, or who was joined, acted before"});
}

/// 당시 경찰은 사건을 넘겼다: then, which is when the sentence before has it. ‘라빅 3호’도 나포됐다: the same befell
/// one more, as the sentence before tells it.
void Assembler::carry_back(const Phrase& phrase, const std::vector<Clause>& clauses,
                           std::vector<std::optional<Draft>>& drafts, const std::vector<Attachment>& attachments) {
  const std::uint32_t main = closing_clause(clauses);
  if (main == kNone || !drafts[main] || events_.empty() || phrase.sentence - events_.back().sentence != 1) return;
  for (const Attachment& attachment : attachments)
    if (clauses[attachment.clause].predicate.passage == 0) return;
  const model::EventMention& before = events_.back();
  if (!before.time_expression || before.date_basis == DateBasis::published || before.status != EventStatus::occurred)
    return;
  const model::TimeValue& value = extraction_.times[*before.time_expression].value;
  if (!value.from || !value.to || value.granularity == model::Granularity::range) return;
  const Predicate& predicate = clauses[main].predicate;
  const Reading& reading = predicate.reading;
  if (reading.tense != Tense::past || reading.negated || reading.status || predicate.base == Base::adn_past) return;
  const auto& words = phrase.words;
  // 검찰은 당시 담당 팀장의 컴퓨터를 뒤졌다: behind the subject it stands before somebody's words, or belongs to a
  // noun.
  const auto stands_for_it = [&](std::size_t at) {
    return at < words.size() && words[at].passage == 0 &&
           vocabulary_.is(WordClass::then, words[at].core.of(phrase.text));
  };
  // 당시 수사를 이끌었던 검사는: it belongs to what describes him.
  const auto first =
      std::find_if(clauses.begin(), clauses.end(), [](const Clause& clause) { return clause.predicate.passage == 0; });
  const bool described =
      first->predicate.is_inside() &&
      std::none_of(words.begin(), words.begin() + first->predicate.word, [](const Word& word) {
        return word.particle == lexicon::ParticleKind::topic || word.particle == lexicon::ParticleKind::subject;
      });
  const bool then = (stands_for_it(0) && !described) ||
                    (stands_for_it(1) && words[0].last && words.size() > 2 && words[2].passage != 0);
  const bool too = joins_in(phrase, clauses[main]) && drafts[main]->type == before.type && !drafts[main]->speech &&
                   !drafts[main]->parts.announced;
  if (!then && !too) return;
  const std::uint32_t time = *before.time_expression;
  const std::string_view reason = then ? "then: when the sentence before has it" : "as the sentence before tells it";
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    const bool outside = clauses[i].predicate.passage == 0 && !clauses[i].predicate.is_inside();
    if (drafts[i] && drafts[i]->specific && outside && &governing(clauses, i) == &predicate)
      tell(phrase, clauses, i, *drafts[i], {time, false, DateBasis::context, reason});
  }
}

/// 원내대표도, 윤 의원 역시: one more who speaks on the same occasion.
bool Assembler::joins_in(const Phrase& phrase, const Clause& clause) const {
  if (!clause.subject || !clause.own_subject) return false;
  if (clause.subject->kind == lexicon::ParticleKind::also) return true;
  const std::uint32_t after = clause.subject->last_word + 1;
  return after < phrase.words.size() && vocabulary_.is(WordClass::too, phrase.words[after].span.of(phrase.text));
}

/// Does the article know one day of the news only?
bool Assembler::has_one_day() const {
  std::optional<model::Moment> day;
  for (const model::TimeExpression& time : extraction_.times) {
    if (time.value.granularity > model::Granularity::day || !is_news_day(time.value, article_.published)) continue;
    if (day && day_of(*time.value.from) != *day) return false;
    day = day_of(*time.value.from);
  }
  return day.has_value();
}

}  // namespace timeline::event
