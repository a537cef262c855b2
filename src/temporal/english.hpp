#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "temporal/scanner.hpp"
#include "temporal/symbolic.hpp"

namespace timeline::temporal {

/// Finds runs of English time words and numbers: "last Friday of October at 5 pm" is one run.
class EnglishScanner {
 public:
  explicit EnglishScanner(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// As Scanner::next.
  [[nodiscard]] std::uint32_t next(std::string_view text, std::uint32_t at, std::uint32_t end,
                                   std::vector<Token>& run) const;

 private:
  [[nodiscard]] bool read(std::string_view text, std::uint32_t at, std::uint32_t end, const Token* before,
                          Token& token) const;

  const Vocabulary& vocabulary_;
};

/// Turns a run of English tokens into symbolic times. A date and the time of day beside it are one expression.
void read_english(const Vocabulary& vocabulary, std::span<const Token> run, std::string_view text,
                  std::vector<Candidate>& out);

}  // namespace timeline::temporal
