#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "fact/fact_words.hpp"
#include "fact/phrases.hpp"
#include "fact/speech_words.hpp"
#include "lexicon/particles.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

constexpr std::size_t kLongestAttribute = 90;  ///< bytes
constexpr std::uint32_t kLongestSubject = 60;  ///< bytes of a subject that is no name
constexpr std::uint32_t kReach = 2000;         ///< bytes of a sentence on either side of a number

/// One field of a Korean article with all that was found in it, in the order of the text: what the makers of facts
/// read. All that it is made of must outlive it.
struct FieldView {
  FieldView(std::string_view text, model::Field field, model::Extraction& extraction, const FactWords& facts,
            const SpeechWords& words, const lexicon::Particles& particles);

  std::string_view text;
  model::Field field;
  model::Extraction& extraction;
  const FactWords& facts;
  const SpeechWords& words;
  const lexicon::Particles& particles;
  Landmarks marks;  ///< other numbers part phrases as times do, a converted one together with its bracket
  std::vector<const model::Quotation*> quotations;
  std::vector<const model::TimeExpression*> times;
  std::vector<std::uint32_t> numbers;  ///< where quantities begin
  std::vector<std::uint32_t> events;   ///< by sentence

  /// The next character boundary at or behind `at`.
  [[nodiscard]] std::uint32_t boundary(std::uint32_t at) const;
  /// Without space on either side.
  [[nodiscard]] base::Span trim(base::Span span) const;
  /// Behind the bracket that closes at `at`, if one does.
  [[nodiscard]] std::uint32_t bracket_end(std::uint32_t at) const;
  [[nodiscard]] model::EntityKind kind_of(std::uint32_t entity) const;
  /// The phrases of `range`; what stands at its end without a particle goes to `rest`.
  [[nodiscard]] std::vector<Phrase> split(base::Span range, Phrase* rest = nullptr) const;
  /// Behind a particle of the number and space: where the next word begins.
  [[nodiscard]] std::uint32_t skip_to_word(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t skip_space(std::uint32_t at) const;
  /// Without words that say nothing of it (무려, 총, 각) and what it is compared with (전년 대비).
  [[nodiscard]] base::Span core(base::Span span) const;
  /// The words as an attribute: without quotation marks, not longer than a name.
  [[nodiscard]] std::string attribute_text(base::Span span) const;
};

}  // namespace timeline::fact
