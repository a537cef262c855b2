#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/time_expression.hpp"
#include "temporal/calendar.hpp"
#include "temporal/symbolic.hpp"
#include "temporal/vocabulary.hpp"

namespace timeline::temporal {

/// The tense of the clause in which an expression stands.
enum class Tense : std::uint8_t { unknown, past, future };

/// What an expression is counted from. Grows along the text: the tagger keeps one for each article.
struct Anchors {
  std::optional<model::Moment> reference;  ///< publication, with its time of day where that is known
  std::optional<DayNumber> written;        ///< the day at the head of the report: its "today"
  bool spoken_then = false;                ///< the text was said at that very moment: 2주 이내 begins with it

  /// Days that the text set; `dateline` is the day on which the news itself happens (the last of its bare days,
  /// "24일"), which 이날 means even after older days were named.
  std::optional<DayNumber> dateline;
  std::optional<DayNumber> last_day;
  int sentence = 0;       ///< the number of the present sentence
  int last_sentence = 0;  ///< of the one that set `last_day`
  /// A day of the news that is older than the dateline ("25일 철거했다. 이날 …" in a story of the 26th) is meant only
  /// right behind the sentence that named it.
  std::optional<DayNumber> told_day;
  int told_sentence = 0;
  bool days_told = false;  ///< several days at once ("4~5일"), near publication: 이날 may be any of them
  std::optional<DayNumber> sentence_day;     ///< set in the same sentence
  std::optional<DayNumber> sentence_period;  ///< where the year or month that the sentence named last began,
  bool period_is_year = false;               ///< and which of the two it is
  std::optional<int> last_year;              ///< year of the last dated expression
  std::optional<int> last_month;             ///< months since year 0
  std::optional<int> near_year;              ///< the year right before, in an enumeration ("지난해 3월과 5월")
  std::optional<int> near_month;
  int period_year = 0;                   ///< the quarter, half or month spoken of last: its year,
  int period_month = 0;                  ///< its first month,
  int period_months = 0;                 ///< and how many it has; 0: none yet
  std::optional<DayNumber> apposed_day;  ///< the day that a length before it leads to: 하루 뒤인 29일
  bool stands_alone = false;             ///< nothing else stands in its sentence
  bool quoted = false;                   ///< 오늘 inside a quotation is the day on which it was spoken
  Tense tense = Tense::unknown;
  bool put_off = false;        ///< what was moved to a day lies ahead of the past verb: delayed to Nov. 20
  bool tense_is_sure = false;  ///< its sign stands right behind the expression
  /// The dates on which the days 1-31 of a month were found to lie, near publication: a story means one date by a day.
  std::array<std::optional<DayNumber>, 32> days{};
};

/// Works out where on the calendar a candidate lies. Pure: the same candidate and anchors give the same value.
class Resolver {
 public:
  explicit Resolver(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// Span, kind, value, duration, rule and reason are set; the sentence is the caller's. `trace` gets one line for
  /// every step, where wanted.
  [[nodiscard]] model::TimeExpression resolve(const Candidate& candidate, const Anchors& anchors,
                                              std::vector<std::string>* trace = nullptr) const;

 private:
  const Vocabulary& vocabulary_;
};

/// Is it a day on which Korean offices work? Public holidays are those that the vocabulary marks as days off.
[[nodiscard]] bool is_business_day(const Vocabulary& vocabulary, DayNumber day);

/// Is it a public holiday, or the day that makes up for one?
[[nodiscard]] bool is_public_holiday(const Vocabulary& vocabulary, DayNumber day);

/// The working day that makes up for a holiday lost to a weekend or to another holiday (대체공휴일), if there is one.
[[nodiscard]] std::optional<DayNumber> made_up_day(const Vocabulary& vocabulary, const Holiday& holiday, int year);

/// The day of a holiday in a year; nothing where it cannot be worked out.
[[nodiscard]] std::optional<DayNumber> holiday_in(const Holiday& holiday, int year);

}  // namespace timeline::temporal
