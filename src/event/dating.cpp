#include "event/dating.hpp"

#include <algorithm>

#include "event/clause_times.hpp"
#include "event/sharing.hpp"
#include "event/time_reader.hpp"

namespace timeline::event {
namespace {

constexpr std::size_t kSyllable = 3;              // bytes
constexpr std::string_view kStretch = "stretch";  // the rule of 지난 5년간

using lexicon::ParticleKind;
using model::EventStatus;

class Attacher : SentenceParts {
 public:
  explicit Attacher(const SentenceParts& parts) : SentenceParts(parts), times_(parts), clause_times_(parts) {}

  std::vector<Attachment> attach() {
    for (std::uint32_t i = 0; i < phrase_.words.size(); ++i) {
      const std::uint32_t time = phrase_.words[i].time;
      if (time == kNone) continue;
      const bool ends = i + 1 == phrase_.words.size() || phrase_.words[i + 1].time != time;
      if (!ends || !extraction_.times[time].value.is_dated()) continue;
      if (times_.says_nothing(time, i)) continue;
      attach(time, i);
    }
    share_days(*this, found_);
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view core(std::uint32_t word) const { return phrase_.words[word].core.of(phrase_.text); }

  void attach(std::uint32_t time, std::uint32_t last) {
    const std::uint32_t passage = phrase_.words[last].passage;
    // 설 연휴 등을 감안하면: the time is what is taken into account.
    if (last + 1 < phrase_.words.size() && phrase_.words[last + 1].particle == ParticleKind::object &&
        phrase_.words[last + 1].time == kNone && core(last + 1).size() == kSyllable &&
        vocabulary_.is(WordClass::empty, core(last + 1)))
      return;
    const When at = when(extraction_.times[time].value, article_.published);
    const bool report = times_.is_report(last);
    // 이사회가 열린 지난달 6일: the clause before belongs to the time itself.
    std::uint32_t first = last;
    while (first > 0 && phrase_.words[first - 1].time == time) --first;
    // 법원은 10일 오전 … 진행했다: the hour stands where its day does.
    if (extraction_.times[time].kind == model::TimeKind::time)
      while (first > 0 && phrase_.words[first - 1].time != kNone && !phrase_.words[first - 1].comma &&
             phrase_.words[first - 1].passage == passage)
        --first;
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      const Predicate& predicate = clauses_[i].predicate;
      if (predicate.passage == passage && predicate.last_word + 1 == first &&
          predicate.reading.link == Link::adnominal && usable_[i] &&
          !(at == When::future && predicate.reading.tense == Tense::past) &&
          !(at == When::past && predicate.reading.status == EventStatus::planned))  // 선거를 앞둔 지난해 5월
        found_.push_back({time, i, false, false});
    }
    if (const std::uint32_t split = times_.cleft_before(first, last); split != kNone) {
      if (usable_[split]) found_.push_back({time, split, false, false});
      return;
    }
    if (times_.is_likened(last)) return;
    // 일시를 2012년 9월 7일이라고 적었다: a day that is said dates nothing behind it.
    if (phrase_.words[last].particle == ParticleKind::quote) return;
    if (clause_times_.counts_from_case(time, first, passage)) return;
    if (const auto deed = clause_times_.deed_of_accused(time, last)) {
      if (*deed != kNone) found_.push_back({time, *deed, false, false});
      return;
    }
    const std::uint32_t owner = owner_of(time, first, last);
    if (owner != kNone && !report) {
      found_.push_back({time, owner, false, false});
      return;
    }
    std::uint32_t fallback = kNone;
    std::uint32_t habit = kNone;
    const bool taken = is_of_untold(first, last);
    // 17일에는 지난해 숨진 이들의 단체를 방문했다: a time that the sentence is about is of no description.
    const bool topical = phrase_.words[last].last == ParticleKind::topic;
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      const Clause& clause = clauses_[i];
      const Predicate& predicate = clause.predicate;
      if (predicate.passage != passage || predicate.word <= last) continue;
      if (foreign_to(time, last, i)) return;
      if (!usable_[i]) {
        // 지난 200년간 싸워온 쿠르드족을 공격했다: what has lasted so long is that.
        if (predicate.is_inside() && predicate.reading.status == EventStatus::ongoing &&
            predicate.reading.tense == Tense::past && extraction_.times[time].rule == kStretch)
          return;
        if (!(topical && predicate.is_inside()) && clause_times_.keeps(time, last, i)) return;
        // 2029년까지 90만장이 필요하다고 밝혔다: the time is part of what is said.
        if (predicate.reading.link == Link::quote && at != When::past && !clause_times_.is_day_of_telling(time)) return;
        continue;
      }
      if (report && predicate.is_inside()) continue;
      if (taken && predicate.is_inside() && predicate.word != last + 1 && befalls_people(predicate) &&
          !is_accusation(vocabulary_, phrase_, clauses_, i))
        continue;
      // 지난 5년간 접수된 사건을 조사했다: what is counted over a stretch is no event of it.
      if (predicate.is_inside() && extraction_.times[time].rule == kStretch) {
        if (predicate.word == last + 1 || !clause.own_subject) return;
        continue;
      }
      // 1일 요구를 받지 않았던 대표가 출석했다: what did not happen had no day.
      if (predicate.is_inside() && predicate.reading.negated && !predicate.reading.status &&
          extraction_.times[time].value.from) {
        if (predicate.word == last + 1) return;
        continue;
      }
      if (topical && predicate.is_inside()) {
        if (fallback == kNone && clause_times_.agrees(time, last, i)) fallback = i;
        continue;
      }
      // 2027년부터 TPU를 도입하기 위해 투자를 검토한다: what is aimed at has the time and the main verb's status.
      if (predicate.reading.link == Link::purpose && at == When::future && fallback == kNone &&
          looks_ahead(aim_of(clauses_, i))) {
        found_.push_back({time, i, report, false});
        return;
      }
      if (predicate.reading.link == Link::purpose) continue;
      if (predicate.reading.link == Link::condition) {
        // 11월 30일까지 매각이 완료될 경우 사유가 해소될 예정이다: a deadline is that of the case, not of what follows.
        const model::TimeValue& value = extraction_.times[time].value;
        if (at != When::past && !value.from && !predicate.reading.negated && !report) {
          found_.push_back({time, i, false, false});
          return;
        }
        if (fallback == kNone && at != When::past) fallback = i;
        continue;
      }
      if (predicate.is_inside() && topic_between(last, predicate.word, passage)) continue;
      // 그는 지난주 투자자들이 잘못 알고 있다고 지적했다: the time stands outside of what is said.
      if (predicate.reading.link == Link::quote && clause.own_subject && topic_before(first, passage) &&
          clause.subject && clause.subject->first_word > last && clause_times_.governed(i))
        continue;
      if (!clause_times_.agrees(time, last, i)) continue;
      // 내년부터 판매되는 담배의 성분을 공개한다: what goes on all the time is dated only where nothing else is.
      if (predicate.reading.link == Link::adnominal && predicate.reading.tense == Tense::present &&
          predicate.word != last + 1 && !is_occasion(clause)) {
        if (habit == kNone) habit = i;
        continue;
      }
      if (is_accusation(vocabulary_, phrase_, clauses_, i) &&
          is_news_day(extraction_.times[time].value, article_.published) && subject_before(first))
        continue;
      found_.push_back({time, i, report, false});
      return;
    }
    if (fallback == kNone) fallback = habit;
    if (fallback != kNone && !report) found_.push_back({time, fallback, false, false});
  }

