#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "temporal/english.hpp"

namespace timeline::temporal {

/// What was said of one date and time, in any order; programs are built from it from large to small.
struct EnglishFields {
  std::optional<Operation> base;  // a deictic, an anaphor
  std::optional<int> year, month, day, weekday, decade, century;
  std::optional<Operation> cycle;  // quarter, half, season, holiday, weekend
  std::optional<Operation> nth;
  std::optional<Operation> after;  // the n-th … after what is there
  std::optional<int> part;
  std::optional<int> day_part;
  std::optional<int> hour, minute, second;
  std::array<std::optional<Operation>, 3> shifts;
  Direction direction = Direction::none;
  bool exact_hour = false;  // 24-hour notation
  int afternoon = -1;       // am 0, pm 1
  std::int16_t zone = INT16_MIN;
  bool short_year = false;
  bool before_christ = false;
  bool approximate = false;
  bool only_ahead = false;     // "in two years": see Candidate
  Length length;               // of that
  Bound beyond = Bound::none;  // more than two weeks before Christmas

  [[nodiscard]] bool has_date() const {
    return base || year || month || day || weekday || decade || century || cycle || shifts[0] || nth;
  }
  [[nodiscard]] bool has_time() const { return day_part || hour; }
  /// Is it one day, so that a time of day can stand beside it?
  [[nodiscard]] bool is_day() const;
  /// Takes over the time of day, and nothing else.
  void set_time_of(const EnglishFields& other);
};

[[nodiscard]] Program build(const EnglishFields& fields);

/// Reads the candidates out of one run of tokens. Every reading method takes the index of a token and gives the index
/// after what it has read, or the same index (lengths, sets, ranges: 0) where it has read nothing.
class EnglishReader {
 public:
  EnglishReader(const Vocabulary& vocabulary, std::span<const Token> run, std::string_view text,
                std::vector<Candidate>& out)
      : vocabulary_(vocabulary), run_(run), text_(text), out_(out) {}

  void read();

 private:
  // Values of words in data/en/time_words.tsv
  static constexpr int kAnd = 0;       // and: joins two of a kind
  static constexpr int kOr = 1;        // or
  static constexpr int kUntilNow = 2;  // until now
  static constexpr int kAt = 2;        // at: leads to an hour
  static constexpr int kAbout = 4;     // about, around, roughly
  static constexpr int kMore = 1;      // more than, over
  static constexpr int kIsh = 3;       // 3-ish
  static constexpr int kAround = 1;    // Step::weekend: the weekend around a day

  // What stands where
  [[nodiscard]] bool is(std::size_t at, WordKind kind) const { return at < run_.size() && run_[at].kind == kind; }
  [[nodiscard]] bool is(std::size_t at, WordKind kind, int value) const {
    return is(at, kind) && run_[at].value == value;
  }
  [[nodiscard]] bool is(std::size_t at, WordKind kind, Unit unit) const {
    return is(at, kind) && run_[at].unit == unit;
  }
  [[nodiscard]] bool number(std::size_t at) const { return is(at, WordKind::number); }
  [[nodiscard]] bool adjacent(std::size_t at) const {
    return at > 0 && at < run_.size() && run_[at - 1].tail == run_[at].begin;
  }
  [[nodiscard]] std::string_view word(std::size_t at) const {
    return text_.substr(run_[at].begin, run_[at].end - run_[at].begin);
  }
  [[nodiscard]] bool glue(std::size_t at, int value) const { return is(at, WordKind::glue, value); }
  [[nodiscard]] bool direction(std::size_t at, Direction wanted) const {
    return is(at, WordKind::direction, static_cast<int>(wanted));
  }
  [[nodiscard]] bool is_past(std::size_t at) const {
    return direction(at, Direction::past) || direction(at, Direction::previous);
  }
  [[nodiscard]] bool is_plural(std::size_t at) const { return word(at).back() == 's'; }
  [[nodiscard]] bool is_the(std::size_t at) const { return word(at).size() >= 3 && (word(at)[0] | 0x20) == 't'; }
  [[nodiscard]] bool led(std::size_t at) const;
  [[nodiscard]] bool leads_part(std::size_t at, std::size_t next) const;
  /// Nothing but punctuation behind: "on the 27th." is a day, "the 27th floor" none.
  [[nodiscard]] bool ends_clause(std::size_t end) const { return end >= text_.size() || text_[end] != ' '; }
  /// Does a word with a capital follow?
  [[nodiscard]] bool begins_name(std::size_t end) const {
    return end + 1 < text_.size() && text_[end] == ' ' && text_[end + 1] >= 'A' && text_[end + 1] <= 'Z';
  }
  /// Is the token all of the text, or the run that begins with it?
  [[nodiscard]] bool whole(std::size_t at) const { return run_[at].begin == 0 && run_[at].end + 1 >= text_.size(); }
  [[nodiscard]] bool alone(std::size_t at) const {
    return at == 0 && run_[0].begin == 0 && run_.back().end + 1 >= text_.size();
  }
  [[nodiscard]] bool following_year(std::size_t at) const;
  [[nodiscard]] bool short_year_behind(std::size_t at) const;
  [[nodiscard]] bool following_date(std::size_t at) const;
  [[nodiscard]] bool day_of_month_behind(std::size_t at) const;
  [[nodiscard]] bool is_before_or_after(std::size_t at) const;
  [[nodiscard]] bool word_in_date(std::size_t at) const;
  [[nodiscard]] bool date_behind(std::size_t at) const;
  [[nodiscard]] bool part_behind(std::size_t at) const;
  [[nodiscard]] bool tonight_behind(std::size_t at, std::size_t next) const;
  [[nodiscard]] bool day_before(std::size_t at, const EnglishFields& f) const;
  [[nodiscard]] bool separates(std::size_t at, bool between) const;

