#pragma once

#include <cstdint>
#include <vector>

#include "event/english_tokens.hpp"

namespace timeline::event {

/// Where the sentence begins behind its dateline ("SEOUL (AP) — ") or behind the posts quoted before it.
[[nodiscard]] std::uint32_t behind_dateline(const EnglishTokens& tokens);

/// The day in the dateline of the sentence ("LONDON, March 3 (Reuters) —"), or kNoToken.
[[nodiscard]] std::uint32_t time_of_dateline(const EnglishTokens& tokens);

/// The times at which quoted posts were written: "-- Hanbit (@hanbit) November 8, 2016".
[[nodiscard]] std::vector<std::uint32_t> times_of_posts(const EnglishTokens& tokens);

/// A run of tokens that is a sentence of its own.
struct EnglishStretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The sentences in [begin, end): pages lose the line ends behind captions and subheadings, which have no full stop
/// ("Rescue teams worked all night A large crowd has gathered …").
[[nodiscard]] std::vector<EnglishStretch> lost_sentences(const EnglishGrammar& grammar, const EnglishTokens& tokens,
                                                         std::uint32_t begin, std::uint32_t end);

}  // namespace timeline::event
