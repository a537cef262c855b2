#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/particles.hpp"
#include "model/quantity.hpp"
#include "quantity/korean_numbers.hpp"
#include "quantity/modifiers.hpp"
#include "quantity/units.hpp"

namespace timeline::quantity {

/// Reads one Korean quantity phrase: number, unit and what stands around them ("약 400만~500만 개 이상").
/// Immutable after construction; thread-safe.
class KoreanReader {
 public:
  explicit KoreanReader(const lexicon::DataSet& data);

  /// The quantity whose number starts at `at` (a digit, a currency sign or the first character of a word) inside
  /// `sentence`. `sentence` of the result is not set.
  [[nodiscard]] std::optional<model::Quantity> read(std::string_view text, base::Span sentence, std::uint32_t at) const;

 private:
  struct Matched {
    const Unit* unit = nullptr;
    std::uint32_t end = 0;
  };

  [[nodiscard]] Matched unit_after(std::string_view text, base::Span sentence, const Number& number) const;
  [[nodiscard]] std::optional<Number> number_at(std::string_view text, base::Span sentence, std::uint32_t at) const;
  [[nodiscard]] bool ends_word(std::string_view text, base::Span sentence, std::uint32_t at) const;
  [[nodiscard]] std::optional<std::uint32_t> range_mark(std::string_view text, std::uint32_t at, std::uint32_t limit,
                                                        bool words) const;
  /// Does a word that says how much it is stand beside the number: 총 9번, 12회 이상?
  [[nodiscard]] bool is_measured(std::string_view text, base::Span sentence, std::uint32_t begin,
                                 std::uint32_t end) const;
  /// The level of an index, which has no unit: 코스피는 2345.67에 마감했다.
  [[nodiscard]] bool is_level(std::string_view text, base::Span sentence, const Number& number) const;
  [[nodiscard]] bool stands_bare(std::string_view text, base::Span sentence, const Number& number) const;
  [[nodiscard]] std::optional<model::Quantity> finish(std::string_view text, base::Span sentence, const Number& number,
                                                      model::Quantity quantity, std::uint32_t end) const;

  Units units_;
  KoreanNumbers numbers_;
  Modifiers modifiers_;
  lexicon::Particles particles_;
};

}  // namespace timeline::quantity
