#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"
#include "lexicon/particles.hpp"
#include "temporal/beginnings.hpp"
#include "temporal/symbolic.hpp"

namespace timeline::temporal {

/// What a word is in the grammar; the names stand in the `kind` column of data/*/time_words.tsv.
enum class WordKind : std::uint8_t {
  number,        ///< digits, or a numeral written out (made by the scanner)
  ymd,           ///< 2025-10-31 and its kin (made by the scanner)
  clock_digits,  ///< 14:30 (made by the scanner)
  unit,          ///< 년, 월, 일, 시: names or counts, by what stands around it
  length,        ///< 개월, 시간, 주: only counts
  anniversary,   ///< 주년
  nights,        ///< 박
  deictic,       ///< 오늘, 지난달: counted from the reference
  following,  ///< 다음 해, 다음 달: deictic with `extra`, as it may go on from what a story of the past has set
  anaphor,    ///< 이날, 이듬해: counted from what the text set last
  anaphor_last,    ///< 같은 날, 다음 날: counted from the very last day
  anaphor_marked,  ///< 전달, 전해: also other words, so only with a particle or before 대비
  anaphor_near,    ///< 전날: from the day of the same sentence, else from that of the news
  compared,        ///< 대비: what stands before it is compared with
  same_period,     ///< 같은 기간, 동기: the period that is being spoken of, in another year
  direction,       ///< 지난, 오는
  span,            ///< 최근, 앞으로: makes a stretch of a length, vague alone
  weekday,
  weekday_short,  ///< (월)
  weekday_group,  ///< 평일
  weekend,
  half,
  season,
  season_word,  ///< 시즌
  part,         ///< 초, 중순, 말
  year_part,    ///< 연초, 연말
  month_part,
  week_part,
  begin,           ///< 첫날
  finish,          ///< 마지막 날
  day_part,        ///< 오전
  day_and_part,    ///< 어젯밤: a day and the part of the day that the word ends in
  clock,           ///< 정오
  count,           ///< 하루, 보름: a number and its unit in one
  ordinal,         ///< 첫, 둘째, 마지막
  from_end,        ///< final, penultimate: an ordinal that counts from the end
  number_ordinal,  ///< 번째
  nth_prefix,      ///< 제 (3분기)
  shift,           ///< 전, 후
  within,          ///< 이내
  tail,            ///< 간, 동안, 째
  outer,           ///< 만(에): ends a length, stands outside it
  approx,          ///< 경, 께
  half_more,       ///< 반
  bound,           ///< 이후, 이전, 부터, 까지
  between,         ///< 사이
  each,            ///< 마다
  set,             ///< 매일
  set_prefix,      ///< 연 (2회)
  times,           ///< 회
  vague,
  era,
  lunar,
  solar,
  native,      ///< 한, 두, 열
  sino,        ///< 일, 이, 십
  few,         ///< 몇
  word_month,  ///< 유월
  word_lunar_month,
  month_day,    ///< 초사흘, 그믐: a day behind a month; -1 is its last
  local,        ///< 현지시간
  zone,         ///< KST
  range,        ///< ~
  list,         ///< ·
  length_hint,  ///< 약, 총: a length follows
  suffix,       ///< 짜리, 호: may follow a unit
  game,         ///< 전반 (25분): no place on the calendar
  hour_hint,    ///< 퇴근 후: the hour behind it is after noon
  holiday,
  holiday_tail,    ///< 연휴
  md_event,        ///< what 6·1 is the day of
  link,            ///< 지난, 끝나고, 시작되고: what comes next is counted from there
  glue,            ///< 시점, 오는, 기준으로: says nothing of its own in such a chain
  first,           ///< 처음, 가장 가까운, 가장 늦은
  after_that,      ///< 그다음
  week_before,     ///< 이전 주
  same_weekday,    ///< 같은 요일
  business_basis,  ///< 영업일 기준으로
  occasion,        ///< 사고, 선거: 당일 behind it is counted from it, not from what the text set
  // English only
  quarter_name,  ///< first quarter, Q1
  oclock,        ///< o'clock
  am,            ///< am, pm
  half_hour,     ///< half (past)
  both,          ///< and
  from,          ///< from; 이보다: a length behind it is counted from what the text set last
  later_bound,   ///< or later
  now,           ///< now
  all,           ///< all (week)
  more,          ///< more than
  in,            ///< in (3 days)
  end_of,        ///< EOM
  former,        ///< 총리, 직원: 전 before it is former or all, and no length of time
  per_day,       ///< 평균, 생활권: 1일 before it is every day
  counter,       ///< counts things, so that the number before it is no year
  nothing,       ///< looks like a time word and is none
};

/// `value` of a suffix that makes a length of what it stands behind: 3일치, 5일제.
inline constexpr std::int32_t kCounted = 8;

struct Word {
  WordKind kind = WordKind::nothing;
  Unit unit = Unit::none;
  std::int32_t value = 0;
  std::int32_t extra = 0;  ///< day_and_part: the index of its part of the day; deictic: 1 of 다음 해
};

/// Units that a number counts: with one of them behind it, a numeral (한, 두, 십오) begins a time expression.
[[nodiscard]] constexpr bool measures(WordKind kind) {
  return kind == WordKind::unit || kind == WordKind::length || kind == WordKind::nights ||
         kind == WordKind::number_ordinal;
}

/// A part of the day: its bounds in minutes after midnight, the end inclusive.
struct DayPart {
  std::int32_t from;
  std::int32_t to;
  std::int32_t afternoon;  ///< 1: an hour up to 11 is after noon; 2: from 6 on (밤 10시, but 밤 1시); 0: as it stands
  std::string timex;
};

/// How a public day finds its date in a year.
struct Holiday {
  enum class Rule : std::uint8_t {
    fixed,
    lunar,
    lunar_last,
    last_weekday,
    hebrew,
    islamic,
    term,
    stem_after_term,
    nth_weekday,
    easter,
    orthodox_easter,
    hindu,
    sidereal,
    friday_before,
    wandering,
    workday,
    after_winter_solstice
  };
  Rule rule;
  std::int32_t a;
  std::int32_t b;
  std::int32_t c;
  std::int32_t days_before;  ///< days off around it, for "연휴"
  std::int32_t days_after;
  bool day_off;  ///< no business day

