#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/span.hpp"
#include "fact/field_view.hpp"
#include "fact/measures.hpp"
#include "fact/phrases.hpp"
#include "model/fact.hpp"

namespace timeline::fact {

/// Who gets a share of a number.
struct Recipient {
  base::Span text;
  std::optional<std::uint32_t> entity;
};

/// Finds whose a number is and who receives it. A subject that the words do not support is worse than none. The view
/// must outlive it.
class Owners {
 public:
  explicit Owners(const FieldView& view) : in_(view) {}

  void set_subject(model::Fact& fact, const Site& site, const Measure& measure);
  void set_object(model::Fact& fact, const Site& site) const;
  /// "정부와 삼성전자·현대차에 각 5만장, 네이버클라우드에 6만장": who each gets the number. Empty where it is not
  /// shared out.
  [[nodiscard]] std::vector<Recipient> shared_among(const Site& site);

 private:
  /// Companies, bodies and people get things.
  [[nodiscard]] static bool can_receive(model::EntityKind kind);
  /// "응답자의 40%가 그를 지지했다": whom the number uses or chooses.
  [[nodiscard]] std::optional<std::uint32_t> chosen_by(const Site& site, const Measure& measure) const;
  /// The topic or subject whose number it is; of a `thin` one only who stands right before it.
  [[nodiscard]] const Phrase* owner_among(const Site& site, const Measure& measure, bool thin) const;
  /// 검찰은 두 차례 기소된 임 전 차장을: the clause of the number describes somebody, and the topic is of the sentence.
  [[nodiscard]] bool describes_other(const Site& site, const Measure& measure) const;
  /// 당국은 인가를 신청한 기업 35곳을: those counted do what describes them, not the topic.
  [[nodiscard]] bool counted_act(const Site& site, const Measure& measure) const;
  /// Does the subject belong to another clause than the number?
  [[nodiscard]] bool is_apart(const Phrase& phrase, const Site& site, const Measure& measure) const;
  /// 16번 홀은 534야드, 18번 홀은 434야드: another number has this topic.
  [[nodiscard]] bool has_other_number(const Phrase& phrase, const Site& site, const Measure& measure) const;
  /// May words that are no name be an owner? `subjects`: those with 이/가 as well.
  [[nodiscard]] bool can_be_plain(const Phrase& phrase, bool subjects) const;
  /// Does the sentence report the number, with its topic as the source (통계청은 … 300명이라고 밝혔다)?
  [[nodiscard]] bool only_reports(const Phrase& phrase, const Site& site) const;
  /// "점유율 90%로 독점 지위에 있는 엔비디아 입장에서는": the topic that stands behind the number.
  [[nodiscard]] std::optional<std::uint32_t> subject_behind(const Site& site) const;
  /// The entity that a sentence close before this one is about.
  [[nodiscard]] std::optional<std::uint32_t> carried_subject(std::uint32_t sentence);
  /// The names before `begin`, parted by commas from what stands there: 정부와 서해전자, 가온그룹에.
  void before_commas(std::uint32_t begin, const Site& site, std::vector<Recipient>& recipients) const;
  /// The names of a phrase that are joined by · and the like.
  void part(const Phrase& phrase, std::vector<Recipient>& recipients) const;

  const FieldView& in_;
  std::pair<std::uint32_t, std::optional<std::uint32_t>> carried_{0xFFFFFFFF, {}};  // of the last sentence asked
  std::uint32_t shared_sentence_ = 0xFFFFFFFF;
};

}  // namespace timeline::fact
