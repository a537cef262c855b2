#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "temporal/scanner.hpp"
#include "temporal/symbolic.hpp"

namespace timeline::temporal {

/// How fine a step is; a step may follow only coarser ones.
[[nodiscard]] int fineness(Unit unit);

/// Reads one run of Korean tokens. The rules of one kind (lengths, dates, chains, ends, times of day) stand in a file
/// each; a rule takes the index of its first token and returns the index after its last, or 0 (steps: `at`) where it
/// does not hold.
class KoreanReader {
 public:
  KoreanReader(std::span<const Token> run, std::string_view text, std::vector<Candidate>& out)
      : run_(run), text_(text), out_(out) {}

  void read();

 private:
  [[nodiscard]] const Token* token(std::size_t at) const { return at < run_.size() ? &run_[at] : nullptr; }
  [[nodiscard]] bool is(std::size_t at, WordKind kind) const { return at < run_.size() && run_[at].kind == kind; }
  [[nodiscard]] bool is_unit(std::size_t at, Unit unit) const {
    return is(at, WordKind::unit) && run_[at].unit == unit;
  }
  /// Tokens at-1 and at belong together: nothing, a space or 의 between them.
  [[nodiscard]] bool joined(std::size_t at) const;
  [[nodiscard]] bool adjacent(std::size_t at) const;
  [[nodiscard]] bool tail(std::size_t at, int value) const { return is(at, WordKind::tail) && run_[at].value == value; }

  // expressions and sets
  std::size_t expression(std::size_t at);
  /// "이보다 사흘 전": a length counted from what the text set last.
  std::size_t counted_from_last(std::size_t at);
  /// "시즌 마지막 일요일": counted in something that is no time, so it has no value, and is not the next Sunday.
  std::size_t ordinal_of_something(std::size_t at);
  [[nodiscard]] Candidate start(std::size_t at, model::TimeKind kind, std::string_view rule) const;
  /// Closes a candidate whose last token is next - 1.
  void emit(Candidate& candidate, std::size_t next);
  std::size_t set(std::size_t at);
  /// "둘째 주 수요일", "1일과 15일", "둘째·넷째 일요일" behind 매월. Returns the index after them, or `at`.
  std::size_t set_days(std::size_t at, Program& program);

  // lengths
  /// "3", "3~5", "몇" before a unit of length; returns the index of the unit.
  [[nodiscard]] std::size_t number_run(std::size_t at) const;
  /// Is the unit after the number a length here (3일간) and not a name (3일)?
  [[nodiscard]] bool is_length_unit(std::size_t number, std::size_t unit) const;
  /// One number and unit, or a word that holds both (하루). Returns the index after it, or 0.
  std::size_t one_length(std::size_t at, std::int32_t& count, Unit& unit, bool& some) const;
  /// A one-syllable number (이년, 삼주) counts only between words that want a length.
  [[nodiscard]] bool strong_context(std::size_t next, std::size_t at) const;
  std::size_t length(std::size_t at, Length& made) const;
  /// Is what stands there found in a year, so that two digits before it name one? 25년 3월, 24년 2분기, 23년 하반기
  [[nodiscard]] bool names_year_before(std::size_t at) const;
  /// The 26 of 2024-26년.
  [[nodiscard]] bool ends_years(std::size_t at) const;
  /// 36년생
  [[nodiscard]] bool is_born(std::size_t at) const;
  /// Do hours and minutes go on from days, up to 전, 후 or 이내? "2일 1시간 30분 이내"
  [[nodiscard]] bool hours_follow(std::size_t at) const;
  static void add_within(Program& program, const Length& length);
  static void add_length(Program& program, Step step, const Length& length, int sign);
  /// Tails that belong to a length: 간, 동안, 째, 이상. Returns the index after them; sets where the span ends.
  std::size_t length_tails(std::size_t at, std::size_t& span_end) const;
  /// "3년간", "2시간 30분", "사흘 만에", "3일 전", "2주 이내".
  std::size_t length_expression(std::size_t at);
  /// 창립 10주년, 1박 2일.
  std::size_t anniversary(std::size_t at);
  /// "지난 3년간", "최근 5년", "앞으로 2주".
  std::size_t stretch(std::size_t at);
  [[nodiscard]] bool length_marked(std::size_t at) const;

