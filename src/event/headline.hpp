#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "event/clauses.hpp"
#include "event/english_words.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// Someone or something as a headline names it.
struct Party {
  std::string text;                     ///< in the article's language; empty: nobody
  std::string english;                  ///< empty where a part has no English name
  std::vector<std::uint32_t> entities;  ///< indices into Extraction::entities, the head first
  bool plural = false;                  ///< the English name takes a plural verb
  bool person = false;                  ///< its head is the name of a person
  bool acts = false;                    ///< it is somebody who can act
  bool thing = false;                   ///< it is a thing or an act, so nobody who speaks
  bool place = false;                   ///< its head is the name of a place
  bool matter = false;                  ///< it is an act, an occasion or a paper, so nothing that is arrested
  std::vector<std::uint32_t> owners;  ///< of the entities, those whose relative, aide or company it is (김하늘의 딸)
  std::size_t heads = 0;  ///< how many of them, from the first, are named themselves and do not only stand by a name
};

/// The mentions in a noun phrase in the order of the text. What stands in brackets is left out, unless it is another
/// name of what stands before them.
[[nodiscard]] std::vector<std::uint32_t> mentions_in(const model::Extraction& extraction, const Phrase& phrase,
                                                     const Argument& noun);

/// The parts of a headline before they are put together.
struct HeadlineParts {
  Party agent;
  Party object;        ///< what it is done to, or what stands in its place
  Party measure;       ///< what only measures or happens to the agent: 주가 of "구글, 주가 3% 상승"
  Party with;          ///< with whom (네이버와), may be empty
  std::string action;  ///< the action noun
  const Trigger* native = nullptr;  ///< the verb that stands for the action noun, where there is none (받아, 받을 예정)
  std::string verb;                 ///< English verb in its base form; see the column of triggers.tsv
  bool passive = false;
  bool announced = false;  ///< it is the announcement of the action that is told
  bool ahead = false;      ///< the announcement itself is still planned
  bool by_other = false;   ///< another one than the agent announced it: the headline tells the action itself
  model::EventStatus status = model::EventStatus::occurred;
  Possibility possibility = Possibility::open;
  std::string ended;     ///< the action noun of what came of it, where it came to nothing: 결렬
  bool decided = false;  ///< it is the decision to do it that is told
  bool untold = false;   ///< in English the object adds nothing: words that were said, or the act itself
  bool direct = true;    ///< the object is no complement (회의에, 부산으로)
  bool where = false;    ///< the object says where it happens (서울에서)
  bool loose = false;    ///< nothing says whether it does it or has it done (시민단체 고발)
  std::string source_english;
};

/// Names parties and puts headlines together: "엔비디아, 네모트론3 나노 오픈소스 출시", "NVIDIA releases Nemotron 3
/// Nano".
class Headlines {
 public:
  Headlines(const Vocabulary& vocabulary, const EnglishWords& english) : vocabulary_(vocabulary), english_(english) {}

  /// The party that a noun phrase names.
  [[nodiscard]] Party party(const model::Extraction& extraction, const Phrase& phrase, const Argument& noun) const;
  /// The thing that a noun phrase names, shortened to what a headline has room for.
  /// `whole_noun`: with the word at its end that only holds the rest (인수 의사를 전달했다).
  [[nodiscard]] Party thing(const model::Extraction& extraction, const Phrase& phrase, const Argument& noun,
                            bool whole_noun = false) const;

  /// "acquisition of SchedMD", or empty where a part has no English.
  [[nodiscard]] std::string noun_of(std::string_view noun, std::string_view english_object) const;

  /// Does an English verb say nothing without what it is done to: "jail", "indict"?
  [[nodiscard]] bool needs_object(std::string_view verb) const {
    return !verb.empty() && EnglishWords::takes_object(verb) && !english_.is_intransitive(verb);
  }

  /// Has an English verb an object of its own: "invade"?
  [[nodiscard]] bool takes_object(std::string_view verb) const {
    return EnglishWords::takes_object(verb) || EnglishWords::takes_complement(verb);
  }
  [[nodiscard]] bool happens(std::string_view verb) const { return english_.happens(verb); }
  [[nodiscard]] bool is_thin(std::string_view english) const { return english_.is_thin(english); }
  [[nodiscard]] bool is_country(std::string_view english) const { return !english_.adjective(english).empty(); }
  [[nodiscard]] static bool takes_complement(std::string_view verb) { return EnglishWords::takes_complement(verb); }
  /// Is its passive told of people and countries: "arrest"?
  [[nodiscard]] bool is_told_of_people(std::string_view verb) const { return english_.undergoes(verb); }

  /// Empty where the parts do not say who did what.
  [[nodiscard]] std::string korean(const HeadlineParts& parts) const;
  [[nodiscard]] std::string english(const HeadlineParts& parts) const;

 private:
  [[nodiscard]] bool is_modifier(const model::Extraction& extraction, const Phrase& phrase, const Argument& noun,
                                 const model::EntityMention& mention) const;
  [[nodiscard]] bool is_titled(const Phrase& phrase, const Argument& noun, base::Span name) const;
  [[nodiscard]] std::string first_of_row(const model::Extraction& extraction, const Phrase& phrase,
                                         const Argument& noun) const;
  [[nodiscard]] bool is_owner(const Phrase& phrase, const Argument& noun, base::Span name, bool has_head) const;
  [[nodiscard]] bool is_actor(std::string_view noun) const;
  [[nodiscard]] bool is_thing(std::string_view noun) const;
  [[nodiscard]] bool is_matter(std::string_view noun) const;
  [[nodiscard]] std::size_t noun_before_copula(std::string_view word) const;
  [[nodiscard]] std::string english_sentence(const HeadlineParts& parts) const;
  [[nodiscard]] bool is_possible(const HeadlineParts& parts) const;
  [[nodiscard]] std::string english_predicate(const HeadlineParts& parts, bool plural) const;
  /// Empty where a part has no English; `shortened`: the last words alone will do (찾아가는 결핵 검진 → "screening").
  [[nodiscard]] std::string english_of(const model::Extraction& extraction, const Phrase& phrase, const Argument& noun,
                                       bool shortened) const;

  const Vocabulary& vocabulary_;
  const EnglishWords& english_;
};

}  // namespace timeline::event