  /// 10일부터 휴정에 들어가 내년 1월 7일 업무를 재개한다: a verb that runs on and then a time of its own part the two.
  [[nodiscard]] bool foreign_to(std::uint32_t time, std::uint32_t last, std::uint32_t index) const {
    const Predicate& predicate = clauses_[index].predicate;
    if (!usable_[index] || predicate.is_inside()) return false;
    const auto day = [&](std::uint32_t one) {
      return extraction_.times[one].value.granularity <= model::Granularity::day ||
             extraction_.times[one].value.granularity == model::Granularity::range;
    };
    for (std::uint32_t i = 0; i < index; ++i) {
      const Predicate& between = clauses_[i].predicate;
      if (between.passage != predicate.passage || between.word <= last || usable_[i] ||
          between.reading.link != Link::connective || between.is_aside(phrase_.text) || between.base == Base::noun)
        continue;
      // 지난달 30일 집에 데려왔고 한 달 만에 때렸다
      if (lapses(vocabulary_, extraction_, phrase_, between.last_word, predicate.word)) return true;
      // 지난해 빚이 없었지만 올해 돈을 빌렸다
      const bool closed = between.base == Base::past;
      for (std::uint32_t word = between.last_word + 1; word < predicate.word; ++word)
        if (const std::uint32_t other = phrase_.words[word].time;
            other != kNone && other != time && phrase_.words[word].passage == predicate.passage &&
            (closed || (day(other) && day(time))) && extraction_.times[other].value.is_dated())
          return true;
    }
    return false;
  }

