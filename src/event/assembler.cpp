#include "event/assembler.hpp"

#include <algorithm>

#include "text/utf8.hpp"
#include "text/width.hpp"

namespace timeline::event {
namespace {

using lexicon::ParticleKind;
using model::DateBasis;
using model::DateRole;
using model::EntityKind;
using model::EventStatus;
using model::ParticipantRole;

constexpr std::size_t kSnippetColumns = 30;  // of a quotation, in a headline
constexpr std::size_t kTitleColumns = 80;    // a longer headline says too much to be one

bool tells(const Clause& clause) {
  return clause.predicate.tells();
}

/// A verbal noun before 뒤, 이후, 당시 (폐막 뒤): the noun before it is what it happens to.
bool is_marker(const Predicate& predicate) {
  return predicate.base == Base::noun && predicate.reading.link == Link::connective && !predicate.reading.auxiliary;
}

/// The predicate that decides whether the clause has happened.
const Predicate& governing(const std::vector<Clause>& clauses, std::uint32_t index) {
  return clauses[index].predicate.reading.link == Link::purpose ? aim_of(clauses, index) : main_of(clauses, index);
}

/// Types of events that are nothing without what they are done to.
bool acts_on_something(std::string_view type) {
  for (const std::string_view one :
       {"vote",         "release",     "decision",     "contract",    "supply",  "delivery",  "acquisition",
        "announcement", "legislation", "regulation",   "production",  "trade",   "operation", "proposal",
        "request",      "activity",    "construction", "development", "support", "earnings"})
    if (type == one) return true;
  return false;
}

/// Types of events between parties.
bool is_deal(std::string_view type) {
  for (const std::string_view one : {"acquisition", "investment", "contract", "supply", "partnership", "release",
                                     "funding", "lawsuit", "appointment"})
    if (type == one) return true;
  return false;
}

/// The beginning of what somebody said, cut at a blank.
std::string snippet(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = words.find(' ', at);
    if (end == std::string_view::npos) end = words.size();
    const std::string next = out + (out.empty() ? "" : " ") + std::string(words.substr(at, end - at));
    if (!out.empty() && text::display_width(next) > kSnippetColumns) return out + "…";
    out = next;
    at = end + 1;
  }
  while (out.ends_with('.') || out.ends_with(',')) out.pop_back();
  return out;
}

/// The finest of the times of a clause; of equals the first.
bool finer(const model::TimeExpression& a, const model::TimeExpression& b) {
  const auto rank = [](const model::TimeExpression& time) {
    return time.value.granularity == model::Granularity::range ? static_cast<int>(model::Granularity::day)
                                                               : static_cast<int>(time.value.granularity);
  };
  return rank(a) < rank(b);
}

}  // namespace

