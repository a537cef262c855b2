
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
    act_ = Act{phrases_, *event->time_expression, drafts[main]->parts.agent};
    return;
  }
}

/// What somebody goes on to promise, and what else the same one did (아울러 … 진행했다), has the day of the sentence
/// before. What else was only said then has it too, but is no event of its own.
void Assembler::carry_on(const Phrase& phrase, const std::vector<Clause>& clauses,
                         std::vector<std::optional<Draft>>& drafts, const std::vector<Attachment>& attachments) {
  if (!act_ || phrases_ - act_->phrase > 1) return;
  for (const Attachment& attachment : attachments)
    if (clauses[attachment.clause].predicate.passage == 0) return;
  const std::uint32_t main = closing_clause(clauses);
  if (main == kNone || !drafts[main]) return;
  const Draft& draft = *drafts[main];
  const Reading& reading = clauses[main].predicate.reading;
  if (reading.tense != Tense::past || reading.negated || reading.status || !is_same(act_->agent, draft.parts.agent))
    return;
  act_->phrase = phrases_;
  const model::TimeValue& day = extraction_.times[act_->time].value;
  const bool says = draft.speech || draft.parts.announced || clauses[main].speech != 0;
  const bool promises =
      draft.parts.announced && draft.parts.status == EventStatus::planned && is_news_day(day, article_.published);
  const bool adds = !says && vocabulary_.is(WordClass::and_then, phrase.words.front().span.of(phrase.text));
  if (promises || adds) tell(phrase, clauses, main, draft, {act_->time, false, DateBasis::context});
}

}  // namespace timeline::event
