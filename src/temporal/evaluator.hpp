#pragma once

#include <optional>
#include <string>
#include <vector>

#include "temporal/interval.hpp"
#include "temporal/resolver.hpp"

namespace timeline::temporal {

/// Runs the steps of a program against anchors, from left to right, on one interval.
class Evaluator {
 public:
  Evaluator(const Vocabulary& vocabulary, const Anchors& anchors, std::vector<std::string>* trace)
      : vocabulary_(vocabulary), anchors_(anchors), trace_(trace) {}

  void set_exact(bool exact) { exact_ = exact; }
  /// A time of day alone: its day comes from around it.
  void set_time_only(bool time_only) { time_only_ = time_only; }

  [[nodiscard]] std::optional<Interval> evaluate(const Program& program);
  [[nodiscard]] std::optional<Interval> evaluate_range(const Program& first, const Program& second);
  /// Goes on from the range evaluated last to something inside it.
  [[nodiscard]] std::optional<Interval> pick(const Program& inside);
  /// Why there is no value.
  [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
  bool apply(const Program& program, std::uint8_t& at);
  bool apply_month(const Program& program, std::uint8_t& at);
  bool apply_day(int day, int wanted_weekday);
  /// Which of two months a bare day means, by the tense of its clause and what is near.
  [[nodiscard]] DayNumber bare_day(int day, DayNumber past, DayNumber future) const;
  /// The same for a day that its weekday tells: Sunday the 31st may be months away.
  [[nodiscard]] DayNumber day_of_weekday(DayNumber past, DayNumber future) const;
  bool apply_weekday(int wanted, bool after_shift);
  bool apply_year_part(const Operation& operation);
  bool apply_cycle(const Operation& operation);
  bool apply_holiday(const Operation& operation);
  bool apply_lunar(const Operation& operation);
  bool apply_anaphor(const Operation& operation);
  [[nodiscard]] std::optional<DayNumber> counted_back_from(const Program& program, std::uint8_t at) const;
  bool apply_deictic(const Operation& operation);
  bool apply_nth(const Operation& operation);
  bool apply_clock(const Operation& operation);
  bool apply_day_part(const Operation& operation);
  bool apply_shift(const Operation& operation, bool more_follows, bool first);
  bool shift_clock(const Operation& operation);
  bool apply_later(const Operation& operation, bool more_follows);
  bool apply_stretch(const Operation& operation);
  bool apply_within(const Operation& operation);
  bool apply_next(const Operation& operation);
  /// The `count`-th business day after (before, where it is negative) a day.
  [[nodiscard]] DayNumber business_day(DayNumber from, int count) const;
  bool need_day_for_time();
  bool fail(std::string_view reason);
  [[nodiscard]] bool has_reference() const { return anchors_.reference.has_value(); }
  [[nodiscard]] DayNumber today() const { return day_number(*anchors_.reference); }
  void note(const Operation& operation);

  /// The year in which `make(year)` lies where direction and tense want it.
  template <typename Make>
  std::optional<Interval> choose_year(Make&& make, bool latest_by_default);
  template <typename Make>
  std::optional<Interval> choose_whole_year(Make&& make, bool latest_by_default);

  const Vocabulary& vocabulary_;
  const Anchors& anchors_;
  std::vector<std::string>* trace_;
  std::optional<Interval> current_;
  std::optional<Interval> shifted_from_;  // where the lengths that were counted last began
  bool clock_counted_ = false;            // they count hours, so the time of day goes with them
  std::optional<Interval> parent_;        // what an ordinal week was counted in
  int ordinal_ = 0;
  Direction direction_ = Direction::none;
  bool exact_ = false;
  bool last_step_ = true;
  bool time_only_ = false;
  int day_part_ = -1;
  int range_months_ = 0;        // by which a range goes on behind its left side: 1~10월
  bool month_and_day_ = false;  ///< the year of a month with its day is being chosen
  std::string reason_;
};

}  // namespace timeline::temporal