void Assembler::add(const Phrase& phrase, const std::vector<Clause>& clauses) {
  std::vector<std::optional<Draft>> drafts(clauses.size());
  std::vector<bool> usable(clauses.size());
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    if (!tells(clauses[i])) continue;
    drafts[i] = draft(phrase, clauses, i);
    usable[i] = drafts[i].has_value();
  }
  const std::vector<Attachment> attachments = attach_times(vocabulary_, article_, extraction_, phrase, clauses, usable);
  std::vector<bool> told(clauses.size());
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    if (!drafts[i]) continue;
    const Attachment* dating = nullptr;
    for (const Attachment& attachment : attachments) {
      if (attachment.clause != i) continue;
      const bool better = !dating || (dating->report && !attachment.report) ||
                          (dating->report == attachment.report &&
                           finer(extraction_.times[attachment.time], extraction_.times[dating->time]));
      if (better) dating = &attachment;
    }
    if (!dating) continue;
    // 연사로 나서 “…”라고 했다: said once.
    if (drafts[i]->speech && !events_.empty() && events_.back().sentence == phrase.sentence &&
        events_.back().type == "speech" && events_.back().time_expression == dating->time)
      continue;
    // The occasion is told by what happens at it: 열린 간담회에서 발언하고 있다.
    if (!dating->shared && clauses[i].predicate.is_inside() &&
        std::any_of(attachments.begin(), attachments.end(),
                    [&](const Attachment& other) { return other.shared && other.time == dating->time; }))
      continue;
    tell(phrase, clauses, i, *drafts[i], {dating->time, dating->report, DateBasis::stated});
    told[i] = true;
  }
  carry_over(phrase, clauses, drafts, attachments);
  carry_period(phrase, clauses, drafts, attachments);
  tell_undated(phrase, clauses, drafts, told);
  tell_due_days(phrase, attachments);
  remember_agent(phrase, clauses);
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
  if (dating.basis == DateBasis::context) event.date_reason = "dated by the sentences that follow the first one";
  const bool decided =
      is_decision(clause.predicate) && dating.time != kNone && when(time.value, article_.published) == When::past;
  event.date_role = dating.report || draft.reported    ? DateRole::reported
                    : draft.parts.announced || decided ? DateRole::announced
                                                       : DateRole::happened;
  if (!draft.parts.announced || draft.parts.status == EventStatus::occurred)
    draft.parts.status = status_of(governing(clauses, index), dating.time == kNone ? nullptr : &time.value);
  if (is_accusation(vocabulary_, phrase, clauses, index)) {
    draft.parts.status = EventStatus::possible;
    draft.parts.possibility = Possibility::accused;
  } else if (draft.parts.status == EventStatus::possible) {
    const Predicate& main = governing(clauses, index);
    const std::string_view ending = phrase.text.substr(main.stem.end, main.end - main.stem.end);
    if (vocabulary_.considers(ending)) draft.parts.possibility = Possibility::considered;
  }
  event.status = draft.parts.status;
  if (clause.predicate.reading.negated) {
    if (event.status != EventStatus::planned && event.status != EventStatus::cancelled) return;
    event.status = draft.parts.status = EventStatus::cancelled;
  }
  Party source;
  event.attributed_to = draft.attributed_to;
  if (clause.predicate.passage == 0 && event.attributed_to.empty())
    event.attributed_to = source_of(phrase, clause.predicate.word, &source);
  if (dating.report) draft.parts.source_english = source.english;
  for (const std::uint32_t entity : source.entities) add_participant(draft, entity, ParticipantRole::source);
  draft.parts.decided = decided;
  event.participants = draft.participants;
  event.object_text = draft.object_text;
  event.title = headlines_.korean(draft.parts);
  if (event.title.empty() || text::display_width(event.title) > kTitleColumns) return;
  event.title_en = headlines_.english(draft.parts);
  if (dating.time == kNone) {
    event.date_reason = "no time in the sentence";
    if (event.status == EventStatus::occurred && article_.published) {
      model::Moment day = *article_.published;
      day.hour = day.minute = day.second = -1;
      event.date = model::TimeValue{std::nullopt, day, model::Granularity::day, model::Modifier::before};
      event.date_basis = DateBasis::published;
    }
  }
  event.rule = clause.predicate.trigger ? clause.predicate.trigger->word : "verbal_noun";
  event.confidence = confidence_of(clause, draft, event);
  told_.push_back({phrase.sentence, event.type, draft.parts, event.participants});
  events_.push_back(std::move(event));
}

/// "4분기 매출은 … 올렸다. 영업이익도 28% 줄었다": figures that follow figures hold for the same period.
void Assembler::carry_period(const Phrase& phrase, const std::vector<Clause>& clauses,
                             std::vector<std::optional<Draft>>& drafts, const std::vector<Attachment>& attachments) {
  const auto measures = [](std::string_view type) { return type == "earnings"; };
  std::optional<std::uint32_t> period;
  for (const Attachment& attachment : attachments) {
    const model::TimeExpression& time = extraction_.times[attachment.time];
    const bool figures = drafts[attachment.clause] && measures(drafts[attachment.clause]->type);
    if (figures && time.value.granularity >= model::Granularity::month &&
        time.value.granularity <= model::Granularity::year)
      period = attachment.time;
  }
  if (period) {
    period_ = period;
    period_sentence_ = phrase.sentence;
    return;
  }
  if (!period_ || phrase.sentence - period_sentence_ != 1 || !attachments.empty()) return;
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    const Predicate& predicate = clauses[i].predicate;
    if (!drafts[i] || predicate.passage != 0 || predicate.is_inside() || !measures(drafts[i]->type) ||
        !drafts[i]->specific)
      continue;
    if (governing(clauses, i).reading.tense != Tense::past) continue;
    tell(phrase, clauses, i, *drafts[i], {*period_, false, DateBasis::context});
    period_sentence_ = phrase.sentence;
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
    const EventStatus status = status_of(governing(clauses, i), nullptr);
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
    event.time_expression = time;
    event.date_basis = DateBasis::stated;
    event.status = when(*event.date, article_.published) == When::past ? EventStatus::occurred : EventStatus::planned;
    const Party thing = headlines_.thing(extraction_, phrase, noun);
    const bool owned = thing.entities.empty() && !last_agent_.text.empty();
    event.title = owned ? last_agent_.text + ", " + thing.text : thing.text;
    event.object_text = thing.text;
    for (const std::uint32_t entity : thing.entities) event.participants.push_back({entity, ParticipantRole::object});
    if (owned)
      for (const std::uint32_t entity : last_agent_.entities)
        event.participants.push_back({entity, ParticipantRole::agent});
    event.rule = "due_day";
    event.confidence = owned ? 0.75 : 0.65;
    events_.push_back(std::move(event));
  }
}

