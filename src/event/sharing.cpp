#include "event/sharing.hpp"

#include <algorithm>
#include <string_view>

#include "event/tense.hpp"

namespace timeline::event {
namespace {

using lexicon::ParticleKind;
using model::Granularity;

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

/// The days of clauses that others have too.
class DaySharer : SentenceParts {
 public:
  DaySharer(const SentenceParts& parts, std::vector<Attachment>& found) : SentenceParts(parts), found_(found) {}

  void share() {
    const std::size_t direct = found_.size();
    for (std::size_t a = 0; a < direct; ++a) {
      const Attachment from = found_[a];
      if (from.report) continue;
      lend_to_occasion(from);
      lend_to_head(from);
      lend_meanwhile(from);
    }
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) run_on(i);
  }

 private:
  [[nodiscard]] Granularity unit(std::uint32_t time) const { return extraction_.times[time].value.granularity; }

  [[nodiscard]] std::string_view type_of(std::uint32_t index) const {
    const Trigger* trigger = clauses_[index].predicate.trigger;
    return trigger ? std::string_view(trigger->type) : std::string_view();
  }

  [[nodiscard]] bool is_dated(std::uint32_t index) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Attachment& one) { return one.clause == index; });
  }

  /// Does it lack a day, and may it have happened on this one?
  [[nodiscard]] bool takes(std::uint32_t index, std::uint32_t time) const {
    if (!usable_[index] || is_dated(index)) return false;
    return when(extraction_.times[time].value, article_.published) == When::future ||
           !looks_ahead(governing(clauses_, index));
  }

  /// 15일 열린 회의에서 …했다: the occasion's day is the day of what happens there. 15일 발표한 성명에서 비판했다, 15일
  /// 일어난 사고로 숨졌다: so is that of what says it, and of what led to it.
  void lend_to_occasion(Attachment from) {
    if (unit(from.time) > Granularity::day) return;
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      const auto& occasions = clauses_[i].occasions;
      if (std::find(occasions.begin(), occasions.end(), from.clause) == occasions.end()) continue;
      // 선거에 출마한다: on another day than that of the election.
      if (!usable_[i] || type_of(i) == "election" || is_dated(i) || comes_before(i, from.time)) continue;
      const bool held = holds_occasion(clauses_[from.clause]);
      if (held || says_at(from.clause, i) || leads_to(from.clause, i)) found_.push_back({from.time, i, false, held});
    }
  }

  /// 오는 29일 열리는 회담에서 발표할 합의문을 마련하고 있다: what is done or under way is not of a day to come.
  [[nodiscard]] bool comes_before(std::uint32_t index, std::uint32_t time) const {
    const Predicate& main = governing(clauses_, index);
    const bool begun = main.reading.tense == Tense::past || main.reading.status == model::EventStatus::ongoing;
    return begun && !looks_ahead(main) && when(extraction_.times[time].value, article_.published) == When::future;
  }

  [[nodiscard]] bool says_at(std::uint32_t inner, std::uint32_t index) const {
    const Clause& clause = clauses_[inner];
    return clause.head && clause.head->kind == ParticleKind::in && clause.predicate.reading.tense == Tense::past &&
           is_one_of(type_of(inner), {"announcement", "statement", "speech", "release"}) &&
           (clauses_[index].speech != 0 || is_one_of(type_of(index), {"statement", "speech", "request"}));
  }

  [[nodiscard]] bool leads_to(std::uint32_t inner, std::uint32_t index) const {
    const Clause& clause = clauses_[inner];
    return clause.head && clause.head->kind == ParticleKind::direction &&
           clause.predicate.reading.tense == Tense::past &&
           is_one_of(type_of(inner), {"accident", "disaster", "attack"}) &&
           is_one_of(type_of(index), {"accident", "disaster", "death"});
  }

  /// 15일 법원에 출석한 김하늘 의원은 “…”고 말했다: who is described by what he did on a day of the news speaks on it.
  void lend_to_head(Attachment from) {
    const Clause& inner = clauses_[from.clause];
    const Predicate& predicate = inner.predicate;
    const bool describes = predicate.reading.link == Link::adnominal && predicate.reading.tense == Tense::past &&
                           !predicate.reading.negated && inner.head;
    const bool comes = is_one_of(type_of(from.clause), {"visit", "participation", "meeting", "announcement", "speech",
                                                        "statement", "investigation"});
    if (!describes || !comes || unit(from.time) > Granularity::day) return;
    const bool known =
        type_of(from.clause) == "meeting" || is_news_day(extraction_.times[from.time].value, article_.published);
    for (std::uint32_t i = from.clause + 1; i < clauses_.size(); ++i) {
      const Clause& clause = clauses_[i];
      const Link link = clause.predicate.reading.link;
      if (clause.predicate.is_inside() || clause.predicate.passage != predicate.passage) continue;
      const bool speaks = clause.speech != 0 || is_one_of(type_of(i), {"statement", "speech"});
      const bool same = clause.own_subject && clause.subject && clause.subject->modifier == from.clause;
      const bool told = link == Link::final || link == Link::connective;
      if (same && speaks && told && known && takes(i, from.time) && !names_day(from.clause, i))
        found_.push_back({from.time, i, false, false});
      return;
    }
  }

  /// 6월 방한 때 총수들을 만났다, 15일 연설을 하던 중 공개했다: what happens meanwhile.
  void lend_meanwhile(Attachment from) {
    const Predicate& predicate = clauses_[from.clause].predicate;
    const auto particle = phrase_.words[predicate.last_word].particle;
    const bool sets = !predicate.reading.negated && predicate.reading.link != Link::adnominal &&
                      vocabulary_.ends_as(WordClass::during, clauses_[from.clause].predicate.ending(phrase_.text));
    // 방한 때와 같이, 끝날 때까지: that is another time.
    if (!sets || particle == ParticleKind::with || particle == ParticleKind::until) return;
    const std::uint32_t next = from.clause + 1;
    if (next == clauses_.size() || clauses_[next].predicate.passage != predicate.passage) return;
    // 이날 의원들은 대통령이 방문 중 한 말을 비판했다: the day of the sentence is not that of the description.
    const Predicate& meanwhile = clauses_[next].predicate;
    if (meanwhile.is_inside() && (meanwhile.reading.tense != Tense::past || is_of_sentence(from))) return;
    if (unit(from.time) <= Granularity::year && takes(next, from.time) && !names_day(from.clause, next))
      found_.push_back({from.time, next, false, false});
  }

  /// Does what the sentence is about, or where it happens, stand between the time and the clause?
  [[nodiscard]] bool is_of_sentence(Attachment from) const {
    for (std::uint32_t i = clauses_[from.clause].predicate.word; i-- > 0 && phrase_.words[i].time != from.time;)
      if (phrase_.words[i].last == ParticleKind::topic || phrase_.words[i].particle == ParticleKind::in) return true;
    return false;
  }

  /// 31일 이사회를 열고 … 의결했다: a clause that runs on gives its day to the next one of the same actor.
  void run_on(std::uint32_t i) {
    const Predicate& predicate = clauses_[i].predicate;
    if (predicate.reading.link != Link::connective) return;
    const auto dating = std::find_if(found_.begin(), found_.end(),
                                     [&](const Attachment& one) { return one.clause == i && !one.report; });
    if (dating == found_.end() || is_long_before(dating->time, i)) return;
    const std::uint32_t time = dating->time;
    std::uint32_t next = next_outside(i, time);
    if (next == kNone) return;
    if (const std::uint32_t teller = teller_beside(clauses_, i, next); teller != kNone) next = teller;
    if (!usable_[next] || is_dated(next)) return;
    const Clause& clause = clauses_[next];
    // 1일 출석했으나 진술을 거부했다: what somebody came to goes on.
    if (predicate.base == Base::past) {
      const bool goes_on = vocabulary_.ends_as(WordClass::contrast, clauses_[i].predicate.ending(phrase_.text)) &&
                           !clause.own_subject && next == closing_clause(clauses_) && takes(next, time);
      if (!goes_on) return;
    }
    // 기온이 25도를 기록해 열대야가 발생했다: what something leads to may have another subject.
    const bool leads_to = predicate.base == Base::infinitive && !predicate.reading.auxiliary;
    if (!leads_to && clause.own_subject && clause.subject && clauses_[i].subject &&
        clause.subject->span != clauses_[i].subject->span)
      return;
    // 11월 방한해 회담했다: where somebody came to, he did it in the same month.
    const bool within = leads_to && next == i + 1 && !clause.own_subject && unit(time) == Granularity::month &&
                        is_one_of(type_of(i), {"visit", "participation", "meeting", "arrest"}) && takes(next, time);
    if (unit(time) <= Granularity::day || within) found_.push_back({time, next, false, false});
  }

  /// The next clause that is no noun's. 이사회를 열고 회사를 살리기 위해 감산을 의결했다: what it is for stands
  /// between.
  [[nodiscard]] std::uint32_t next_outside(std::uint32_t index, std::uint32_t time) const {
    const std::uint32_t passage = clauses_[index].predicate.passage;
    bool skipped = false;
    for (std::uint32_t i = index + 1; i < clauses_.size(); ++i) {
      const Predicate& predicate = clauses_[i].predicate;
      if (predicate.is_inside() || predicate.passage != passage) continue;
      if (names_day(index, i) || predicate.reading.link == Link::condition) return kNone;
      skipped = skipped || predicate.reading.link == Link::purpose;
      if (predicate.reading.link == Link::purpose) continue;
      const Reading& reading = governing(clauses_, i).reading;
      const bool done = reading.tense == Tense::past && !reading.status && !reading.negated;
      return !skipped || (done && takes(i, time)) ? i : kNone;
    }
    return kNone;
  }

  /// Does another day stand between the two, that is of no description? 조만간, 향후: what is to come at no known time
  /// is not of the day either, nor is what came 76일 만에.
  [[nodiscard]] bool names_day(std::uint32_t first, std::uint32_t second) const {
    const std::uint32_t passage = clauses_[first].predicate.passage;
    if (lapses(vocabulary_, extraction_, phrase_, clauses_[first].predicate.last_word, clauses_[second].predicate.word))
      return true;
    for (std::uint32_t i = clauses_[first].predicate.last_word + 1; i < clauses_[second].predicate.word; ++i) {
      const Word& word = phrase_.words[i];
      if (word.passage != passage || word.time == kNone || word.aside) continue;
      const model::TimeExpression& time = extraction_.times[word.time];
      if (time.kind == model::TimeKind::vague && looks_ahead(governing(clauses_, second))) return true;
      if (!time.value.is_dated() || unit(word.time) > Granularity::day) continue;
      const bool inside = std::any_of(found_.begin(), found_.end(), [&](const Attachment& one) {
        return one.time == word.time && clauses_[one.clause].predicate.is_inside();
      });
      if (!inside) return true;
    }
    return false;
  }

  /// 지난달 2일 체포 이후 집을 수색했다, 취임 후 처음 방문했다: what came later than a noun may have come on another
  /// day; 정상회담 이후 발표했다, 발표 뒤 출국했다.
  [[nodiscard]] bool is_long_before(std::uint32_t time, std::uint32_t index) const {
    const Predicate& predicate = clauses_[index].predicate;
    const base::Span behind = phrase_.words[predicate.last_word].core;
    if (predicate.base != Base::noun || !predicate.trigger || behind.begin != predicate.stem.end + 1) return false;
    const bool lasts = predicate.trigger->type == "appointment" || predicate.trigger->type == "arrest";
    return vocabulary_.is(lasts ? WordClass::after : WordClass::since, behind.of(phrase_.text)) &&
           !vocabulary_.ends_as(WordClass::occasion, predicate.stem.of(phrase_.text)) &&
           !is_news_day(extraction_.times[time].value, article_.published);
  }

  [[nodiscard]] bool holds_occasion(const Clause& clause) const {
    if (!clause.head) return false;
    const bool opens = clause.predicate.trigger && clause.predicate.trigger->type == "opening";
    if (clause.head->kind == ParticleKind::in && opens) return true;
    // 18일 열린 회담 결과를 공유했다: what came of the occasion is not it.
    if (!clause.head_is_whole) return false;
    for (std::uint32_t i = clause.head->first_word; i <= clause.head->last_word; ++i)
      if (vocabulary_.ends_as(WordClass::occasion, phrase_.words[i].core.of(phrase_.text))) return true;
    return false;
  }

  std::vector<Attachment>& found_;
};

}  // namespace

void share_days(const SentenceParts& parts, std::vector<Attachment>& found) {
  DaySharer(parts, found).share();
}

}  // namespace timeline::event
