#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "temporal/scanner.hpp"
#include "temporal/symbolic.hpp"
#include "text/utf8.hpp"

namespace timeline::temporal {

/// Does byte `at` belong to a word: a letter, a digit, or part of a letter beyond ASCII? Curly quotation marks, dashes
/// and signs of Latin-1 (U+2000-203F, U+0080-00BF) are none.
[[nodiscard]] inline bool is_english_word(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return text::is_latin(c) || text::is_digit(c);
  return c != 0xC2 && !(c == 0xE2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0x80);
}

/// Finds runs of English time words and numbers: "last Friday of October at 5 pm" is one run.
class EnglishScanner {
 public:
  explicit EnglishScanner(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// As Scanner::next, in text[at, end).
  [[nodiscard]] std::uint32_t next(std::string_view text, std::uint32_t at, std::uint32_t end,
                                   std::vector<Token>& run) const;

 private:
  [[nodiscard]] bool read(std::string_view text, std::uint32_t at, std::uint32_t end, const Token* before,
                          Token& token) const;
  void absorb_weekday(std::string_view text, std::uint32_t end, Token& token) const;
  void read_number_words(std::string_view text, Token& token) const;

  const Vocabulary& vocabulary_;
};

/// Turns a run of English tokens into symbolic times. A date and the time of day beside it are one expression.
void read_english(const Vocabulary& vocabulary, std::span<const Token> run, std::string_view text,
                  std::vector<Candidate>& out);

}  // namespace timeline::temporal
