#include "temporal/english_reader.hpp"

namespace timeline::temporal {

std::size_t EnglishReader::time_element(std::size_t at, EnglishFields& f, bool at_word) {
  if (at >= run_.size()) return at;
  const Token& t = run_[at];
  std::size_t i = at;
  if (t.kind == WordKind::clock_digits && !f.hour) {
    f.hour = t.value / 60;
    f.minute = t.value % 60;
    if (t.extra >= 0) f.second = t.extra;
    f.exact_hour = t.zero || *f.hour > 12 || *f.hour == 0;
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
    return at + 1;
  }
  // half past five, a quarter past five, 20 past 3
  int minutes = -1;
  if (is(i, WordKind::number) && run_[i].weak && is(i + 1, WordKind::length) && run_[i + 1].unit == Unit::quarter)
    minutes = 15, i += 2;
  else if (is(i, WordKind::length) && t.unit == Unit::quarter)
    minutes = 15, i += 1;
  else if (is(i, WordKind::half_hour))
    minutes = 30, i += 1;
  else if (is(i, WordKind::number) && t.value < 60 && !t.weak && !t.some) {
    minutes = t.value, i += 1;
    if (is(i, WordKind::length) && run_[i].unit == Unit::minute) ++i;
  }
  if (minutes >= 0 && i < run_.size()) {
    const bool past = is(i, WordKind::direction) && word(i).size() == 4 && (word(i)[0] | 0x20) == 'p';
    const bool after = is(i, WordKind::bound) && run_[i].value == static_cast<int>(Bound::after);
    const bool to = is(i, WordKind::range) && word(i).size() >= 2 && (word(i)[0] | 0x20) == 't' &&
                    (minutes == 15 || minutes % 5 == 0) &&
                    (i > at + 1 || is(at, WordKind::length) || is(at, WordKind::half_hour));
    if ((past || after || to) && !f.hour) {
      EnglishFields hour;
      const std::size_t next = time_element(i + 1, hour, true);
      if (next > i + 1 && hour.hour && hour.minute.value_or(0) == 0) {
        f.hour = *hour.hour;
        f.afternoon = hour.afternoon;
        f.exact_hour = hour.exact_hour;
        if (past || after) {
          f.minute = minutes;
        } else {
          int total = *f.hour * 60 - minutes;
          if (f.afternoon >= 0 && *f.hour == 12 && total < 12 * 60) f.afternoon = 1 - f.afternoon;
          if (total < 0) total += 12 * 60;
          f.hour = total / 60;
          f.minute = total % 60;
        }
        return after_clock(next, f);
      }
    }
  }
  if (t.kind != WordKind::number || f.hour || t.weak || t.some || t.value > 24) {
    // 330 p.m., 1140 a.m.
    if (t.kind == WordKind::number && !f.hour && t.digits >= 3 && t.digits <= 4 && is(at + 1, WordKind::am) &&
        t.value % 100 < 60 && t.value / 100 <= 12) {
      f.hour = t.value / 100;
      f.minute = t.value % 100;
      return after_clock(at + 1, f);
    }
    return at;
  }
  std::size_t next = at + 1;
  if (is(next, WordKind::oclock)) {
    f.hour = t.value;
    return after_clock(next + 1, f);
  }
  int minute = 0;
  if (is(next, WordKind::number) && !run_[next].weak && run_[next].value < 60 && run_[next].value >= 10 &&
      run_[next].digits != 4 &&
      (is(next + 1, WordKind::am) || (at_word && run_[next].gap == Gap::space && !is(next + 1, WordKind::length)))) {
    minute = run_[next].value;
    ++next;
  }
  if (is(next, WordKind::am)) {
    if (t.value > 12 || t.value < 1) return at;
    f.hour = t.value;
    f.minute = minute;
    return after_clock(next, f);
  }
  const bool part_behind = is(next, WordKind::in) && is(next + 1, WordKind::glue) && is(next + 2, WordKind::day_part);
  const bool hour_only = at_word || part_behind || (f.day_part && t.digits > 0 && t.digits <= 2);
  if (hour_only && (minute > 0 || !is(next, WordKind::length)) && !is(next, WordKind::word_month) && !f.month) {
    f.hour = t.value;
    f.minute = minute;
    f.exact_hour = t.value > 12 || t.zero;
    return after_clock(next, f);
  }
  if (hour_only && f.month && f.day && at_word && !is(next, WordKind::length)) {
    f.hour = t.value;
    f.minute = minute;
    return after_clock(next, f);
  }
  return at;
}

/// am, pm and zones behind a clock time.
std::size_t EnglishReader::after_clock(std::size_t at, EnglishFields& f) {
  if (is(at, WordKind::am)) {
    f.afternoon = run_[at].value;
    f.exact_hour = false;
    ++at;
  }
  if (is(at, WordKind::zone)) {
    f.zone = static_cast<std::int16_t>(run_[at].value);
    ++at;
  }
  return at;
}

}  // namespace timeline::temporal
