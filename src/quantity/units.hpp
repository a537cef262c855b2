#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"

namespace timeline::quantity {

/// What may stand right behind a unit word.
enum class Bound : std::uint8_t {
  strong,  ///< anything: 원, %, 명 begin no other word behind a number
  weak,    ///< the word must end there, or a particle or quantifier (이상) follow
  closed,  ///< as weak, and no further noun after a space: "3대를", not "3대 신산업"
  prefix,  ///< the unit stands before the number: $100
};

/// One reading of a unit word, a row of units.tsv.
struct Unit {
  std::string text;
  std::string symbol;  ///< "KRW", "%", "unit" …; "-": a number before this word is no quantity
  double factor = 1;
  Bound bound = Bound::weak;
  bool native_only = false;    ///< only behind a native or vague numeral
  bool glued_only = false;     ///< only without a space before it
  bool digits_only = false;    ///< only behind a number in digits
  bool fraction_only = false;  ///< only behind a number with a decimal fraction
  bool measured_only = false;  ///< only with a word beside it that says how much it is: 12회 이상
  double minimum = 0;
  std::vector<std::string> needs{};       ///< one of these stands not far before the number
  std::vector<std::string> not_before{};  ///< none of these follows

  [[nodiscard]] bool is_none() const { return symbol == "-"; }
  /// Does the word itself count things (명, 장), so that it is kept beside the symbol?
  [[nodiscard]] bool is_counter() const { return symbol == "unit" || symbol == "person"; }
};

/// The unit words of one language. Immutable after construction; thread-safe.
class Units {
 public:
  /// Letters match in either case when `fold_case` is set.
  Units(const lexicon::DataSet& data, std::string_view path, bool fold_case = false);

  /// Calls visit(unit, end) for every reading of every unit word that starts at `at`, longest word first, in the
  /// order of the file for one word, until visit returns true.
  template <typename Visit>
  bool at(std::string_view text, std::uint32_t at, Visit&& visit) const {
    struct Hit {
      std::uint32_t end, id;
    };
    Hit hits[16];
    std::size_t count = 0;
    matcher_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
      if (count < std::size(hits)) hits[count++] = {end, id};
    });
    for (std::size_t last = count; last > 0;) {
      std::size_t first = last - 1;  // the readings of one word stand together, in file order
      while (first > 0 && hits[first - 1].end == hits[last - 1].end) --first;
      for (std::size_t i = first; i < last; ++i)
        if (visit(units_[hits[i].id], hits[i].end)) return true;
      last = first;
    }
    return false;
  }

  /// Nothing that forbids this reading stands at `end`, and what it needs stands before `number` in `sentence`, or
  /// begins at `noun` where the unit is in the genitive.
  [[nodiscard]] static bool fits_place(const Unit& unit, std::string_view text, base::Span sentence,
                                       std::uint32_t number, std::uint32_t end, std::uint32_t noun = 0);
  /// What a number without a unit is a level of (코스피는 2345.67에 마감했다): the reading whose words stand in the
  /// sentence before it.
  [[nodiscard]] const Unit* level(std::string_view before) const;

 private:
  std::vector<Unit> units_;
  std::vector<std::uint32_t> levels_;  // rows without a word
  lexicon::Matcher matcher_;
};

/// Reads a decimal number of a data cell; nothing where it is none.
[[nodiscard]] std::optional<double> parse_decimal(std::string_view text);

}  // namespace timeline::quantity