  // What is found
  void emit(Candidate& made, std::size_t from, std::size_t next);
  void emit_fields(const EnglishFields& f, std::size_t from, std::size_t next);
  void emit_span(const EnglishFields& first, const Program& second, std::size_t from, std::size_t next);

  // Expressions
  [[nodiscard]] bool is_denied(std::size_t at) const;
  [[nodiscard]] std::string_view clause_before(std::size_t at) const;
  [[nodiscard]] bool behind_percent(std::size_t at) const;
  [[nodiscard]] bool behind_denial(std::size_t at) const;
  [[nodiscard]] std::size_t fiscal(std::size_t at) const;
  std::size_t expression(std::size_t at);
  std::size_t duration_or_vague(std::size_t at);
  std::size_t set(std::size_t at);
  std::size_t plural_days(std::size_t at);
  std::size_t with_hour(std::size_t at);
  std::size_t list_more(std::size_t at, EnglishFields& f);
  [[nodiscard]] bool may_be_day(std::size_t at) const;
  [[nodiscard]] bool days_go_on(std::size_t at) const;
  std::size_t days_of_month(std::size_t at);
  [[nodiscard]] static bool lacks_what_may_follow(const EnglishFields& f);
  void share_with_previous(std::size_t previous);

  // Ranges: two ends
  std::size_t range(std::size_t at);
  std::size_t timed_range(std::size_t at);
  std::size_t clock_range(std::size_t at, EnglishFields& left, EnglishFields& right);
  std::size_t bare_range(std::size_t at, bool led, bool between, EnglishFields& left, EnglishFields& right);
  std::size_t bare_end(std::size_t at, EnglishFields& left, EnglishFields& right);

  // Spans: one end and a length, or a unit and the present day
  std::size_t span(std::size_t at);
  std::size_t span_to_date(std::size_t at);
  std::size_t rest_of_unit(std::size_t at);
  std::size_t part_of_unit(std::size_t at, bool earlier);
  std::size_t work_week(std::size_t at);
  std::size_t first_units(std::size_t at);
  std::size_t period_ended(std::size_t at);
  std::size_t length_from(std::size_t at);

  // Lengths and what is counted with them
  std::size_t one_length(std::size_t at, std::int32_t& count, Unit& unit, bool& half, bool& some) const;
  std::size_t length(std::size_t at, Length& made) const;
  std::size_t ahead(std::size_t at, EnglishFields& f) const;
  std::size_t counted(std::size_t at, EnglishFields& f);
  void shift_in_story(EnglishFields& f, const Length& amount, int sign) const;

  // One moment
  std::size_t date(std::size_t at, EnglishFields& f);
  std::size_t date_or_unit(std::size_t at, EnglishFields& f);
  std::size_t moment(std::size_t at, EnglishFields& f, bool led_in);
  std::size_t element(std::size_t at, EnglishFields& f, bool at_word, bool led_in);
  std::size_t moment_or_unit(std::size_t at, EnglishFields& f);
  std::size_t bare_unit(std::size_t at, EnglishFields& f) const;
  std::size_t of_year(std::size_t at, EnglishFields& f) const;
  std::size_t after_next(std::size_t at, EnglishFields& f) const;
  [[nodiscard]] bool the_weekday_beside(std::size_t at) const;
  std::size_t half_of_month(std::size_t at, EnglishFields& f);
  std::size_t before_or_after(std::size_t at, EnglishFields& f);
  std::size_t directed(std::size_t at, EnglishFields& f);
  [[nodiscard]] bool with_article(std::size_t at) const;
  [[nodiscard]] bool rolls(std::size_t at) const;
  [[nodiscard]] bool dated_behind(std::size_t at);
  std::size_t month(std::size_t at, EnglishFields& f, bool led_in);
  std::size_t numbered(std::size_t at, EnglishFields& f, bool led_in);
  [[nodiscard]] bool old_year(std::size_t at) const;
  std::size_t ordinal(std::size_t at, EnglishFields& f);
  [[nodiscard]] Operation holiday(std::int32_t index) const;

  // Times of day
  std::size_t time_element(std::size_t at, EnglishFields& f, bool at_word);
  void narrow_day_part(std::size_t at, EnglishFields& f) const;
  std::size_t minutes_and_hour(std::size_t at, EnglishFields& f, bool at_word = false);
  std::size_t after_clock(std::size_t at, EnglishFields& f);
  [[nodiscard]] std::size_t zone_offset(std::size_t at, EnglishFields& f, bool named) const;

  const Vocabulary& vocabulary_;
  std::span<const Token> run_;
  std::string_view text_;
  std::vector<Candidate>& out_;
  std::optional<EnglishFields> listed_;    // the date just read, which a list may go on with
  std::optional<EnglishFields> last_;      // that date, while the list goes on
  std::optional<EnglishFields> previous_;  // a bare weekday just read, and the token behind it
  std::size_t previous_end_ = 0;
  bool week_of_ = false;     // "the week of the 18th"
  bool in_range_ = false;    // a range of clock times is being read
  bool date_only_ = false;   // the time of day that follows is that of the date around this one
  bool clock_sure_ = false;  // the clock range just read is no count
};

}  // namespace timeline::temporal
