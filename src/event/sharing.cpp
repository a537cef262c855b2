#include "event/sharing.hpp"

#include <algorithm>

namespace timeline::event {
namespace {

using lexicon::ParticleKind;

/// The days of clauses that others have too.
class DaySharer {
 public:
  DaySharer(const Vocabulary& vocabulary, const model::Extraction& extraction, const Phrase& phrase,
            const std::vector<Clause>& clauses, const std::vector<bool>& usable, std::vector<Attachment>& found)
      : vocabulary_(vocabulary),
        extraction_(extraction),
        phrase_(phrase),
        clauses_(clauses),
        usable_(usable),
        found_(found) {}

  /// 15일 열린 회의에서 …했다: the occasion's day is the day of what happens there.
  void share() {
    const std::size_t direct = found_.size();
    for (std::uint32_t i = 0; i < clauses_.size(); ++i)
      for (const std::uint32_t occasion : clauses_[i].occasions)
        for (std::size_t a = 0; a < direct; ++a) {
          if (found_[a].clause != occasion || found_[a].report) continue;
          if (extraction_.times[found_[a].time].value.granularity > model::Granularity::day) continue;
          if (!holds_occasion(clauses_[occasion])) continue;
          const bool dated =
              std::any_of(found_.begin(), found_.end(), [&](const Attachment& other) { return other.clause == i; });
          // 선거에 출마한다: on another day than that of the election.
          const Trigger* trigger = clauses_[i].predicate.trigger;
          if (!usable_[i] || (trigger && trigger->type == "election")) continue;
          if (!dated) found_.push_back({found_[a].time, i, false, true});
        }
  }

  /// 31일 이사회를 열고 … 의결했다: a clause that runs on gives its day to the next one of the same actor.
  void run_on() {
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
      const Predicate& predicate = clauses_[i].predicate;
      if (predicate.reading.link != Link::connective || predicate.base == Base::past) continue;
      const auto dating = std::find_if(found_.begin(), found_.end(),
                                       [&](const Attachment& one) { return one.clause == i && !one.report; });
      if (dating == found_.end()) continue;
      std::uint32_t next = i + 1;
      while (next < clauses_.size() &&
             (clauses_[next].predicate.is_inside() || clauses_[next].predicate.passage != predicate.passage))
        ++next;
      if (next == clauses_.size()) continue;
      if (const std::uint32_t teller = teller_beside(clauses_, i, next); teller != kNone) next = teller;
      if (!usable_[next]) continue;
      const Link link = clauses_[next].predicate.reading.link;
      if (link == Link::condition || link == Link::purpose) continue;
      // 기온이 25도를 기록해 열대야가 발생했다: what something leads to may have another subject.
      const bool leads_to = predicate.base == Base::infinitive && !predicate.reading.auxiliary;
      if (!leads_to && clauses_[next].own_subject && clauses_[next].subject && clauses_[i].subject &&
          clauses_[next].subject->span != clauses_[i].subject->span)
        continue;
      const bool dated =
          std::any_of(found_.begin(), found_.end(), [&](const Attachment& other) { return other.clause == next; });
      const auto granularity = extraction_.times[dating->time].value.granularity;
      if (dated || granularity > model::Granularity::day) continue;
      found_.push_back({dating->time, next, false, false});
    }
  }

 private:
  [[nodiscard]] bool holds_occasion(const Clause& clause) const {
    if (!clause.head) return false;
    const bool opens = clause.predicate.trigger && clause.predicate.trigger->type == "opening";
    if (clause.head->kind == ParticleKind::in && opens) return true;
    for (std::uint32_t i = clause.head->first_word; i <= clause.head->last_word; ++i)
      if (vocabulary_.ends_as(WordClass::occasion, phrase_.words[i].core.of(phrase_.text))) return true;
    return false;
  }

  const Vocabulary& vocabulary_;
  const model::Extraction& extraction_;
  const Phrase& phrase_;
  const std::vector<Clause>& clauses_;
  const std::vector<bool>& usable_;
  std::vector<Attachment>& found_;
};

}  // namespace

void share_days(const Vocabulary& vocabulary, const model::Extraction& extraction, const Phrase& phrase,
                const std::vector<Clause>& clauses, const std::vector<bool>& usable, std::vector<Attachment>& found) {
  DaySharer sharer(vocabulary, extraction, phrase, clauses, usable, found);
  sharer.share();
  sharer.run_on();
}

}  // namespace timeline::event
