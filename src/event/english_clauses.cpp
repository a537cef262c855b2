#include "event/english_clauses.hpp"

#include <algorithm>

#include "event/english_opener.hpp"

namespace timeline::event {
namespace {

using enum EnglishClass;

/// Tells by what stands between two verbs how the second clause hangs on the first.
class ClauseBuilder {
 public:
  ClauseBuilder(const EnglishTokens& tokens, std::uint32_t begin, std::uint32_t end)
      : tokens_(tokens), begin_(begin), end_(end) {}

  [[nodiscard]] std::vector<EnglishClause> build(const std::vector<VerbGroup>& verbs) {
    for (const VerbGroup& verb : verbs) {
      EnglishClause clause;
      clause.verb = verb;
      if (clauses_.empty())
        open(clause);
      else
        follow(clause);
      // "power transition talks", "a man wanted by police": no verb after all, or one that belongs to the object.
      if (clause.link == ClauseLink::unclear && !clauses_.empty() && clause.begin == clauses_.back().verb.end &&
          (verb.present || verb.ambiguous) && !verb.copula)
        continue;
      clauses_.push_back(clause);
    }
    close();
    return std::move(clauses_);
  }

 private:
  [[nodiscard]] const EnglishToken& token(std::uint32_t at) const { return tokens_[at]; }

  [[nodiscard]] bool has_main() const {
    return std::any_of(clauses_.begin(), clauses_.end(),
                       [](const EnglishClause& clause) { return clause.link == ClauseLink::main; });
  }

  /// "A firm that sold phones …": the pronoun in which the first verb stands, unless a comma has closed its clause.
  [[nodiscard]] std::uint32_t relative_before(std::uint32_t to) const {
    if (to <= begin_ + 1 || (to <= end_ && token(to - 1).comma)) return kNoToken;
    for (std::uint32_t i = to; i-- > begin_ + 1;) {
      if (token(i).quoted || token(i).aside) continue;
      const bool begins = token(i).is(relative) || (token(i).is(that) && !token(i).comma);
      if (begins && !token(i - 1).is(preposition)) return i;
    }
    return kNoToken;
  }

  /// The clause of the first verb.
  void open(EnglishClause& clause) const {
    if (const std::uint32_t pronoun = relative_before(clause.verb.begin); pronoun != kNoToken) {
      clause.link = ClauseLink::relative;
      clause.marker = pronoun;
      return;
    }
    open_clause(tokens_, begin_, clause);
  }

  void follow(EnglishClause& clause) {
    const std::uint32_t before = static_cast<std::uint32_t>(clauses_.size()) - 1;
    EnglishClause& last = clauses_.back();
    const std::uint32_t from = last.verb.end;
    const std::uint32_t to = clause.verb.begin;
    clause.begin = to;
    clause.subject_begin = clause.subject_end = to;
    if (to > from && (token(to - 1).is(relative) || token(to - 1).is(that))) {
      clause.link = ClauseLink::relative;
      clause.begin = clause.marker = to - 1;
      return;
    }
    std::uint32_t marker = kNoToken;
    std::uint32_t comma = kNoToken;
    for (std::uint32_t i = to; i-- > from;) {
      if (token(i).aside || token(i).quoted) continue;
      if (comma == kNoToken && i + 1 < to && token(i).comma) comma = i;
      // What stands before a comma rules the subject behind it only at the beginning of the sentence.
      const bool clausal = token(i).is(relative) || token(i).is(that) || token(i).is(subordinator);
      if ((clausal && !is_preposition_here(i, to)) || (token(i).is(coordinator) && !joins_nouns(i, from, to))) {
        marker = i;
        break;
      }
    }
    if (marker == kNoToken && comma == kNoToken && from > 0 && token(from - 1).comma && to > from) comma = from - 1;
    if (marker != kNoToken && comma != kNoToken && comma > marker && !token(marker).is(coordinator)) {
      // "…, which it sold, Kim said": the clause of the marker is over.
      marker = kNoToken;
    }
    // "will cut jobs in Daon and Nuri by May, Kim said": it joins nouns.
    if (marker != kNoToken && comma != kNoToken && comma > marker && token(marker).is(coordinator) &&
        clause.verb.verb && clause.verb.verb->reports() && marker > from && !token(marker - 1).comma)
      marker = kNoToken;
    if (marker == to - 1 && token(marker).is(coordinator)) return join(clause, before, marker);
    if (resumes(clause, before, marker, comma)) return;
    if (marker != kNoToken) return mark(clause, before, marker);
    const bool comma_only = to > from ? token(to - 1).comma : from > 0 && token(from - 1).comma;
    if (comma_only && to - from <= 1 && !clauses_[before].verb.copula) return join(clause, before, kNoToken);
    if (comma != kNoToken || quoted_between(from, to)) {
      clause.subject_begin = comma == kNoToken ? first_unquoted(from, to) : comma + 1;
      clause.begin = clause.subject_begin;
      clause.link = clause.verb.verb && clause.verb.verb->reports() ? ClauseLink::trailing : ClauseLink::unclear;
      return;
    }
    if (last.verb.verb && last.verb.verb->reports() && to > from) return report(clause, before, from);
    clause.link = ClauseLink::unclear;
    clause.begin = from;
    // "stories people have shared": the noun before the verb is the subject of what describes the object.
    if (!clause.verb.present && !clause.verb.ambiguous && to > from + 1) clause.begin = to - 1;
  }

