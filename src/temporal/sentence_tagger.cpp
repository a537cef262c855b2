#include "temporal/sentence_tagger.hpp"

#include <utility>

#include "temporal/candidate_traits.hpp"
#include "temporal/discourse.hpp"
#include "temporal/grammar.hpp"
#include "temporal/sentence_context.hpp"

namespace timeline::temporal {

using model::Granularity;
using model::TimeExpression;
using model::TimeKind;

SentenceTagger::SentenceTagger(const Language& language, std::string_view text, base::Span sentence, bool sets_anchors,
                               Anchors& anchors, std::vector<TimeExpression>& found, Trace* trace)
    : language_(language),
      text_(text),
      sentence_(sentence),
      sets_anchors_(sets_anchors),
      anchors_(anchors),
      found_(found),
      trace_(trace),
      resolver_(language.words),
      first_found_(found.size()),
      previous_end_(sentence.begin) {
  anchors_.sentence_day.reset();
  anchors_.sentence_period.reset();
  ++anchors_.sentence;
}

std::string_view SentenceTagger::between(const Candidate& candidate) const {
  return text_.substr(previous_end_, candidate.span.begin - previous_end_);
}

bool SentenceTagger::is_apposed(const Candidate& candidate) const {
  if (!language_.korean || !(is_shift(candidate) || is_anaphoric_day(candidate))) return false;
  const std::uint32_t end = candidate.span.end;
  if (end < sentence_.end && text_[end] == '(') return true;
  const auto particle = language_.words.particles().after(text_, end);
  return particle && particle->kind == lexicon::ParticleKind::copula;
}

bool SentenceTagger::is_counted_from_now(const Candidate& candidate) const {
  constexpr std::size_t kFromOnly = 13;  // bytes of the particles
  return found_.size() > first_found_ && found_.back().kind == TimeKind::vague &&
         between(candidate).size() <= kFromOnly;
}

/// "delayed to Nov. 20", "set for May 3"
bool SentenceTagger::is_aimed_at(const Candidate& candidate) const {
  const std::string_view before = text_.substr(sentence_.begin, candidate.span.begin - sentence_.begin);
  return candidate.first.has(Step::day) && (before.ends_with(" to ") || before.ends_with(" for "));
}

void SentenceTagger::take(Candidate& candidate) {
  anchors_.tense = Tense::unknown;
  anchors_.tense_is_sure = false;
  anchors_.near_year.reset();
  anchors_.near_month.reset();
  anchors_.stands_alone = candidate.span.begin == sentence_.begin && candidate.span.end == sentence_.end;
  const std::optional<DayNumber> day_before = anchors_.last_day;
  anchors_.apposed_day.reset();
  if (apposed_ && apposed_days_ != 0 && counted_from_ && is_bare_day(candidate) &&
      civil_day(*counted_from_ + apposed_days_).day == candidate.first.steps[0].a)
    anchors_.apposed_day = *counted_from_ + apposed_days_;
  if (language_.korean && is_bare_day(candidate))
    if (const auto date = date_behind(text_, sentence_.end); date && civil_day(*date).day == candidate.first.steps[0].a)
      anchors_.apposed_day = date;
  const bool tense_wanted = needs_tense(candidate);
  read_sentence(tense_wanted, candidate);
  anchors_.quoted =
      (is_today(candidate) || is_bare_day(candidate)) && is_quoted(text_, sentence_.begin, candidate.span.begin);
  candidate.exact = asks_ || (!language_.korean && candidate.first.has(Step::shift) && is_weeks(candidate));
  anchors_.put_off = !language_.korean && (candidate.bound == Bound::until || is_aimed_at(candidate));
  if (tense_wanted) {
    take_over_year(candidate);
    read_clause(candidate);
  }
  // "사흘 뒤 취소했다": what a story says of the past is not counted from publication.
  if (language_.korean && sets_anchors_ && !asks_ && is_later(candidate))
    anchors_.tense = language_.tense.clause(text_, candidate.span.end, sentence_).tense;
  std::vector<std::string> lines;
  TimeExpression expression = resolver_.resolve(candidate, anchors_, trace_ ? &lines : nullptr);
  // An older day that the sentence names is that of the occasion; the day of the news is that of its telling.
  const bool occasion_is_dated = anchors_.sentence_day && anchors_.sentence_day != anchors_.dateline;
  if (language_.korean && !occasion_is_dated && !is_counted_from_now(candidate) &&
      (is_shift(candidate) || is_day_beside(candidate)) &&
      is_counted_from_occasion(language_, candidate, text_, sentence_)) {
    expression.value = {};
    expression.reason = "counted from something whose day is not named";
  }
  read_dateline(expression);
  join_with_previous(candidate, expression);
  go_on_from(candidate, expression);
  apposed_days_ = is_shift(candidate) && candidate.first.steps[0].unit == Unit::day ? candidate.first.steps[0].a : 0;
  counted_from_ = day_before;
  found_.push_back(std::move(expression));
  if (trace_) trace_->push_back(std::move(lines));
}

/// "SEOUL, Oct. 21 (Reuters) - Hanbit today …" in a paper of the 22nd: it was written on the 21st.
void SentenceTagger::read_dateline(const TimeExpression& expression) {
  constexpr int kHead = 3;  // sentences
  constexpr DayNumber kOld = 3;
  if (language_.korean || !sets_anchors_ || anchors_.sentence > kHead || !anchors_.reference ||
      !expression.value.from || expression.value.from != expression.value.to ||
      expression.value.granularity != Granularity::day || !is_head_of_report(text_, sentence_, expression.span))
    return;
  const DayNumber age = day_number(*anchors_.reference) - day_number(*expression.value.from);
  if (age > 0 && age <= kOld) anchors_.written = day_number(*expression.value.from);
}

void SentenceTagger::read_sentence(bool tense_wanted, const Candidate& candidate) {
  if (!language_.korean || sentence_is_read_ || !(tense_wanted || candidate.first.has(Step::shift))) return;
  sentence_is_read_ = true;
  ends_past_ = language_.tense.ends_in_past(text_, sentence_.begin, sentence_.end);
  constexpr std::uint32_t kLongestQuestion = 240;  // bytes
  asks_ = sentence_.size() <= kLongestQuestion && language_.tense.asks_for_day(text_, sentence_.begin, sentence_.end);
}

void SentenceTagger::take_over_year(const Candidate& candidate) {
  // "전날(1일)" crosses the month; the day itself is not far from publication.
  const bool at_hand = apposed_ && is_bare_day(candidate) && text_[previous_end_] == '(' && previous_dated_ &&
                       anchors_.reference && is_near(*found_.back().value.from, *anchors_.reference);
  if (previous_dated_ && !at_hand && candidate.span.begin > previous_end_ && enumerates(between(candidate))) {
    anchors_.near_year = previous_year_;
    anchors_.near_month = previous_month_;
  } else if (language_.korean && previous_is_year_ &&
             language_.tense.ends_adnominal(text_, previous_end_, candidate.span.begin)) {
    anchors_.near_year = previous_year_;
  }
}

void SentenceTagger::read_clause(Candidate& candidate) {
  ClauseTense clause;
  if (sets_anchors_ && language_.korean)
    clause = language_.tense.clause(text_, candidate.clause_at, sentence_, anchors_.sentence_day.has_value());
  else if (sets_anchors_)
    clause.tense = language_.tense.nearest(text_, sentence_, candidate.span);
  // "2일 … 출시할 것이라고 밝혔다": a day just past belongs to the telling.
  if (clause.tense == Tense::future && ends_past_ && is_bare_day(candidate) && anchors_.reference) {
    const int gap = (anchors_.reference->day - candidate.first.steps[0].a + 31) % 31;
    constexpr int kThisWeek = 7;
    if (gap <= kThisWeek) clause.tense = Tense::past;
  }
  // "19일 저녁 신년회!" looks forward.
  if (language_.korean && clause.tense == Tense::unknown && !ends_past_ && ends_in_call(text_, sentence_))
    clause.tense = Tense::future;
  constexpr std::uint32_t kRightBehind = 40, kLastVerb = 20;
  // "노조와 합의했다", "오후 3시 결과를 발표했다"; with more between, what is told has room for the day.
  const std::uint32_t nothing_between = is_bare_day(candidate) ? 30 : 12;
  anchors_.tense_is_sure =
      asks_ || (clause.tense != Tense::unknown && !clause.participle && clause.distance <= kRightBehind &&
                (!clause.told || clause.distance <= nothing_between));
  // "17일 조합은 … 거래를 시작했다": the day of the only verb that there is, however far off.
  if (clause.tense == Tense::past && !clause.participle && !clause.told && ends_past_ && is_bare_day(candidate) &&
      has_topic_behind(text_, candidate.clause_at, sentence_) &&
      candidate.clause_at + clause.distance + kLastVerb >= sentence_.end)
    anchors_.tense_is_sure = true;
  // "4일부터 없앤다고 밝혔다": since and until when is of what is told, not of the telling.
  if (clause.quoted && is_bare_day(candidate) && (candidate.bound == Bound::since || candidate.bound == Bound::until)) {
    clause.tense = Tense::unknown;
    anchors_.tense_is_sure = asks_;
  }
  anchors_.tense = asks_ ? Tense::unknown : clause.tense;
  if (candidate.only_ahead && took_as_long(candidate, clause.tense, sentence_)) candidate.kind = TimeKind::duration;
  if (language_.korean && candidate.rule == kWithin && candidate.kind == TimeKind::date &&
      (anchors_.tense == Tense::past ||
       is_counted_from_elsewhere(language_.words, text_, sentence_, candidate.span.begin)))
    candidate.kind = TimeKind::duration;
}

void SentenceTagger::join_with_previous(const Candidate& candidate, TimeExpression& expression) {
  // "매주 금요일 밤 12시" is on no one day.
  if (previous_is_set_ && candidate.kind == TimeKind::time && candidate.span.begin - previous_end_ <= 1) {
    expression.value = {};
    expression.reason = "it comes again and again";
  }
  if (!language_.korean || found_.empty()) return;
  TimeExpression& previous = found_.back();
  // "이틀 뒤인 23일", "청문회 당일인 9월 6일", "전날(8일)": the same day, said twice; the second is the plainer.
  if (apposed_ && candidate.span.begin - previous_end_ <= 4 && expression.value.granularity == Granularity::day)
    previous.value = expression.value;
  if (apposed_ && candidate.span.begin - previous_end_ <= 4 && !candidate.second.empty() && expression.value.from &&
      expression.value.granularity == Granularity::time)
    previous.value.from = previous.value.to =
        moment_of(day_number(*expression.value.from));  // 6일 전인 4일 오전 9시부터 다음 날 새벽까지
  if (is_date_of_caption(candidate, text_, sentence_)) take_over_date(expression);
  const bool behind_days = candidate.kind == TimeKind::time && found_.size() > first_found_ &&
                           candidate.span.begin == previous_end_ + 1 && text_[previous_end_] == ' ' &&
                           previous.value.granularity == Granularity::range;
  if ((candidate.time_of_previous || behind_days) && !may_hold_time(previous)) {
    expression.value = {};
    expression.reason = "a time of day on no known day";
  }
  if (!sets_anchors_ || found_.size() == first_found_) return;
  if (goes_on_until(candidate, previous, expression, between(candidate))) {
    expression.value.from = previous.value.from;
    expression.value.modifier = model::Modifier::none;
  }
  if (candidate.bound == Bound::until && begins_with_unit(language_.words, previous, text_, candidate.span.begin) &&
      expression.value.to && !expression.value.from && previous.value.from &&
      *previous.value.from < *expression.value.to) {
    expression.value.from = previous.value.from;
    expression.value.modifier = model::Modifier::none;
  }
  if (const auto last = end_of_stretch(previous, candidate, between(candidate), candidate.for_how_long)) {
    previous.value.to = moment_of(*last);
    previous.value.modifier = model::Modifier::none;
  }
}

void SentenceTagger::take_over_date(const TimeExpression& date) {
  constexpr std::uint32_t kLongestCaption = 300;  // bytes
  for (std::size_t i = found_.size(); i-- > 0 && date.span.begin - found_[i].span.begin <= kLongestCaption;)
    if (model::TimeValue& value = found_[i].value; value.granularity == Granularity::day && value.from && value.to &&
                                                   date.value.from && value.from->day == date.value.from->day &&
                                                   found_[i].rule == date.rule)
      value = date.value;
}

void SentenceTagger::go_on_from(const Candidate& candidate, const TimeExpression& expression) {
  constexpr std::uint32_t kBeside = 4;  // bytes: 인 and a space
  const bool said_twice = apposed_before_ && is_bare_day(candidate) && candidate.span.begin - previous_end_ <= kBeside;
  apposed_ = is_apposed(candidate);
  apposed_before_ = apposed_ && candidate.first.count > 0 && candidate.first.steps[0].a < 0;
  previous_dated_ = expression.value.from.has_value();
  if (previous_dated_) {
    previous_year_ = expression.value.from->year;
    previous_month_ = previous_year_ * 12 + expression.value.from->month - 1;
  }
  previous_is_set_ = candidate.kind == TimeKind::set;
  previous_is_year_ = previous_dated_ && expression.value.granularity == Granularity::year;
  previous_end_ = candidate.span.end;
  if (sets_anchors_)
    remember(candidate, expression, said_twice, anchors_);
  else if (previous_dated_)
    anchors_.sentence_day = day_number(*expression.value.from);
}

}  // namespace timeline::temporal