  /// 대체공휴일: from this year on (0: never) a day off that falls on a Sunday, or also on a Saturday, is made up for.
  std::int32_t made_up_since = 0;
  bool made_up_for_saturday = false;
};

/// The words of one language: read from data/, found by two automata: words that may begin a time expression and
/// words that only go on with one.
class Vocabulary {
 public:
  Vocabulary(const lexicon::DataSet& data, std::string_view language);

  /// A quick test that most words fail: can any word or numeral begin there?
  [[nodiscard]] const Beginnings& beginnings() const { return beginnings_; }

  /// The same behind a token, where a word may also go on with it: false for most words that stand there.
  [[nodiscard]] bool may_go_on(std::string_view text, std::uint32_t at) const {
    return !is_told_by_syllables(text, at) ||
           continuations_.may_begin(reinterpret_cast<const unsigned char*>(text.data()) + at);
  }

  struct Hit {
    const Word* word = nullptr;
    std::uint32_t end = 0;
  };
  /// The longest word that may begin an expression at byte `at`.
  [[nodiscard]] Hit starter(std::string_view text, std::uint32_t at) const {
    // Behind an expression stands an ordinary word: as at the beginning of one, its first syllables tell.
    if (is_told_by_syllables(text, at) &&
        !beginnings_.may_begin(reinterpret_cast<const unsigned char*>(text.data()) + at))
      return {};
    return longest(starters_, text, at);
  }
  /// The longest of those that `accept(end)` takes: "may i" begins no "May is".
  template <typename Accept>
  [[nodiscard]] Hit starter(std::string_view text, std::uint32_t at, Accept&& accept) const {
    Hit best;
    starters_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
      if (accept(end)) best = {&words_[id], end};
    });
    return best;
  }
  /// The longest word that may go on with one.
  [[nodiscard]] Hit follower(std::string_view text, std::uint32_t at) const { return longest(followers_, text, at); }
  /// The longest of those that `accept(word, end)` takes: 초 is a second after a number and a beginning after a year.
  template <typename Accept>
  [[nodiscard]] Hit follower(std::string_view text, std::uint32_t at, Accept&& accept) const {
    Hit best;
    followers_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
      if (accept(words_[id], end)) best = {&words_[id], end};
    });
    return best;
  }
  [[nodiscard]] Hit numeral(std::string_view text, std::uint32_t at) const { return longest(numerals_, text, at); }
  /// Does a word that counts things begin at `at` ("2000 달러")?
  [[nodiscard]] bool counts_things(std::string_view text, std::uint32_t at) const {
    return counters_.longest(text, at).first != lexicon::Matcher::kNone;
  }
  /// Does a word end at `end` that names an occasion ("교통사고", "선거")?
  [[nodiscard]] bool ends_in_occasion(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t kSyllable = 3, kShortest = 2 * kSyllable, kLongest = 4 * kSyllable;
    for (std::uint32_t size = kShortest; size <= kLongest && begin + size <= end; size += kSyllable)
      if (const auto [id, to] = occasions_.longest(text, end - size); id != lexicon::Matcher::kNone && to == end)
        return true;
    return false;
  }
  /// Does a word begin at `at` that 전 stands before as former or all (총리, 직원)?
  [[nodiscard]] bool former(std::string_view text, std::uint32_t at) const {
    return formers_.longest(text, at).first != lexicon::Matcher::kNone;
  }
  /// Does a word begin at `at` that is told of every day (1일 평균, 1일 생활권)?
  [[nodiscard]] bool per_day(std::string_view text, std::uint32_t at) const {
    return per_days_.longest(text, at).first != lexicon::Matcher::kNone;
  }
  [[nodiscard]] Hit bracketed(std::string_view text, std::uint32_t at) const { return longest(bracketed_, text, at); }

  [[nodiscard]] const lexicon::Particles& particles() const { return particles_; }
  [[nodiscard]] const std::vector<DayPart>& day_parts() const { return day_parts_; }
  [[nodiscard]] const std::vector<Holiday>& holidays() const { return holidays_; }

 private:
  [[nodiscard]] Hit longest(const lexicon::Matcher& matcher, std::string_view text, std::uint32_t at) const {
    const auto [id, end] = matcher.longest(text, at);
    return id == lexicon::Matcher::kNone ? Hit{} : Hit{&words_[id], end};
  }

  /// Does a Hangul word stand there that Beginnings can be asked about?
  [[nodiscard]] static bool is_told_by_syllables(std::string_view text, std::uint32_t at) {
    constexpr std::uint32_t kRead = 8;
    return at + kRead <= text.size() && static_cast<unsigned char>(text[at]) >= 0xEA;
  }

  Beginnings beginnings_;
  Beginnings continuations_;
  std::vector<Word> words_;
  std::vector<DayPart> day_parts_;
  std::vector<Holiday> holidays_;
  lexicon::Particles particles_;
  lexicon::Matcher starters_;
  lexicon::Matcher followers_;
  lexicon::Matcher numerals_;
  lexicon::Matcher bracketed_;
  lexicon::Matcher counters_;
  lexicon::Matcher formers_;
  lexicon::Matcher per_days_;
  lexicon::Matcher occasions_;
};

}  // namespace timeline::temporal