  [[nodiscard]] bool topic_between(std::uint32_t after, std::uint32_t before, std::uint32_t passage) const {
    for (std::uint32_t i = after + 1; i < before; ++i)
      if (phrase_.words[i].passage == passage && !phrase_.words[i].aside && phrase_.words[i].time == kNone &&
          phrase_.words[i].particle == ParticleKind::topic && !is_predicate(i))
        return true;
    return false;
  }

  [[nodiscard]] bool is_predicate(std::uint32_t word) const {
    return std::any_of(clauses_.begin(), clauses_.end(),
                       [&](const Clause& clause) { return clause.predicate.word == word; });
  }

  /// 대법원이 17일 … 선고한 원심을 확정했다: a time right behind the one who acts belongs to what that one does.
  [[nodiscard]] std::uint32_t owner_of(std::uint32_t time, std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t passage = phrase_.words[last].passage;
    const When at = when(extraction_.times[time].value, article_.published);
    if (first == 0 || at == When::future || !phrase_.words[first - 1].last) return kNone;
    const auto particle = *phrase_.words[first - 1].last;
    if (particle != ParticleKind::subject && particle != ParticleKind::topic) return kNone;
    if (belongs_inside(time, last) || is_kept(time, last)) return kNone;
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      const Clause& clause = clauses_[i];
      const Predicate& predicate = clause.predicate;
      if (predicate.passage != passage || predicate.word < first || !clause.subject) continue;
      if (!usable_[i] || !clause_times_.agrees(time, last, i)) continue;
      if (foreign_to(time, last, i)) return kNone;
      // 조 전 대표는 지난해 12월 징역형이 확정됐지만 …: with a topic before it the next clause has the time.
      const bool closed =
          predicate.base == Base::past || (predicate.base == Base::plain && predicate.reading.tense == Tense::past);
      const bool goes_on = particle == ParticleKind::topic && predicate.reading.link == Link::connective && closed &&
                           !clause_times_.is_reported(i);
      if (clause.subject->last_word + 1 != first && !goes_on) continue;
      if (predicate.reading.link == Link::condition || predicate.reading.link == Link::purpose) continue;
      if (predicate.is_inside() && particle == ParticleKind::topic) continue;
      // 전씨가 24일 … 준 혐의와 관련해 증언했다: a day of the news is not the day of the deed.
      if (is_accusation(vocabulary_, phrase_, clauses_, i) &&
          is_news_day(extraction_.times[time].value, article_.published))
        continue;
      return i;
    }
    return kNone;
  }

  /// 기소된, 구속된, 지명된
  [[nodiscard]] static bool befalls_people(const Predicate& predicate) {
    return predicate.trigger && (predicate.trigger->type == "indictment" || predicate.trigger->type == "arrest" ||
                                 predicate.trigger->type == "appointment");
  }

