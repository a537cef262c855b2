#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/data_set.hpp"
#include "lexicon/word_map.hpp"

namespace timeline::entity {

/// How much a word looks like a Korean full name by itself. `doubtful`: it is a word with an ending as well (정진+원).
enum class Likelihood : std::uint8_t { none, doubtful, possible, likely, sure };

/// A family name at the beginning of a word.
struct Surname {
  std::uint32_t length = 0;  ///< bytes
  std::uint8_t weight = 0;   ///< 3 common ... 1 rare
  bool word = false;         ///< alone before a title it is also a word (전 대통령)
};

/// Knows what personal names look like: family names, the syllables of given names and of foreign names in Hangul
/// (data/ko/name_surnames.tsv, name_syllables.tsv), and words that only look so (name_stopwords.tsv).
/// Immutable after construction.
class NameModel {
 public:
  explicit NameModel(const lexicon::DataSet& data);

  /// The longest family name that `word` begins with.
  [[nodiscard]] std::optional<Surname> surname(std::string_view word) const;
  /// `word` as family name and given name of one or two syllables.
  [[nodiscard]] Likelihood korean(std::string_view word) const;
  /// Is `word` a Korean full name without a title by it: without doubt, or likely and of no ending that nouns and verbs
  /// have (전광판, 구경하)?
  [[nodiscard]] bool stands_alone(std::string_view word) const;
  /// Is it that even where no particle follows: of a usual family name and usual syllables, none of which ends nouns?
  [[nodiscard]] bool stands_bare(std::string_view word) const;
  /// Points for `word` as a part of a foreign name in Hangul; 0 where it does not look like one.
  [[nodiscard]] int foreign(std::string_view word) const;
  /// Is it a word that is nobody's name: a common one, or a loan word?
  [[nodiscard]] bool is_noun(std::string_view word) const { return is_stopword(word) || loans_.contains(word); }
  /// May `word` follow a usual foreign given name as the rest of the name? Less is asked of it than of one by itself.
  [[nodiscard]] bool foreign_rest(std::string_view word) const;
  /// May `word` be a full name of a usual family name and a given name that is none (이용득)?
  [[nodiscard]] bool may_be_rare(std::string_view word) const;
  [[nodiscard]] bool is_foreign_given(std::string_view word) const { return foreign_given_.contains(word); }
  /// 디, 반, 폰: stands between the parts of a foreign name.
  [[nodiscard]] bool is_link(std::string_view word) const { return links_.contains(word); }
  [[nodiscard]] bool is_mask(std::string_view word) const;
  /// `word` is a family name and a mask (김모): the length of the family name, else 0.
  [[nodiscard]] std::uint32_t masked(std::string_view word) const;
  [[nodiscard]] bool is_stopword(std::string_view word) const { return stopwords_.contains(word); }

 private:
  using WordSet = lexicon::WordMap<bool, std::string_view>;

  struct Syllable {
    std::uint8_t first = 0;
    std::uint8_t second = 0;
    std::uint8_t loan = 0;
    bool noun = false;    // makes nouns of nouns
    bool ending = false;  // ends verbs, places or particles too: 이루기, 유의해
    bool plural = false;  // makes many of one: 래퍼들
  };
  static constexpr std::uint32_t kFirstSyllable = 0xAC00;
  static constexpr std::size_t kSyllables = 11172;

  /// A full name of a usual family name and usual syllables?
  [[nodiscard]] bool stands_firm(std::string_view word) const;
  [[nodiscard]] bool is_plural(std::string_view word) const;
  [[nodiscard]] const Syllable* syllable(std::string_view word, std::size_t at) const;

  std::array<Syllable, kSyllables> syllables_{};
  lexicon::WordMap<Surname, std::string_view> surnames_;
  WordSet stopwords_;
  WordSet loans_;
  WordSet foreign_given_;
  WordSet links_;
  std::vector<std::string_view> masks_;
};

}  // namespace timeline::entity
