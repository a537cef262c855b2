#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/conjugation.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"
#include "lexicon/particles.hpp"
#include "model/event.hpp"

namespace timeline::event {

/// How a predicate joins what comes after it: 했다. / 했고 / 한 (noun) / 했다고 / 한다는 / 하면 / 하려 / 하기.
enum class Link : std::uint8_t { final, connective, adnominal, quote, quote_adnominal, condition, purpose, nominal };
enum class Tense : std::uint8_t { none, past, present, future };

/// What stands after a verb's base, auxiliaries included: of 공급|될 것으로 예상된다 link final, status expected.
struct Reading {
  std::uint32_t end = 0;  ///< byte after the last syllable of the ending
  Link link = Link::final;
  Tense tense = Tense::none;
  std::optional<model::EventStatus> status;  ///< what the ending itself says of it
  bool negated = false;
  bool auxiliary = false;  ///< further verbs stand in it
  bool receiving = false;  ///< of a verbal noun: the subject has it done to itself (조사를 받았다)
};

/// The endings of Korean verbs (data/events/endings.tsv): a row is what follows one base of a verb, either to the
/// end of the word or up to a further auxiliary verb ("기로 " + 하). Immutable.
class Endings {
 public:
  explicit Endings(const lexicon::DataSet& data);

  /// The longest reading of what stands at byte `at` after a stem in shape `base`, or nothing where the rest of
  /// the word is no ending of that base.
  [[nodiscard]] std::optional<Reading> read(std::string_view text, std::uint32_t at, Base base) const {
    return read(text, at, base, 0);
  }

 private:
  struct Row {
    Link link;
    Tense tense;
    std::optional<model::EventStatus> status;
    bool negated;
    std::vector<std::uint32_t> next;  // auxiliaries that must follow; none: the ending is complete
  };
  [[nodiscard]] std::optional<Reading> read(std::string_view text, std::uint32_t at, Base base, int depth) const;

  lexicon::Particles particles_;
  std::vector<Row> rows_;
  std::array<lexicon::Matcher, base::EnumTable<Base>::rows.size()> suffixes_;
  std::vector<std::uint32_t> receiving_;  // auxiliaries of light_verbs.tsv: 받, 당하
  lexicon::Matcher auxiliaries_;          // ids: auxiliary * number of bases + base
};

}  // namespace timeline::event

template <>
struct timeline::base::EnumTable<timeline::event::Link> {
  using enum timeline::event::Link;
  static constexpr std::array<EnumRow<timeline::event::Link>, 8> rows{{
      {final, "final", "ends the sentence"},
      {connective, "and", "goes on to a further clause"},
      {adnominal, "adnominal", "belongs to the noun after it"},
      {quote, "quote", "is said by the subject of the next verb"},
      {quote_adnominal, "quote_adnominal", "is the content of the noun after it"},
      {condition, "condition", "is a condition or a case"},
      {purpose, "purpose", "is an aim"},
      {nominal, "nominal", "is used as a noun"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::event::Link>());

template <>
struct timeline::base::EnumTable<timeline::event::Tense> {
  using enum timeline::event::Tense;
  static constexpr std::array<EnumRow<timeline::event::Tense>, 4> rows{{
      {none, "-", "the ending does not say"},
      {past, "past", "before"},
      {present, "present", "now, or at the time of the main clause"},
      {future, "future", "after"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::event::Tense>());
