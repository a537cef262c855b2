#include <algorithm>

#include "event/assembler.hpp"

namespace timeline::event {
namespace {

using lexicon::ParticleKind;
using model::DateBasis;
using model::EventStatus;
using model::ParticipantRole;

/// Types of events between parties.
bool is_deal(std::string_view type) {
  for (const std::string_view one : {"acquisition", "investment", "contract", "supply", "partnership", "release",
                                     "funding", "lawsuit", "appointment"})
    if (type == one) return true;
  return false;
}

}  // namespace

/// Does the clause tell a figure: earnings, or a change of what is counted (매출은 … 줄었다)?
bool Assembler::tells_figure(const Phrase& phrase, const Clause& clause, const Draft& draft) const {
  if (draft.type == "earnings") return true;
  const auto counts = [&](const Argument& noun) { return names_figure(vocabulary_, phrase, noun); };
  return draft.type == "change" && ((clause.subject && counts(*clause.subject)) ||
                                    std::any_of(clause.arguments.begin(), clause.arguments.end(), counts));
}

/// "4분기 매출은 … 올렸다. 영업이익도 28% 줄었다": figures that follow figures hold for the same period.
void Assembler::carry_period(const Phrase& phrase, const std::vector<Clause>& clauses,
                             std::vector<std::optional<Draft>>& drafts, const std::vector<Attachment>& attachments) {
  const auto outside = [](const Clause& clause) {
    return clause.predicate.passage == 0 && !clause.predicate.is_inside();
  };
  std::optional<std::uint32_t> period;
  bool dated = false;
  for (const Attachment& attachment : attachments) {
    const Clause& clause = clauses[attachment.clause];
    dated = dated || outside(clause);
    const auto& draft = drafts[attachment.clause];
    const model::Granularity unit = extraction_.times[attachment.time].value.granularity;
    if (draft && outside(clause) && tells_figure(phrase, clause, *draft) && unit >= model::Granularity::month &&
        unit <= model::Granularity::year)
      period = attachment.time;
  }
  if (period) {
    period_ = period;
    period_phrase_ = phrases_;
    return;
  }
  if (!period_ || phrases_ - period_phrase_ != 1 || dated) return;
  // 연간으로는 … 기록했다
  for (const Word& word : phrase.words)
    if (word.passage == 0 && vocabulary_.is(WordClass::earlier, word.core.of(phrase.text))) return;
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    if (!drafts[i] || !outside(clauses[i]) || !drafts[i]->specific || !tells_figure(phrase, clauses[i], *drafts[i]))
      continue;
    if (governing(clauses, i).reading.tense != Tense::past) continue;
    tell(phrase, clauses, i, *drafts[i],
         {*period_, false, DateBasis::context, "holds for the period of the figures before it"});
    period_phrase_ = phrases_;
  }
}

/// A deal between named parties is worth telling without a date; another article may state it.
void Assembler::tell_undated(const Phrase& phrase, const std::vector<Clause>& clauses,
                             std::vector<std::optional<Draft>>& drafts, const std::vector<bool>& told) {
  if (std::find(told.begin(), told.end(), true) != told.end()) return;
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    const Predicate& predicate = clauses[i].predicate;
    const bool outside = predicate.reading.link == Link::final || predicate.reading.link == Link::connective;
    if (!drafts[i] || !outside || predicate.passage != 0 || predicate.base == Base::noun || !is_deal(drafts[i]->type) ||
        !drafts[i]->specific)
      continue;
    const bool parties = !drafts[i]->parts.agent.entities.empty() && !drafts[i]->parts.object.entities.empty();
    if (!parties || drafts[i]->from_discourse || drafts[i]->parts.passive) continue;
    // The sentences around it may have dated it.
    const bool dated = std::any_of(events_.begin(), events_.end(), [&](const model::EventMention& event) {
      return event.sentence == phrase.sentence && event.trigger.begin == predicate.stem.begin;
    });
    if (dated) continue;
    const EventStatus status = status_of(governing(clauses, i), nullptr, article_.published);
    const bool past = governing(clauses, i).reading.tense == Tense::past;
    if (status == EventStatus::planned || (status == EventStatus::occurred && past))
      tell(phrase, clauses, i, *drafts[i], {kNone, false, DateBasis::unknown});
  }
}

/// 배당 기준일은 지난달 31일이다, 마감은 30일까지다: a day that is named as what it is the day of.
void Assembler::tell_due_days(const Phrase& phrase, const std::vector<Attachment>& attachments) {
  for (std::uint32_t i = 1; i < phrase.words.size(); ++i) {
    const Word& word = phrase.words[i];
    const Word& before = phrase.words[i - 1];
    if (word.time == kNone || before.time != kNone || before.last != ParticleKind::topic || word.passage != 0) continue;
    const std::uint32_t time = word.time;
    std::uint32_t last = i;
    while (last + 1 < phrase.words.size() && phrase.words[last + 1].time == time) ++last;
    const auto particle = phrase.words[last].particle;
    const bool ends =
        particle == ParticleKind::copula || particle == ParticleKind::direction || particle == ParticleKind::until;
    if (!ends || !extraction_.times[time].value.is_dated() ||
        !vocabulary_.ends_as(WordClass::due, before.core.of(phrase.text)))
      continue;
    if (std::any_of(attachments.begin(), attachments.end(), [&](const Attachment& one) { return one.time == time; }))
      continue;
    std::uint32_t first = i - 1;
    while (first > 0 && i - first < 3 && !phrase.words[first - 1].particle && phrase.words[first - 1].time == kNone &&
           !phrase.words[first - 1].comma)
      --first;
    const Argument noun{
        {phrase.words[first].span.begin, before.core.end}, first, i - 1, ParticleKind::topic, true, kNone};
    model::EventMention event;
    event.type = "plan";
    event.sentence = phrase.sentence;
    event.trigger = before.core;
    event.evidence = {noun.span.begin, std::min(phrase.words[last].span.end, phrase.span.end)};
    event.date = extraction_.times[time].value;
    // 마감은 30일까지다: that day, not all the time up to it.
    if (!event.date->from) event.date = model::TimeValue{event.date->to, event.date->to};
    event.time_expression = time;
    event.date_basis = DateBasis::stated;
    event.status = when(*event.date, article_.published) == When::past ? EventStatus::occurred : EventStatus::planned;
    const Party thing = headlines_.thing(extraction_, phrase, noun);
    const bool owned = thing.entities.empty() && !participants_.last_agent().text.empty();
    event.title = owned ? participants_.last_agent().text + ", " + thing.text : thing.text;
    event.object_text = thing.text;
    for (const std::uint32_t entity : thing.entities) event.participants.push_back({entity, ParticipantRole::object});
    if (owned)
      for (const std::uint32_t entity : participants_.last_agent().entities)
        event.participants.push_back({entity, ParticipantRole::agent});
    event.rule = "due_day";
    event.confidence = owned ? 0.75 : 0.65;
    events_.push_back(std::move(event));
  }
}

}  // namespace timeline::event
