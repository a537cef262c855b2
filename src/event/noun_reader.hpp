#pragma once

#include "event/clauses.hpp"

namespace timeline::event {

/// What the nouns of a sentence stand for: somebody who can act, a law, words that were said, a clause.
class NounReader {
 public:
  NounReader(const Vocabulary& vocabulary, const Phrase& phrase) : vocabulary_(vocabulary), phrase_(phrase) {}

  /// A name, or a pronoun for one.
  [[nodiscard]] bool stands_for_one(const Argument& noun) const;
  /// A name, or a person with a title: 정의선 현대차그룹 회장.
  [[nodiscard]] bool names(const Argument& noun) const;
  /// 법안은 김하늘 의원이 발의했다
  [[nodiscard]] bool is_law(const Argument& noun) const;
  /// A person, or a pronoun for one.
  [[nodiscard]] bool is_somebody(const Argument& noun) const;
  /// A pronoun for whoever does what the sentence tells: 자신.
  [[nodiscard]] bool is_reflexive(const Argument& noun) const;
  /// One of its words is a name of a person.
  [[nodiscard]] bool is_person(const Argument& noun) const;
  /// ‘응할 계획이냐’는 질문에, “어떠냐”는 제안에: quotation marks, and then a noun for what is said.
  [[nodiscard]] bool is_quoted_content(const Argument& noun) const;
  /// The noun after an adnominal verb names the clause and not a thing: 한 사실을.
  [[nodiscard]] bool is_abstract(const Predicate& predicate) const;
  /// Is the clause that ends here an argument of a later one: …한 사실을, …한 것에 대해, …한 혐의 등으로?
  [[nodiscard]] bool is_content(const Predicate& predicate) const;

 private:
  const Vocabulary& vocabulary_;
  const Phrase& phrase_;
};

}  // namespace timeline::event
