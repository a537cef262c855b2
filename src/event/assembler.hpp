#pragma once

#include <optional>
#include <string>
#include <vector>

#include "event/clauses.hpp"
#include "event/dating.hpp"
#include "event/headline.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// Makes events of clauses, sentence by sentence, and remembers who acted last, so that a clause without a subject
/// has one ("지난 15일 … 출시했다" after a sentence about 엔비디아).
class Assembler {
 public:
  Assembler(const Vocabulary& vocabulary, const Headlines& headlines, const model::Article& article,
            const model::Extraction& extraction)
      : vocabulary_(vocabulary), headlines_(headlines), article_(article), extraction_(extraction) {}

  void add(const Phrase& phrase, const std::vector<Clause>& clauses);

  /// The events in the order of the text.
  [[nodiscard]] std::vector<model::EventMention> take() { return std::move(events_); }

 private:
  /// A clause read as an event, before it is dated.
  struct Draft {
    std::string type;
    HeadlineParts parts;
    std::vector<model::Participant> participants;
    std::string object_text;
    std::string attributed_to;
    bool specific = false;  ///< the trigger has a row of its own
    bool knows_agent = false;
    bool from_discourse = false;  ///< who acts was carried over from an earlier sentence
    bool speech = false;
    bool reported = false;  ///< told on the word of a news outlet
  };

  /// How an event comes by its date.
  struct Dating {
    std::uint32_t time = 0;  ///< index into Extraction::times, or kNone
    bool report = false;
    model::DateBasis basis = model::DateBasis::stated;
  };

  void tell(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index, Draft draft,
            const Dating& dating);
  void carry_over(const Phrase& phrase, const std::vector<Clause>& clauses, std::vector<std::optional<Draft>>& drafts,
                  const std::vector<Attachment>& attachments);
  void carry_period(const Phrase& phrase, const std::vector<Clause>& clauses, std::vector<std::optional<Draft>>& drafts,
                    const std::vector<Attachment>& attachments);
  void tell_undated(const Phrase& phrase, const std::vector<Clause>& clauses, std::vector<std::optional<Draft>>& drafts,
                    const std::vector<bool>& told);
  void tell_due_days(const Phrase& phrase, const std::vector<Attachment>& attachments);
  [[nodiscard]] std::optional<std::uint32_t> day_of_lead(const Phrase& phrase) const;
  void remember_agent(const Phrase& phrase, const std::vector<Clause>& clauses);
  [[nodiscard]] std::optional<Draft> draft(const Phrase& phrase, const std::vector<Clause>& clauses,
                                           std::uint32_t index) const;
  [[nodiscard]] static std::uint32_t promised(const std::vector<Clause>& clauses, const Clause& clause);
  void draft_announcement(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                          const Argument* object, Draft& draft) const;
  void draft_speech(const Phrase& phrase, const Clause& clause, const Argument* object, Draft& draft) const;
  void add_participants(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                        Draft& draft) const;
  void inherit(const Phrase& phrase, const Clause& clause, Draft& draft) const;
  void complete_surname(Party& party) const;
  [[nodiscard]] bool is_occasion(const Phrase& phrase, const Argument& noun) const;
  [[nodiscard]] const Trigger* named_by(const Phrase& phrase, const Argument& noun) const;
  void add_participant(Draft& draft, std::uint32_t entity, model::ParticipantRole role) const;
  [[nodiscard]] Party acting(const Phrase& phrase, const Clause& clause, bool& from_discourse) const;
  [[nodiscard]] const Argument* object_of(const Phrase& phrase, const Clause& clause) const;
  [[nodiscard]] const Argument* complement_of(const Phrase& phrase, const Clause& clause) const;
  [[nodiscard]] model::EventStatus status_of(const Predicate& predicate, const model::TimeValue* date) const;
  [[nodiscard]] bool is_attribute(const Phrase& phrase, const Argument& noun) const;
  [[nodiscard]] std::string source_of(const Phrase& phrase, std::uint32_t before_word, Party* party) const;
  [[nodiscard]] double confidence_of(const Clause& clause, const Draft& draft, const model::EventMention& event) const;

  const Vocabulary& vocabulary_;
  const Headlines& headlines_;
  const model::Article& article_;
  const model::Extraction& extraction_;
  /// What an event of the article said, for later clauses that leave it out.
  struct Told {
    std::uint32_t sentence = 0;
    std::string type;
    HeadlineParts parts;
    std::vector<model::Participant> participants;
  };

  std::vector<model::EventMention> events_;
  std::vector<Told> told_;
  Party last_agent_;                     // who acted last, in an earlier sentence
  Party last_person_;                    // the same, when it was a person
  std::optional<std::uint32_t> period_;  // the month, quarter or year that figures were last told of
  std::uint32_t period_sentence_ = 0;
  bool lead_told_ = false;  // the first sentence of the article has been read
};

}  // namespace timeline::event
