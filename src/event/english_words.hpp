#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "event/body_names.hpp"
#include "event/romanizer.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/word_map.hpp"
#include "model/entity.hpp"
#include "model/event.hpp"
#include "model/quantity.hpp"

namespace timeline::event {

/// What English headlines are made of: forms of verbs, English for common Korean nouns, numbers. Immutable.
class EnglishWords {
 public:
  explicit EnglishWords(const lexicon::DataSet& data);

  /// English for a Korean common noun ("공장" → "factory"), or empty.
  [[nodiscard]] std::string_view noun(std::string_view korean) const;
  /// The same for a compound of such nouns ("정상회담장" is none, "수출계약" → "exports contract").
  [[nodiscard]] std::string compound(std::string_view korean) const;
  /// The English name of an entity, in its short form where it is long (APEC) or a country (US); the Latin spelling
  /// of a Korean person's name where there is no other. Empty where there is none.
  [[nodiscard]] std::string name(const model::Entity& entity) const;
  /// Does the name of an entity take a plural verb: "police"?
  [[nodiscard]] bool is_plural_name(const model::Entity& entity) const;
  /// An adjective, which needs a noun after it: "exclusive".
  [[nodiscard]] bool is_modifier(std::string_view english) const { return modifiers_.contains(english); }
  /// A noun that says nothing without the words before it: "issue".
  [[nodiscard]] bool is_thin(std::string_view english) const { return thin_.contains(english); }
  /// What the verb tells happens by itself: "break down".
  [[nodiscard]] bool happens(std::string_view verb) const { return happening_.contains(verb); }
  /// May the verb be told of a person, a company or a country to whom it is done: "arrest"?
  [[nodiscard]] bool undergoes(std::string_view verb) const;
  /// Is it done to people alone: "indict"?
  [[nodiscard]] bool befalls_people(std::string_view verb) const {
    return personal_.contains(verb) || personal_.contains(verb.substr(0, verb.find(' ')));
  }
  /// Is it done with or to somebody: "meet", "talk with"?
  [[nodiscard]] bool is_sociable(std::string_view verb) const { return sociable_.contains(verb); }
  /// Does where it happens stand behind "from": "depart"?
  [[nodiscard]] bool leaves(std::string_view verb) const { return leaving_.contains(verb); }
  /// A verb whose object may be a mere number: "sell 350,000".
  [[nodiscard]] bool is_output(std::string_view verb) const { return output_.contains(verb); }
  /// A noun for what somebody thinks, which takes no noun before it: "determination".
  [[nodiscard]] bool is_stance(std::string_view noun) const { return stances_.contains(noun); }
  /// The last word of the name of a place at which people are, and not in it: "Airport".
  [[nodiscard]] bool is_site(std::string_view word) const { return sites_.contains(word); }
  /// Can a thing do what the verb tells: "exceed"?
  [[nodiscard]] bool suits_things(std::string_view verb) const;
  /// A verb that takes no object, only an amount: "fall".
  [[nodiscard]] bool lacks_object(std::string_view verb) const { return intransitive_.contains(verb); }
  /// The adjective of a country by its English name, or empty.
  [[nodiscard]] std::string_view adjective(std::string_view country) const { return bodies_.adjective(country); }
  /// 형사6부 of 서해지검 형사6부.
  [[nodiscard]] bool is_part_of_body(std::string_view korean) const { return bodies_.is_part(korean); }
  /// "1st", "2nd" for 제1차, 2차; empty for other words.
  [[nodiscard]] std::string ordinal(std::string_view korean) const;
  /// A title of a person, or a word that ends in one (원내대표).
  [[nodiscard]] bool is_title(std::string_view korean) const;
  /// The predicate that stands without an object: "criticize" → "voice criticism", "resign" → "resign"; empty where
  /// the verb needs one.
  [[nodiscard]] std::string alone(std::string_view verb) const;
  /// "fall", "occur in": it happens by itself.
  [[nodiscard]] bool is_intransitive(std::string_view verb) const {
    return !verb.empty() && alone(verb) == verb.substr(0, verb.find(' '));
  }
  /// "acquire" → "be acquired", "send ~ to prosecutors" → "be sent to prosecutors".
  [[nodiscard]] std::string passive(std::string_view verb) const;
  /// "acquire" and "SchedMD" → "acquire SchedMD"; empty where the verb takes none.
  [[nodiscard]] static std::string with_object(std::string_view verb, std::string_view object);
  /// Does an object follow the verb itself, without a preposition?
  [[nodiscard]] static bool takes_object(std::string_view verb);
  /// Can it stand with what Korean marks as a place, a person or a partner: "attend", "partner with"?
  [[nodiscard]] static bool takes_complement(std::string_view verb);
  /// Does the noun phrase take a plural verb: "NVIDIA shares"?
  [[nodiscard]] static bool is_plural(std::string_view noun);
  /// The plural of a noun phrase: "Asiatic black bears", "men".
  [[nodiscard]] static std::string plural_noun(std::string_view noun);
  /// "release" → "releases", "be held" → "is held".
  [[nodiscard]] std::string third_person(std::string_view verb) const;
  /// The same of more than one: "release" → "release", "be held" → "are held".
  [[nodiscard]] static std::string plural(std::string_view verb);
  [[nodiscard]] std::string past(std::string_view verb) const;
  [[nodiscard]] std::string participle(std::string_view verb) const;
  [[nodiscard]] std::string gerund(std::string_view verb) const;
  /// "260,000", "$120 million", "14 trillion won", "50%", "10 GW".
  [[nodiscard]] static std::string amount(const model::Quantity& quantity);

 private:
  struct Forms {
    std::string past;
    std::string participle;
  };
  lexicon::WordMap<std::string> nouns_;
  std::map<std::string, std::string, std::less<>> alone_;
  lexicon::WordMap<bool> titles_;
  std::vector<std::pair<std::string, std::string>> ordinals_;  // what stands before and after the number
  struct ShortName {
    std::string name;
    bool plural = false;
  };
  std::map<std::string, ShortName, std::less<>> short_names_;  // by the key of the entity
  std::set<std::string, std::less<>> modifiers_;
  std::set<std::string, std::less<>> thin_;
  std::set<std::string, std::less<>> intransitive_;
  std::set<std::string, std::less<>> happening_;
  std::set<std::string, std::less<>> undergone_;
  std::set<std::string, std::less<>> of_things_;
  std::set<std::string, std::less<>> personal_;
  std::set<std::string, std::less<>> sociable_;
  std::set<std::string, std::less<>> leaving_;
  std::set<std::string, std::less<>> output_;
  std::set<std::string, std::less<>> stances_;
  std::set<std::string, std::less<>> sites_;
  Romanizer romanizer_;
  BodyNames bodies_;
  std::map<std::string, Forms, std::less<>> irregular_;
};

}  // namespace timeline::event
