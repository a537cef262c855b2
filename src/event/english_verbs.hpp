#pragma once

#include <cstdint>
#include <vector>

#include "event/english_tokens.hpp"
#include "model/event.hpp"

namespace timeline::event {

/// A finite verb with its auxiliaries: "has been released", "is expected to open", "will not attend".
struct VerbGroup {
  std::uint32_t begin = 0;            ///< first token: an auxiliary, or the verb
  std::uint32_t token = 0;            ///< the verb that says what is done
  std::uint32_t end = 0;              ///< behind the last token, a particle included
  const EnglishVerb* verb = nullptr;  ///< nullptr: a copula, or a verb that no table has
  bool passive = false;
  bool negated = false;
  bool present = false;    ///< "makes": in an article's body a habit, in a headline what happened
  bool ambiguous = false;  ///< "arrested" without auxiliary: the past, or a participle that belongs to a noun
  bool would = false;      ///< the future of a report
  bool duty = false;       ///< can, should, must
  bool copula = false;
  bool perfect = false;  ///< "has made": news
  bool past_be = false;  ///< "was winning": what was going on
  model::EventStatus status = model::EventStatus::occurred;

  [[nodiscard]] bool is_past() const {
    return (!present || (verb && verb->base == "be")) && status == model::EventStatus::occurred;
  }
};

/// The finite verbs of a sentence outside quotations and brackets, in order. A headline has its verbs in the present
/// ("Nvidia buys"), as "to" and a verb, or as a bare participle ("Driver arrested").
[[nodiscard]] std::vector<VerbGroup> find_verbs(const EnglishGrammar& grammar, const EnglishTokens& tokens,
                                                std::uint32_t begin, std::uint32_t end, bool headline);

}  // namespace timeline::event
