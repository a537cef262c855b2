#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "event/vocabulary.hpp"
#include "event/words.hpp"

namespace timeline::event {

/// One verb of a sentence with all that its ending says.
struct Predicate {
  std::uint32_t word = 0;            ///< index of its first word
  std::uint32_t last_word = 0;       ///< index of the last word that its ending takes in
  base::Span stem;                   ///< the noun or verb that tells the event
  std::uint32_t end = 0;             ///< byte after its ending
  const Trigger* trigger = nullptr;  ///< null: a verbal noun without a row
  std::string noun;                  ///< the verbal noun, empty for native verbs
  Voice voice = Voice::active;
  Reading reading;
  Base base = Base::plain;  ///< the shape of the verb before its ending
  std::uint32_t passage = 0;

  [[nodiscard]] bool is_passive() const {
    return voice == Voice::passive || voice == Voice::receiving || (trigger && trigger->kind == TriggerClass::passive);
  }
  /// Can it tell an event at all?
  [[nodiscard]] bool tells() const { return trigger ? trigger->kind != TriggerClass::close : !noun.empty(); }
  /// Does the noun after it belong to it?
  [[nodiscard]] bool is_inside() const {
    return reading.link == Link::adnominal || reading.link == Link::quote_adnominal || reading.link == Link::nominal;
  }
  /// What stands behind the stem of the verb or noun, in the text of its phrase.
  [[nodiscard]] std::string_view ending(std::string_view text) const { return text.substr(stem.end, end - stem.end); }
  /// 처리한 데 대해, 만난 뒤: a clause that ends in a noun is only the setting of the next one.
  [[nodiscard]] bool is_aside(std::string_view text) const {
    return reading.link == Link::connective && !reading.auxiliary && base != Base::noun &&
           ending(text).find(' ') != std::string_view::npos;
  }
};

/// The verbs of a sentence, in order. Verbs that only say how something is (필요하다) are left out; a verb of which
/// nothing is known but its ending is kept, with neither trigger nor noun, since it closes a clause.
[[nodiscard]] std::vector<Predicate> find_predicates(const Vocabulary& vocabulary, const Phrase& phrase);

}  // namespace timeline::event
