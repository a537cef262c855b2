#include "event/clause_times.hpp"

#include <algorithm>

namespace timeline::event {

using model::EventStatus;

bool ClauseTimes::agrees(std::uint32_t time, std::uint32_t last, std::uint32_t index) const {
  const Predicate& predicate = clauses_[index].predicate;
  const Predicate& main = main_of(clauses_, index);
  const Reading& reading = main.reading;
  // 10일 애플은 … 채택한다고, 제출할 것을: what is said to hold or to come is not what happened on the day.
  const bool in_present = reading.link == Link::quote && reading.tense == Tense::present && !reading.status;
  const bool to_come = reading.link == Link::quote && looks_ahead(main);
  // 11일 … 헌신해 온 봉사자들을 격려했다: what has gone on up to now is not of a day.
  if (predicate.is_inside() && predicate.reading.status == EventStatus::ongoing &&
      predicate.reading.tense == Tense::past && extraction_.times[time].value.to &&
      extraction_.times[time].value.granularity <= model::Granularity::day)
    return false;
  if (is_in_report(last, index) || is_of_condition(time, last, index)) return false;
  switch (when(extraction_.times[time].value, article_.published)) {
    case When::past:
      if (is_day_of_telling(time) && is_claimed(index)) return false;
      return (!looks_ahead(predicate) || is_decision(predicate) || is_forecast(vocabulary_, phrase_.text, predicate)) &&
             !((in_present || to_come) && is_reported(index));
    case When::around:
      if (is_day_of_telling(time) && is_claimed(index)) return false;
      if (is_deadline(time) && reading.tense == Tense::past && !reading.status && !looks_ahead(predicate))
        return main.trigger && main.trigger->type == "plan";
      // 22일 … 증설하겠다고 밝혔다: of today only what stands right beside the day, and else the telling.
      if (!is_day_of_telling(time) || predicate.word == last + 1) return true;
      if (predicate.reading.link == Link::quote_adnominal && looks_ahead(predicate)) return false;
      return !((in_present || to_come) && is_reported(index));
    case When::future:
      // 올해 11월부터 시행되는 법에 따른 준비를 진행하고 있다
      if (reading.status == EventStatus::ongoing) return main.trigger && main.trigger->type == "plan";
      return looks_ahead(main) || predicate.reading.status || reading.tense == Tense::present ||
             reading.tense == Tense::none;
    default:
      return true;
  }
}

/// 지난 15일 구글이 칩을 판다는 보도가 나왔다: the day before all of it is that of the report.
bool ClauseTimes::is_in_report(std::uint32_t last, std::uint32_t index) const {
  const Clause& clause = clauses_[index];
  if (clause.predicate.reading.link != Link::quote_adnominal || !clause.subject || clause.subject->first_word <= last)
    return false;
  return std::any_of(clauses_.begin(), clauses_.end(), [&](const Clause& other) {
    return other.predicate.word == clause.predicate.last_word + 1 && other.predicate.trigger &&
           other.predicate.trigger->kind == TriggerClass::report;
  });
}

/// 2029년까지: open at its beginning, and still to come. What is told in the past has no such time, but for a plan
/// that was made.
bool ClauseTimes::is_deadline(std::uint32_t time) const {
  const model::TimeValue& value = extraction_.times[time].value;
  return !value.from && value.to && article_.published && day_of(*article_.published) < day_of(*value.to);
}

bool ClauseTimes::is_day_of_telling(std::uint32_t time) const {
  const model::TimeValue& value = extraction_.times[time].value;
  return value.to && is_news_day(value, article_.published);
}

bool ClauseTimes::is_reported(std::uint32_t index) const {
  const Predicate& main = main_of(clauses_, index);
  for (std::uint32_t i = index; i < clauses_.size(); ++i)
    if (&clauses_[i].predicate == &main) return governed(i);
  return false;
}

/// 그는 15일 속았다고 주장했다, 검찰은 15일 맞았다고 주장한 A씨를 불렀다: what somebody says of the past is older
/// than the day on which he says it.
bool ClauseTimes::is_claimed(std::uint32_t index) const {
  const Predicate& main = main_of(clauses_, index);
  if (main.reading.link != Link::quote || main.reading.tense != Tense::past) return false;
  for (const Clause& clause : clauses_) {
    if (clause.complement == kNone || &clauses_[clause.complement].predicate != &main) continue;
    const Trigger* says = clause.predicate.trigger;
    return says && says->kind == TriggerClass::speech;
  }
  return false;
}

bool ClauseTimes::keeps(std::uint32_t time, std::uint32_t last, std::uint32_t index) const {
  const Predicate& predicate = clauses_[index].predicate;
  const model::TimeValue& value = extraction_.times[time].value;
  const When at = when(value, article_.published);
  // 재판부는 지난달 11일 기소 후 달라졌다고 봤다: what came later has not its day.
  if (predicate.word == last + 1 && predicate.base == Base::noun && predicate.trigger &&
      predicate.trigger->type == "indictment" &&
      vocabulary_.is(WordClass::after, phrase_.words[predicate.last_word].core.of(phrase_.text)))
    return true;
  if (predicate.reading.link != Link::adnominal || predicate.reading.tense != Tense::past ||
      is_news_day(value, article_.published) || at == When::future)
    return false;
  // 경찰은 지난 1일 머무르고 있던 김씨를 붙잡았다: a day is that of the deed.
  const bool lasts = value.granularity > model::Granularity::day;
  // 2012년 당시 실장을 지낸
  const bool holds_office =
      predicate.trigger && predicate.trigger->kind == TriggerClass::vague && predicate.trigger->type == "operation";
  const bool was =
      lasts && (predicate.base == Base::past || predicate.reading.status == EventStatus::ongoing || holds_office);
  const bool beside = predicate.voice == Voice::passive && at == When::past && predicate.word == last + 1;
  // 지난해 열렸던 정상회담 당시: the occasion tells itself.
  if (predicate.trigger && predicate.trigger->type == "opening") return false;
  if (!was && !beside) return false;
  // 2년 전 서울에 왔을 때 약속했다: both are of that time.
  if (const std::uint32_t behind = predicate.last_word + 1;
      predicate.tells() && behind < phrase_.words.size() &&
      vocabulary_.is(WordClass::at_time, phrase_.words[behind].core.of(phrase_.text)))
    return false;
  for (std::uint32_t i = last + 1; i < predicate.word; ++i)
    if (const Word& word = phrase_.words[i];
        word.passage == predicate.passage && !word.aside &&
        (word.last == lexicon::ParticleKind::topic || word.last == lexicon::ParticleKind::subject ||
         (!holds_office && vocabulary_.is(WordClass::then, word.core.of(phrase_.text)))))
      return false;
  return true;
}

bool ClauseTimes::is_of_condition(std::uint32_t time, std::uint32_t last, std::uint32_t index) const {
  const Reading& main = main_of(clauses_, index).reading;
  const bool come = when(extraction_.times[time].value, article_.published) == When::past || is_day_of_telling(time);
  if (!come || main.tense == Tense::past || main.status == EventStatus::ongoing) return false;
  return std::any_of(clauses_.begin(), clauses_.begin() + index, [&](const Clause& clause) {
    return clause.predicate.passage == clauses_[index].predicate.passage && clause.predicate.word > last &&
           clause.predicate.reading.link == Link::condition;
  });
}

bool ClauseTimes::counts_from_case(std::uint32_t time, std::uint32_t first, std::uint32_t passage) const {
  const model::TimeValue& value = extraction_.times[time].value;
  if (!article_.published || value.granularity != model::Granularity::range || !value.from ||
      day_of(*value.from) != day_of(*article_.published))
    return false;
  return std::any_of(clauses_.begin(), clauses_.end(), [&](const Clause& clause) {
    return clause.predicate.passage == passage && clause.predicate.last_word < first &&
           clause.predicate.reading.link == Link::condition;
  });
}

std::optional<std::uint32_t> ClauseTimes::deed_of_accused(std::uint32_t time, std::uint32_t last) const {
  constexpr int kDays = 14;
  if (is_news_day(extraction_.times[time].value, article_.published, kDays)) return std::nullopt;
  for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
    const Clause& clause = clauses_[i];
    const Predicate& predicate = clause.predicate;
    if (predicate.passage != phrase_.words[last].passage || predicate.word <= last) continue;
    // 한빛신문은 지난 3월 그가 돈을 빼돌린 의혹을 보도했다
    if (clause.own_subject && clause.subject && clause.subject->first_word > last) return std::nullopt;
    const bool bare = predicate.base == Base::noun && !predicate.reading.auxiliary;
    const bool accusation = !bare && is_accusation(vocabulary_, phrase_, clauses_, i);
    // 당시 의원이던 이씨의 글을 올린 혐의: what only describes stands between.
    if (!accusation && (usable_[i] || !predicate.is_inside())) return std::nullopt;
    if (!accusation || (!usable_[i] && !predicate.is_inside())) continue;
    // 검찰은 지난 9월 6일 표창장을 위조한 혐의로 정씨를 기소했다: of which of the two the day is, nobody says.
    const auto main = std::find_if(clauses_.begin() + i, clauses_.end(), [&](const Clause& other) {
      return other.predicate.passage == predicate.passage && !other.predicate.is_inside();
    });
    const Trigger* trigger = main == clauses_.end() ? nullptr : main->predicate.trigger;
    const bool by_accuser =
        trigger && !main->predicate.is_passive() && (trigger->type == "indictment" || trigger->type == "arrest");
    if (by_accuser && extraction_.times[time].value.granularity <= model::Granularity::day) return kNone;
    return usable_[i] && agrees(time, last, i) ? i : kNone;
  }
  return std::nullopt;
}

bool ClauseTimes::governed(std::uint32_t index) const {
  for (std::uint32_t i = index + 1; i < clauses_.size(); ++i)
    if (clauses_[i].complement == index) return usable_[i];
  return false;
}

}  // namespace timeline::event
