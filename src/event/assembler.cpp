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
  const std::vector<Attachment> attachments = attach_times(vocabulary_, article_, extraction_, phrase, clauses, usable);
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

/// 하락, 사고: what nobody plans.
bool Assembler::is_unplanned(const Predicate& predicate) const {
  if (!predicate.trigger || predicate.voice == Voice::causative) return false;
  const Trigger& trigger = *predicate.trigger;
  return trigger.type == "accident" || trigger.type == "disaster" || trigger.type == "death" ||
         vocabulary_.is(WordClass::drift, trigger.word);
}

/// “…할 것”이라고 전망했다: who says it foretells what others do.
bool Assembler::is_foretold(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t passage) const {
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    return clause.speech == passage &&
           vocabulary_.holds(WordClass::forecast,
                             base::Span{clause.predicate.stem.begin, clause.predicate.end}.of(phrase.text));
  });
}

/// 16일 오후 9시 현재: as things stand then.
bool Assembler::is_as_of(std::uint32_t time) const {
  if (time + 1 >= extraction_.times.size()) return false;
  const model::TimeExpression& next = extraction_.times[time + 1];
  return next.kind == model::TimeKind::vague && next.sentence == extraction_.times[time].sentence &&
         next.span.begin == extraction_.times[time].span.end + 1;
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
  // …열릴 예정이라고 로이터통신이 보도했다: the meeting is still planned.
  const bool told_ahead = draft.reported && draft.parts.status != EventStatus::occurred;
  if (!told_ahead && (!draft.parts.announced || draft.parts.status == EventStatus::occurred))
    draft.parts.status = status_of(governing(clauses, index), dating.time == kNone ? nullptr : &time.value,
                                   article_.published, dating.time != kNone && is_as_of(dating.time));
  // “만날 것”이라고 그가 말했다: what somebody says that he will do is a plan.
  if (draft.parts.status == EventStatus::expected && clause.predicate.passage != 0 && !clause.own_subject &&
      !draft.parts.passive && !draft.from_discourse && draft.knows_agent && !is_unplanned(clause.predicate) &&
      !is_foretold(phrase, clauses, clause.predicate.passage))
    draft.parts.status = EventStatus::planned;
  // 지난 10일 땅을 사고 공장을 넓힐 계획이다, 22일 회의를 열고 풀기로 했다, 지난달 공개한 뒤 출시할 전망이다: what runs
  // into something that is still open has happened where its own day is past.
  const Predicate& main = governing(clauses, index);
  const bool open = draft.parts.status == EventStatus::planned || draft.parts.status == EventStatus::expected ||
                    draft.parts.status == EventStatus::possible;
  const bool runs_on =
      &main != &clause.predicate && !draft.parts.announced && clause.predicate.reading.link == Link::connective;
  if (open && runs_on && dating.time != kNone && dating.basis == DateBasis::stated &&
      (is_decision(main) || main.reading.link == Link::quote ? has_come(time.value, article_.published)
                                                             : when(time.value, article_.published) == When::past))
    draft.parts.status = EventStatus::occurred;
  // 회의를 열고 임기를 연장하지 않기로 했다: the meeting is not given up.
  if (runs_on && draft.parts.status == EventStatus::cancelled && dating.time != kNone &&
      clause.predicate.reading.status != EventStatus::cancelled && !clause.predicate.reading.negated)
    draft.parts.status = has_come(time.value, article_.published) ? EventStatus::occurred : EventStatus::planned;
  if (draft.parts.status == EventStatus::occurred && dating.time != kNone && is_set_ahead(clauses, index) &&
      when(time.value, article_.published) == When::around)
    draft.parts.status = EventStatus::planned;
  if (draft.parts.status == EventStatus::planned && is_unplanned(clause.predicate))
    draft.parts.status = EventStatus::expected;
  // 지난 15일 의원이 제기한 의혹: it was raised, whatever comes of it.
  if (draft.parts.status == EventStatus::possible && is_about_suspicion(vocabulary_, phrase, clause))
    draft.parts.status = EventStatus::occurred;
  const bool accused = is_accusation(vocabulary_, phrase, clauses, index);
  // 채택을 무산시킨 혐의: he is not accused of adopting it.
  if (accused && clause.predicate.reading.status == EventStatus::cancelled) return;
  if (accused) name_accused(phrase, clauses, index, draft);
  if (accused || is_claim(vocabulary_, clauses, index)) {
    draft.parts.status = EventStatus::possible;
    draft.parts.possibility = Possibility::accused;
    if (draft.speech) draft.parts.verb.clear();  // nobody is accused of speaking
  } else if (draft.parts.status == EventStatus::possible) {
    const std::string_view ending = phrase.text.substr(main.stem.end, main.end - main.stem.end);
    if (vocabulary_.holds(WordClass::consider, ending)) draft.parts.possibility = Possibility::considered;
    if (vocabulary_.holds(WordClass::duty, ending)) draft.parts.possibility = Possibility::required;
  }
  draft.parts.ahead = draft.parts.status == EventStatus::planned;
  if (draft.parts.status == EventStatus::occurred && (draft.type == "release" || draft.type == "announcement") &&
      !clause.predicate.is_inside() && presents_plan(clauses, clause)) {
    draft.parts.status = EventStatus::planned;
    draft.parts.announced = draft.parts.announced || draft.type == "announcement";  // 증설하겠다는 계획을 내놓았다
  }
  if (is_foiled(vocabulary_, phrase, clauses, index)) draft.parts.status = EventStatus::cancelled;
  event.status = draft.parts.status;
  // “나가라”고 하면: nobody said it.
  if (draft.speech && clause.predicate.reading.link == Link::condition) return;
  // 불러 조사하지 않았다: nor was he called.
  if (&main != &clause.predicate && clause.predicate.base == Base::infinitive && main.reading.negated &&
      !main.reading.status && main.word == clause.predicate.last_word + 1)
    return;
  // 협상이 타결되지 않으면: nobody says that it will not be.
  if (clause.predicate.reading.negated && clause.predicate.reading.link == Link::condition) return;
  if (clause.predicate.reading.negated) {
    if (event.status != EventStatus::planned && event.status != EventStatus::cancelled) return;
    event.status = draft.parts.status = EventStatus::cancelled;
  }
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
  if (event.status == EventStatus::cancelled && told.reading.auxiliary && !told.reading.negated)
    draft.parts.ended = vocabulary_.ended_word(phrase.text.substr(told.stem.end, told.end - told.stem.end));
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
