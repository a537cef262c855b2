#pragma once

#include <optional>
#include <vector>

#include "event/noun_reader.hpp"

namespace timeline::event {

/// Builds the clauses of one passage from left to right.
class ClauseBuilder {
 public:
  ClauseBuilder(const Vocabulary& vocabulary, const Phrase& phrase, std::vector<Clause>& clauses, std::uint32_t passage)
      : vocabulary_(vocabulary), phrase_(phrase), clauses_(clauses), passage_(passage), nouns_(vocabulary, phrase) {}
  void build(const std::vector<Predicate>& predicates);

 private:
  void take(std::uint32_t i);
  void finish_noun();
  [[nodiscard]] Argument whom_it_befell(const Predicate& predicate, const Argument& noun) const;
  [[nodiscard]] bool acts(const Argument& noun) const;
  [[nodiscard]] bool is_first_of_row(const Argument& first, const Argument& last) const;
  void close(const Predicate& predicate);
  [[nodiscard]] bool leads_on(const Predicate& predicate) const;
  void close_inside(const Predicate& predicate, Clause& clause);
  void close_outside(const Predicate& predicate, Clause& clause);
  struct Subjects {
    std::optional<Argument> subject;  ///< of the verb
    std::optional<Argument> outer;    ///< the first noun that is a topic or looks like a subject
  };
  [[nodiscard]] Subjects share_out(const Predicate& predicate, Clause& clause);
  [[nodiscard]] bool object_follows(const Argument& noun) const;
  [[nodiscard]] static bool is_grave(const Trigger& trigger);
  [[nodiscard]] static bool is_done_to_people(const Trigger& trigger);
  [[nodiscard]] static bool is_intransitive(const Trigger& trigger);

  const Vocabulary& vocabulary_;
  const Phrase& phrase_;
  std::vector<Clause>& clauses_;
  std::uint32_t passage_;
  NounReader nouns_;
  std::optional<Argument> noun_;
  std::vector<Argument> pending_;
  std::optional<Argument> topic_;
  std::optional<Argument> subject_;
  std::optional<Argument> inner_;  // who does what the topic says or lives through
  std::uint32_t inner_from_ = 0;   // the clause that named him
  bool ends_next_ = false;         // the next clause that is no noun's ends the sentence
  std::uint32_t passed_ = kNone;   // the last verb that is all but a particle
  std::uint32_t alone_ = kNone;    // the last one of them that no noun stood right before
  std::optional<Argument> sayer_;  // who says what ended last, if not the topic
  std::optional<Argument> lent_;   // the subject of the last adnominal clause
  std::uint32_t awaiting_ = kNone;
  std::uint32_t complement_ = kNone;
  std::uint32_t speech_ = 0;
  std::vector<std::uint32_t> open_occasions_;
  std::vector<Adjunct> adjuncts_;
  std::vector<std::uint32_t> contents_;
};

}  // namespace timeline::event
