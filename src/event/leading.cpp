#include <algorithm>

#include "event/assembler.hpp"

// The first sentence of an article, which tells what happened before the next ones tell when.
namespace timeline::event {

using lexicon::ParticleKind;
using model::DateBasis;

namespace {

bool stands_outside(const Clause& clause) {
  const Link link = clause.predicate.reading.link;
  return clause.predicate.passage == 0 && (link == Link::final || link == Link::connective);
}

}  // namespace

/// News tells first what happened and then when: the main clause of the first sentence has the day that the next
/// sentences state, where that is a day of the news.
void Assembler::carry_over(const Phrase& phrase, const std::vector<Clause>& clauses,
                           std::vector<std::optional<Draft>>& drafts, const std::vector<Attachment>& attachments) {
  if (lead_told_ || extraction_.sentences[phrase.sentence].role != model::SentenceRole::body || clauses.empty()) return;
  // Headings and lines of keywords stand before it: a sentence ends with its verb.
  const std::uint32_t last = closing_clause(clauses);
  if (last == kNone && phrase.words.back().particle != ParticleKind::copula) return;
  lead_told_ = true;
  if (last == kNone || !drafts[last]) return;
  // A day inside (6·1 지방선거와 함께 치르는 …) leaves the main clause without one.
  for (const Attachment& attachment : attachments)
    if (stands_outside(clauses[attachment.clause]) && clauses[attachment.clause].predicate.base != Base::noun) return;
  // Headlines that a crawler ran into the first sentence: "… / … / …".
  if (phrase.span.of(phrase.text).find(" / ") != std::string_view::npos) return;
  const auto time = day_of_lead(phrase, clauses, drafts);
  if (!time) return;
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    // '집에서 일했다'는 보도를 반박했다: what ends before the sentence does is somebody's words.
    const bool ends_early = i != last && clauses[i].predicate.reading.link == Link::final;
    if (!stands_outside(clauses[i]) || !drafts[i] || ends_early) continue;
    if (std::any_of(attachments.begin(), attachments.end(), [&](const Attachment& one) { return one.clause == i; }))
      continue;
    // 성추행한 혐의로 구속됐다: the deed is older.
    if (is_accusation(vocabulary_, phrase, clauses, i)) continue;
    // 도피한 지 3년 만에 붙잡혔다: that was when it began.
    if (i + 1 < clauses.size() &&
        lapses(vocabulary_, extraction_, phrase, clauses[i].predicate.last_word, clauses[i + 1].predicate.word))
      continue;
    const Predicate& main = main_of(clauses, i);
    const bool done = main.reading.link == Link::final && main.reading.tense == Tense::past;
    if (done)
      tell(phrase, clauses, i, *drafts[i],
           {*time, false, DateBasis::context, "dated by the sentences that follow the first one"});
  }
}

/// The same deed told again gives its day (불이 나 5명이 구조됐다. 7일 밤 불이 났다); else the first day of the news
/// does. Who tells words says them on the day of his source, and what happened did so on that day only where no other
/// is named beside it: 8일 소방당국에 따르면 지난 7일 …
std::optional<std::uint32_t> Assembler::day_of_lead(const Phrase& phrase, const std::vector<Clause>& lead,
                                                    const std::vector<std::optional<Draft>>& drafts) const {
  constexpr std::uint32_t kSentences = 3;
  constexpr int kDays = 14;  // so old may the deed be that the next sentence tells again
  const auto count = static_cast<std::uint32_t>(extraction_.sentences.size());
  const Draft& last = *drafts[closing_clause(lead)];
  const bool words = last.speech || last.parts.announced;
  const auto tells_too = [&](const Predicate& told) {
    for (std::uint32_t i = 0; i < lead.size(); ++i)
      if (drafts[i] && drafts[i]->specific && stands_outside(lead[i]) && lead[i].predicate.trigger == told.trigger)
        return true;
    return false;
  };
  std::vector<std::uint32_t> of_sources;
  for (std::uint32_t i = phrase.sentence + 1; i < count && i <= phrase.sentence + kSentences && !words; ++i) {
    if (extraction_.sentences[i].role != model::SentenceRole::body) continue;
    const Phrase next = reader_.read(i);
    const std::vector<Clause> clauses = build_clauses(vocabulary_, next);
    std::vector<bool> usable;
    for (const Clause& clause : clauses) usable.push_back(clause.predicate.tells());
    std::vector<std::uint32_t> reports;
    bool has_own = false;
    for (const Attachment& one : attach_times({vocabulary_, article_, extraction_, next, clauses, usable})) {
      const model::TimeValue& value = extraction_.times[one.time].value;
      const Predicate& told = clauses[one.clause].predicate;
      if (value.granularity > model::Granularity::day || told.passage != 0) continue;
      if (one.report) {
        reports.push_back(one.time);
        continue;
      }
      has_own = has_own || is_news_day(value, article_.published);
      const bool again = told.trigger && !told.reading.negated && tells_too(told);
      const bool next_one = i == phrase.sentence + 1;
      if (again && (next_one ? is_news_day(value, article_.published, kDays) : is_news_day(value, article_.published)))
        return one.time;
    }
    if (has_own) of_sources.insert(of_sources.end(), reports.begin(), reports.end());
  }
  for (std::uint32_t i = 0; i < extraction_.times.size(); ++i) {
    const model::TimeExpression& time = extraction_.times[i];
    if (time.sentence == phrase.sentence || time.sentence > phrase.sentence + kSentences) continue;
    // What stands before the first sentence dates it only in a caption, never in a dateline.
    if (time.sentence < phrase.sentence && extraction_.sentences[time.sentence].role != model::SentenceRole::caption)
      continue;
    if (time.value.granularity != model::Granularity::day || time.kind == model::TimeKind::vague) continue;
    if (std::find(of_sources.begin(), of_sources.end(), i) != of_sources.end()) continue;
    if (is_news_day(time.value, article_.published)) return i;
  }
  return std::nullopt;
}

}  // namespace timeline::event
