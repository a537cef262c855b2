#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/enum_table.hpp"
#include "event/conjugation.hpp"
#include "event/endings.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"
#include "lexicon/particles.hpp"
#include "lexicon/word_map.hpp"

namespace timeline::event {

/// How a trigger treats what stands around it.
enum class TriggerClass : std::uint8_t {
  plain,
  announce,  ///< what it has as object or quotation is what is announced
  speech,    ///< somebody's words
  open,      ///< its object is the occasion that is held
  passive,   ///< its subject is what it is done to
  vague,     ///< tells an event only with an object, or a noun that names one
  report,    ///< says what others did: its subject is the source
  close,     ///< tells none, but ends a clause (있다, 대한)
};

/// A word that tells an event: a verbal noun (출시) or a native verb (열다).
struct Trigger {
  std::string word;
  std::string type;  ///< id of types.tsv
  TriggerClass kind = TriggerClass::plain;
  std::string title;    ///< the action noun of the headline
  std::string english;  ///< verb of the English headline in its base form; empty where there is none
  bool native = false;
  bool irregular = false;  ///< its stem changes before vowels
  std::string infinitive;  ///< of a native verb, as a headline ends in it: 받아
  std::string ahead;       ///< before what a headline adds for the future: 받을
  std::string behind;      ///< before what it adds for the past: 받은
};

/// What a trigger tells with a certain object: 공장을 열다.
struct Sense {
  std::string type;     ///< empty: no event
  std::string title;    ///< the action noun of the headline
  std::string english;  ///< empty where there is none
  bool whole = false;   ///< title and verb say what the object says as well (목숨을 끊다: 사망)
  bool other = false;   ///< holds for any object of its kind that has no row of its own
};

/// Why something is only possible.
enum class Possibility : std::uint8_t { open, considered, accused, required };

/// The shape a light verb gives to a verbal noun: 출시하다, 출시되다, 출시시키다.
enum class Voice : std::uint8_t { active, passive, receiving, causative };

enum class WordClass : std::uint8_t {
  state,
  whole,
  attribute,
  pronoun,
  abstract,
  shell,
  suspicion,
  media,
  occasion,
  manner,
  compare,
  adverb,
  source,
  consider,
  too,
  person,
  due,
  first,
  post,
  drift,
  deny,
  by,
  several,
  and_then,
  earlier,
  speech_act,
  aftermath,
  figure,
  since,
  result,
  turn_out,
  declare,
  receive,
  voice,
  empty,
  adverbial,
  moment,
  affair,
  asset,
  foiled,
  claim,
  of_suspicion,
  firm,
  self,
  born,
  enacted,
  naming,
  wording,
  utterance,
  law,
  seem,
  agent,
  sides,
  then,
  extent,
  nobody,
  duty,
  upon,
  forecast,
  charge,
  at_time,
  reflexive,
  court,
  await,
  year_of,
  during,
  contrast,
  after
};

/// The classes of a word, one bit for each.
using WordClasses = std::bitset<128>;

/// What the files of data/events say, in one place: triggers, word classes, endings, particles. Immutable.
class Vocabulary {
 public:
  explicit Vocabulary(const lexicon::DataSet& data);

  [[nodiscard]] const Trigger& trigger(std::uint32_t id) const { return triggers_[id]; }
  /// The trigger for any verbal noun that has no row of its own: type "activity".
  [[nodiscard]] const Trigger* noun_trigger(std::string_view word) const;
  /// What it tells where its object ends in `noun`, or is of the kind that `mark` stands for; null where that changes
  /// nothing. The marks are those of objects.tsv.
  [[nodiscard]] const Sense* sense(const Trigger& trigger, std::string_view noun, std::string_view mark = {}) const;
  [[nodiscard]] bool is(WordClass wanted, std::string_view word) const;
  /// True where the word, or its end, is of the class ("로이터통신" is media by its end).
  [[nodiscard]] bool ends_as(WordClass wanted, std::string_view word) const;

