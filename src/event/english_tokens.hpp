#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "event/english_grammar.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

inline constexpr std::uint32_t kNoToken = 0xFFFFFFFF;

/// A word of an English sentence with all that is known of it.
struct EnglishToken {
  base::Span span;
  std::string lower;  ///< in lower case, with a straight apostrophe
  std::uint64_t classes = 0;
  const std::vector<EnglishEntry>* forms = nullptr;
  std::uint32_t time = kNoToken;     ///< index into Extraction::times of the time it belongs to
  std::uint32_t mention = kNoToken;  ///< index into Extraction::mentions of the name it belongs to
  bool quoted = false;               ///< inside double quotation marks
  bool aside = false;                ///< inside brackets
  bool capital = false;
  bool comma = false;       ///< a comma, a dash, a colon or a bracket stands behind it
  bool stop = false;        ///< a colon, a semicolon or a dash stands behind it
  bool handle = false;      ///< @somebody
  bool possessive = false;  ///< Nvidia's

  [[nodiscard]] bool is(EnglishClass wanted) const { return EnglishGrammar::has(classes, wanted); }
  [[nodiscard]] bool auxiliary() const {
    return is(EnglishClass::be) || is(EnglishClass::have) || is(EnglishClass::do_verb) || is(EnglishClass::future) ||
           is(EnglishClass::would) || is(EnglishClass::may) || is(EnglishClass::can);
  }
  /// "quickly", no "family": may stand inside a group of verbs.
  [[nodiscard]] bool adverb() const {
    return is(EnglishClass::adverb) ||
           (!forms && !capital && lower.size() > 4 && lower.ends_with("ly") && !is(EnglishClass::singular));
  }
};

using EnglishTokens = std::vector<EnglishToken>;

/// The words of a sentence; quotations are in it, marked.
[[nodiscard]] EnglishTokens english_tokens(const EnglishGrammar& grammar, std::string_view text, std::uint32_t sentence,
                                           const model::Extraction& extraction);

/// Does the noun that ends before `end` take the plural: "two firms", "police", "Kim and Lee"?
[[nodiscard]] bool is_plural(const EnglishTokens& tokens, std::uint32_t begin, std::uint32_t end);

}  // namespace timeline::event
