#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_table.hpp"
#include "event/english_words.hpp"
#include "event/vocabulary.hpp"
#include "lexicon/data_set.hpp"

namespace timeline::event {

/// What a small word does in an English clause (data/events/english_grammar.tsv).
enum class EnglishClass : std::uint8_t {
  be,
  have,
  do_verb,
  future,
  would,
  may,
  can,
  negation,
  adverb,
  relative,
  that,
  subordinator,
  coordinator,
  preposition,
  article,
  determiner,
  pronoun,
  speaker,
  dummy,
  plural,
  measure,
  measure_verb,
  title_small,
  to_planned,
  to_expected,
  to_possible,
  to_occurred,
  particle,
  undergone,
  singular,
  small_clause,
  happens,
  man,
  woman,
  denies,
  reaction,
  body,
  habit,
  document,
  objectless,
  noun_first,
};

enum class EnglishForm : std::uint8_t { base, third, past, participle, gerund };

/// A verb of data/events/english_triggers.tsv.
struct EnglishVerb {
  std::string base;      ///< its first word: "step" of "step down"
  std::string particle;  ///< the rest, or empty
  std::string type;      ///< id of types.tsv
  TriggerClass kind = TriggerClass::plain;

  [[nodiscard]] std::string whole() const { return particle.empty() ? base : base + " " + particle; }
  /// Nothing but a boundary: it tells no event.
  [[nodiscard]] bool closes() const { return kind == TriggerClass::close; }
  /// A clause may follow that says what was said: "said it will …".
  [[nodiscard]] bool reports() const {
    return kind == TriggerClass::speech || kind == TriggerClass::announce || kind == TriggerClass::report;
  }
};

struct EnglishEntry {
  std::uint32_t verb = 0;
  EnglishForm form = EnglishForm::base;
};

/// What the tables data/events/english_*.tsv say of English words: small words, forms of verbs, nouns that name
/// events, and what a verb tells with a certain noun. Immutable.
class EnglishGrammar {
 public:
  EnglishGrammar(const lexicon::DataSet& data, const EnglishWords& words);

  /// A bit for each class of the word, which is in lower case.
  [[nodiscard]] std::uint64_t classes(std::string_view word) const;
  [[nodiscard]] static constexpr bool has(std::uint64_t classes, EnglishClass wanted) {
    return (classes >> static_cast<unsigned>(wanted) & std::uint64_t{1}) != 0;
  }
  /// The verbs of which the word is the first word, in which form; nullptr where there are none.
  [[nodiscard]] const std::vector<EnglishEntry>* forms(std::string_view word) const;
  [[nodiscard]] const EnglishVerb& verb(std::uint32_t id) const { return verbs_[id]; }
  /// Type of the event that a noun names ("talks" → meeting), or empty. Takes one word, or two with a blank.
  [[nodiscard]] std::string_view occasion(std::string_view noun) const;
  /// Are the words, in lower case, those of a web page around its articles: "click to share on"? `begun`: the first of
  /// such words, perhaps.
  [[nodiscard]] bool furniture(std::string_view words, bool begun) const;
  /// What the verb tells with the noun as its object or subject, or empty; the noun "*" is any object without a
  /// preposition.
  [[nodiscard]] std::string_view frame(std::string_view verb, bool object, std::string_view noun) const;

 private:
  void read_verbs(const lexicon::DataSet& data, const EnglishWords& words);

  std::map<std::string, std::uint64_t, std::less<>> classes_;
  std::vector<EnglishVerb> verbs_;
  std::map<std::string, std::vector<EnglishEntry>, std::less<>> forms_;
  std::map<std::string, std::string, std::less<>> occasions_;
  std::set<std::string, std::less<>> furniture_;
  std::set<std::string, std::less<>> furniture_begun_;      // first words of it
  std::map<std::string, std::string, std::less<>> frames_;  // by "verb object|subject noun"
};

}  // namespace timeline::event

template <>
struct timeline::base::EnumTable<timeline::event::EnglishClass> {
  using enum timeline::event::EnglishClass;
  static constexpr std::array<EnumRow<timeline::event::EnglishClass>, 41> rows{{
      {be, "be", "auxiliary"},
      {have, "have", "auxiliary"},
      {do_verb, "do", "auxiliary"},
      {future, "future", "auxiliary of the future"},
      {would, "would", "the future as somebody saw it"},
      {may, "may", "auxiliary of what is possible"},
      {can, "can", "auxiliary of ability and duty"},
      {negation, "not", "says no"},
      {adverb, "adverb", "stands between an auxiliary and its verb"},
      {relative, "relative", "begins a relative clause"},
      {that, "that", "begins a relative clause or one that is reported"},
      {subordinator, "subordinator", "begins a clause that depends on another"},
      {coordinator, "coordinator", "joins clauses or nouns"},
      {preposition, "preposition", "ties a noun to what is before it"},
      {article, "article", "begins a noun"},
      {determiner, "determiner", "begins a noun"},
      {pronoun, "pronoun", "stands for who was named before"},
      {speaker, "speaker", "the writer or the reader"},
      {dummy, "dummy", "a subject that names nobody"},
      {plural, "plural", "takes the plural"},
      {measure, "measure", "a subject that is measured"},
      {measure_verb, "measure_verb", "what measures do"},
      {title_small, "title_small", "no headline ends in it"},
      {to_planned, "to_planned", "plans to do"},
      {to_expected, "to_expected", "is expected to do"},
      {to_possible, "to_possible", "wants to do"},
      {to_occurred, "to_occurred", "begins to do"},
      {particle, "particle", "changes the verb before it"},
      {undergone, "undergone", "something is done to somebody"},
      {singular, "singular", "ends like a plural or an adverb and is a noun for one thing"},
      {small_clause, "small_clause", "says what its object does or becomes"},
      {happens, "happens", "its subject is the event"},
      {man, "man", "begins the name of a man"},
      {woman, "woman", "begins the name of a woman"},
      {denies, "denies", "says that what it reports is not so"},
      {reaction, "reaction", "what people say and feel about something else"},
      {body, "body", "several people at once: no he or she"},
      {habit, "habit", "more than once, or for long"},
      {document, "document", "what is written: it says, but does nothing"},
      {objectless, "objectless", "a verb that tells all without an object"},
      {noun_first, "noun_first", "looks like a verb and is a noun, where nothing that is said follows"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::event::EnglishClass>());
static_assert(timeline::base::EnumTable<timeline::event::EnglishClass>::rows.size() <= 64, "a bit for each class");
