#pragma once

#include <optional>
#include <string>
#include <vector>

#include "event/draft.hpp"
#include "event/participants.hpp"
#include "event/tense.hpp"
#include "model/article.hpp"

namespace timeline::event {

/// Does a noun phrase name a figure of business: 영업이익 3조원, 38억원 순손실?
[[nodiscard]] bool names_figure(const Vocabulary& vocabulary, const Phrase& phrase, const Argument& noun);

/// Reads a clause as an event: what was done, to what, by whom.
class Drafter {
 public:
  Drafter(const Vocabulary& vocabulary, const Headlines& headlines, const model::Article& article,
          const model::Extraction& extraction, const Participants& participants)
      : vocabulary_(vocabulary),
        headlines_(headlines),
        article_(article),
        extraction_(extraction),
        participants_(participants) {}

  /// Nothing where the clause says too little to be an event.
  [[nodiscard]] std::optional<Draft> draft(const Phrase& phrase, const std::vector<Clause>& clauses,
                                           std::uint32_t index) const;
  /// The same for a clause whose verb is in no table; see deeds.cpp.
  [[nodiscard]] std::optional<Draft> deed(const Phrase& phrase, const std::vector<Clause>& clauses,
                                          std::uint32_t index) const;
  /// Later clauses that leave out who and what mean those of this event.
  void remember(std::uint32_t sentence, const Draft& draft) {
    told_.push_back({sentence, draft.type, draft.parts, draft.participants});
  }

 private:
  /// What an event of the article said, for later clauses that leave it out.
  struct Told {
    std::uint32_t sentence = 0;
    std::string type;
    HeadlineParts parts;
    std::vector<model::Participant> participants;
  };

  void draft_announcement(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                          const Argument* object, Draft& draft) const;
  void draft_speech(const Phrase& phrase, const Clause& clause, const Argument* object, Draft& draft) const;
  bool draft_finding(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                     Draft& draft) const;
  bool draft_request(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                     Draft& draft) const;
  bool name_owner(const Phrase& phrase, const Argument& object, Draft& draft, std::optional<Argument>& rest) const;
  void keep_particle(const Phrase& phrase, const Argument& noun, Draft& draft) const;
  [[nodiscard]] static bool happens_apart(const Phrase& phrase, const Clause& clause, const Draft& draft);
  [[nodiscard]] static bool names_accident(const Predicate& predicate);
  [[nodiscard]] bool charges_nobody(const Phrase& phrase, const Clause& clause, const Draft& draft) const;
  [[nodiscard]] bool charges_thing(const Phrase& phrase, const Clause& clause) const;
  [[nodiscard]] bool says_too_little(const Clause& clause, const Argument* object, const Draft& draft) const;
  void name_receiving(const Phrase& phrase, const Predicate& predicate, Draft& draft) const;
  void name_judge(const Phrase& phrase, const Predicate& predicate, Draft& draft) const;
  void name_suffering(const Phrase& phrase, const Predicate& predicate, Draft& draft) const;
  void name_level(const Phrase& phrase, const Argument& object, Draft& draft) const;
  [[nodiscard]] const Argument* person_before(const Phrase& phrase, const std::vector<Clause>& clauses,
                                              std::uint32_t index) const;
  void add_content(const Phrase& phrase, const std::vector<Clause>& clauses, const Argument& noun, Party& thing) const;
  void name_content(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause, Party& thing) const;
  void say_words(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause, Draft& draft) const;
  void say_what(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause, Draft& draft) const;
  void inherit(const Phrase& phrase, const Clause& clause, Draft& draft) const;
  [[nodiscard]] static std::uint32_t promised(const Phrase& phrase, const std::vector<Clause>& clauses,
                                              const Clause& clause);
  [[nodiscard]] bool is_occasion(const Phrase& phrase, const Argument& noun) const;
  [[nodiscard]] const Trigger* named_by(const Phrase& phrase, const Argument& noun) const;
  [[nodiscard]] bool is_party(const Party& party) const;
  [[nodiscard]] const Argument* object_of(const Phrase& phrase, const Clause& clause) const;
  [[nodiscard]] static bool meets(const Clause& clause);
  [[nodiscard]] bool goes_into(const Phrase& phrase, const Clause& clause) const;
  [[nodiscard]] const Sense* sense_of(const Trigger* trigger, const Phrase& phrase, const Argument* object) const;
  [[nodiscard]] const Sense* sense_of_subject(const Trigger* trigger, const Phrase& phrase, const Clause& clause,
                                              const Argument* measure) const;
  [[nodiscard]] const Argument* complement_of(const Phrase& phrase, const Clause& clause) const;

  const Vocabulary& vocabulary_;
  const Headlines& headlines_;
  const model::Article& article_;
  const model::Extraction& extraction_;
  const Participants& participants_;
  std::vector<Told> told_;
};

}  // namespace timeline::event