/// News tells first what happened and then when: the main clause of the first sentence has the day that the next
/// sentences state, where that is a day of the news.
void Assembler::carry_over(const Phrase& phrase, const std::vector<Clause>& clauses,
                           std::vector<std::optional<Draft>>& drafts, const std::vector<Attachment>& attachments) {
  if (lead_told_ || extraction_.sentences[phrase.sentence].role != model::SentenceRole::body || clauses.empty()) return;
  lead_told_ = true;
  if (!attachments.empty()) return;
  // Headlines that a crawler ran into the first sentence: "… / … / …".
  if (phrase.span.of(phrase.text).find(" / ") != std::string_view::npos) return;
  const auto time = day_of_lead(phrase);
  if (!time) return;
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    const Predicate& predicate = clauses[i].predicate;
    const bool outside = predicate.reading.link == Link::final || predicate.reading.link == Link::connective;
    if (predicate.passage != 0 || !outside || !drafts[i]) continue;
    const Predicate& main = main_of(clauses, i);
    const bool done = main.reading.link == Link::final && main.reading.tense == Tense::past;
    if (done) tell(phrase, clauses, i, *drafts[i], {*time, false, DateBasis::context});
  }
}

std::optional<std::uint32_t> Assembler::day_of_lead(const Phrase& phrase) const {
  constexpr std::uint32_t kSentences = 3;
  for (std::uint32_t i = 0; i < extraction_.times.size(); ++i) {
    const model::TimeExpression& time = extraction_.times[i];
    if (time.sentence == phrase.sentence || time.sentence > phrase.sentence + kSentences) continue;
    // What stands before the first sentence dates it only in a caption, never in a dateline.
    if (time.sentence < phrase.sentence && extraction_.sentences[time.sentence].role != model::SentenceRole::caption)
      continue;
    if (time.value.granularity > model::Granularity::day || time.kind == model::TimeKind::vague) continue;
    if (is_news_day(time.value, article_.published)) return i;
  }
  return std::nullopt;
}

/// Whoever the sentence is about is who acts where the next one names nobody.
void Assembler::remember_agent(const Phrase& phrase, const std::vector<Clause>& clauses) {
  for (const Clause& clause : clauses) {
    if (clause.predicate.passage != 0 || clause.predicate.is_inside() || !clause.subject || !clause.own_subject)
      continue;
    if (is_attribute(phrase, *clause.subject)) continue;
    const std::string_view head = phrase.words[clause.subject->last_word].core.of(phrase.text);
    if (vocabulary_.is(WordClass::pronoun, head)) continue;
    Party party = headlines_.party(extraction_, phrase, *clause.subject);
    if (party.entities.empty() && text::count_characters(party.text) == 1) complete_surname(party);
    if (party.entities.empty()) continue;
    if (extraction_.entities[party.entities.front()].kind == EntityKind::person) last_person_ = party;
    last_agent_ = std::move(party);
  }
}

bool Assembler::is_attribute(const Phrase& phrase, const Argument& noun) const {
  return phrase.words[noun.last_word].mention == kNone &&
         vocabulary_.is(WordClass::attribute, phrase.words[noun.last_word].core.of(phrase.text));
}

