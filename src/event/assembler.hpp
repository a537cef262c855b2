#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "event/clauses.hpp"
#include "event/dating.hpp"
#include "event/drafting.hpp"
#include "event/participants.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// Makes events of clauses, sentence by sentence.
class Assembler {
 public:
  Assembler(const Vocabulary& vocabulary, const Headlines& headlines, const model::Article& article,
            const model::Extraction& extraction, const WordReader& reader)
      : vocabulary_(vocabulary),
        headlines_(headlines),
        article_(article),
        extraction_(extraction),
        reader_(reader),
        participants_(vocabulary, headlines, extraction),
        drafter_(vocabulary, headlines, article, extraction, participants_) {}
  // The drafter holds the participants by reference.
  Assembler(const Assembler&) = delete;
  Assembler& operator=(const Assembler&) = delete;

  void add(const Phrase& phrase, const std::vector<Clause>& clauses);

  /// The events in the order of the text.
  [[nodiscard]] std::vector<model::EventMention> take() { return std::move(events_); }

 private:
  /// How an event comes by its date.
  struct Dating {
    std::uint32_t time = 0;  ///< index into Extraction::times, or kNone
    bool report = false;
    model::DateBasis basis = model::DateBasis::stated;
    std::string_view reason = {};  ///< why another sentence dates it
  };

  void tell(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index, Draft draft,
            const Dating& dating);
  void carry_over(const Phrase& phrase, const std::vector<Clause>& clauses, std::vector<std::optional<Draft>>& drafts,
                  const std::vector<Attachment>& attachments);
  void carry_back(const Phrase& phrase, const std::vector<Clause>& clauses, std::vector<std::optional<Draft>>& drafts,
                  const std::vector<Attachment>& attachments);
  void carry_period(const Phrase& phrase, const std::vector<Clause>& clauses, std::vector<std::optional<Draft>>& drafts,
                    const std::vector<Attachment>& attachments);
  void carry_on(const Phrase& phrase, const std::vector<Clause>& clauses, std::vector<std::optional<Draft>>& drafts,
                const std::vector<Attachment>& attachments);
  [[nodiscard]] bool settle_status(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index,
                                   const Dating& dating, Draft& draft) const;
  void name_accused(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index, Draft& draft) const;
  void carry_aftermath(const Phrase& phrase, const std::vector<Clause>& clauses,
                       const std::vector<std::optional<Draft>>& drafts, const std::vector<Attachment>& attachments);
  [[nodiscard]] bool joins_in(const Phrase& phrase, const Clause& clause) const;
  [[nodiscard]] bool has_one_day() const;
  void remember_act(const Phrase& phrase, const std::vector<Clause>& clauses,
                    const std::vector<std::optional<Draft>>& drafts);
  void tell_undated(const Phrase& phrase, const std::vector<Clause>& clauses, std::vector<std::optional<Draft>>& drafts,
                    const std::vector<bool>& told);
  void tell_due_days(const Phrase& phrase, const std::vector<Attachment>& attachments);
  void tell_nouns(const Phrase& phrase, const std::vector<Attachment>& attachments);
  [[nodiscard]] bool tells_figure(const Phrase& phrase, const Clause& clause, const Draft& draft) const;
  [[nodiscard]] std::vector<std::uint32_t> sayer_of(const Phrase& phrase, const std::vector<Clause>& clauses,
                                                    std::uint32_t index) const;
  void add_topics(const Phrase& phrase, const std::vector<Clause>& clauses,
                  const std::vector<std::optional<std::size_t>>& sources);
  static void add_participant(model::EventMention& event, model::Participant one);
  static void join(model::EventMention& event, const Draft& draft);
  [[nodiscard]] bool is_as_of(std::uint32_t time) const;
  [[nodiscard]] bool is_foretold(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t passage) const;
  [[nodiscard]] bool is_unplanned(const Predicate& predicate) const;
  [[nodiscard]] bool is_hearsay(const Phrase& phrase, const std::vector<Clause>& clauses, std::uint32_t index) const;
  [[nodiscard]] std::optional<std::uint32_t> day_of_lead(const Phrase& phrase, const std::vector<Clause>& lead,
                                                         const std::vector<std::optional<Draft>>& drafts) const;

  const Vocabulary& vocabulary_;
  const Headlines& headlines_;
  const model::Article& article_;
  const model::Extraction& extraction_;
  const WordReader& reader_;
  Participants participants_;
  Drafter drafter_;
  /// What the last sentence that told something with a day says somebody did then.
  struct Act {
    std::uint32_t phrase = 0;  ///< counted without the lines that are no text
    std::uint32_t time = 0;
    Party agent;
    bool says = false;
  };

  /// An accident, an attack or a disaster that was last told with its day.
  struct Incident {
    std::uint32_t phrase = 0;
    std::uint32_t time = 0;
  };

  std::vector<model::EventMention> events_;
  std::optional<Incident> incident_;
  std::optional<Act> act_;
  bool looks_back_ = false;              // the text tells what was before the day of the news
  std::vector<Act> acts_;                // of days of the news
  std::uint32_t phrases_ = 0;            // read so far
  std::optional<std::uint32_t> period_;  // the month, quarter or year that figures were last told of
  std::uint32_t period_phrase_ = 0;
  bool lead_told_ = false;  // the first sentence of the article has been read
};

}  // namespace timeline::event
