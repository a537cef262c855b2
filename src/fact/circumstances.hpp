#pragma once

#include <cstdint>

#include "base/span.hpp"
#include "fact/field_view.hpp"
#include "fact/measures.hpp"
#include "model/fact.hpp"

namespace timeline::fact {

/// Finds for what time a number holds, how sure it is and who says so. The view must outlive it.
class Circumstances {
 public:
  explicit Circumstances(const FieldView& view) : in_(view) {}

  /// The time the value holds for: the nearest one before it in its own clause that dates no act of saying; else a
  /// period behind it.
  void set_time(model::Fact& fact, const Site& site, const Measure& measure) const;
  void set_status(model::Fact& fact, const Site& site, const Measure& measure) const;
  void set_source(model::Fact& fact, const Site& site) const;

 private:
  [[nodiscard]] bool says_between(std::uint32_t from, std::uint32_t to) const;
  /// 전년 대비, 지난해 같은 기간보다: what the number is compared with.
  [[nodiscard]] bool is_compared_with(base::Span time, const Site& site) const;
  /// Does a time before the number hold for it: no other clause, and no other noun that it describes, between them?
  [[nodiscard]] bool reaches(base::Span time, const Site& site, const Measure& measure) const;
  /// Does a time behind the number stand in its clause?
  [[nodiscard]] bool follows(base::Span time, const Site& site) const;
  /// 2003년 이사하기 전까지: does a clause end between them before which what follows happened?
  [[nodiscard]] bool ends_before(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool is_thing(const Phrase& phrase) const;
  /// Where what is told of a number as past ends: 0.5% 내린 가운데 3% 더 내릴 전망이다.
  [[nodiscard]] std::uint32_t told_to(const Site& site, std::uint32_t limit) const;
  /// The verb right before a number that describes it: 공급하겠다고 발표한 26만장.
  [[nodiscard]] base::Span description(const Site& site, const Measure& measure) const;
  /// Does it begin with the past form of a verb: 연루된?
  [[nodiscard]] bool is_past(base::Span described) const;
  /// The clause goes on to a comma behind a past form (벌었고, …); so does what its verb says of the number.
  [[nodiscard]] std::uint32_t clause_end(std::uint32_t at, std::uint32_t limit) const;
  [[nodiscard]] bool past_before(std::uint32_t begin, std::uint32_t at) const;

  const FieldView& in_;
};

}  // namespace timeline::fact
