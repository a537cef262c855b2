#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.hpp"
#include "fact/field_view.hpp"
#include "fact/phrases.hpp"

namespace timeline::fact {

/// What a number measures: "매출 300억원", "직원은 300명", "300억원 규모의 기금", "점유율(90%)".
struct Measure {
  base::Span words;                    ///< what is measured; empty where the text does not say
  std::optional<std::uint32_t> owner;  ///< an entity named with it
  std::string_view rule;
  base::Span holder{};  ///< the words for who has it, where they are no entity
};

/// Finds what numbers measure. The view must outlive it.
class Measures {
 public:
  explicit Measures(const FieldView& view) : in_(view) {}

  /// `last_words` are what the fact before it measures.
  [[nodiscard]] Measure measured(const Site& site, base::Span last_words) const;

 private:
  /// The noun right behind the number: "27개 회원국과", "4000억원 규모 블라인드 펀드를", "13명의 차관급 인사".
  [[nodiscard]] std::optional<Phrase> right_noun(const Site& site) const;
  /// 300억원에 달하는 빚
  [[nodiscard]] bool reaches(const Site& site) const;
  [[nodiscard]] bool touches_number(std::uint32_t at) const;
  /// Is the fact before it one of the same sentence and unit?
  [[nodiscard]] bool repeats(const model::Quantity& quantity) const;
  /// Does a number end right before `at`?
  [[nodiscard]] bool ends_number(std::uint32_t at) const;
  /// Two or more names and nothing else: 부산·대구.
  [[nodiscard]] bool is_list_of_names(base::Span words) const;
  /// Is what the words measure of another kind than the number (요금 300kWh)?
  [[nodiscard]] bool is_other_measure(base::Span words, const model::Quantity& quantity) const;
  /// The nearest part of the sentence before the number that can be what is measured.
  [[nodiscard]] std::optional<Measure> part(const Site& site) const;
  /// May this part be what a number with its particle measures?
  [[nodiscard]] bool fits(const Phrase& phrase, bool last, const Site& site) const;
  /// The words before a colon right before `at`, back to the mark that parts them from what stands before.
  [[nodiscard]] base::Span label_before(std::uint32_t at, std::uint32_t begin) const;
  /// A verb form that only looks like a noun with a particle: 내렸다가.
  [[nodiscard]] bool is_clause(base::Span span) const;
  /// Does the name take up the whole of `words`?
  [[nodiscard]] std::uint32_t longest_name(std::uint32_t entity, base::Span words) const;
  [[nodiscard]] std::optional<std::uint32_t> bracket_before(std::uint32_t at, std::uint32_t begin) const;

  const FieldView& in_;
};

}  // namespace timeline::fact