Party Assembler::acting(const Phrase& phrase, const Clause& clause, bool& from_discourse) const {
  const Argument* noun = clause.subject                          ? &*clause.subject
                         : clause.head_is_subject && clause.head ? &*clause.head
                                                                 : nullptr;
  if (noun) {
    const std::string_view head = phrase.words[noun->last_word].core.of(phrase.text);
    const std::string_view whole = noun->span.of(phrase.text);
    if (!vocabulary_.is(WordClass::pronoun, head) && !vocabulary_.is(WordClass::pronoun, whole)) {
      Party party = headlines_.party(extraction_, phrase, *noun);
      if (party.entities.empty() && text::count_characters(party.text) == 1) {
        complete_surname(party);
        if (party.entities.empty()) return {};  // a verb stem that only looks like a noun: 받은, 짙은
      }
      return party;
    }
  } else if (clause.predicate.is_inside()) {
    return {};
  }
  from_discourse = true;
  // 그는 is a person; 회사는 is not.
  const bool person = noun && vocabulary_.is(WordClass::person, phrase.words[noun->last_word].core.of(phrase.text));
  return person && !last_person_.text.empty() ? last_person_ : last_agent_;
}

/// 황은: the one person of the article with that family name.
void Assembler::complete_surname(Party& party) const {
  std::uint32_t found = kNone;
  for (std::uint32_t i = 0; i < extraction_.entities.size(); ++i) {
    const model::Entity& entity = extraction_.entities[i];
    if (entity.kind != EntityKind::person ||
        !(entity.name.starts_with(party.text) || entity.name.ends_with(" " + party.text)))
      continue;
    if (found != kNone) return;
    found = i;
  }
  if (found == kNone) return;
  const model::Entity& entity = extraction_.entities[found];
  party = {entity.name_ko.empty() ? entity.name : entity.name_ko, entity.name_en, {found}};
}

const Argument* Assembler::object_of(const Phrase& phrase, const Clause& clause) const {
  const Argument* object = nullptr;
  for (const Argument& argument : clause.arguments)
    if (argument.kind == ParticleKind::object) object = &argument;
  if (!object)
    for (const Argument& argument : clause.arguments)
      if (argument.kind == ParticleKind::also || argument.kind == ParticleKind::only) object = &argument;
  // 쓱페이 인수를 포기했다, 외빈 명단 발표: a noun right before a verbal noun is its object.
  if (!object && !clause.arguments.empty()) {
    const Argument& last = clause.arguments.back();
    if ((!last.kind || last.kind == ParticleKind::genitive) && last.last_word + 1 == clause.predicate.word)
      object = &last;
  }
  if (!object && clause.predicate.is_inside() && clause.head && !clause.head_is_subject &&
      !clause.predicate.is_passive() &&
      !vocabulary_.is(WordClass::abstract, phrase.words[clause.head->last_word].core.of(phrase.text)))
    object = &*clause.head;
  return object;
}

const Argument* Assembler::complement_of(const Phrase&, const Clause& clause) const {
  const Argument* found = nullptr;
  for (const ParticleKind kind :
       {ParticleKind::locative, ParticleKind::dative, ParticleKind::with, ParticleKind::direction, ParticleKind::in})
    for (const Argument& argument : clause.arguments)
      if (!found && argument.kind == kind) found = &argument;
  return found;
}

/// The clause with which a spoken passage ends, where the speaker promises something in it: “…폐지를 추진하겠다”고
/// 말했다.
std::uint32_t Assembler::promised(const std::vector<Clause>& clauses, const Clause& clause) {
  if (clause.speech == 0) return kNone;
  std::uint32_t last = kNone;
  for (std::uint32_t i = 0; i < clauses.size(); ++i)
    if (clauses[i].predicate.passage == clause.speech) last = i;
  if (last == kNone || !tells(clauses[last])) return kNone;
  const Predicate& predicate = clauses[last].predicate;
  const bool own = !clauses[last].own_subject;
  const bool words = predicate.trigger && (predicate.trigger->kind == TriggerClass::speech ||
                                           predicate.trigger->kind == TriggerClass::vague);
  return own && !words && predicate.reading.link == Link::final && predicate.reading.status == EventStatus::planned &&
                 !predicate.reading.negated
             ? last
             : kNone;
}

