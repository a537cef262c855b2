#pragma once

#include <string>
#include <string_view>

#include "fact/field_view.hpp"
#include "fact/measures.hpp"

namespace timeline::fact {

/// Names what a number measures so that the name says it alone: 공급 GPU 수, 투자 금액, 기금 규모, 매출 증가, 점유율.
/// The conventions stand in docs/facts.md. The view must outlive it.
class AttributeNames {
 public:
  explicit AttributeNames(const FieldView& view) : in_(view) {}

  [[nodiscard]] std::string name(const Site& site, const Measure& measure) const;

 private:
  /// The word of this kind right before the number: 1인당, 평균, 누적 (per), 시속 (rate).
  [[nodiscard]] std::string_view right_before(FactWord kind, const Site& site) const;
  /// The names where the text does not say what is measured, of what is counted, and of all other amounts.
  [[nodiscard]] std::string bare_name(const Site& site, const Measure& measure) const;
  [[nodiscard]] std::string count_name(const Site& site, const Measure& measure, const std::string& words) const;
  [[nodiscard]] std::string amount_name(const Site& site, const Measure& measure, const std::string& words) const;
  /// Are what the words name the things counted, so that their number is called by them: 직원 수?
  [[nodiscard]] bool counts_as_such(const Site& site, const Measure& measure) const;
  /// Does the number count how often something is done (두 차례)?
  [[nodiscard]] bool is_times(const model::Quantity& quantity) const;
  [[nodiscard]] std::string times_name(const Site& site, const Measure& measure) const;
  /// The verbal noun at `at` (방문했다: 방문), where it is something done.
  [[nodiscard]] std::string_view deed_at(std::uint32_t at, const Site& site) const;
  [[nodiscard]] bool is_deed(std::uint32_t at, std::string_view noun) const;
  /// What is done so often, said behind the number by a verb of its own clause: 구매 for 세 차례 책을 구매했다.
  [[nodiscard]] std::string_view done_behind(const Site& site) const;
  /// What a change behind the number is called; nothing where the number is the level reached (50%까지 떨어졌다).
  [[nodiscard]] std::string_view change(const Site& site, const Measure& measure) const;
  /// What is done with the number, said behind it or by the verb that describes it (투자한 300억원).
  [[nodiscard]] std::string_view action(const Site& site, const Measure& measure) const;
  /// What those whom the number counts do with somebody or something: 채택, 지지.
  [[nodiscard]] std::string_view used(const Site& site, const Measure& measure) const;
  [[nodiscard]] std::string_view last_word(base::Span words) const;
  /// Does `words` end with a word that names such an amount by itself: 매출 for money, 점유율 for a percentage?
  [[nodiscard]] bool is_amount(const Site& site, base::Span words) const;

  const FieldView& in_;
};

}  // namespace timeline::fact
