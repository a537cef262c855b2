#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"

namespace timeline::fact {

/// How a word that is no noun joins what follows it.
enum class VerbForm : std::uint8_t { none, adnominal, connective, adverb };

/// Tells verbs from nouns where no particle does: 건넨 (adnominal: it describes what follows), 보여, 늘었고
/// (connective: another clause follows). Forms of the verbs of data/events/verbs.tsv and data/ko/fact_verbs.tsv; a past
/// suffix tells any verb. Immutable after construction; thread-safe.
///
///   forms.of("건넨 500만원", {0, 6})  // adnominal
///   forms.of("자본 500만원", {0, 6})  // none: a noun
class VerbForms {
 public:
  explicit VerbForms(const lexicon::DataSet& data);

  /// What the word `span` as a whole is.
  [[nodiscard]] VerbForm of(std::string_view text, base::Span span) const;

 private:
  lexicon::Matcher forms_;
  std::vector<std::string> describing_;  // what follows a past suffix before a noun
};

}  // namespace timeline::fact
