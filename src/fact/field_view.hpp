#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "fact/fact_words.hpp"
#include "fact/phrases.hpp"
#include "fact/speech_words.hpp"
#include "lexicon/particles.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

constexpr std::size_t kLongestAttribute = 90;  ///< bytes
constexpr std::uint32_t kLongestSubject = 60;  ///< bytes of a subject that is no name
constexpr std::uint32_t kReach = 2000;         ///< bytes of a sentence on either side of a number

/// Where a number stands.
struct Site {
  const model::Quantity& quantity;
  std::uint32_t end = 0;  ///< of the value, its conversion and their bracket
  base::Span sentence;
  base::Span scope;  ///< what may belong to it: the quotation it stands in, or the sentence near it
  Split left;        ///< the parts of the scope before it
  const model::Quotation* quotation = nullptr;
};

/// One field of a Korean article with all that was found in it, in the order of the text: what the makers of facts
/// read. All that it is made of must outlive it.
struct FieldView {
  FieldView(std::string_view text, model::Field field, model::Extraction& extraction, const FactWords& facts,
            const SpeechWords& words, const lexicon::Particles& particles);

  std::string_view text;
  model::Field field;
  model::Extraction& extraction;
  const FactWords& facts;
  const SpeechWords& words;
  const lexicon::Particles& particles;
  Landmarks marks;  ///< other numbers part phrases as times do, a converted one together with its bracket
  std::vector<const model::Quotation*> quotations;
  std::vector<const model::TimeExpression*> times;
  std::vector<std::uint32_t> numbers;    ///< where quantities begin
  std::vector<std::uint32_t> occasions;  ///< those of them that count how often something is done
  std::vector<std::uint32_t> events;     ///< by sentence

  /// The next character boundary at or behind `at`.
  [[nodiscard]] std::uint32_t boundary(std::uint32_t at) const;
  /// Without space on either side.
  [[nodiscard]] base::Span trim(base::Span span) const;
  /// Behind the bracket that closes at `at`, if one does.
  [[nodiscard]] std::uint32_t bracket_end(std::uint32_t at) const;
  /// Where the quoted name or headline that `at` stands in begins: ‘GPU 26만장’ is one; `begin` where it stands in
  /// none.
  [[nodiscard]] std::uint32_t quoted_from(std::uint32_t at, std::uint32_t begin) const;
  [[nodiscard]] model::EntityKind kind_of(std::uint32_t entity) const;
  [[nodiscard]] Split split(base::Span range) const;
  /// Behind a particle of the number and space: where the next word begins.
  [[nodiscard]] std::uint32_t skip_to_word(std::uint32_t at, std::uint32_t end) const;
  /// Where what is said of the number goes on: behind a bracket with another number (9000원(17%) 인하), or behind the
  /// one that it fills itself.
  [[nodiscard]] std::uint32_t behind(const Site& site) const;
  [[nodiscard]] std::uint32_t skip_space(std::uint32_t at) const;
  /// The particle right behind a number.
  [[nodiscard]] std::optional<lexicon::ParticleKind> particle_behind(std::uint32_t end, std::uint32_t limit) const;
  /// Does the noun behind the number only say where or how (1.5km 구간에서, 3억원대 혐의로), so that neither the verb
  /// nor its time is the number's?
  [[nodiscard]] bool is_aside(base::Span noun, const Site& site) const;
  /// Does an amount of money only say which of a kind are meant: 9억원 이상 주택?
  [[nodiscard]] bool is_bound(const Site& site) const;
  /// Is the noun one of people: 참석자, 한국인, 회원들?
  [[nodiscard]] bool is_people(base::Span noun) const;
  /// What is done with a number (300억원을 공장에 투자했다: 투자): the word of an action not far behind it.
  [[nodiscard]] std::string_view action_behind(std::uint32_t end, std::uint32_t limit) const;
  /// What the verb behind the number makes of it: 12%를 차지했다 is a 비중, 3배 빠르다 a 속도. Only shares, multiples
  /// and differences have such names.
  [[nodiscard]] std::string_view named_by_verb(const Site& site) const;
  /// Where the words of `range` begin.
  [[nodiscard]] std::vector<std::uint32_t> word_starts(base::Span range) const;
  /// The noun of the verb at `at` (방문했다: 방문); empty where it has none.
  [[nodiscard]] std::string_view verbal_noun(std::uint32_t at, std::uint32_t limit) const;
  /// The word that turns what stands before it into a report (다고, 것으로) before the verb of saying or judging that
  /// ends the sentence.
  [[nodiscard]] std::optional<base::Span> report(base::Span range) const;
  /// Does a verb of judging start at `at` that is not passive? 집계됐다 is of nobody whom the sentence is about.
  [[nodiscard]] bool is_judged_by_topic(std::uint32_t at) const;
  /// Does somebody only report or judge the number: 다고 밝혔다, 것으로 보고 있다, 3억원으로 추산했다? What he holds
  /// ends there.
  [[nodiscard]] std::optional<std::uint32_t> reported(const Site& site) const;
  /// Without words that say nothing of it (무려, 총, 각) and what it is compared with (전년 대비).
  [[nodiscard]] base::Span core(base::Span span) const;
  /// The words as an attribute: without quotation marks, not longer than a name.
  [[nodiscard]] std::string attribute_text(base::Span span) const;
};

}  // namespace timeline::fact
