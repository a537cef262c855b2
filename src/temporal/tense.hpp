#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"
#include "temporal/resolver.hpp"

namespace timeline::temporal {

/// What the verb of a clause says about its time.
struct ClauseTense {
  Tense tense = Tense::unknown;
  std::uint32_t distance = 0;  ///< bytes from the expression to the sign, quotations not counted
  bool participle = false;     ///< 열리는: leaves more doubt than a main verb
  bool told = false;           ///< 예고했다: the day may be that of what is told
  bool quoted = false;         ///< 없앤다고 밝혔다: what is told is of the present or the future
};

/// Tells the tense of a clause from the first sign after an expression: verb endings and the words of
/// data/ko/time_tense.tsv.
class TenseReader {
 public:
  TenseReader(const lexicon::DataSet& data, std::string_view language);

  /// The tense of the clause that goes on at byte `at` of the sentence. Quotations that begin there are passed over:
  /// in "14일 “곧 회담이 열릴 것”이라고 전했다" the day is that of the telling.
  /// `verb_is_taken`: an earlier day of the sentence belongs to its main verb.
  [[nodiscard]] ClauseTense clause(std::string_view text, std::uint32_t at, base::Span sentence,
                                   bool verb_is_taken = false) const;
  /// English: the nearest verb before the words [begin, end) of the sentence, else the first behind them.
  [[nodiscard]] Tense nearest(std::string_view text, base::Span sentence, base::Span words) const;
  /// "지난해 치러진 6·13 선거": does text[begin, end) end in a verb of the past that describes the next word?
  [[nodiscard]] bool ends_adnominal(std::string_view text, std::uint32_t begin, std::uint32_t end) const;
  /// Does the sentence end in the past tense ("… 밝혔다.")?
  [[nodiscard]] bool ends_in_past(std::string_view text, std::uint32_t begin, std::uint32_t end) const;
  /// Does the sentence ask for a date ("… 며칠이야?")?
  [[nodiscard]] bool asks_for_day(std::string_view text, std::uint32_t begin, std::uint32_t end) const;

 private:
  /// Hangul syllables at which something of the tense of a clause may be told; the others are passed over.
  class TellingSyllables {
   public:
    void add(char32_t syllable) { bits_[(syllable - kFirst) / 64] |= std::uint64_t{1} << (syllable - kFirst) % 64; }
    [[nodiscard]] bool has(char32_t syllable) const {
      return (bits_[(syllable - kFirst) / 64] >> (syllable - kFirst) % 64 & 1) != 0;
    }

   private:
    static constexpr char32_t kFirst = 0xAC00, kCount = 11172;
    std::array<std::uint64_t, kCount / 64 + 1> bits_{};
  };

  TellingSyllables telling_;
  lexicon::Matcher signs_;
  lexicon::Matcher finals_;  ///< those that count only where the sentence ends: 만나자, 잡아 줘
  lexicon::Matcher asking_;
  std::vector<std::array<unsigned char, 2>> asking_ends_;  ///< the second and third byte of each form
  lexicon::Matcher passive_;                               ///< be, is: the participle behind them tells no past
  lexicon::Matcher quoting_;                               ///< particles behind a quotation that somebody spoke
};

}  // namespace timeline::temporal