  [[nodiscard]] std::uint32_t first_unquoted(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t first = to;
    for (std::uint32_t i = to; i-- > from && !token(i).quoted;) first = i;
    return first;
  }
  [[nodiscard]] bool quoted_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i)
      if (token(i).quoted) return true;
    return false;
  }

  /// "as president Kim", "like Nuri": "after" and its kin are prepositions where no noun stands before the verb.
  [[nodiscard]] bool is_preposition_here(std::uint32_t at, std::uint32_t to) const {
    if (!token(at).is(subordinator)) return false;
    if (at + 1 >= to) return true;
    // A time, and nothing that could be a subject: "since Friday …".
    for (std::uint32_t i = at + 1; i < to; ++i)
      if (token(i).time == kNoToken && !token(i).is(article)) return false;
    return true;
  }

  /// "Kim and Lee said": the word joins nouns, both before the verb.
  [[nodiscard]] bool joins_nouns(std::uint32_t at, std::uint32_t from, std::uint32_t to) const {
    if (at + 1 >= to) return false;
    if (at == from || token(at - 1).comma) return false;
    // A new subject needs something before it to be joined to; what follows a verb directly is its object.
    return token(at).lower != "but" && at > from && looks_like_list(at, from, to);
  }
  [[nodiscard]] bool looks_like_list(std::uint32_t at, std::uint32_t from, std::uint32_t to) const {
    // Behind "that", "after" and the like, the nouns of the list are all subjects.
    for (std::uint32_t i = at; i-- > from;)
      if (token(i).is(that) || token(i).is(subordinator) || token(i).is(relative) || token(i).comma)
        return at - i <= 5 && to - at <= 6;
    return false;
  }

  void join(EnglishClause& clause, std::uint32_t before, std::uint32_t marker) const {
    const EnglishClause& last = clauses_[before];
    // A verb of the same shape as the one that depends on another goes on with that one.
    clause.link = last.link == ClauseLink::main || last.link == ClauseLink::reported ? ClauseLink::joined : last.link;
    clause.subject_begin = last.subject_begin;
    clause.subject_end = last.subject_end;
    clause.parent = last.link == ClauseLink::reported ? last.parent : before;
    if (last.link == ClauseLink::reported) clause.link = ClauseLink::reported;
    clause.marker = last.marker;
    clause.begin = marker == kNoToken ? clause.verb.begin : marker;
  }

