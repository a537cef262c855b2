#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"
#include "model/quantity.hpp"
#include "quantity/modifiers.hpp"
#include "quantity/number.hpp"
#include "quantity/units.hpp"

namespace timeline::quantity {

/// Does a letter or digit stand at `at`?
[[nodiscard]] bool letter_at(std::string_view text, std::uint32_t at, std::uint32_t limit);
/// Behind one space or hyphen.
[[nodiscard]] std::uint32_t skip_joint(std::string_view text, std::uint32_t at, std::uint32_t limit);

/// Reads one English quantity phrase: "$1.2 billion", "5 to 10 percent", "more than 260,000 GPUs", "half of".
/// A number before a plural noun counts that noun. Immutable after construction; thread-safe.
class EnglishReader {
 public:
  explicit EnglishReader(const lexicon::DataSet& data);

  /// The quantity whose number (or currency sign) starts at `at`, the first character of a word, inside `sentence`.
  /// `sentence` of the result is not set.
  [[nodiscard]] std::optional<model::Quantity> read(std::string_view text, base::Span sentence, std::uint32_t at) const;

 private:
  enum class Kind : std::uint8_t {
    unit,
    ten,
    scale,
    suffix,
    vague,
    share,
    multiple,
    article,
    conjunction,
    range,
    harmed
  };
  struct Word {
    Kind kind = Kind::unit;
    double low = 0;
    double high = 0;
    std::uint32_t end = 0;
  };
  struct Matched {
    const Unit* unit = nullptr;
    base::Span word;
  };

  [[nodiscard]] std::optional<Word> word(std::string_view text, std::uint32_t at, std::uint32_t limit, Kind kind) const;
  [[nodiscard]] std::optional<Number> number_at(std::string_view text, std::uint32_t at, std::uint32_t limit,
                                                bool money) const;
  [[nodiscard]] std::optional<Number> words_at(std::string_view text, std::uint32_t at, std::uint32_t limit) const;
  [[nodiscard]] Matched unit_after(std::string_view text, base::Span sentence, const Number& number) const;
  [[nodiscard]] std::optional<base::Span> plural_after(std::string_view text, base::Span sentence,
                                                       std::uint32_t at) const;
  [[nodiscard]] std::optional<std::uint32_t> harmed_behind(std::string_view text, std::uint32_t at,
                                                           std::uint32_t limit) const;
  [[nodiscard]] std::optional<std::uint32_t> prefix_at(std::string_view text, std::uint32_t at,
                                                       std::string_view& symbol) const;
  [[nodiscard]] model::Quantity finish(std::string_view text, base::Span sentence, model::Quantity quantity,
                                       double step) const;

  Units units_;
  Modifiers modifiers_;
  std::vector<Word> words_;
  lexicon::Matcher matcher_;
};

}  // namespace timeline::quantity