std::optional<Assembler::Draft> Assembler::draft(const Phrase& phrase, const std::vector<Clause>& clauses,
                                                 std::uint32_t index) const {
  const Clause& clause = clauses[index];
  const Predicate& predicate = clause.predicate;
  const Trigger* trigger = predicate.trigger;
  Draft draft;
  draft.type = trigger ? trigger->type : "activity";
  draft.specific = trigger && trigger->kind != TriggerClass::vague;
  draft.parts.action =
      trigger && (trigger->native || trigger->word == predicate.noun) ? trigger->title : predicate.noun;
  draft.parts.verb = trigger ? trigger->english : std::string();
  draft.parts.passive = predicate.is_passive();
  draft.parts.status = status_of(governing(clauses, index), nullptr);
  draft.parts.agent = acting(phrase, clause, draft.from_discourse);
  const Argument* object = object_of(phrase, clause);

  // APEC 정상회의 폐막 뒤: it closes by itself; 원안위는 출범 이후: the subject does.
  if (is_marker(predicate) && (object || draft.from_discourse)) draft.parts.agent = {};

  // A subject that only measures is what changes, and its owner is who it happens to.
  if (clause.subject && is_attribute(phrase, *clause.subject) && draft.parts.agent.entities.empty()) {
    if (!object) object = &*clause.subject;
    draft.parts.agent = last_agent_;
    draft.from_discourse = true;
    draft.parts.passive = false;
  }

  const TriggerClass kind = trigger ? trigger->kind : TriggerClass::plain;
  // “…”는 제안에 세리머니를 했다: with an object, 하다 is no saying.
  const bool does =
      kind == TriggerClass::vague && object && object->kind == ParticleKind::object && clause.complement == kNone;
  const bool reports = !does && (clause.complement != kNone || clause.speech != 0);
  const std::uint32_t promise = promised(clauses, clause);
  if (promise != kNone && kind != TriggerClass::plain && kind != TriggerClass::vague) {
    Clause promising = clause;
    promising.complement = promise;
    draft_announcement(phrase, clauses, promising, nullptr, draft);
  } else if ((kind == TriggerClass::announce || kind == TriggerClass::report) && clause.speech == 0) {
    draft_announcement(phrase, clauses, clause, object, draft);
  } else if (kind == TriggerClass::speech && clause.complement != kNone &&
             looks_ahead(clauses[clause.complement].predicate)) {
    draft_announcement(phrase, clauses, clause, object, draft);
  } else if (kind == TriggerClass::speech ||
             (reports && kind != TriggerClass::plain && kind != TriggerClass::open && kind != TriggerClass::passive)) {
    draft_speech(phrase, clause, object, draft);
  } else {
    if (!object && !draft.parts.passive) object = complement_of(phrase, clause);
    if (!object && draft.parts.passive)
      for (const Argument& argument : clause.arguments)
        if (argument.kind == ParticleKind::direction) object = &argument;
    if (kind == TriggerClass::vague && !object) return std::nullopt;
    bool wraps = false;
    if (object) {
      const std::string_view last = phrase.words[object->last_word].core.of(phrase.text);
      if (kind == TriggerClass::vague || kind == TriggerClass::open) {
        const Trigger* named = named_by(phrase, *object);
        if (kind == TriggerClass::vague && !named && !vocabulary_.ends_as(WordClass::occasion, last) &&
            draft.parts.agent.entities.empty())
          return std::nullopt;
        if (named) {
          draft.type = named->type;
          draft.specific = true;
          if (kind == TriggerClass::vague) {
            draft.parts.action = named->title;
            draft.parts.verb = named->english;
            if (named->word != named->title) wraps = true;
          }
        } else if (kind == TriggerClass::vague && !is_occasion(phrase, *object)) {
          // A verb of many senses with an object of its own: the object says what it was.
          draft.specific = false;
          if (object->kind == ParticleKind::object) {
            draft.parts.action.clear();
            draft.parts.verb.clear();
            draft.type = "activity";
          }
        }
      } else if (draft.type == "opening" && draft.parts.passive) {
        draft.specific = true;
      }
      if (wraps && object->last_word > object->first_word) {
        // 특별세션 연사로 나서: the act is said by the last noun, its object by the rest.
        const std::uint32_t last_word = object->last_word - 1;
        draft.parts.object = headlines_.thing(extraction_, phrase,
                                              {{object->span.begin, phrase.words[last_word].core.end},
                                               object->first_word,
                                               last_word,
                                               std::nullopt,
                                               false,
                                               object->modifier});
      } else {
        draft.parts.object = headlines_.thing(extraction_, phrase, *object);
      }
    }
  }
  inherit(phrase, clause, draft);
  // An act on something needs the thing, where nobody who is known does it.
  const bool acts_on =
      trigger && !draft.parts.passive && !draft.speech && !draft.parts.announced && acts_on_something(draft.type);
  if (acts_on && draft.parts.object.text.empty() && draft.parts.agent.entities.empty()) return std::nullopt;
  if (draft.parts.agent.text.empty() && draft.parts.object.text.empty()) return std::nullopt;
  draft.object_text = draft.parts.object.text;
  draft.knows_agent = !draft.parts.agent.entities.empty();
  add_participants(phrase, clauses, clause, draft);
  return draft;
}