  // dates
  std::size_t date(std::size_t at);
  /// "월요일, 1월 22일": the weekday stands before its date and adds nothing.
  [[nodiscard]] bool leading_weekday(std::size_t at) const;
  /// "9월 21일 1978", "1월 21일 2018년에". Returns the index after the year, or `at`; `wanted`: the words stand in that
  /// order all along.
  std::size_t trailing_year(std::size_t at, bool wanted, Program& program) const;
  /// Reads date steps from `at` on, each finer than the one before. Returns the index after them, or `at`.
  std::size_t steps(std::size_t at, Program& program, bool in_set, int coarsest = 0);
  /// 전주 is a city, unless something of a week stands behind it.
  [[nodiscard]] bool names_city(std::size_t at) const;
  [[nodiscard]] bool whole_text(std::size_t at) const;
  /// "1월 22일, 수요일"
  [[nodiscard]] bool comma_weekday(std::size_t at) const;
  /// "이번 달에서 20일 이후"
  [[nodiscard]] bool day_in(std::size_t at) const;
  [[nodiscard]] bool can_follow_prefix(std::size_t at) const;
  [[nodiscard]] bool can_follow_direction(std::size_t at) const;
  /// "2014 브라질 월드컵", "(2001)", "2015-16 시즌": four digits that stand alone and count nothing.
  std::size_t year_alone(std::size_t at);
  /// 21세기, 20세기 초.
  std::size_t century(std::size_t at, Program& program);

  // numbers and ordinals inside dates
  /// The unit that the number at `at` is said in, looking over "~17" in "15~17일". 0 where there is none.
  [[nodiscard]] std::size_t unit_index(std::size_t at) const;
  /// "24, 25일": the number at `at` is the next one after that before its comma.
  [[nodiscard]] bool goes_on_counting(std::size_t at) const;
  std::size_t number_step(std::size_t at, Operation& step, int last, const Program& program);
  /// 첫 번째 월요일, 마지막 주, 둘째 주, 첫 영업일.
  std::size_t ordinal(std::size_t at, Operation& step) const;
  std::size_t ordinal_target(std::size_t at, std::int32_t n, Operation& step) const;
  /// "세 번째 화요일", "둘째 주 일요일" without a month: of this month. Returns the index after it, or 0.
  std::size_t ordinal_alone(std::size_t at, std::size_t next, Operation& step) const;
  /// 음력 1월 15일, 음력 윤4월.
  std::size_t lunar(std::size_t at, Operation& step) const;
  /// 기원전 300년, 단기 4358년, 기원전 3세기.
  std::size_t era(std::size_t at, Operation& step, int last) const;

  // dates counted from dates
  /// Goes on from a date to one counted from it: "추석 연휴가 끝나고 처음 오는 평일", "광복절 다음 주 월요일", "다음 달
  /// 중 가장 늦은 금요일". Returns the index after it, or `at` where no such thing follows.
  std::size_t chain(std::size_t at, Program& program);
  /// "중 세 번째 날", "중 가장 늦은 날", "마지막 날" behind 평일 or 주말. Returns the index after it, or `at`.
  std::size_t one_among(std::size_t at, std::int32_t& which) const;
  static std::size_t finish_chain(Program& program, Program& made, std::size_t at, std::size_t done);

  // what may stand behind a date
  /// Shifts that go on from a date ("크리스마스 3일 전"), then ranges and bounds, then a time of day.
  std::size_t finish_date(Candidate& made, std::size_t next, bool vague);
  /// 이후, 이전, 부터, 까지, 경, 째 after a date. 부터 and 까지 are particles: they bound the value and stay outside
  /// the span.
  std::size_t bounds(Candidate& made, std::size_t next, std::size_t& span_end) const;
  /// The other end: "~17일", "부터 … 까지", "에서 … 사이", "과 … 사이". Returns the index after it, or 0.
  std::size_t range(Candidate& made, std::size_t next);

  // times of day
  /// "오후 3시 30분", "14:30", "정오", "새벽". Adds its steps; returns the index after it, or `at`.
  std::size_t clock(std::size_t at, Program& program, bool after_day_part) const;
  /// "3시 18": minutes at the end of what is said.
  [[nodiscard]] bool bare_minutes(std::size_t at) const;
  /// "오전 5시 34분과 5시 57분": both are before noon.
  void take_over_part(std::size_t at, Program& program) const;
  std::size_t time(std::size_t at, bool after_date);
  /// The other end of a time of day: "~11시", "부터 16일 오후 5시까지", "와 4시 사이". Returns the index after it, or
  /// 0.
  std::size_t time_range(Candidate& made, std::size_t at);
  /// Is the last candidate a date that a range of times may begin on?
  [[nodiscard]] bool goes_on_from_date() const;

  std::span<const Token> run_;
  std::string_view text_;
  std::vector<Candidate>& out_;
  bool hinted_ = false;      // 약, 총 stands before: what follows is a length
  bool in_set_ = false;      // 매월 stands before: the first Sunday is that of a month
  bool open_range_ = false;  // the last number took its unit from the right side of a range
};

}  // namespace timeline::temporal