  /// Calls visit(trigger id, base, end) for each shape of a native verb that starts at byte `at`.
  template <typename Visit>
  void verbs_at(std::string_view text, std::uint32_t at, Visit&& visit) const {
    verbs_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
      visit(id / kBases, static_cast<Base>(id % kBases), end);
    });
  }
  /// The same for the verbs that make verbal nouns into predicates.
  template <typename Visit>
  void light_verbs_at(std::string_view text, std::uint32_t at, Visit&& visit) const {
    light_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
      visit(static_cast<Voice>(id / kBases), static_cast<Base>(id % kBases), end);
    });
  }

  /// What a headline adds for a status: 예정, 전망, 검토; empty for what occurred.
  [[nodiscard]] std::string_view status_word(model::EventStatus status, Possibility possibility) const {
    if (status == model::EventStatus::possible && possibility != Possibility::open)
      return possibility == Possibility::considered ? considered_word_
             : possibility == Possibility::required ? required_word_
                                                    : accused_word_;
    return status_words_[static_cast<std::size_t>(status)];
  }
  /// Does a word of the class stand somewhere in the end of a predicate (…를 |검토|하고 있다)?
  [[nodiscard]] bool holds(WordClass wanted, std::string_view ending) const;
  /// The verbal noun in the end of a predicate that carries another one (협상이 |결렬|됐다, 구속을 |결정|했다), or
  /// nothing.
  [[nodiscard]] const Trigger* carrying_noun(std::string_view ending) const;
  /// What a headline adds when the date is that of an announcement: 발표.
  [[nodiscard]] std::string_view announced_word() const { return announced_word_; }

  /// What a headline adds when it is a decision that is told: 결정.
  [[nodiscard]] std::string_view decided_word() const { return decided_word_; }
  /// The action noun of somebody's words: 발언.
  [[nodiscard]] const std::string& statement_word() const { return statement_word_; }

  [[nodiscard]] const Endings& endings() const { return endings_; }
  [[nodiscard]] const lexicon::Particles& particles() const { return particles_; }

 private:
  static constexpr std::uint32_t kBases = static_cast<std::uint32_t>(base::EnumTable<Base>::rows.size());

  void read_triggers(const lexicon::DataSet& data);
  void read_words(const lexicon::DataSet& data);
  void read_objects(const lexicon::DataSet& data);

  Endings endings_;
  lexicon::Particles particles_;
  std::vector<Trigger> triggers_;
  lexicon::WordMap<std::uint32_t> nouns_;
  lexicon::WordMap<WordClasses> words_;
  std::map<std::string, std::map<std::string, Sense, std::less<>>, std::less<>> senses_;  // by trigger, by object
  std::array<std::string, base::EnumTable<model::EventStatus>::rows.size()> status_words_;
  std::string announced_word_;
  std::string statement_word_;
  std::string considered_word_;
  std::string decided_word_;
  std::string accused_word_;
  std::string required_word_;
  lexicon::Matcher verbs_;
  lexicon::Matcher light_;
};

}  // namespace timeline::event