/// "공급될 것으로 예상된다" without a word of who and what, a sentence after "…공급하겠다고 발표한 GPU": the same
/// supply.
void Assembler::inherit(const Phrase& phrase, const Clause& clause, Draft& draft) const {
  constexpr std::uint32_t kSentences = 3;
  const bool lacks_all = draft.from_discourse && draft.parts.object.text.empty();
  if (!lacks_all || clause.predicate.is_inside()) return;
  for (auto earlier = told_.rbegin(); earlier != told_.rend(); ++earlier) {
    if (phrase.sentence - earlier->sentence > kSentences) return;
    if (earlier->type != draft.type || earlier->parts.object.text.empty()) continue;
    const EventStatus status = draft.parts.status;
    draft.parts = earlier->parts;
    draft.parts.status = status;
    draft.parts.announced = false;
    draft.participants = earlier->participants;
    return;
  }
}

void Assembler::draft_announcement(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                                   const Argument* object, Draft& draft) const {
  draft.parts.announced = true;
  const bool says_how_it_is =
      clause.complement != kNone && clauses[clause.complement].predicate.reading.status == EventStatus::ongoing;
  if (clause.complement != kNone && tells(clauses[clause.complement]) && !says_how_it_is) {
    // …공급하겠다고 발표했다: the announcement of a supply.
    auto inner = this->draft(phrase, clauses, clause.complement);
    if (inner && !inner->parts.action.empty()) {
      const Party announcer = draft.parts.agent;
      const bool own = clauses[clause.complement].own_subject && !inner->parts.agent.text.empty() &&
                       inner->parts.agent.text != announcer.text;
      Party agent = inner->parts.agent.text.empty() || !own ? announcer : inner->parts.agent;
      if (agent.text.empty()) agent = inner->parts.agent;
      const bool was_announced = draft.parts.announced;
      draft.type = inner->type;
      draft.specific = inner->specific;
      draft.parts = inner->parts;
      draft.parts.announced = was_announced;
      const std::string noun =
          headlines_.noun_of(clauses[clause.complement].predicate.noun, draft.parts.object.english);
      if (draft.parts.status == EventStatus::occurred && !draft.parts.passive && !noun.empty()) {
        draft.parts.object.english = noun;
        draft.parts.verb = "announce";
      }
      if (clause.predicate.trigger && clause.predicate.trigger->kind == TriggerClass::report) {
        // …을 시작했다고 로이터통신이 보도했다: the outlet is the source, not who acts.
        draft.parts.announced = false;
        draft.reported = true;
        draft.attributed_to = announcer.text;
        draft.parts.source_english = announcer.english;
        draft.participants = inner->participants;
        draft.parts.agent = inner->parts.agent.text == announcer.text ? Party{} : inner->parts.agent;
        for (const std::uint32_t entity : announcer.entities) add_participant(draft, entity, ParticipantRole::source);
        return;
      }
      if (!draft.parts.passive) draft.parts.agent = agent;
      draft.participants = inner->participants;
      // What is announced of a thing that the announcing verb modifies: 공급하겠다고 발표한 GPU.
      const bool has_object =
          std::any_of(clauses[clause.complement].arguments.begin(), clauses[clause.complement].arguments.end(),
                      [](const Argument& argument) { return argument.kind == ParticleKind::object; });
      if (!has_object && object && !draft.parts.passive)
        draft.parts.object = headlines_.thing(extraction_, phrase, *object);
      for (const std::uint32_t entity : announcer.entities) add_participant(draft, entity, ParticipantRole::agent);
      return;
    }
  }
  if (!object || says_how_it_is) {
    draft_speech(phrase, clause, object, draft);
    return;
  }
  std::uint32_t last = object->last_word;
  while (last > object->first_word && vocabulary_.is(WordClass::shell, phrase.words[last].core.of(phrase.text))) --last;
  draft.parts.object = headlines_.thing(extraction_, phrase, *object);
  const Trigger* named = vocabulary_.noun_trigger(phrase.words[last].core.of(phrase.text));
  if (!named) return;
  // 스케드MD 인수 사실을 밝혔다: the announcement of an acquisition.
  draft.type = named->type;
  draft.specific = true;
  if (last > object->first_word) {
    const Argument rest{{object->span.begin, phrase.words[last - 1].core.end},
                        object->first_word,
                        last - 1,
                        std::nullopt,
                        false,
                        object->modifier};
    const Party thing = headlines_.thing(extraction_, phrase, rest);
    draft.parts.object.text = thing.text + " " + std::string(phrase.words[last].core.of(phrase.text));
    draft.parts.object.english = headlines_.noun_of(phrase.words[last].core.of(phrase.text), thing.english);
  }
  // The verb says "announce" already, in both languages.
  draft.parts.announced = true;
  draft.parts.action = draft.parts.object.text.empty() ? draft.parts.action : std::string(vocabulary_.announced_word());
  draft.parts.verb = "announce";
}

