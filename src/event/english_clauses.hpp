#pragma once

#include <cstdint>
#include <vector>

#include "event/english_verbs.hpp"

namespace timeline::event {

/// How a clause hangs in its sentence.
enum class ClauseLink : std::uint8_t {
  main,
  joined,       ///< "… and sold a plant": of the same rank as the one before
  reported,     ///< "said it will …": what another clause reports
  trailing,     ///< "…, the company said": reports what stands before
  subordinate,  ///< "after a bus overturned"
  relative,     ///< "which makes chips"
  unclear,      ///< tells nothing that can be trusted
};

/// A clause of an English sentence: a verb and the noun before it.
struct EnglishClause {
  ClauseLink link = ClauseLink::main;
  VerbGroup verb;
  std::uint32_t begin = 0;          ///< first token that belongs to it
  std::uint32_t end = 0;            ///< behind its last token
  std::uint32_t subject_begin = 0;  ///< its subject; of a joined clause that of the one before
  std::uint32_t subject_end = 0;
  std::uint32_t parent = kNoToken;  ///< the clause that reports it, or that it is joined to
  std::uint32_t marker = kNoToken;  ///< the word that begins it: "after"
};

/// The clauses of a sentence, in the order of their verbs.
[[nodiscard]] std::vector<EnglishClause> find_clauses(const EnglishGrammar& grammar, const EnglishTokens& tokens,
                                                      std::uint32_t begin, std::uint32_t end, bool headline);

}  // namespace timeline::event
