#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/english_words.hpp"
#include "event/vocabulary.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// Reads the events of an English article at the level of main clauses: who (what stands before the first verb of a
/// sentence), did what (a verb of data/events/english_triggers.tsv), to what, and when. Quotations are passed over.
/// Immutable after construction; thread-safe.
class EnglishDetector {
 public:
  EnglishDetector(const lexicon::DataSet& data, const EnglishWords& words);

  void detect(const model::Article& article, model::Extraction& extraction) const;

 private:
  enum class Form : std::uint8_t { base, third, past, participle, gerund };
  struct Verb {
    std::string base;
    std::string type;
    TriggerClass kind = TriggerClass::plain;
  };
  struct Entry {
    std::uint32_t verb = 0;
    Form form = Form::base;
  };
  struct Token {
    base::Span span;
    std::string lower;
    bool quoted = false;
    bool comma = false;  ///< a comma or a dash follows
  };
  struct Found {
    std::uint32_t token = 0;    ///< index of the verb
    std::uint32_t subject_end;  ///< token after the subject: the first auxiliary, or the verb
    std::uint32_t verb = 0;
    bool passive = false;
    bool negated = false;
    model::EventStatus status = model::EventStatus::occurred;
  };

  [[nodiscard]] std::vector<Token> tokens(std::string_view text, base::Span span) const;
  [[nodiscard]] std::optional<Found> find_verb(const std::vector<Token>& tokens, bool headline) const;
  [[nodiscard]] std::optional<model::EventMention> read(const model::Article& article,
                                                        const model::Extraction& extraction,
                                                        std::uint32_t sentence) const;
  [[nodiscard]] std::optional<std::uint32_t> lead_time(const model::Article& article,
                                                       const model::Extraction& extraction) const;

  const EnglishWords& words_;
  std::vector<Verb> verbs_;
  std::map<std::string, std::vector<Entry>, std::less<>> forms_;  // by the first word of the form
};

}  // namespace timeline::event
