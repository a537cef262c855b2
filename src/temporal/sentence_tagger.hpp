#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/time_expression.hpp"
#include "temporal/language.hpp"
#include "temporal/resolver.hpp"

namespace timeline::temporal {

/// Takes the candidates of one sentence, in order, and appends what they resolve to. It knows what stands before each
/// in the sentence: "지난해 3월과 5월" are of one year, "이틀 뒤인 23일" is one day, "15일부터 사흘간" has an end.
class SentenceTagger {
 public:
  /// One list of lines for each expression: how its value was worked out.
  using Trace = std::vector<std::vector<std::string>>;

  /// What the sentence says of the story counts for the sentences behind it only where it `sets_anchors` (no headings).
  /// All references must outlive the tagger; `trace` may be null.
  SentenceTagger(const Language& language, std::string_view text, base::Span sentence, bool sets_anchors,
                 Anchors& anchors, std::vector<model::TimeExpression>& found, Trace* trace);

  void take(Candidate& candidate);

 private:
  void read_dateline(const model::TimeExpression& expression);
  void read_sentence(bool tense_wanted, const Candidate& candidate);
  void read_clause(Candidate& candidate);
  void take_over_year(const Candidate& candidate);
  void join_with_previous(const Candidate& candidate, model::TimeExpression& expression);
  /// "3일 … 브리핑을 하고 있다. [2022.11.3]": the date of a picture is that of the day in its caption.
  void take_over_date(const model::TimeExpression& date);
  void go_on_from(const Candidate& candidate, const model::TimeExpression& expression);
  /// "지금으로부터 3년 전": right behind a word for now.
  [[nodiscard]] bool is_aimed_at(const Candidate& candidate) const;
  [[nodiscard]] bool is_counted_from_now(const Candidate& candidate) const;
  [[nodiscard]] std::string_view between(const Candidate& candidate) const;
  /// "이틀 뒤인 23일", "전날(8일)": do a copula or a bracket stand behind the candidate?
  [[nodiscard]] bool is_apposed(const Candidate& candidate) const;

  const Language& language_;
  std::string_view text_;
  base::Span sentence_;
  bool sets_anchors_;
  Anchors& anchors_;
  std::vector<model::TimeExpression>& found_;
  Trace* trace_;
  Resolver resolver_;
  std::size_t first_found_;

  bool sentence_is_read_ = false;
  bool ends_past_ = false;
  bool asks_ = false;  ///< for a date: "… 며칠이야?"

  // The expression before.
  std::uint32_t previous_end_;
  bool previous_dated_ = false;
  bool previous_is_year_ = false;
  bool previous_is_set_ = false;
  bool apposed_ = false;
  bool apposed_before_ = false;            ///< 전날인: a day before the one that is spoken of
  int apposed_days_ = 0;                   ///< 하루 뒤인: 1; 0 where no days are counted
  std::optional<DayNumber> counted_from_;  ///< the day that was set last before them
  int previous_year_ = 0;
  int previous_month_ = 0;  ///< months since year 0
};

}  // namespace timeline::temporal