template <>
struct timeline::base::EnumTable<timeline::event::TriggerClass> {
  using enum timeline::event::TriggerClass;
  static constexpr std::array<EnumRow<timeline::event::TriggerClass>, 8> rows{{
      {plain, "plain", "does something to its object"},
      {announce, "announce", "its object is what is announced"},
      {speech, "speech", "somebody's words"},
      {open, "open", "its object is the occasion"},
      {passive, "passive", "its subject is what it is done to"},
      {vague, "vague", "tells an event only with an object"},
      {report, "report", "its subject is the source"},
      {close, "close", "only ends a clause"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::event::TriggerClass>());

template <>
struct timeline::base::EnumTable<timeline::event::Voice> {
  using enum timeline::event::Voice;
  static constexpr std::array<EnumRow<timeline::event::Voice>, 4> rows{{
      {active, "active", "the subject does it"},
      {passive, "passive", "it is done to the subject"},
      {receiving, "receiving", "the subject gets it done to itself"},
      {causative, "causative", "the subject has it done"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::event::Voice>());

template <>
struct timeline::base::EnumTable<timeline::event::WordClass> {
  using enum timeline::event::WordClass;
  static constexpr std::array<EnumRow<timeline::event::WordClass>, 68> rows{{
      {state, "state", "says how something is"},
      {whole, "whole", "ends in what only looks like a particle"},
      {attribute, "attribute", "a subject that measures and does not act"},
      {pronoun, "pronoun", "stands for the last one who acted"},
      {abstract, "abstract", "names the clause before it"},
      {shell, "shell", "left out of headlines"},
      {suspicion, "suspicion", "what somebody is accused of"},
      {media, "media", "a news outlet"},
      {occasion, "occasion", "an occasion at which people speak"},
      {manner, "manner", "a noun of manner"},
      {compare, "compare", "the time before it is only compared with"},
      {adverb, "adverb", "belongs to no part of the clause"},
      {source, "source", "follows the one who says so"},
      {consider, "consider", "a verb of weighing"},
      {too, "too", "makes a bare noun before it one more actor"},
      {person, "person", "a pronoun for a person"},
      {due, "due", "a noun for the day of something"},
      {first, "first", "makes the time before it a point of comparison"},
      {post, "post", "takes the noun before it, like a particle"},
      {drift, "drift", "a change that nobody plans"},
      {deny, "deny", "says that something is not so"},
      {by, "by", "makes the noun before it who does what a passive verb tells"},
      {several, "several", "a pronoun for two or more"},
      {and_then, "and_then", "at the head of a sentence: the same one goes on"},
      {earlier, "earlier", "takes the sentence back before the day of the news"},
      {speech_act, "speech_act", "a verb of saying that does something by being said"},
      {aftermath, "aftermath", "what comes of an accident, an attack or a disaster at once (구조, 숨지)"},
      {figure, "figure", "a figure of business"},
      {since, "since", "counts from the time before it"},
      {result, "result", "something that is published"},
      {turn_out, "turn_out", "a verb that says what something turns out to be"},
      {declare, "declare", "carries a noun as what is announced"},
      {receive, "receive", "a verb whose subject has done to it what the object names"},
      {voice, "voice", "speaks for the one who is named before it"},
      {empty, "empty", "says nothing as an object by itself"},
      {adverbial, "adverbial", "the end of an adverb"},
      {moment, "moment", "asks for the time behind it"},
      {affair, "affair", "stands behind the time of what is asked for"},
      {asset, "asset", "the end of a noun for what a company has"},
      {foiled, "foiled", "says that nothing came of a plan"},
      {claim, "claim", "a verb of saying what others may not hold for true"},
      {of_suspicion, "of_suspicion", "what is done with a suspicion, so that none is of having done it (제기한 의혹)"},
      {firm, "firm", "a pronoun for a company"},
      {self, "self", "a pronoun for who speaks"},
      {born, "born", "makes the year before it one of birth"},
      {enacted, "enacted", "a text that is proposed and passed"},
      {naming, "naming", "the copula after a noun that says what something is"},
      {wording, "wording", "a noun for words that stand before it in quotation marks"},
      {utterance, "utterance", "the end of a sentence in quotation marks"},
      {law, "law", "the end of the name of police, prosecutors or a court"},
      {seem, "seem", "a verb that even with an object tells no deed"},
      {agent, "agent", "the end of a noun for somebody who acts"},
      {sides, "sides", "a pronoun for two that headlines use"},
      {then, "then", "stands for the time that was spoken of"},
      {extent, "extent", "the end of a noun for how long or how often"},
      {nobody, "nobody", "the end of a word that is no noun and nobody who acts"},
      {duty, "duty", "says that something has to be done"},
      {upon, "upon", "the ending of what something else follows upon"},
      {forecast, "forecast", "part of an ending with which somebody foretells"},
      {charge, "charge", "the end of a noun for a paper that accuses"},
      {at_time, "at_time", "stands for the time of the noun before it"},
      {reflexive, "reflexive", "a pronoun for who does what the sentence tells"},
      {court, "court", "part of the name of who judges, and charges nobody"},
      {await, "await", "a verb that says what is still to come"},
      {year_of, "year_of", "the end of a year that belongs to the noun after it"},
      {during, "during", "the end of an ending: what follows happens meanwhile"},
      {contrast, "contrast", "the end of an ending: what follows is otherwise than awaited"},
      {after, "after", "after a noun: what is told came later, nobody knows how much"},
  }};
};
static_assert(timeline::base::EnumTable<timeline::event::WordClass>::rows.size() <=
              timeline::event::WordClasses{}.size());
static_assert(timeline::base::enum_table_is_ordered<timeline::event::WordClass>());