  /// 법원은 10일 오전 위조 혐의로 기소된 정씨의 기일을 진행했다: is it right behind the one who does what tells
  /// nothing?
  [[nodiscard]] bool is_of_untold(std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t main = closing_clause(clauses_);
    if (main == kNone || usable_[main] || first == 0 || clauses_[main].predicate.passage != phrase_.words[last].passage)
      return false;
    const Clause& clause = clauses_[main];
    return clause.own_subject && clause.subject && clause.subject->last_word + 1 == first &&
           phrase_.words[first - 1].last == ParticleKind::topic;
  }

  /// 한빛전자는 2015년 인수한 누리소프트를 지난 18일 매각했다: what follows has a time of its own.
  [[nodiscard]] bool belongs_inside(std::uint32_t time, std::uint32_t last) const {
    const std::uint32_t passage = phrase_.words[last].passage;
    const bool day = extraction_.times[time].value.granularity <= model::Granularity::day;
    const auto is_day = [&](std::uint32_t word) {
      const std::uint32_t other = phrase_.words[word].time;
      return other != kNone && other != time && phrase_.words[word].passage == passage &&
             extraction_.times[other].value.from &&
             extraction_.times[other].value.granularity == model::Granularity::day;
    };
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      const Predicate& predicate = clauses_[i].predicate;
      if (predicate.passage != passage || predicate.word <= last) continue;
      if (predicate.reading.link != Link::adnominal || predicate.reading.tense != Tense::past || !usable_[i] ||
          !clause_times_.agrees(time, last, i))
        return false;
      // 시는 25일 지난달 10일 설치된 천막을 철거했다, 대법원은 27일 그가 낸 소송에서 …: the nearer one is inside.
      if (day && (clauses_[i].own_subject || (clauses_[i].head && clauses_[i].head->kind == ParticleKind::in)))
        return false;
      for (std::uint32_t word = last + 1; day && word < predicate.word; ++word)
        if (is_day(word)) return false;
      const auto main = std::find_if(clauses_.begin() + i + 1, clauses_.end(), [&](const Clause& other) {
        return other.predicate.passage == passage && !other.predicate.is_inside();
      });
      const std::uint32_t end =
          day && main != clauses_.end() ? main->predicate.word : static_cast<std::uint32_t>(phrase_.words.size());
      for (std::uint32_t word = predicate.last_word + 2; word < end; ++word)
        if (is_day(word)) return true;
      return false;
    }
    return false;
  }

  /// 그가 19세기 황제였던 나폴레옹을 언급했다: the clause right behind the time has it, though it tells nothing.
  [[nodiscard]] bool is_kept(std::uint32_t time, std::uint32_t last) const {
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      const Predicate& next = clauses_[i].predicate;
      if (next.passage != phrase_.words[last].passage || next.word <= last) continue;
      if (usable_[i] || clause_times_.keeps(time, last, i)) return !usable_[i];
    }
    return false;
  }

  [[nodiscard]] bool topic_before(std::uint32_t first, std::uint32_t passage) const {
    for (std::uint32_t i = 0; i < first; ++i)
      if (phrase_.words[i].passage == passage && !phrase_.words[i].aside &&
          phrase_.words[i].last == ParticleKind::topic)
        return true;
    return false;
  }

  /// 전씨가 24일 …: the time stands right behind the one who acts.
  [[nodiscard]] bool subject_before(std::uint32_t first) const {
    if (first == 0) return true;
    const auto particle = phrase_.words[first - 1].last;
    return particle == ParticleKind::subject || particle == ParticleKind::topic;
  }

  [[nodiscard]] bool is_occasion(const Clause& clause) const {
    return clause.predicate.trigger && clause.predicate.trigger->type == "opening";
  }

  TimeReader times_;
  ClauseTimes clause_times_;
  std::vector<Attachment> found_;
};

}  // namespace

std::vector<Attachment> attach_times(const SentenceParts& parts) {
  return Attacher(parts).attach();
}

}  // namespace timeline::event
