#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "fact/speech_words.hpp"
#include "lexicon/particles.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

/// A run of words that ends with a particle: "이원태 국민대 특임교수(…)" + 는.
struct Phrase {
  base::Span span;        ///< without the particle
  std::uint32_t end = 0;  ///< behind the particle
  lexicon::ParticleKind kind = lexicon::ParticleKind::topic;
  lexicon::ParticleKind last = lexicon::ParticleKind::topic;  ///< of a chain: 입장에서는 is {in, topic}
  std::optional<std::uint32_t> person;                        ///< entity of the last person mentioned in it
  std::optional<std::uint32_t> entity;                        ///< entity of the last mention in it, of whatever kind
  bool entity_ends = false;                                   ///< that mention ends the phrase
  bool marked = false;                                        ///< a word of its own (역시) stands for the particle
  bool listed = false;                                        ///< others besides: 구글 등은
};

/// A word that is no noun but joins what follows it: 건넨 describes the next noun, 늘었고 begins another clause.
struct Verb {
  base::Span span;
  bool adnominal = false;
  bool quoting = false;  ///< 공급하겠다고: what somebody says
};

/// A piece of a sentence in parts.
struct Split {
  std::vector<Phrase> phrases;  ///< in order
  Phrase rest;                  ///< what stands at the end without a particle; its span is empty where nothing does
  std::vector<Verb> verbs;      ///< in order; they end a phrase without making one
};

/// What the splitter must know of a text besides its characters, all in ascending order and in the same field.
struct Landmarks {
  struct Named {
    base::Span span;
    std::uint32_t entity = 0;
    bool person = false;
  };
  std::vector<Named> names;  ///< not overlapping
  std::vector<base::Span> times;
  std::vector<base::Span> speech;  ///< passages that are somebody's words, with their marks
  std::vector<base::Span> quoted;  ///< other quoted passages: part of a phrase

  /// The names that touch `range`.
  [[nodiscard]] std::span<const Named> names_in(base::Span range) const;
};

/// The phrases of `range`. Times, speech, adverbs and verbs end a phrase without making one.
[[nodiscard]] Split split_phrases(std::string_view text, base::Span range, const Landmarks& landmarks,
                                  const SpeechWords& words, const lexicon::Particles& particles);

}  // namespace timeline::fact
