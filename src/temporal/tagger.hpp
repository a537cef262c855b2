#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/data_set.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"
#include "temporal/language.hpp"
#include "temporal/resolver.hpp"
#include "temporal/scanner.hpp"
#include "temporal/sentence_tagger.hpp"

namespace timeline::temporal {

/// Finds the words that name a time and resolves them: in an article published on 2025-11-02, "지난달 31일"
/// is 2025-10-31. Refuses to guess: what the text does not settle stays without value and says why.
/// Immutable after construction; any number of threads may tag with one.
class Tagger {
 public:
  /// The words of a language are read when its first text comes, which saves half of the start of a program that meets
  /// only one, or here and now, so that a fault in the data stops the program before it does any work.
  enum class Words : std::uint8_t { now, when_needed };

  /// `data` must outlive the tagger.
  explicit Tagger(const lexicon::DataSet& data, Words words = Words::now);
  Tagger(const Tagger&) = delete;
  Tagger& operator=(const Tagger&) = delete;

  /// Fills extraction.times from article and extraction.sentences (noise is passed over).
  void tag(const model::Article& article, model::Extraction& extraction) const;

  /// Room that one thread uses again and again, so that tagging allocates nothing for a token.
  struct Scratch {
    std::vector<Token> run;
    std::vector<Candidate> candidates;
    std::vector<base::Span> sentences;
  };

  /// How a value was worked out, for `tag --explain`: one list of lines for each expression.
  using Trace = SentenceTagger::Trace;

  /// How far the pieces of a plain text were read, and what they say of those to come.
  struct Progress {
    Anchors anchors;
    bool korean = false;  ///< Hangul was seen
  };
  /// At the beginning of a text of which "오늘" is the day `reference`.
  [[nodiscard]] static Progress start(const std::optional<model::Moment>& reference);

  /// Appends the expressions of the next piece, whole sentences, to `found`, whose last expression before it is that of
  /// the piece before. Spans count from the beginning of the piece. `language`: "ko", "en", or empty to tell by the
  /// text.
  void tag_piece(std::string_view piece, Progress& progress, std::string_view language,
                 std::vector<model::TimeExpression>& found, Scratch& scratch, Trace* trace = nullptr) const;

  /// Appends the expressions of a plain text to `found`, in order.
  void tag_text(std::string_view text, const std::optional<model::Moment>& reference, std::string_view language,
                std::vector<model::TimeExpression>& found, Scratch& scratch, Trace* trace = nullptr) const;

 private:
  void tag_sentence(Scanner* scanner, std::string_view text, base::Span sentence, bool sets_anchors, Anchors& anchors,
                    std::vector<model::TimeExpression>& found, Scratch& scratch, Trace* trace) const;
  /// The same for a sentence whose spaces are plain.
  void tag_evenly(Scanner* scanner, std::string_view text, base::Span sentence, bool sets_anchors, Anchors& anchors,
                  std::vector<model::TimeExpression>& found, Scratch& scratch, Trace* trace) const;

  [[nodiscard]] const Language& korean() const;
  [[nodiscard]] const Language& english() const;

  const lexicon::DataSet& data_;
  mutable std::once_flag korean_read_, english_read_;
  mutable std::optional<Language> korean_, english_;
};

}  // namespace timeline::temporal
