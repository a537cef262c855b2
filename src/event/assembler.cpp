#include "event/assembler.hpp"

#include <algorithm>
#include <cmath>

#include "text/width.hpp"

namespace timeline::event {
namespace {

using model::DateBasis;
using model::DateRole;
using model::EventStatus;
using model::ParticipantRole;

constexpr std::size_t kTitleColumns = 80;  // a longer headline says too much to be one

/// The finest of the times of a clause; of equals the first. What has happened has a day rather than what only ends
/// in it (이날 밤늦게까지 조사했다).
bool finer(const model::TimeExpression& a, const model::TimeExpression& b, bool happened) {
  const auto rank = [](const model::TimeExpression& time) {
    return time.value.granularity == model::Granularity::range ? static_cast<int>(model::Granularity::day)
                                                               : static_cast<int>(time.value.granularity);
  };
  const auto is_day = [&](const model::TimeExpression& time) {
    return rank(time) <= static_cast<int>(model::Granularity::day);
  };
  if (happened && is_day(a) && is_day(b) && a.value.from.has_value() != b.value.from.has_value())
    return a.value.from.has_value();
  return rank(a) < rank(b);
}

/// How likely the event is told rightly with its date: tests/eval/calibration.py holds the program to it. What decides
/// is where the date comes from: of stated ones 19 in 20 are right, of carried ones 2 in 3. A word that tells nothing
/// by itself, words inside a quotation, and three times and more to choose from each make it less sure; so does an
/// actor who is left out or carried over, since he may be another.
double confidence_of(const Clause& clause, const Draft& draft, const model::EventMention& event, std::size_t times) {
  double score = event.date_basis == DateBasis::stated ? 0.95 : event.date_basis == DateBasis::context ? 0.67 : 0.6;
  if (!draft.specific || !clause.predicate.trigger) score -= 0.03;
  if (clause.predicate.passage != 0) score -= 0.08;
  if (times >= 3) score -= 0.1;
  if (draft.from_discourse || draft.parts.agent.text.empty()) score -= 0.02;
  return std::round(score * 100) / 100;
}

/// 16일과 18일, 3월과 4월: days, months or years that stand in a row. Times of a day in a row are mostly of every day.
bool are_in_row(const Phrase& phrase, const model::Extraction& extraction, std::uint32_t first, std::uint32_t second) {
  const model::Granularity granularity = extraction.times[first].value.granularity;
  if (granularity != extraction.times[second].value.granularity || granularity < model::Granularity::day) return false;
  const auto& words = phrase.words;
  for (std::uint32_t i = 0; i + 1 < words.size(); ++i)
    if (words[i].time == first && words[i + 1].time == second)
      return words[i].particle == lexicon::ParticleKind::with || words[i].comma;
  return false;
}

}  // namespace

void Assembler::add(const Phrase& phrase, const std::vector<Clause>& clauses) {
  ++phrases_;
  std::vector<std::optional<Draft>> drafts(clauses.size());
  std::vector<bool> usable(clauses.size());
  std::vector<bool> is_deed(clauses.size());
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    if (clauses[i].predicate.tells()) drafts[i] = drafter_.draft(phrase, clauses, i);
    is_deed[i] = !drafts[i];
    if (is_deed[i]) drafts[i] = drafter_.deed(phrase, clauses, i);
    usable[i] = drafts[i].has_value();
  }
  const std::vector<Attachment> attachments =
      attach_times({vocabulary_, article_, extraction_, phrase, clauses, usable});
  std::vector<bool> told(clauses.size());
  std::vector<std::optional<std::size_t>> sources(clauses.size());  // the events of the clauses
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    if (!drafts[i]) continue;
    const Attachment* dating = nullptr;
    const bool happened = governing(clauses, i).reading.tense == Tense::past;
    for (const Attachment& attachment : attachments) {
      if (attachment.clause != i) continue;
      const bool better = !dating || (dating->report && !attachment.report) ||
                          (dating->report == attachment.report &&
                           finer(extraction_.times[attachment.time], extraction_.times[dating->time], happened));
      if (better) dating = &attachment;
    }
    if (!dating) continue;
    // 연사로 나서 “…”라고 했다: said once.
    if (drafts[i]->speech && !events_.empty() && events_.back().sentence == phrase.sentence &&
        events_.back().type == "speech" && events_.back().time_expression == dating->time) {
      // 누리는 김하늘이 연설한 데 대해 반발했다: that is somebody else.
      const std::vector<std::uint32_t>& agents = drafts[i]->parts.agent.entities;
      const bool same = std::all_of(agents.begin(), agents.end(), [&](std::uint32_t agent) {
        return std::any_of(events_.back().participants.begin(), events_.back().participants.end(),
                           [&](const model::Participant& known) { return known.entity == agent; });
      });
      if (same) join(events_.back(), *drafts[i]);
      continue;
    }
    // The occasion is told by what happens at it (열린 간담회에서 발언하고 있다), unless that only announces.
    if (!dating->shared && clauses[i].predicate.is_inside() &&
        std::any_of(attachments.begin(), attachments.end(), [&](const Attachment& other) {
          return other.shared && other.time == dating->time &&
                 !(drafts[other.clause] && drafts[other.clause]->parts.announced);
        }))
      continue;
    const std::size_t count = events_.size();
    tell(phrase, clauses, i, *drafts[i], {dating->time, dating->report, DateBasis::stated});
    told[i] = true;
    if (events_.size() > count) sources[i] = count;
    // 16일과 18일 조사를 받았다: on both.
    std::uint32_t day = dating->time;
    for (const Attachment& attachment : attachments)
      if (attachment.clause == i && attachment.report == dating->report &&
          are_in_row(phrase, extraction_, day, attachment.time)) {
        day = attachment.time;
        tell(phrase, clauses, i, *drafts[i], {day, attachment.report, DateBasis::stated});
      }
  }
  add_topics(phrase, clauses, sources);
  carry_over(phrase, clauses, drafts, attachments);
  // A verb that no table knows is an event in the first sentence or on a day of its own only.
  for (std::uint32_t i = 0; i < clauses.size(); ++i)
    if (!told[i] && is_deed[i]) drafts[i].reset();
  carry_back(phrase, clauses, drafts, attachments);
  carry_period(phrase, clauses, drafts, attachments);
  carry_on(phrase, clauses, drafts, attachments);
  carry_aftermath(phrase, clauses, drafts, attachments);
  remember_act(phrase, clauses, drafts);
  tell_undated(phrase, clauses, drafts, told);
  tell_due_days(phrase, attachments);
  tell_nouns(phrase, attachments);
  participants_.remember(phrase, clauses);
}

