#pragma once

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

/// Kinds of rows of data/en/speech_words.tsv and data/en/fact_words.tsv.
enum class EnglishWord : std::uint8_t {
  verb,
  pronoun,
  title,
  role,
  measure,
  stop,
  naming,
  plain,
  link,
  article,
  be,
  also,
  clausal,
  hearer
};

/// Places of rows of data/en/fact_actions.tsv.
enum class EnglishAction : std::uint8_t { before, after, money, change, size };

/// The English words that tell speakers and what numbers measure. Immutable after construction; thread-safe.
class EnglishWords {
 public:
  explicit EnglishWords(const lexicon::DataSet& data);

  /// Is `span` as a whole a word of this kind?
  [[nodiscard]] bool is(EnglishWord kind, std::string_view text, base::Span span) const;
  /// The words of this kind in `span`, in order; a word stands between characters that are no letters.
  [[nodiscard]] std::vector<base::Span> all(EnglishWord kind, std::string_view text, base::Span span) const;
  /// The status that the words of `span` give to a number; the last one that says anything.
  [[nodiscard]] std::optional<model::EventStatus> status(std::string_view text, base::Span span) const;
  /// The last (of before, money, change) or first (of after, size) action in `span`: its words and what it is called.
  struct Found {
    base::Span span;
    std::string_view attribute;
  };
  [[nodiscard]] std::optional<Found> action(EnglishAction place, std::string_view text, base::Span span) const;
  /// What a number measures where the text does not say.
  [[nodiscard]] std::string_view default_attribute(const model::Quantity& quantity) const;

 private:
  struct Action {
    EnglishAction place;
    std::string attribute;
  };

  lexicon::Matcher words_, statuses_, actions_;
  std::vector<Action> action_rows_;
  std::vector<model::EventStatus> status_rows_;
  std::vector<std::pair<std::string, std::string>> defaults_;
};

}  // namespace timeline::fact
