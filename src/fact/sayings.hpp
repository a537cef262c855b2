#pragma once

#include "fact/speakers.hpp"

namespace timeline::fact {

/// How the clause of saying around a quotation is built: whether its verb only describes a noun, hands over to somebody
/// else, or is itself told by another. Both it is made of must outlive it.
class Sayings {
 public:
  Sayings(const Passages& passages, const Speakers& speakers) : in_(passages), who_(speakers) {}

  /// Does the phrase right before the words name a question (질문에는)?
  [[nodiscard]] bool answers(const Phrase& phrase, std::uint32_t end) const;
  /// “…”고 홍보하는 모습: whoever they are, not who spoke before.
  [[nodiscard]] bool describes_other(const Candidate& candidate) const;
  /// Do the words end with what somebody is told to have done: 강조했다고?
  [[nodiscard]] bool relays(base::Span words) const;
  /// Does the verb hand over to whom the words were said: “…”고 묻자 “…”?
  [[nodiscard]] bool turns(const Candidate& candidate) const;
  /// Is the verb of saying inside a larger clause: “…”라고 비판한 것에 대해?
  [[nodiscard]] bool embedded(const Candidate& candidate) const;

 private:
  const Passages& in_;
  const Speakers& who_;
};

}  // namespace timeline::fact
