#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"
#include "lexicon/particles.hpp"
#include "model/entity.hpp"

namespace timeline::entity {

/// A set of entity kinds.
class Kinds {
 public:
  void add(model::EntityKind kind) { bits_ |= bit(kind); }
  void merge(Kinds other) { bits_ |= other.bits_; }
  [[nodiscard]] bool has(model::EntityKind kind) const { return (bits_ & bit(kind)) != 0; }

 private:
  [[nodiscard]] static std::uint32_t bit(model::EntityKind kind) { return 1U << static_cast<std::uint32_t>(kind); }
  std::uint32_t bits_ = 0;
};

/// A row of data/ko/titles.tsv.
struct Title {
  bool after = false;      ///< stands after a name: 김영호 교수
  bool before = false;     ///< stands before a name: 배우 김영호
  bool strong = false;     ///< makes a name of what stands by it
  bool attached = false;   ///< may stand on the name without a space: 김영호씨
  bool between = false;    ///< stands between a name and its title: 김영호 전 의원
  bool stage = false;      ///< its people have names that look like no names: 가수 별무리
  bool real_name = false;  ///< before a right name: 별무리(본명 최재호)
  bool courtesy = false;   ///< says no more than that it is a person: 김영호 씨
};

/// A row of data/ko/name_suffixes.tsv.
struct Suffix {
  enum class Where : std::uint8_t { any, attached, guarded, place, title };
  model::EntityKind kind = model::EntityKind::organization;
  std::size_t least = 0;  ///< characters that must stand before it in its word
  bool part = false;      ///< behind a body it is a part of that: 국회 정보위원회
  /// attached: never as a word of its own; guarded: where its last two syllables are no word; place: right behind a
  /// place; title: right before a title
  Where where = Where::any;
};

/// A run of letters and digits in a line, and what its end says.
struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool spaced = false;           ///< exactly one space, and nothing else, stands between the word before and this one
  const Title* title = nullptr;  ///< the word without its particles is a title or ends in one
  std::uint32_t title_begin = 0;
  std::uint32_t title_end = 0;
  const std::vector<Suffix>* suffix = nullptr;  ///< the word without its particles ends in what ends names
  std::uint32_t suffix_begin = 0;
  std::uint32_t suffix_end = 0;
  bool owned_by_person = false;  ///< what only people have: 남편, 연기력
  Kinds neighbour_after;         ///< says of a name before it what that is: 주가
  Kinds neighbour_before;        ///< says of a name after it what that is: 플랫폼
};

/// The words of data/ko that stand on, before and after names. Immutable after construction.
class Cues {
 public:
  explicit Cues(const lexicon::DataSet& data);

  /// The words of text[begin, end), with their titles and neighbours.
  [[nodiscard]] std::vector<Word> words(std::string_view text, std::uint32_t begin, std::uint32_t end) const;

  /// May a name of this kind end at `at`: does its word end there, or do only particles or a tail (측) follow?
  [[nodiscard]] bool may_end(std::string_view text, std::uint32_t at, model::EntityKind kind) const;
  /// The end of the longest prefix (탈, 대) at `at`, or `at`.
  [[nodiscard]] std::uint32_t prefix(std::string_view text, std::uint32_t at) const {
    return prefixes_.longest(text, at).second;
  }
  /// The length of a mark of a company (㈜) that ends at `at`, with a space behind it at most; 0 where none does.
  [[nodiscard]] std::uint32_t company_mark_before(std::string_view text, std::uint32_t at) const;
  /// The end of words at `at` that only begin like a name (한화로 13조원), or `at`.
  [[nodiscard]] std::uint32_t no_name(std::string_view text, std::uint32_t at) const {
    return no_names_.longest(text, at).second;
  }
  /// The end of a word at `at` that makes a name of common words behind it (한국청소년연맹), or `at`.
  [[nodiscard]] std::uint32_t head(std::string_view text, std::uint32_t at) const {
    return heads_.longest(text, at).second;
  }
  /// A title that stands at `at` right on a name and ends its word.
  [[nodiscard]] bool attached_title(std::string_view text, std::uint32_t at) const;

  [[nodiscard]] const lexicon::Particles& particles() const { return particles_; }

 private:
  struct Ending {
    const Title* title = nullptr;
    std::vector<Suffix> suffixes;
    bool owned = false;
    Kinds after;
    Kinds before;
  };

  struct Tail {
    Kinds kinds;
    bool keeps = true;  // else the word is another one: 한국인
  };

  void mark(std::string_view text, Word& word) const;

  lexicon::Particles particles_;
  std::vector<Title> titles_;
  std::vector<Ending> endings_;
  lexicon::Matcher ending_matcher_;
  std::vector<Tail> tails_;
  lexicon::Matcher tail_matcher_;
  lexicon::Matcher prefixes_;
  lexicon::Matcher no_names_;
  lexicon::Matcher heads_;
  std::vector<std::string> company_marks_;
};

/// A letter, digit or ideograph: what words are made of.
[[nodiscard]] bool is_word_character(char32_t c);

}  // namespace timeline::entity
