#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"
#include "model/event.hpp"
#include "model/quantity.hpp"

namespace timeline::fact {

/// Kinds of rows of data/ko/fact_words.tsv.
enum class FactWord : std::uint8_t {
  skip,
  compare,
  each,
  each_after,
  source,
  list,
  measure,
  among,
  amount,
  ratio,
  money,
  scale,
  more,
  report,
  judge,
  use,
  post,
  light,
  times,
  reach,
  per,
  rate,
  passive,
  since,
  had,
  people,
  distance,
  deed
};

/// Is the unit a currency: three capitals?
[[nodiscard]] bool is_currency(std::string_view unit);

/// The words around numbers that say what they measure, of whom, and how surely. Immutable after construction.
class FactWords {
 public:
  explicit FactWords(const lexicon::DataSet& data);

  /// Is `span` as a whole a word of this kind?
  [[nodiscard]] bool is(FactWord kind, std::string_view text, base::Span span) const;
  /// Does `span` end with a word of this kind?
  [[nodiscard]] bool ends_with(FactWord kind, std::string_view text, base::Span span) const;
  /// The end of the longest word of this kind that starts at `at`.
  [[nodiscard]] std::optional<std::uint32_t> starts(FactWord kind, std::string_view text, std::uint32_t at) const;
  /// What a change ("늘었다" at `at` is 증가) or an action ("투자했다" is 투자) behind a number is called; empty where
  /// none follows.
  [[nodiscard]] std::string_view change(std::string_view text, std::uint32_t at) const;
  [[nodiscard]] std::string_view action(std::string_view text, std::uint32_t at) const;
  /// What a percentage is called by the verb at `at`: 12%를 차지했다 is a 비중.
  [[nodiscard]] std::string_view name(std::string_view text, std::uint32_t at) const;
  /// Does an attribute end with the noun of a change (집값 하락)?
  [[nodiscard]] bool is_change(std::string_view attribute) const;
  /// Is `word` as a whole the noun of an action?
  [[nodiscard]] bool is_action(std::string_view word) const;
  /// Is `word` what is done with money only (수수)?
  [[nodiscard]] bool is_of_money(std::string_view word) const { return is_noun(Noun::money, word); }
  /// Is it what those counted do or suffer themselves (사망)?
  [[nodiscard]] bool is_of_counted(std::string_view word) const { return is_noun(Noun::act, word); }
  /// The status that the words of `span` give to a number; the last one that says anything.
  [[nodiscard]] std::optional<model::EventStatus> status(std::string_view text, base::Span span) const;
  /// What a number measures where the text does not say.
  [[nodiscard]] std::string_view default_attribute(const model::Quantity& quantity) const;
  /// The name of a speed.
  [[nodiscard]] std::string_view speed() const;
  /// The name of how far something is or goes.
  [[nodiscard]] std::string_view distance() const;
  /// What makes the name of a thing the name of such a number: 직원 + 수, 뇌물 + 금액.
  [[nodiscard]] std::string_view suffix(const model::Quantity& quantity) const;
  /// The same behind a noun that has a number of its own: 폭우 + 강수량, 로켓 + 구경 before millimetres.
  [[nodiscard]] std::string_view suffix(const model::Quantity& quantity, std::string_view noun) const;
  /// Is the counting word itself what is counted (300가구, 27개국)?
  [[nodiscard]] bool counts_itself(const model::Quantity& quantity) const;
  /// Do the words end with the noun of such a counting word: 다소비 가구 before 300가구?
  [[nodiscard]] bool names_counted(std::string_view text, base::Span words, const model::Quantity& quantity) const;
  /// Is `attribute` no more than that things were counted: 수량, 인원; but 의석 and 횟수 are somebody's?
  [[nodiscard]] bool is_thin(std::string_view attribute, const model::Quantity& quantity) const;
  /// Does the counting word count how often something is done?
  [[nodiscard]] bool is_times(std::string_view counter) const;
  /// The suffix of percentages, which fractions (절반, 3분의 1) take as well.
  [[nodiscard]] std::string_view share_word() const;
  /// The word for size that ends `span` (규모).
  [[nodiscard]] std::string_view scale_word(std::string_view text, base::Span span) const;

 private:
  struct Status {
    model::EventStatus status = model::EventStatus::occurred;
    bool after_l = false, at_end = false;
  };

  enum class Noun : std::uint8_t { change, action, act, money, name };
  struct Default {
    std::string text, attribute, suffix;
    bool noun = false, own = false;
  };

  struct Suffix {
    std::string noun, unit, suffix;
  };

  [[nodiscard]] bool is_noun(Noun kind, std::string_view word) const;
  [[nodiscard]] std::string_view noun(Noun kind, std::string_view text, std::uint32_t at) const;
  [[nodiscard]] const Default* default_of(const model::Quantity& quantity) const;

  lexicon::Matcher words_, changes_, statuses_;
  std::vector<std::pair<std::string, Noun>> nouns_;
  std::vector<Status> status_rows_;
  std::vector<Default> defaults_;
  std::vector<Suffix> suffixes_;
};

}  // namespace timeline::fact
