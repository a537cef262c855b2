#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "event/vocabulary.hpp"
#include "lexicon/particles.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// One spaced word of a sentence, punctuation and quotation marks cut from its ends.
struct Word {
  base::Span span;  ///< the word
  base::Span core;  ///< without its particles
  std::optional<lexicon::ParticleKind> particle;
  std::optional<lexicon::ParticleKind> last;
  std::uint32_t passage = 0;      ///< 0: the sentence itself; else 1 + the spoken passage it stands in
  bool aside = false;             ///< stands in brackets
  bool comma = false;             ///< a comma follows
  bool named = false;             ///< stands in quotation marks that hold a name, not speech
  bool in_name = false;           ///< belongs to the mention of an entity
  bool person = false;            ///< the name of a person ends in it
  bool goes_on = false;           ///< the name in quotation marks goes on in the next word
  bool lasts = false;             ///< a length of time ends in it
  bool counts = false;            ///< a number whose unit is the next word: 한 명
  bool hangs = false;             ///< is the particle of the spoken passage before it
  std::uint32_t time = kNone;     ///< the time expression it belongs to
  std::uint32_t mention = kNone;  ///< the last entity mention that ends in it
};

/// A sentence as words, with the quotations in it that are somebody's words.
struct Phrase {
  std::string_view text;  ///< of the field the sentence is in
  std::uint32_t sentence = 0;
  base::Span span;
  std::vector<Word> words;
  std::vector<std::uint32_t> mentions;  ///< of the sentence, in the order of the text
  std::vector<base::Span> passages;     ///< spoken passages, without their marks
};

/// Cuts a sentence into words and ties times and names to them.
class WordReader {
 public:
  WordReader(const Vocabulary& vocabulary, const model::Article& article, const model::Extraction& extraction);

  [[nodiscard]] Phrase read(std::uint32_t sentence) const;

 private:
  void read_particle(std::string_view text, Word& word, std::uint32_t noun_end) const;

  const Vocabulary& vocabulary_;
  const model::Article& article_;
  const model::Extraction& extraction_;
  std::vector<std::vector<std::uint32_t>> times_;     // by sentence
  std::vector<std::vector<std::uint32_t>> lengths_;   // by sentence
  std::vector<std::vector<std::uint32_t>> mentions_;  // by sentence
};

}  // namespace timeline::event
