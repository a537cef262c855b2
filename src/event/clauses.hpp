#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "event/predicates.hpp"
#include "event/words.hpp"
#include "lexicon/particles.hpp"

namespace timeline::event {

/// A noun phrase with the particle that says its part: [‘네모트론3 나노’]를.
struct Argument {
  base::Span span;  ///< first word to the end of its noun, without the particle
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;
  std::optional<lexicon::ParticleKind> kind;  ///< nothing: no particle
  bool is_topic = false;                      ///< 은/는, alone or after another particle
  std::uint32_t modifier = kNone;             ///< the clause right before it that belongs to it
};

/// A noun that a word like a particle ties to the clause: [임원]을 상대로.
struct Adjunct {
  Argument noun;
  bool does_it = false;  ///< 의해: it does what the passive clause tells
};

/// A predicate with its arguments: one clause.
struct Clause {
  Predicate predicate;
  std::vector<Argument> arguments;  ///< its own, subject not included
  std::optional<Argument> subject;
  bool own_subject = false;      ///< the subject stands in this clause, not before it
  std::optional<Argument> head;  ///< what an adnominal clause belongs to
  bool head_is_whole = true;     ///< the noun phrase ends with it (열린 [회담] 결과를: it goes on)
  bool head_is_subject = false;  ///< the head does it (파기한 이란); else it is done to the head (발표한 GPU)
  std::uint32_t complement = kNone;      ///< the clause that this one reports (…했다고 밝혔다)
  std::uint32_t speech = 0;              ///< the spoken passage that this one reports: 1 + its index; 0: none
  std::vector<std::uint32_t> occasions;  ///< adnominal clauses whose head is an adjunct of this one (열린 … 에서)
  std::vector<Adjunct> adjuncts;         ///< what 대해, 상대로, 두고 and their kin take out of the clause
  std::vector<std::uint32_t> contents;  ///< clauses that are nouns in this one (인수한 사실을, 비판한 것에 대해)
};

/// The clauses of a sentence in the order of their predicates.
[[nodiscard]] std::vector<Clause> build_clauses(const Vocabulary& vocabulary, const Phrase& phrase);

}  // namespace timeline::event
