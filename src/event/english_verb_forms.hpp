#pragma once

#include "event/english_verbs.hpp"

namespace timeline::event {

/// What stands at a token, read as a verb, and what its neighbours make of it. `start` is where the sentence begins,
/// `first` the token behind its last verb.
class VerbForms {
 public:
  VerbForms(const EnglishGrammar& grammar, const EnglishTokens& tokens, std::uint32_t start, std::uint32_t first,
            std::uint32_t end)
      : grammar_(grammar), tokens_(tokens), start_(start), first_(first), end_(end) {}

  /// The verb that stands there in this form, the longest with its particle; `end` is set behind it.
  [[nodiscard]] const EnglishVerb* find(std::uint32_t at, EnglishForm form, std::uint32_t* end) const;
  [[nodiscard]] bool base_at(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t past_adverbs(std::uint32_t at) const;
  [[nodiscard]] bool has_participle_behind(std::uint32_t at) const;
  [[nodiscard]] bool has_base_behind(std::uint32_t at) const;
  /// What could be a subject stands right before.
  [[nodiscard]] bool noun_before(std::uint32_t at) const;
  /// A finite verb stands at `at`.
  [[nodiscard]] bool finite_at(std::uint32_t at) const;
  /// "emails received by Kim", "the explosion, followed by gunfire, …": a participle that belongs to the noun before.
  [[nodiscard]] bool describes_noun(std::uint32_t at, std::uint32_t end) const;
  /// "Driver arrested after crash": no object follows.
  [[nodiscard]] bool bare_participle(std::uint32_t at) const;
  /// Things that befall others: their participle without an object is passive.
  [[nodiscard]] bool transitive(const EnglishVerb& verb) const;

 private:
  [[nodiscard]] const EnglishToken& token(std::uint32_t at) const { return tokens_[at]; }

  const EnglishGrammar& grammar_;
  const EnglishTokens& tokens_;
  std::uint32_t start_;
  std::uint32_t first_;
  std::uint32_t end_;
};

}  // namespace timeline::event
