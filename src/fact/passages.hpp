#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"
#include "fact/speech_words.hpp"
#include "lexicon/particles.hpp"
#include "model/extraction.hpp"
#include "text/quotes.hpp"

namespace timeline::fact {

constexpr std::uint32_t kTail = 60;  ///< bytes behind a quotation in which its noun of saying stands

/// One quoted passage and what was found out about it.
struct Candidate {
  text::QuotedPassage passage;
  base::Span inner;                  ///< trimmed
  std::uint32_t sentence = 0;        ///< position in Passages::sentences
  base::Span carrier;                ///< the sentence around it, from where the words of its speaker may come
  std::uint32_t first_sentence = 0;  ///< of the carrier
  std::optional<std::pair<QuoteParticle, std::uint32_t>> particle;
  bool speech = false;
  bool row = false;     ///< speech because the next one is: '…', '…'는 질문에
  bool asked = false;   ///< a question put to somebody, or nobody's words in particular
  bool alone = false;   ///< nothing of its sentence stands outside it
  bool answer = false;  ///< to a question of an interview, which a dash marks
};

/// The quoted passages of a Korean article's body, in order, with those marked that are somebody's words. All that it
/// is made of must outlive it.
struct Passages {
  Passages(std::string_view text, const model::Extraction& extraction, const SpeechWords& words,
           const lexicon::Particles& particles);

  std::string_view text;
  const model::Extraction& extraction;
  const SpeechWords& words;
  const lexicon::Particles& particles;
  std::vector<std::uint32_t> sentences;  ///< of the body, by position
  std::vector<Candidate> candidates;

  [[nodiscard]] base::Span sentence_span(std::size_t position) const;
  /// The position in sentences_ of the sentence that holds byte `at`.
  [[nodiscard]] std::size_t sentence_at(std::uint32_t at) const;
  [[nodiscard]] base::Span trim(base::Span span) const;
  [[nodiscard]] std::uint32_t boundary(std::uint32_t at) const;
  /// The first candidate that may reach to byte `at` or begin behind it.
  [[nodiscard]] std::size_t near(std::uint32_t at) const;
  [[nodiscard]] bool punctuation_only(base::Span span) const;
  [[nodiscard]] base::Span tail_of(const Candidate& candidate, std::uint32_t from, std::uint32_t reach = kTail) const;
  /// A line without an end of a sentence.
  [[nodiscard]] bool is_heading(const Candidate& candidate) const;
  [[nodiscard]] bool quoted(base::Span span) const;
  /// The end of the word that goes on at `at`.
  [[nodiscard]] std::uint32_t word_end(std::uint32_t at) const;
  /// Does a quotation reach into this sentence?
  [[nodiscard]] bool covered(std::uint32_t sentence) const;

 private:
  void collect();
  /// The sentence splitter may cut inside a passage; the carrier reaches over all passages it touches.
  void find_carrier(Candidate& candidate) const;
  [[nodiscard]] std::uint32_t count_words(base::Span span) const;
  /// The words inside without closing punctuation.
  [[nodiscard]] base::Span bare(base::Span span) const;
  [[nodiscard]] bool is_final(base::Span inner) const;
  [[nodiscard]] bool names_something(const Candidate& candidate, std::uint32_t from) const;
  [[nodiscard]] bool is_speech(std::size_t index);
};

}  // namespace timeline::fact
