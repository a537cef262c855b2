#include <string>

#include "temporal/english_reader.hpp"

namespace timeline::temporal {
namespace {

/// An hour and minutes before it: a quarter to one is 12:45.
void count_back(EnglishFields& f, int minutes) {
  int total = *f.hour * 60 - minutes;
  if (f.afternoon >= 0 && *f.hour == 12) f.afternoon = 1 - f.afternoon;
  if (total < 0) total += 12 * 60;
  f.hour = total / 60;
  f.minute = total % 60;
}

}  // namespace

/// half past five, a quarter to six, 20 past 3, 5 minutes after noon.
std::size_t EnglishReader::minutes_and_hour(std::size_t at, EnglishFields& f, bool at_word) {
  std::size_t i = at;
  int minutes = -1;
  if (number(i) && run_[i].weak && is(i + 1, WordKind::length, Unit::quarter)) {
    minutes = 15;
    i += 2;
  } else if (is(i, WordKind::length, Unit::quarter)) {
    minutes = 15;
    ++i;
  } else if (is(i, WordKind::half_hour)) {
    minutes = 30;
    ++i;
  } else if (number(i) && run_[i].value < 60 && run_[i].digits <= 2 && !run_[i].weak && !run_[i].some) {
    minutes = run_[i].value;
    ++i;
    if (is(i, WordKind::length, Unit::minute)) ++i;
  }
  if (minutes < 0 || i >= run_.size()) return at;
  const auto written = [&](std::string_view wanted) {
    const std::string_view text = word(i);
    return text.size() == wanted.size() && (text[0] | 0x20) == wanted[0];
  };
  const bool past = is(i, WordKind::direction) && written("past");
  const bool after = is(i, WordKind::bound, static_cast<int>(Bound::after));
  // "10 to 5" is a range or a score; "10 minutes to 5" and "quarter to 5" are times.
  const bool noon = is(i + 1, WordKind::clock);
  const bool no_hour = minutes > 12 && minutes % 5 == 0 && number(i + 1) && is(i + 2, WordKind::am);  // 25 to 7 pm
  const bool in_words = at_word && run_[at].digits == 0 && minutes % 5 == 0;                          // at ten to nine
  const bool from = in_range_ || (at > 0 && (is(at - 1, WordKind::from) || is(at - 1, WordKind::between)));
  const bool to = is(i, WordKind::range) && (written("to") || written("till") || written("until")) &&
                  (i > at + 1 || !number(at) || (!from && ((noon && minutes % 5 == 0) || no_hour || in_words)));
  // a quarter before 9 am, a quarter of 7 am
  const bool quarter = minutes == 15 && is(i - 1, WordKind::length, Unit::quarter);
  const bool before =
      quarter && (is(i, WordKind::bound, static_cast<int>(Bound::before)) || glue(i, 1)) &&
      (noon || is(i + 2, WordKind::am) || is(i + 2, WordKind::oclock) || is(i + 1, WordKind::clock_digits));
  if (!(past || after || to || before)) return at;
  EnglishFields hour;
  const std::size_t next = time_element(i + 1, hour, true);
  if (next == i + 1 || !hour.hour || hour.minute.value_or(0) != 0) return at;
  f.hour = *hour.hour;
  f.afternoon = hour.afternoon;
  f.exact_hour = hour.exact_hour;
  if (to || before) {
    if (is(i + 1, WordKind::clock) && *f.hour == 0) f.hour = 24;
    count_back(f, minutes);
    f.exact_hour |= *f.hour > 12;
  } else {
    f.minute = minutes;
  }
  return after_clock(next, f);
}

/// "early Friday morning", "late last night": the early morning of Friday, late in the night.
void EnglishReader::narrow_day_part(std::size_t at, EnglishFields& f) const {
  if (!f.part) return;
  const bool early = *f.part == static_cast<int>(Part::first_third);
  if (!early && *f.part != static_cast<int>(Part::third_third)) return;
  const std::string narrow = (early ? "early " : "late ") + std::string(word(at));
  const auto hit = vocabulary_.starter(narrow, 0);
  if (hit.word == nullptr || hit.word->kind != WordKind::day_part || hit.end != narrow.size()) return;
  f.day_part = hit.word->value;
  f.part.reset();
}

std::size_t EnglishReader::time_element(std::size_t at, EnglishFields& f, bool at_word) {
  if (at >= run_.size() || date_only_) return at;
  const Token& t = run_[at];
  if (t.kind == WordKind::clock_digits && !f.hour) {
    if (t.weak && !f.is_day()) return at;
    f.hour = t.value / 60;
    f.minute = t.value % 60;
    if (t.extra >= 0) f.second = t.extra;
    f.exact_hour = t.zero || *f.hour > 12 || *f.hour == 0;
    f.approximate |= t.some;
    if (t.zone != INT16_MIN) f.zone = t.zone;
    return after_clock(at + 1, f);
  }
  if (t.kind == WordKind::clock && !f.hour) {
    f.hour = t.value;
    f.exact_hour = t.value != 0;
    f.minute = 0;
    return at + 1;
  }
  if (t.kind == WordKind::day_part && !f.day_part) {
    f.day_part = t.value;
    constexpr int kToday = 4;  // tonight
    if (vocabulary_.day_parts()[static_cast<std::size_t>(t.value)].afternoon == kToday && !f.base)
      f.base = Operation{Step::deictic, Unit::day, 0, 0, 0};
    narrow_day_part(at, f);
    return at + 1;
  }
  if (f.hour) return at;
  if (const std::size_t next = minutes_and_hour(at, f, at_word); next != at) return next;
  if (t.kind != WordKind::number || t.weak || t.some || t.half) return at;
  // 330 p.m., at 730 in the evening, tonight 815
  if (t.value > 24) {
    // 0800 GMT, 1430 GMT
    const bool zoned = t.digits == 4 && is(at + 1, WordKind::zone) && run_[at + 1].end > run_[at + 1].begin + 2;
    const bool clock = t.digits >= 3 && t.digits <= 4 && t.value % 100 < 60 &&
                       t.value / 100 <= (zoned || t.digits == 4 ? 23 : 12) && t.value >= 100;
    const bool hours =
        t.digits == 4 && (at_word || t.zero || alone(at)) && is(at + 1, WordKind::length, Unit::hour);  // at 1830 hours
    const bool placed = (t.digits == 4 && t.zero && (in_range_ || at_word)) || hours || is(at + 1, WordKind::am) ||
                        (at_word && part_behind(at + 1)) || (f.day_part && t.digits == 3) || zoned;
    if (!clock || !placed) return at;
    f.hour = t.value / 100;
    f.minute = t.value % 100;
    f.exact_hour = t.zero || zoned || hours;
    return after_clock(is(at + 1, WordKind::length, Unit::hour) ? at + 2 : at + 1, f);
  }
  std::size_t next = at + 1;
  if (is(next, WordKind::oclock)) {
    f.hour = t.value;
    return after_clock(next + 1, f);
  }
  int minute = 0;
  const bool in_words = t.digits == 0 && t.value > 0 && t.value <= 12;
  const bool day = f.month && !f.day;  // March 8 11 am
  if (number(next) && !day && !run_[next].weak && run_[next].value < 60 &&
      (run_[next].value >= 10 || (run_[next].zero && is(next + 1, WordKind::am))) && run_[next].digits != 4 &&
      (is(next + 1, WordKind::am) ||
       (in_words && run_[next].digits == 0 && alone(at) && !is(next + 1, WordKind::length)) ||
       (at_word && run_[next].gap == Gap::space && (in_words || !is(next + 1, WordKind::length))))) {
    minute = run_[next].value;
    ++next;
    if (in_words && is(next, WordKind::length, Unit::minute)) ++next;
    if (in_words && run_[next - 1].digits == 0 && alone(at)) at_word = true;
  }
  // 3 in the AM
  if (is(next, WordKind::in) && glue(next + 1, 0) && is(next + 2, WordKind::am) && minute == 0) next += 2;
  if (is(next, WordKind::am)) {
    if (t.value > 12 || t.value < 1) return at;
    f.hour = t.value;
    f.minute = minute;
    return after_clock(next, f);
  }
  // "tomorrow evening 8"; "on Monday morning 10 people", "by the morning, 10 cm" count
  const bool behind_part =
      f.day_part && t.digits > 0 && t.digits <= 2 && t.gap != Gap::comma && (next < run_.size() || ends_clause(t.end));
  const bool hour_only = at_word || part_behind(next) || behind_part || tonight_behind(at, next) || day_before(at, f);
  // "at 10 - 20" is no hour.
  if (minute == 0 && is(next, WordKind::range) && at_word && !in_range_ && !t.zero) return at;
  if (!hour_only || (minute == 0 && is(next, WordKind::length)) || is(next, WordKind::word_month)) return at;
  if (f.month && !(f.day && at_word)) return at;
  // "at 10 Downing Street", "ranked at 10 among": an hour alone ends its clause or has a day behind it.
  if (minute == 0 && at_word && !in_range_ && !f.has_date() && !f.day_part && !part_behind(next) &&
      !(next < run_.size() ? !is(next, WordKind::in) : ends_clause(t.end)))
    return at;
  f.hour = t.value;
  f.minute = minute;
  f.exact_hour = t.value > 12 || t.zero;
  return after_clock(next, f);
}

/// in the evening
bool EnglishReader::part_behind(std::size_t at) const {
  return is(at, WordKind::in) && is(at + 1, WordKind::glue) && is(at + 2, WordKind::day_part);
}

/// "8 tonight", "9 tomorrow evening" where nothing else is said: "killed 8 tonight" is no hour.
bool EnglishReader::tonight_behind(std::size_t at, std::size_t next) const {
  if (run_[at].value > 12 || run_[at].value < 1) return false;
  // "I'll be back 10, tonight."
  const bool apart = is(next, WordKind::day_part) && run_[next].gap == Gap::comma && next + 1 == run_.size() &&
                     run_[at].digits > 0 && ends_clause(run_[next].end);
  if (!alone(at)) return apart;
  return is(next, WordKind::day_part) ||
         (is(next, WordKind::deictic, Unit::day) && (run_[next].value == 0 || run_[next].value == 1)) ||
         ((direction(next, Direction::present) || direction(next, Direction::previous)) &&
          is(next + 1, WordKind::day_part));
}

/// "tomorrow three" at the end of a clause
bool EnglishReader::day_before(std::size_t at, const EnglishFields& f) const {
  return f.base && at > 0 && is(at - 1, WordKind::deictic, Unit::day) && run_[at].value > 0 && run_[at].value <= 12 &&
         run_[at].gap == Gap::space && at + 1 == run_.size() && ends_clause(run_[at].end);
}

/// GMT+9, UTC-05:00, GMT+0900, with the sign right behind the name; 10:15 -0500 as letters are dated.
std::size_t EnglishReader::zone_offset(std::size_t at, EnglishFields& f, bool named) const {
  const std::size_t i = is(at, WordKind::range) ? at + 1 : at;
  const bool clock = is(i, WordKind::clock_digits);
  if (!(clock || number(i)) || run_[i].begin == 0) return at;
  const std::uint32_t place = run_[i].begin - 1;
  const char sign = text_[place];
  if ((sign != '+' && sign != '-') || place < run_[at - 1].end || place > run_[at - 1].end + 1 ||
      (!named && place == run_[at - 1].end))
    return at;
  if (!named && (run_[i].digits != 4 || clock)) return at;
  const int value = run_[i].value;
  const int minutes = clock ? value : run_[i].digits > 2 ? value / 100 * 60 + value % 100 : value * 60;
  constexpr int kFarthest = 14 * 60;  // Kiribati
  if (minutes > kFarthest) return at;
  f.zone = static_cast<std::int16_t>((named ? f.zone : 0) + (sign == '-' ? -minutes : minutes));
  return i + 1;
}

/// am, pm, zones and "local time" behind a clock time.
std::size_t EnglishReader::after_clock(std::size_t at, EnglishFields& f) {
  while (glue(at, kIsh)) ++at;
  if (is(at, WordKind::am)) {
    f.afternoon = run_[at].value;
    f.exact_hour = false;
    ++at;
  }
  if (is(at, WordKind::zone)) {
    f.zone = static_cast<std::int16_t>(run_[at].value);
    ++at;
    at = zone_offset(at, f, true);
  } else if (is(at, WordKind::local)) {
    ++at;
  } else {
    at = zone_offset(at, f, false);
  }
  return at;
}

}  // namespace timeline::temporal
