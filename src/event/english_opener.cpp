#include "event/english_opener.hpp"

namespace timeline::event {
namespace {

using enum EnglishClass;

class Opener {
 public:
  Opener(const EnglishTokens& tokens, std::uint32_t begin) : tokens_(tokens), begin_(begin) {}

  void open(EnglishClause& clause) const {
    clause.begin = begin_;
    clause.subject_begin = begin_;
    clause.subject_end = clause.verb.begin;
    const EnglishToken& first = token(begin_);
    if (first.is(coordinator) && clause.subject_end > begin_ + 1) {  // "But Kim said"
      ++clause.subject_begin;
      if (!opens_phrase(token(clause.subject_begin))) return;
    }
    const EnglishToken& word = token(clause.subject_begin);
    if (!opens_phrase(word)) return;
    // "On Monday Kim said": what names a time alone needs no comma.
    if (const std::uint32_t timed = behind_time(clause.subject_begin, clause.subject_end); timed != kNoToken) {
      clause.subject_begin = timed;
      return;
    }
    const std::uint32_t behind = behind_opener(clause.subject_begin, clause.subject_end);
    if (behind != kNoToken) {
      clause.subject_begin = behind;
      return;
    }
    const bool clausal = word.is(subordinator);
    if (word.adverb() && !word.is(preposition) && !clausal) {  // "Eventually the race began"
      while (clause.subject_begin + 1 < clause.subject_end && token(clause.subject_begin).adverb())
        ++clause.subject_begin;
      return;
    }
    if (clausal) {
      clause.link = ClauseLink::subordinate;
      clause.marker = clause.subject_begin;
      ++clause.subject_begin;
      return;
    }
    if (word.is(preposition) || word.time != kNoToken) clause.link = ClauseLink::unclear;
  }

 private:
  [[nodiscard]] const EnglishToken& token(std::uint32_t at) const { return tokens_[at]; }

  /// The comma behind which the subject stands in [from, to): the last one, unless what is behind it is nothing.
  [[nodiscard]] std::uint32_t behind_opener(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i + 1 < to; ++i) {
      if (!token(i).comma || token(i).quoted || token(i).aside) continue;
      // "On Monday, Nov. 3, 2025, Kim": times and what only goes on in the opener are no subjects.
      const EnglishToken& next = token(i + 1);
      if (next.time != kNoToken || next.is(preposition) || next.is(coordinator) || next.is(relative) || next.adverb() ||
          next.aside || next.quoted)
        continue;
      return i + 1;
    }
    return kNoToken;
  }

  /// The subject right behind an opener that only names a time, without a comma.
  [[nodiscard]] std::uint32_t behind_time(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t i = from;
    bool timed = false;
    while (i < to && (token(i).time != kNoToken || (token(i).adverb() && !token(i).is(subordinator)) ||
                      (token(i).is(preposition) && i + 1 < to && token(i + 1).time != kNoToken))) {
      timed = timed || token(i).time != kNoToken;
      if (token(i).comma) return kNoToken;
      ++i;
    }
    if (!timed || i >= to || token(i - 1).time == kNoToken || token(i - 1).possessive) return kNoToken;
    const EnglishToken& next = token(i);
    if (next.is(preposition) || next.quoted || next.aside) return kNoToken;
    return i;
  }

  [[nodiscard]] bool opens_phrase(const EnglishToken& word) const {
    if (word.time != kNoToken || word.adverb()) return true;
    if (word.is(preposition) || word.is(subordinator)) return true;
    if (word.capital && word.lower.size() > 5 && word.lower.ends_with("ing") && word.mention == kNoToken) return true;
    return false;
  }

  const EnglishTokens& tokens_;
  std::uint32_t begin_;
};

}  // namespace

void open_clause(const EnglishTokens& tokens, std::uint32_t begin, EnglishClause& clause) {
  Opener(tokens, begin).open(clause);
}

}  // namespace timeline::event