void Assembler::draft_speech(const Phrase& phrase, const Clause& clause, const Argument* object, Draft& draft) const {
  const Trigger* trigger = clause.predicate.trigger;
  draft.speech = true;
  draft.parts.announced = false;
  draft.parts.passive = false;
  draft.parts.status = EventStatus::occurred;
  draft.type = trigger && trigger->kind == TriggerClass::speech ? trigger->type : "statement";
  if (!trigger || trigger->kind != TriggerClass::speech) {
    draft.parts.action = vocabulary_.statement_word();
    draft.parts.verb = "speak";
  }
  const Argument* occasion = nullptr;
  for (const Argument& argument : clause.arguments) {
    if ((argument.kind == ParticleKind::in || argument.kind == ParticleKind::locative) && is_occasion(phrase, argument))
      occasion = &argument;
  }
  if (object && object->kind == ParticleKind::object) {
    draft.parts.object = headlines_.thing(extraction_, phrase, *object);
  } else if (occasion) {
    draft.parts.object = headlines_.thing(extraction_, phrase, *occasion);
    if (const Trigger* named = named_by(phrase, *occasion)) draft.type = named->type;
    draft.parts.action = vocabulary_.statement_word();
    draft.parts.verb = draft.parts.object.english.ends_with("interview") ? "give" : "speak at";
    if (draft.type == "statement") draft.type = "speech";
  } else if (clause.speech != 0) {
    draft.parts.object.text = "“" + snippet(phrase.passages[clause.speech - 1].of(phrase.text)) + "”";
  } else if (const Argument* place = complement_of(phrase, clause)) {
    draft.parts.object = headlines_.thing(extraction_, phrase, *place);
    if (draft.parts.verb == "speak") draft.parts.verb = "speak at";
  }
}

bool Assembler::is_occasion(const Phrase& phrase, const Argument& noun) const {
  const Word& last = phrase.words[noun.last_word];
  if (vocabulary_.ends_as(WordClass::occasion, last.core.of(phrase.text))) return true;
  return noun.last_word > noun.first_word &&
         vocabulary_.is(WordClass::occasion,
                        base::Span{phrase.words[noun.last_word - 1].span.begin, last.core.end}.of(phrase.text));
}

/// The trigger that the last word, or the last two, of a noun phrase name (실적 발표).
const Trigger* Assembler::named_by(const Phrase& phrase, const Argument& noun) const {
  if (noun.last_word > noun.first_word) {
    const base::Span two{phrase.words[noun.last_word - 1].span.begin, phrase.words[noun.last_word].core.end};
    if (const Trigger* found = vocabulary_.noun_trigger(two.of(phrase.text))) return found;
  }
  return vocabulary_.noun_trigger(phrase.words[noun.last_word].core.of(phrase.text));
}

void Assembler::add_participant(Draft& draft, std::uint32_t entity, ParticipantRole role) const {
  for (const model::Participant& known : draft.participants)
    if (known.entity == entity) return;
  draft.participants.push_back({entity, role});
}

