#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "event/english_clauses.hpp"

namespace timeline::event {

/// A run of tokens that is one noun with what belongs to it.
struct EnglishPhrase {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool empty() const { return end <= begin; }
};

/// The noun that does it: without openers, times, appositions and relative clauses. Empty where none can be told.
[[nodiscard]] EnglishPhrase subject_of(const EnglishTokens& tokens, const EnglishClause& clause);

/// What follows the verb up to the next clause, time, quotation or comma.
[[nodiscard]] EnglishPhrase object_of(const EnglishGrammar& grammar, const EnglishTokens& tokens,
                                      const EnglishClause& clause);

/// The first part of a phrase: up to a preposition other than "of".
[[nodiscard]] EnglishPhrase head_of(const EnglishTokens& tokens, EnglishPhrase phrase);

/// The words of a phrase as a headline has them: no brackets, no articles, at most `most` characters, cut only where
/// a phrase ends. Empty where not even the head fits.
[[nodiscard]] std::string headline_words(std::string_view text, const EnglishTokens& tokens, EnglishPhrase phrase,
                                         std::size_t most);

/// The headline of a clause: "Nvidia to supply 260,000 chips", "Driver arrested", "Bears win the cup".
[[nodiscard]] std::string english_headline(const EnglishWords& words, std::string_view text,
                                           const EnglishTokens& tokens, const EnglishClause& clause,
                                           const std::string& subject, bool plural, EnglishPhrase object);

}  // namespace timeline::event