/// 김하늘 의원은 20일 열린 회의장에 나타났다: whom the sentence is about is in what it tells, where that is no event of
/// its own; and 한빛은 20일 실시한 조사의 결과를 냈다: it also made the survey.
void Assembler::add_topics(const Phrase& phrase, const std::vector<Clause>& clauses,
                           const std::vector<std::optional<std::size_t>>& sources) {
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    const Clause& clause = clauses[i];
    if (!sources[i]) continue;
    if (!clause.predicate.is_inside()) {
      participants_.add_untold_before(phrase, clauses, i, sources, events_[*sources[i]]);
      // 윤 총경은 주점이 단속에 걸리자 알아봐 준 혐의를 받는다
      if (clause.predicate.reading.link != Link::connective || !clause.own_subject) continue;
    }
    const bool tells_more =
        std::any_of(sources.begin() + i + 1, sources.end(), [](const auto& one) { return one.has_value(); });
    const bool leaves_out = !clause.subject && !clause.head_is_subject && !clause.predicate.is_passive();
    if (tells_more && !leaves_out) continue;
    for (const std::uint32_t entity : participants_.whom_it_is_about(phrase, clauses, i))
      add_participant(events_[*sources[i]], {entity, ParticipantRole::counterpart});
  }
}

void Assembler::add_participant(model::EventMention& event, model::Participant one) {
  if (std::none_of(event.participants.begin(), event.participants.end(),
                   [&](const model::Participant& known) { return known.entity == one.entity; }))
    event.participants.push_back(one);
}

/// 모두발언을 하며 누리를 비판했다: told once, of all who take part in either.
void Assembler::join(model::EventMention& event, const Draft& draft) {
  for (const model::Participant& one : draft.participants) add_participant(event, one);
}

/// 정부는 위원회가 18일 회의를 열었다고 밝혔다: who says it takes part as the source, where another one does it.
std::vector<std::uint32_t> Assembler::sayer_of(const Phrase& phrase, const std::vector<Clause>& clauses,
                                               std::uint32_t index) const {
  const Predicate& main = main_of(clauses, index);
  for (const Clause& clause : clauses) {
    if (clause.complement == kNone || &clauses[clause.complement].predicate != &main || clause.predicate.is_inside() ||
        !clause.predicate.tells())
      continue;
    bool from_discourse = false;
    const Party party = participants_.acting(phrase, clauses, clause, from_discourse);
    if (!from_discourse) return party.entities;
  }
  return {};
}

