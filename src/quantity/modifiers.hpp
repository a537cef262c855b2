#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"
#include "model/quantity.hpp"

namespace timeline::quantity {

/// What a word beside a number says of it.
enum class Meaning : std::uint8_t {
  exact,      ///< nothing: 규모, 짜리, 총
  about,      ///< 약, 안팎
  at_least,   ///< 이상, 최소
  at_most,    ///< 이하
  more_than,  ///< 초과, 을 넘는
  less_than,  ///< 미만, 에 못 미치는
  peak,       ///< 최대: the number itself is the top
  band,       ///< 4000억원대: up to the next round number
  minus,      ///< 영하, 마이너스
  currency,   ///< 한화, 우리 돈: what the amount is in
  drop,       ///< the words are no quantity: 10명당
};

/// Makes `quantity` mean what a word beside it says; `step` is the lowest place that its number states.
void widen(model::Quantity& quantity, Meaning meaning, double step);

/// The words of quantity_modifiers.tsv of one language. Immutable after construction; thread-safe.
class Modifiers {
 public:
  struct Found {
    Meaning meaning = Meaning::exact;
    std::uint32_t at = 0;  ///< where the word begins (before) or ends (after)
  };

  Modifiers(const lexicon::DataSet& data, std::string_view path);

  /// The word that ends at `number`, or before one space there; it starts a word and stands inside `sentence`.
  [[nodiscard]] std::optional<Found> before(std::string_view text, base::Span sentence, std::uint32_t number) const;
  /// The longest word that starts at `at` or behind one space there.
  [[nodiscard]] std::optional<Found> after(std::string_view text, base::Span sentence, std::uint32_t at) const;

 private:
  lexicon::Matcher before_, after_;
  std::size_t longest_before_ = 0;
};

}  // namespace timeline::quantity
