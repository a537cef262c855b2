#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/span.hpp"
#include "fact/field_view.hpp"
#include "fact/phrases.hpp"
#include "model/fact.hpp"

namespace timeline::fact {

/// Finds for what time a number holds, how sure it is and who says so. The view must outlive it.
class Circumstances {
 public:
  explicit Circumstances(const FieldView& view) : in_(view) {}

  /// The time the value holds for: the nearest one before it that dates no act of saying; else a period behind it.
  void set_time(model::Fact& fact, const model::Quantity& quantity, base::Span scope) const;
  void set_status(model::Fact& fact, const model::Quantity& quantity, base::Span scope) const;
  void set_source(model::Fact& fact, const model::Quantity& quantity, base::Span sentence,
                  const std::vector<Phrase>& left, const model::Quotation* quotation) const;

 private:
  /// The words right before a number that may describe it, in its own clause.
  [[nodiscard]] std::uint32_t near_left(std::uint32_t at, std::uint32_t begin) const;
  /// The clause goes on to a comma behind a past form (벌었고, …); so does what its verb says of the number.
  [[nodiscard]] std::uint32_t clause_end(std::uint32_t at, std::uint32_t limit) const;
  [[nodiscard]] bool past_before(std::uint32_t begin, std::uint32_t at) const;
  /// A verb of saying that ends the sentence, with a quoting -고 before it.
  [[nodiscard]] std::optional<base::Span> last_verb(base::Span range) const;
  [[nodiscard]] bool says_between(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool is_number(base::Span mark) const;

  const FieldView& in_;
};

}  // namespace timeline::fact