void Assembler::add_participants(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                                 Draft& draft) const {
  const ParticipantRole lead = draft.parts.passive ? ParticipantRole::object : ParticipantRole::agent;
  for (const std::uint32_t entity : draft.parts.agent.entities) add_participant(draft, entity, lead);
  const auto add_noun = [&](const Argument& noun, ParticipantRole role) {
    for (std::uint32_t i = noun.first_word; i <= noun.last_word; ++i) {
      if (phrase.words[i].mention == kNone) continue;
      const std::uint32_t entity = extraction_.mentions[phrase.words[i].mention].entity;
      ParticipantRole own = role;
      if (extraction_.entities[entity].kind == EntityKind::place && role != ParticipantRole::agent)
        own = ParticipantRole::place;
      if (extraction_.entities[entity].kind == EntityKind::occasion) own = ParticipantRole::occasion;
      add_participant(draft, entity, own);
    }
  };
  // 메타와 함께하는 프로젝트를 가동했다: who takes part in what the object is.
  const auto add_companions = [&](const Argument& noun) {
    if (noun.modifier == kNone) return;
    const Clause& modifier = clauses[noun.modifier];
    for (const Argument& argument : modifier.arguments) {
      add_noun(argument, ParticipantRole::counterpart);
      if (argument.kind == ParticleKind::with && draft.parts.with_english.empty() && !modifier.predicate.tells())
        draft.parts.with_english = headlines_.party(extraction_, phrase, argument).english;
    }
    if (modifier.subject && modifier.own_subject) add_noun(*modifier.subject, ParticipantRole::counterpart);
  };
  if (clause.subject && clause.own_subject) add_companions(*clause.subject);
  for (const Argument& argument : clause.arguments) {
    add_companions(argument);
    ParticipantRole role = ParticipantRole::object;
    if (argument.kind) switch (*argument.kind) {
        case ParticleKind::dative:
          role = ParticipantRole::recipient;
          break;
        case ParticleKind::locative:
          role = ParticipantRole::recipient;
          break;
        case ParticleKind::with:
        case ParticleKind::source:
          role = ParticipantRole::counterpart;
          break;
        case ParticleKind::in:
          role = ParticipantRole::counterpart;
          break;
        default:
          break;
      }
    add_noun(argument, role);
  }
  if (clause.predicate.is_inside() && clause.head)
    add_noun(*clause.head, clause.head_is_subject || draft.parts.passive ? lead : ParticipantRole::object);
  for (const std::uint32_t entity : draft.parts.object.entities)
    add_participant(draft, entity, ParticipantRole::object);
}

EventStatus Assembler::status_of(const Predicate& predicate, const model::TimeValue* date) const {
  const Reading& reading = predicate.reading;
  const When at = date ? when(*date, article_.published) : When::unknown;
  if (reading.status) {
    if (*reading.status == EventStatus::ongoing && at == When::past) return EventStatus::occurred;
    if (*reading.status == EventStatus::ongoing && date && date->granularity <= model::Granularity::day)
      return EventStatus::occurred;
    return *reading.status;
  }
  if (reading.tense == Tense::past || at == When::past)
    return at == When::future ? EventStatus::planned : EventStatus::occurred;
  if (at == When::future || reading.tense == Tense::future) return EventStatus::planned;
  if (at == When::around && date->granularity > model::Granularity::day) {
    const bool begun = date->granularity == model::Granularity::range;  // a stretch that holds the publication
    return reading.link == Link::final && reading.tense == Tense::present && !begun ? EventStatus::planned
                                                                                    : EventStatus::ongoing;
  }
  if (reading.tense == Tense::present &&
      (reading.link == Link::final || (reading.link == Link::quote && at == When::around)))
    return EventStatus::planned;
  return EventStatus::occurred;
}

std::string Assembler::source_of(const Phrase& phrase, std::uint32_t before_word, Party* party) const {
  for (std::uint32_t i = 1; i < before_word; ++i) {
    if (phrase.words[i].passage != 0 || !vocabulary_.is(WordClass::source, phrase.words[i].span.of(phrase.text)))
      continue;
    std::uint32_t first = i - 1;
    while (first > 0 && phrase.words[first - 1].time == kNone && !phrase.words[first - 1].particle &&
           !phrase.words[first - 1].comma && i - first < 4)
      --first;
    const Argument noun{
        {phrase.words[first].span.begin, phrase.words[i - 1].core.end}, first, i - 1, std::nullopt, false, kNone};
    *party = headlines_.party(extraction_, phrase, noun);
    return party->text;
  }
  return {};
}

double Assembler::confidence_of(const Clause& clause, const Draft& draft, const model::EventMention& event) const {
  double score = 0.55;
  if (draft.specific) score += 0.1;
  if (draft.knows_agent) score += 0.12;
  if (clause.own_subject) score += 0.06;
  if (event.date_basis == DateBasis::stated) score += 0.1;
  if (!clause.predicate.trigger) score -= 0.08;
  if (draft.from_discourse) score -= 0.06;
  if (clause.predicate.passage != 0) score -= 0.15;
  if (draft.parts.agent.text.empty()) score -= 0.15;
  return std::clamp(score, 0.2, 0.95);
}

}  // namespace timeline::event