void Assembler::tell(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index, Draft draft,
                     const Dating& dating) {
  const Clause& clause = clauses[index];
  const model::TimeExpression nowhen;
  const model::TimeExpression& time = dating.time == kNone ? nowhen : extraction_.times[dating.time];
  model::EventMention event;
  event.type = draft.type;
  event.sentence = phrase.sentence;
  event.trigger = {clause.predicate.stem.begin, clause.predicate.end};
  std::uint32_t begin = clause.predicate.stem.begin;
  if (clause.subject && clause.own_subject) begin = std::min(begin, clause.subject->span.begin);
  for (const Argument& argument : clause.arguments) begin = std::min(begin, argument.span.begin);
  std::uint32_t end = clause.predicate.end;
  if (dating.time != kNone && time.sentence == phrase.sentence) {
    begin = std::min(begin, time.span.begin);
    end = std::max(end, time.span.end);
  }
  event.evidence = {std::max(begin, phrase.span.begin), std::min(end, phrase.span.end)};
  event.trigger.end = std::min(event.trigger.end, phrase.span.end);
  if (dating.time != kNone) {
    event.date = time.value;
    event.time_expression = dating.time;
  }
  event.date_basis = dating.basis;
  event.date_reason = dating.reason;
  const bool decided =
      is_decision(clause.predicate) && dating.time != kNone && has_come(time.value, article_.published);
  const bool foretold = dating.time != kNone && has_come(time.value, article_.published) &&
                        is_forecast(vocabulary_, phrase.text, clause.predicate);
  event.date_role = dating.report || draft.reported                ? DateRole::reported
                    : draft.parts.announced || decided || foretold ? DateRole::announced
                                                                   : DateRole::happened;
  if (!settle_status(phrase, clauses, index, dating, draft)) return;
  event.status = draft.parts.status;
  Party source;
  event.attributed_to = draft.attributed_to;
  if (clause.predicate.passage == 0 && event.attributed_to.empty())
    event.attributed_to = participants_.source_of(phrase, clause.predicate.word, &source);
  // 공소장에 따르면 조작했다: so says who accuses him.
  if (draft.type == "crime" && draft.parts.status == EventStatus::occurred &&
      vocabulary_.ends_as(WordClass::charge, event.attributed_to)) {
    event.status = draft.parts.status = EventStatus::possible;
    draft.parts.possibility = Possibility::accused;
  }
  if (dating.report) draft.parts.source_english = source.english;
  for (const std::uint32_t entity : source.entities) draft.add_participant(entity, ParticipantRole::source);
  for (const std::uint32_t entity : sayer_of(phrase, clauses, index))
    draft.add_participant(entity, ParticipantRole::source);
  draft.parts.decided = decided;
  participants_.add_named(draft, phrase, clauses, index, event.evidence);
  participants_.add_beside(draft, phrase, clauses, index);
  const Predicate& told = clause.predicate;
  // 협상이 결렬됐다, not 매각하지 않기로 결정했다: the noun by which it comes to nothing.
  if (event.status == EventStatus::cancelled && told.reading.auxiliary && !told.reading.negated)
    if (const Trigger* noun = vocabulary_.carrying_noun(told.ending(phrase.text)); noun && noun->type != "decision")
      draft.parts.ended = noun->title;
  // 매각하지 않겠다고 밝혔다: the headline is that it is given up.
  if (event.status == EventStatus::cancelled) draft.parts.announced = false;
  event.participants = draft.participants;
  event.object_text = draft.object_text;
  event.title = headlines_.korean(draft.parts);
  if (event.title.empty() || text::display_width(event.title) > kTitleColumns) return;
  event.title_en = headlines_.english(draft.parts);
  // 한빛은 실적을 발표했다. 실적 발표 뒤 …: what nobody is named for, and somebody did that day, is told.
  if (draft.parts.agent.text.empty() && clause.predicate.base == Base::noun && dating.time != kNone &&
      std::any_of(events_.begin(), events_.end(), [&](const model::EventMention& other) {
        return other.type == event.type && other.date == event.date && other.title.ends_with(", " + event.title);
      }))
    return;
  if (dating.time == kNone) {
    event.date_reason = "no time in the sentence";
    if (event.status == EventStatus::occurred && article_.published) {
      model::Moment day = *article_.published;
      day.hour = day.minute = day.second = -1;
      event.date = model::TimeValue{std::nullopt, day, model::Granularity::day, model::Modifier::before};
      event.date_basis = DateBasis::published;
    }
  }
  event.rule = clause.predicate.trigger        ? clause.predicate.trigger->word
               : clause.predicate.noun.empty() ? "unlisted_verb"
                                               : "verbal_noun";
  const auto times = std::count_if(extraction_.times.begin(), extraction_.times.end(), [&](const auto& other) {
    return other.sentence == phrase.sentence && other.value.is_dated();
  });
  event.confidence = confidence_of(clause, draft, event, static_cast<std::size_t>(times));
  drafter_.remember(phrase.sentence, draft);
  // 요구를 받아들여 …에 동의했다: one headline of a sentence is told once.
  if (std::any_of(events_.begin(), events_.end(), [&](const model::EventMention& other) {
        return other.sentence == event.sentence && other.title == event.title && other.type == event.type &&
               other.date == event.date;
      }))
    return;
  events_.push_back(std::move(event));
}

}  // namespace timeline::event
