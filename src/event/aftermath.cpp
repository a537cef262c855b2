#include <algorithm>

#include "event/assembler.hpp"

// What comes of an accident, an attack or a disaster, told in the sentences after it.
namespace timeline::event {

using model::DateBasis;
using model::EventStatus;

namespace {

bool befalls(const model::EventMention& event) {
  return event.type == "accident" || event.type == "disaster" || event.type == "attack" || event.type == "death";
}

}  // namespace

/// 지난 7일 밤 공장에서 불이 났다. 직원 5명이 구조됐다: it comes at once, and so on the same day.
void Assembler::carry_aftermath(const Phrase& phrase, const std::vector<Clause>& clauses,
                                const std::vector<std::optional<Draft>>& drafts,
                                const std::vector<Attachment>& attachments) {
  constexpr std::uint32_t kSentences = 2;  // that may stand between
  constexpr int kDays = 14;                // long ago, what came of it is told in sum
  const std::uint32_t main = closing_clause(clauses);
  for (auto event = events_.rbegin(); event != events_.rend() && event->sentence == phrase.sentence; ++event)
    if (event->date_basis == DateBasis::stated && befalls(*event) &&
        is_news_day(*event->date, article_.published, kDays)) {
      incident_ = {phrases_, *event->time_expression};
      return;
    }
  const bool dated = std::any_of(attachments.begin(), attachments.end(),
                                 [&](const Attachment& one) { return clauses[one.clause].predicate.passage == 0; });
  if (!incident_ || dated || main == kNone) return;
  if (phrases_ - incident_->phrase > kSentences) return incident_.reset();
  for (const Word& word : phrase.words)
    if (word.passage == 0 && (vocabulary_.is(WordClass::earlier, word.core.of(phrase.text)) || word.time != kNone))
      return;
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    const Predicate& predicate = clauses[i].predicate;
    const Reading& reading = governing(clauses, i).reading;
    if (!drafts[i] || predicate.passage != 0 || predicate.is_inside() || !predicate.trigger ||
        !vocabulary_.is(WordClass::aftermath, predicate.trigger->word))
      continue;
    if (reading.tense != Tense::past || reading.negated || reading.status) continue;
    const std::size_t count = events_.size();
    tell(phrase, clauses, i, *drafts[i],
         {incident_->time, false, DateBasis::context, "comes of what the sentences before tell"});
    if (events_.size() == count) continue;
    // A fire that broke out at 10 p.m. is not put out at 10 p.m.
    const model::Moment day = day_of(*events_.back().date->from);
    events_.back().date = model::TimeValue{day, day};
  }
}

}  // namespace timeline::event