  /// "A firm that sold phones was acquired", "Kim, who left in May, said": the main clause goes on.
  bool resumes(EnglishClause& clause, std::uint32_t before, std::uint32_t marker, std::uint32_t comma) {
    EnglishClause& last = clauses_[before];
    const std::uint32_t from = last.verb.end;
    const std::uint32_t to = clause.verb.begin;
    const bool closed = to > begin_ && token(to - 1).comma;
    if (last.link == ClauseLink::relative && (marker == kNoToken || closed)) {
      if (!closed && comma != kNoToken && comma + 1 < to) return false;
      // The clause that the relative one stands in: what comes before its pronoun is the subject.
      for (std::uint32_t i = before + 1; i-- > 0;)
        if (clauses_[i].link != ClauseLink::relative) return false;
      clause.link = ClauseLink::main;
      set_opening_subject(clause, clauses_[0].marker);
      return true;
    }
    if (last.link == ClauseLink::subordinate && before == 0 && comma != kNoToken && comma + 1 < to) {
      clause.link = ClauseLink::main;
      clause.begin = clause.subject_begin = comma + 1;
      if (marker != kNoToken && marker > comma) return false;
      return true;
    }
    if (last.verb.ambiguous && marker == kNoToken && (last.link == ClauseLink::main) && before == 0 && !reports(last) &&
        from < to && (token(from).is(preposition) || token(from).time != kNoToken) && comma == kNoToken) {
      // "A man arrested on Friday has been charged".
      last.link = ClauseLink::relative;
      clause.link = ClauseLink::main;
      set_opening_subject(clause, last.verb.begin);
      return true;
    }
    return false;
  }
  [[nodiscard]] static bool reports(const EnglishClause& clause) {
    return clause.verb.verb && clause.verb.verb->reports();
  }
  void set_opening_subject(EnglishClause& clause, std::uint32_t end) const {
    EnglishClause opening;
    opening.verb.begin = end;
    open_clause(tokens_, begin_, opening);
    clause.begin = opening.begin;
    clause.subject_begin = opening.subject_begin;
    clause.subject_end = end;
    if (opening.link != ClauseLink::main) clause.link = ClauseLink::unclear;
  }

  void mark(EnglishClause& clause, std::uint32_t before, std::uint32_t marker) {
    const EnglishClause& last = clauses_[before];
    clause.marker = marker;
    clause.begin = marker;
    clause.subject_begin = marker + 1;
    const EnglishToken& word = token(marker);
    if (word.is(that)) {
      const bool behind_verb = last.verb.verb && (last.verb.verb->reports() || marker == last.verb.end ||
                                                  last.verb.verb->type == "statement");
      clause.link = behind_verb ? ClauseLink::reported : ClauseLink::relative;
      clause.parent = before;
    } else if (word.is(relative)) {
      clause.link = ClauseLink::relative;
    } else if (word.is(coordinator)) {
      const bool dependent = last.link != ClauseLink::main && last.link != ClauseLink::joined;
      clause.link = dependent ? last.link : ClauseLink::joined;
      if (last.link == ClauseLink::relative || last.link == ClauseLink::trailing) clause.link = ClauseLink::unclear;
      clause.parent = last.link == ClauseLink::reported ? last.parent : before;
    } else {
      clause.link = ClauseLink::subordinate;
      clause.parent = before;
    }
  }

  /// "said Monday it will sell": the subject stands behind the times.
  void report(EnglishClause& clause, std::uint32_t before, std::uint32_t from) const {
    clause.link = ClauseLink::reported;
    clause.parent = before;
    std::uint32_t first = from;
    for (std::uint32_t i = from; i < clause.verb.begin; ++i)
      if (token(i).time != kNoToken) first = i + 1;
    while (first < clause.verb.begin && token(first).is(preposition)) ++first;
    if (clause.verb.begin > first && token(clause.verb.begin - 1).is(pronoun)) first = clause.verb.begin - 1;
    clause.begin = clause.subject_begin = first;
    if (first == clause.verb.begin) clause.link = ClauseLink::unclear;
  }

  /// A clause ends where the next one begins.
  void close() {
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      clauses_[i].end = end_;
      for (std::size_t k = 0; k < clauses_.size(); ++k)
        if (clauses_[k].begin >= clauses_[i].verb.end) clauses_[i].end = std::min(clauses_[i].end, clauses_[k].begin);
    }
  }

  const EnglishTokens& tokens_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::vector<EnglishClause> clauses_;
};

}  // namespace

std::vector<EnglishClause> find_clauses(const EnglishGrammar& grammar, const EnglishTokens& tokens, std::uint32_t begin,
                                        std::uint32_t end, bool headline) {
  const std::vector<VerbGroup> verbs = find_verbs(grammar, tokens, begin, end, headline);
  if (verbs.empty()) return {};
  return ClauseBuilder(tokens, begin, end).build(verbs);
}

}  // namespace timeline::event
