#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"
#include "fact/verb_forms.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"

namespace timeline::fact {

/// Kinds of rows of data/ko/speech_words.tsv.
enum class SpeechWord : std::uint8_t {
  verb,
  naming,
  stance,
  question,
  voice,
  adverb,
  pronoun,
  marker,
  role,
  unnamed,
  body,
  list,
  about,
  hear,
  that,
  sign
};
/// Kinds of rows of data/ko/speech_endings.tsv.
enum class Ending : std::uint8_t { final, nominal, adnominal, connective, adverbial, whole, alone };
/// Kinds of rows of data/ko/speech_particles.tsv.
enum class QuoteParticle : std::uint8_t { quote, adnominal };

/// The words that tell speech and speakers in Korean. Immutable after construction; thread-safe.
class SpeechWords {
 public:
  explicit SpeechWords(const lexicon::DataSet& data);

  /// What stands right behind a closing mark, with its end; it must end its word.
  [[nodiscard]] std::optional<std::pair<QuoteParticle, std::uint32_t>> particle(std::string_view text,
                                                                                std::uint32_t at) const;
  /// Do the words in `span` end so? An adnominal row of one syllable must be the end of a longer word.
  [[nodiscard]] bool ends(Ending ending, std::string_view text, base::Span span) const;
  /// Is `span` as a whole a word of this kind?
  [[nodiscard]] bool is(SpeechWord kind, std::string_view text, base::Span span) const;
  /// Does `span` end with a word of this kind?
  [[nodiscard]] bool ends_with(SpeechWord kind, std::string_view text, base::Span span) const;
  /// Does a word of this kind start at `at`? Its end.
  [[nodiscard]] std::optional<std::uint32_t> starts(SpeechWord kind, std::string_view text, std::uint32_t at) const;
  /// The first word of this kind that begins inside `span`, at the start of a word.
  [[nodiscard]] std::optional<base::Span> first(SpeechWord kind, std::string_view text, base::Span span) const;

  /// Three syllables of which the first is a family name: it may be one (최성해), whatever it ends like.
  [[nodiscard]] bool looks_like_name(std::string_view text, base::Span span) const;
  /// What the word `span` is where it is a verb by its form.
  [[nodiscard]] VerbForm verb_form(std::string_view text, base::Span span) const { return verbs_.of(text, span); }

 private:
  lexicon::Matcher particles_, endings_, words_, surnames_;
  VerbForms verbs_;
};

}  // namespace timeline::fact
