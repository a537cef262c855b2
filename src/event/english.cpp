#include "event/english.hpp"

#include <algorithm>

#include "event/english_lead.hpp"
#include "event/english_roles.hpp"

namespace timeline::event {
namespace {

using model::DateBasis;
using model::EventStatus;

constexpr std::uint32_t kLeadSentences = 2;   // of the body that tell something: they tell what the headline tells
constexpr std::uint32_t kOpening = 6;         // sentences of the body among which they are
constexpr std::uint32_t kNearSentences = 10;  // of the body whose "has opened" is news
constexpr std::uint32_t kNewsSentences = 28;  // where another telling of the same event is looked for

void date_by_publication(const model::Article& article, model::EventMention& event) {
  model::Moment day = *article.published;
  day.hour = day.minute = day.second = -1;
  event.date = model::TimeValue{std::nullopt, day, model::Granularity::day, model::Modifier::before};
  event.date_basis = DateBasis::published;
  event.date_reason = "no time in the sentence";
}

/// The headline and the first sentence tell one event when they agree in type, day and who does it: what the sentence
/// says more fully ("SchedMD") is what the headline means ("the company behind Slurm").
void complete_headline(model::EventMention& headline, const model::EventMention& lead) {
  const auto agent = [](const model::EventMention& event) {
    for (const model::Participant& one : event.participants)
      if (one.role == model::ParticipantRole::agent) return one.entity;
    return kNoToken;
  };
  if (headline.type != lead.type || headline.date != lead.date || agent(headline) != agent(lead) ||
      agent(lead) == kNoToken)
    return;
  for (const model::Participant& one : lead.participants)
    if (one.role != model::ParticipantRole::source) add_participant(headline, one.entity, one.role);
  headline.object_text = lead.object_text;
  headline.date_role = lead.date_role;
}

}  // namespace

EnglishDetector::EnglishDetector(const lexicon::DataSet& data, const EnglishWords& words)
    : grammar_(data, words), words_(words) {}

void EnglishDetector::detect(const model::Article& article, model::Extraction& extraction) const {
  struct Candidate {
    EnglishReader::Told told;
    bool lead = false;
    bool first = false;  // told by the headline or the first sentence
    bool near = false;   // to the beginning of the body
  };
  std::vector<Candidate> candidates;
  EnglishReader reader(grammar_, words_, article, extraction);
  EnglishLead lead(article, extraction);
  std::uint32_t body = 0;
  std::uint32_t leads = 0;
  for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i) {
    const model::Sentence& sentence = extraction.sentences[i];
    if (sentence.role == model::SentenceRole::noise) continue;
    const bool title = sentence.role == model::SentenceRole::title;
    std::vector<EnglishReader::Told> sentence_told = reader.read(i);
    const bool opening = !title && body < kOpening && leads < kLeadSentences && !sentence_told.empty();
    if (opening) ++leads;
    for (EnglishReader::Told& told : sentence_told) {
      if (body < kNewsSentences && !title) lead.add(told, body);
      candidates.push_back(
          {std::move(told), title || opening, title || (opening && leads == 1), !title && body < kNearSentences});
    }
    if (title) continue;
    if (body < kNewsSentences) lead.add(reader, body);
    ++body;
  }
  bool headline_told = false;
  const auto is_title = [&](std::uint32_t sentence) {
    return extraction.sentences[sentence].role == model::SentenceRole::title;
  };
  for (Candidate& candidate : candidates) {
    model::EventMention& event = candidate.told.event;
    // "Nvidia to supply chips": planned news has the day of the sentence that tells it in full, and news that the same
    // verb tells there.
    if (!event.date && is_title(event.sentence))
      for (const Candidate& other : candidates)
        if (const model::EventMention& full = other.told.event;
            other.first && full.date && full.type == event.type && full.status == event.status &&
            (event.status != EventStatus::occurred || full.rule == event.rule)) {
          event.date = full.date;
          event.time_expression = full.time_expression;
          event.date_basis = DateBasis::context;
          event.date_role = full.date_role;
          event.date_reason = "dated by the sentence that tells it in full";
          break;
        }
    const bool beside = candidate.told.link == ClauseLink::subordinate && !candidate.first;
    if (!event.date && candidate.lead && (candidate.told.link != ClauseLink::reported || candidate.first) && !beside) {
      const bool news = event.status == EventStatus::occurred || event.status == EventStatus::ongoing;
      const std::uint32_t day = news ? lead.day(candidate.told, candidate.first) : kNoToken;
      if (day != kNoToken) {
        event.date = extraction.times[day].value;
        if (const auto whole = day_of_hour(*event.date)) event.date = whole;
        event.time_expression = day;
        event.date_basis = DateBasis::context;
        event.date_reason = "dated by the day of the news that the article states";
        event.confidence += 0.05;
      } else if (news && article.published && !lead.is_newer_than_publication()) {
        date_by_publication(article, event);
      }
    }
    // "The agency has opened an inquiry": news without a day.
    const bool clause_leads = candidate.told.link == ClauseLink::main || candidate.told.link == ClauseLink::joined;
    if (!event.date && candidate.near && candidate.told.perfect && !candidate.told.habit && clause_leads &&
        !candidate.told.weak && event.type != "statement" && article.published && !lead.is_newer_than_publication())
      date_by_publication(article, event);
    if (!event.date) continue;
    const bool own = event.date_basis == DateBasis::stated;
    if (candidate.told.weak && !own &&
        !(candidate.first && (event.date_basis == DateBasis::context || event.type != "statement")))
      continue;
    if (candidate.first && extraction.events.size() == 1 && headline_told)
      complete_headline(extraction.events[0], event);
    headline_told = headline_told || (extraction.events.empty() && is_title(event.sentence));
    extraction.events.push_back(std::move(event));
  }
}

}  // namespace timeline::event
