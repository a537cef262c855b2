#pragma once

#include <optional>
#include <string>
#include <vector>

#include "event/clauses.hpp"
#include "event/draft.hpp"
#include "event/headline.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// Knows who takes part in what a clause tells, and remembers who acted last, so that a clause without a subject has
/// one ("지난 15일 … 출시했다" after a sentence about 엔비디아).
class Participants {
 public:
  Participants(const Vocabulary& vocabulary, const Headlines& headlines, const model::Extraction& extraction)
      : vocabulary_(vocabulary), headlines_(headlines), extraction_(extraction) {}

  /// Who does what the clause tells; `from_discourse` becomes true where an earlier sentence named it.
  [[nodiscard]] Party acting(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                             bool& from_discourse) const;
  /// Whose measure a noun is that does not say it (매출은): who acted last, where nobody else can be meant.
  [[nodiscard]] Party owner_of(const Phrase& phrase, const std::vector<Clause>& clauses, const Argument& noun) const;
  /// Who acted last in an earlier sentence.
  [[nodiscard]] const Party& last_agent() const { return last_agent_; }
  /// A number with its unit, and nothing else: 3.8%를.
  [[nodiscard]] bool is_amount(const Phrase& phrase, const Argument& noun) const;
  /// A number of people: 주민 3명을.
  [[nodiscard]] bool counts_people(const Phrase& phrase, const Argument& noun) const;
  /// A number of people or things: 주민 3명이, 선박 2척을.
  [[nodiscard]] bool is_counted(const Phrase& phrase, const Argument& noun) const;
  /// The name of a place: 하노이로.
  [[nodiscard]] bool is_place(const Phrase& phrase, const Argument& noun) const;
  /// Whoever the sentence is about is who acts where the next one names nobody.
  void remember(const Phrase& phrase, const std::vector<Clause>& clauses);

  /// A subject that measures and does not act: 매출은, 주가가.
  [[nodiscard]] bool is_attribute(const Phrase& phrase, const Argument& noun) const;
  /// On whose word the clause rests (로이터통신에 따르면), as text and as a party.
  [[nodiscard]] std::string source_of(const Phrase& phrase, std::uint32_t before_word, Party* party) const;
  /// Adds who else is named in the words that tell it: beside an office, in brackets, in what the object is about.
  void add_named(Draft& draft, const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index,
                 base::Span evidence) const;
  /// Adds who stands in the clauses that run into this one and in what is said.
  void add_beside(Draft& draft, const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index) const;
  /// Adds who stands in the clauses that run into a told one and are no events of their own; `events`: of the clauses.
  void add_untold_before(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index,
                         const std::vector<std::optional<std::size_t>>& events, model::EventMention& event) const;
  /// Who does what the sentence around a told clause says.
  [[nodiscard]] std::vector<std::uint32_t> whom_it_is_about(const Phrase& phrase, const std::vector<Clause>& clauses,
                                                            std::uint32_t index) const;
  /// Whose a noun is that names nobody: 고인의 영결식 is that of the person spoken of, 발행가액 of the company.
  void add_owner(Draft& draft, const Phrase& phrase, const Argument& noun) const;
  void add_to(Draft& draft, const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause) const;

 private:
  [[nodiscard]] bool acts_from(const Phrase& phrase, const Argument& noun) const;
  [[nodiscard]] static bool is_deed(const Clause& clause);
  [[nodiscard]] static bool is_for_somebody(const Clause& clause);
  [[nodiscard]] bool is_doer(const Party& party) const;
  [[nodiscard]] Party in_own_words(const Phrase& phrase, const Argument& noun) const;
  [[nodiscard]] Party speaker_of(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t passage) const;
  template <typename Test>
  void complete(Party& party, Test stands_for) const;
  void complete_body(Party& party) const;
  void complete_surname(Party& party) const;
  [[nodiscard]] Party together(const Phrase& phrase, const Clause& clause, const Party& party) const;
  void add_running_on(Draft& draft, const Phrase& phrase, const std::vector<Clause>& clauses,
                      std::uint32_t index) const;
  void add_found(Draft& draft, const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index) const;
  void remember_named(const Phrase& phrase);
  void add_subject(Draft& draft, const Party& party, model::ParticipantRole role) const;
  void add_noun(Draft& draft, const Phrase& phrase, const Argument& noun, model::ParticipantRole role) const;
  void name_companion(Draft& draft, const Phrase& phrase, const Argument& noun) const;
  void add_told(Draft& draft, const Phrase& phrase, const Clause& clause, model::ParticipantRole role) const;
  [[nodiscard]] model::ParticipantRole role_of(std::uint32_t entity, model::ParticipantRole role) const;

  const Vocabulary& vocabulary_;
  const Headlines& headlines_;
  const model::Extraction& extraction_;
  Party last_agent_;   // who acted last, in an earlier sentence
  Party last_person_;  // the same, when it was a person
  Party last_firm_;    // the same, when it was a company
  Party last_pair_;    // the same with whom it acted
};

}  // namespace timeline::event
