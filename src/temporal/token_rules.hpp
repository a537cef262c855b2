#pragma once

#include <cstdint>

#include "temporal/scanner.hpp"
#include "temporal/vocabulary.hpp"

namespace timeline::temporal {

// Which tokens may stand beside which in a run.

/// Kinds that must fill their word: nothing may follow but particles and other tokens.
[[nodiscard]] bool must_end_word(const Token& token);

/// Units want a number before them; 경 and 께 stand right behind a time, while a word of two syllables may be spaced
/// (무렵).
[[nodiscard]] bool may_follow(const Word& word, const Token& before, bool adjacent, std::uint32_t size);

/// Words inside a chain such as "추석 연휴가 끝나고 처음 오는 평일".
[[nodiscard]] bool in_chain(WordKind kind);

/// Particles over which an expression goes on: 내년의 1월, 3일에서 5일, 3일과 5일 사이, 6일이나 이른.
[[nodiscard]] bool goes_on_after(std::int8_t particle);

}  // namespace timeline::temporal
