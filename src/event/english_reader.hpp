#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "event/english_clauses.hpp"
#include "event/english_dating.hpp"
#include "event/english_phrases.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// Makes events of the sentences of one English article, in order, and remembers who was spoken of, so that "it" and
/// "she" have a name.
class EnglishReader {
 public:
  EnglishReader(const EnglishGrammar& grammar, const EnglishWords& words, const model::Article& article,
                const model::Extraction& extraction)
      : grammar_(grammar), words_(words), article_(article), extraction_(extraction) {}

  /// An event of a sentence, and where it stands in it.
  struct Told {
    model::EventMention event;
    ClauseLink link = ClauseLink::main;
    bool weak = false;      ///< a verb without a type of its own, or one that is going on: news only where it is dated
    bool earlier = false;   ///< "had resigned": it was over before what the article tells
    bool perfect = false;   ///< "has resigned"
    bool habit = false;     ///< "has often resigned": no news
    bool follows = false;   ///< "… after the vote": it comes after something else
    bool reaction = false;  ///< what people say and feel about something else
  };

  /// The events of a sentence, dated where its own words date them.
  [[nodiscard]] std::vector<Told> read(std::uint32_t sentence);

  /// The times of the last sentence that belong to nouns naming events.
  [[nodiscard]] const std::vector<NominalTime>& nominal() const { return nominal_; }
  /// All its times, without those of posts quoted in it.
  [[nodiscard]] const std::vector<std::uint32_t>& times() const { return times_; }
  /// The day in its dateline, or kNoToken.
  [[nodiscard]] std::uint32_t dateline() const { return dateline_; }
  /// When the posts quoted in it were written.
  [[nodiscard]] const std::vector<std::uint32_t>& posts() const { return posts_; }

 private:
  /// Who acts, as a headline names him.
  struct Subject {
    std::string words;
    std::vector<std::uint32_t> entities;
    std::uint32_t sentence = 0;  ///< in which he was named
    bool plural = false;
    bool person = false;
    bool place = false;
    bool body = false;      ///< a court, a firm: no he or she
    bool document = false;  ///< a statement: "it" is who makes it
    bool man = false;       ///< Mr.
    bool woman = false;
  };
  struct Sentence {
    std::uint32_t index = 0;
    std::string_view text;
    bool headline = false;
    EnglishTokens tokens;
    std::vector<EnglishClause> clauses;
    std::vector<std::optional<Subject>> subjects;  // of each clause
  };

  void read_clauses(Sentence& sentence, std::uint32_t begin, std::uint32_t end, std::vector<Told>& told);
  [[nodiscard]] std::optional<Subject> subject(const Sentence& sentence, std::uint32_t clause) const;
  [[nodiscard]] std::optional<Subject> meant(const Sentence& sentence, const EnglishClause& clause) const;
  [[nodiscard]] static bool is_measured(const Sentence& sentence, const EnglishClause& clause);
  [[nodiscard]] std::string type_of(const Sentence& sentence, const EnglishClause& clause, EnglishPhrase object,
                                    const Subject& subject) const;
  [[nodiscard]] std::string named_by(const Sentence& sentence, const EnglishClause& clause, EnglishPhrase object) const;
  [[nodiscard]] std::optional<Told> tell(const Sentence& sentence, std::uint32_t clause) const;
  [[nodiscard]] std::optional<Told> tell_words(const Sentence& sentence, std::uint32_t clause) const;
  [[nodiscard]] bool is_told_by_another(const Sentence& sentence, std::uint32_t clause) const;
  void date(const Sentence& sentence, std::uint32_t clause, model::EventMention& event) const;
  void attribute(const Sentence& sentence, std::uint32_t clause, model::EventMention& event) const;
  void add_participants(const Sentence& sentence, const EnglishClause& clause, const Subject& subject,
                        EnglishPhrase object, model::EventMention& event) const;
  [[nodiscard]] bool has_agent(const model::EventMention& event, const Subject& subject) const;
  [[nodiscard]] std::string words_of(const Sentence& sentence, EnglishPhrase phrase) const;
  void remember(const Sentence& sentence);
  void place(const Sentence& sentence, std::uint32_t clause, Told& told) const;
  void date_relatives(const Sentence& sentence);

  const EnglishGrammar& grammar_;
  const EnglishWords& words_;
  const model::Article& article_;
  const model::Extraction& extraction_;
  std::vector<NominalTime> nominal_;
  std::vector<std::uint32_t> times_;
  std::vector<std::uint32_t> posts_;
  std::uint32_t dateline_ = kNoToken;
  std::optional<Subject> last_person_;
  std::optional<Subject> last_man_;
  std::optional<Subject> last_woman_;
  std::optional<Subject> last_thing_;
  std::optional<Subject> last_plural_;
};

}  // namespace timeline::event
