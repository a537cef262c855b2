#pragma once

#include <optional>
#include <vector>

#include "base/span.hpp"
#include "fact/passages.hpp"
#include "fact/phrases.hpp"

namespace timeline::fact {

/// Who says something: the words for him, and the entity they name.
struct Speaker {
  base::Span text;
  std::optional<std::uint32_t> entity;
  [[nodiscard]] bool known() const { return !text.empty(); }
};

constexpr std::uint32_t kLongestPhrase = 150;  ///< bytes of a phrase that names a speaker

/// Finds the words of a sentence that name who speaks. The passages must outlive it.
class Speakers {
 public:
  explicit Speakers(const Passages& passages);

  [[nodiscard]] Split split(base::Span range) const;
  /// The phrases of `range` without the subjects of clauses that only describe a noun, where others can speak; with
  /// `plain` also where only a noun could that nothing marks as a speaker.
  [[nodiscard]] std::vector<Phrase> phrases(base::Span range, bool plain = false) const;
  /// “…”고 말한 김 대표를: the one whom the verb of saying describes.
  [[nodiscard]] std::optional<Phrase> described_behind(const Candidate& candidate) const;
  /// Behind a verb of saying with the ending that describes (주장하는).
  [[nodiscard]] std::uint32_t verb_end(base::Span verb) const;
  /// 업계에서는 “…”고 평가했다: those among whom it is said.
  [[nodiscard]] const Phrase* circle(const std::vector<Phrase>& phrases) const;
  [[nodiscard]] bool is_pronoun(const Phrase& phrase) const;
  /// How much a phrase looks like somebody who can speak.
  [[nodiscard]] int weight(const Phrase& phrase) const;
  /// The phrase that speaks among those before (or after) a quotation. `nearest`: an embedded clause, whose subject
  /// stands next to it (김종인 위원장이 ‘…’이라고 비판한 것에 대해).
  [[nodiscard]] const Phrase* choose(const std::vector<Phrase>& phrases, bool nearest, bool topics_only = false,
                                     bool weak = false) const;
  /// A noun, neither a number nor the end of a clause (서명했느냐는) nor told before (이 문제는).
  [[nodiscard]] bool plain_noun(const Phrase& phrase) const;
  [[nodiscard]] Speaker made(const Phrase& phrase) const;
  /// May a pronoun for a person stand for this speaker?
  [[nodiscard]] bool is_somebody(const Speaker& speaker) const;
  /// “…”라는 유상범 의원의 질의에, “…”는 취재진 질문에: the words between particle and noun. “…”는 지적이 나온다:
  /// nobody.
  [[nodiscard]] std::optional<Speaker> asker_of(const Candidate& candidate, const Speaker& last_asker) const;
  /// 사회자의 “…”, 윤씨로부터 “…”는 진술을, 어머니에게 “…”는 말을 들었다: the words belong to who stands right before
  /// them in the genitive, as their source, or as who was heard.
  [[nodiscard]] std::optional<Speaker> owner_before(const Candidate& candidate, const std::vector<Phrase>& left) const;
  /// 구윤철 “…”, 엔비디아 CEO, “…”: in headlines the speaker stands bare before the words.
  [[nodiscard]] Speaker headline_speaker(const Candidate& candidate) const;

 private:
  [[nodiscard]] bool particles_at_end(base::Span word) const;
  [[nodiscard]] bool is_quote(std::uint32_t end) const;
  const Passages& in_;
  Landmarks landmarks_;
};

}  // namespace timeline::fact
