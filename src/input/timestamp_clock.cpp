#include <algorithm>

#include "input/timestamp.hpp"

// The clock that stands behind a date, or before it, and its zone: "(일) 22:51", "오후 1:54", "at 10:11 AM EDT".
namespace timeline::input {

std::size_t TimestampReader::read_zone(const std::vector<Token>& tokens, std::size_t at, Stamp& stamp) {
  const auto is = [&](std::size_t i, Kind kind) { return i < tokens.size() && tokens[i].kind == kind; };
  const auto mark = [&](std::size_t i, char32_t c) { return is(i, Kind::mark) && tokens[i].mark == c; };
  std::size_t next = at;
  if (mark(next, U'(')) ++next;
  if (is(next, Kind::zone)) {
    stamp.utc_offset = tokens[next].value;
    at = next + 1;
  }
  if ((mark(at, U'+') || mark(at, U'-') || mark(at, 0x2212)) && is(at + 1, Kind::number) &&
      !tokens[at + 1].space_before) {
    const int sign = tokens[at].mark == U'+' ? 1 : -1;
    const Token& hours = tokens[at + 1];
    if (hours.digits == 4 && hours.value % 100 < 60 && hours.value <= 1400) {
      stamp.utc_offset = sign * (hours.value / 100 * 60 + hours.value % 100);
      return at + 2;
    }
    if (hours.digits <= 2 && hours.value <= 14) {
      stamp.utc_offset = sign * hours.value * 60;
      if (mark(at + 2, U':') && is(at + 3, Kind::number) && tokens[at + 3].digits == 2) {
        stamp.utc_offset = sign * (hours.value * 60 + tokens[at + 3].value);
        return at + 4;
      }
      return at + 2;
    }
  }
  return at;
}

std::size_t TimestampReader::read_time(const std::vector<Token>& tokens, std::size_t at, Stamp& stamp) {
  const auto is = [&](std::size_t i, Kind kind) { return i < tokens.size() && tokens[i].kind == kind; };
  const auto mark = [&](std::size_t i, char32_t c) { return is(i, Kind::mark) && tokens[i].mark == c; };
  std::size_t i = at;
  // "2025.11.02 (일) 22:51", "2025-11-02T22:51", "2025.11.02 | 22:51", "April 5, 2023 at 10:11".
  for (std::size_t skipped = 0; skipped < 5 && i < tokens.size(); ++skipped, ++i) {
    const Token& token = tokens[i];
    const bool joins =
        token.kind == Kind::weekday || token.kind == Kind::filler ||
        (token.kind == Kind::mark &&
         (token.mark == U'(' || token.mark == U')' || token.mark == U'|' || token.mark == U',' || token.mark == U'-' ||
          token.mark == U'.' || token.mark == U'[' || token.mark == U']' || token.mark == 0xB7)) ||
        // "(일)", "(월)": Sunday and Monday are the words for day and month.
        ((token.kind == Kind::day || token.kind == Kind::month) && i > at && mark(i - 1, U'(') && mark(i + 1, U')')) ||
        (token.kind == Kind::word && token.span.size() == 1 && !token.space_before);
    if (!joins) break;
  }
  int half = -1;
  if (is(i, Kind::am) || is(i, Kind::pm)) half = tokens[i++].kind == Kind::pm ? 1 : 0;
  if (!is(i, Kind::number) || tokens[i].digits > 2 || tokens[i].value > 24) return at;
  int hour = tokens[i].value;
  int minute = 0;
  int second = -1;
  std::size_t end = i + 1;
  if (mark(end, U':') && is(end + 1, Kind::number) && tokens[end + 1].digits == 2) {
    minute = tokens[end + 1].value;
    end += 2;
    if (mark(end, U':') && is(end + 1, Kind::number) && tokens[end + 1].digits == 2 && tokens[end + 1].value < 60) {
      second = tokens[end + 1].value;
      end += 2;
      if (mark(end, U'.') && is(end + 1, Kind::number) && !tokens[end + 1].space_before && !tokens[end].space_before)
        end += 2;
    }
  } else if (is(end, Kind::hour)) {
    ++end;
    if (is(end, Kind::number) && is(end + 1, Kind::minute)) {
      minute = tokens[end].value;
      end += 2;
      if (is(end, Kind::number) && is(end + 1, Kind::second)) end += 2;
    }
  } else if (!(half < 0 && (is(end, Kind::am) || is(end, Kind::pm)))) {
    return at;
  }
  if (half < 0 && (is(end, Kind::am) || is(end, Kind::pm))) half = tokens[end++].kind == Kind::pm ? 1 : 0;
  if (half == 1 && hour < 12) hour += 12;
  if (half == 0 && hour == 12) hour = 0;
  if (hour > 23 || minute > 59) return at;
  stamp.moment.hour = static_cast<std::int8_t>(hour);
  stamp.moment.minute = static_cast<std::int8_t>(minute);
  stamp.moment.second = static_cast<std::int8_t>(second);
  return read_zone(tokens, end, stamp);
}

/// "10:11 AM EDT, April 5, 2023": the clock ends right before token `at`.
bool TimestampReader::read_clock_before(const std::vector<Token>& tokens, std::size_t at, Stamp& stamp) {
  for (std::size_t back = std::min<std::size_t>(9, at); back >= 3; --back) {
    const std::size_t from = at - back;
    if (tokens[from].kind != Kind::number || tokens[from].digits > 2) continue;
    Stamp clock;
    std::size_t end = read_time(tokens, from, clock);
    if (end == from) continue;
    while (end < at && ((tokens[end].kind == Kind::mark && tokens[end].mark == U',') ||
                        tokens[end].kind == Kind::weekday || tokens[end].kind == Kind::filler))
      ++end;
    if (end != at) continue;
    stamp.moment.hour = clock.moment.hour;
    stamp.moment.minute = clock.moment.minute;
    stamp.moment.second = clock.moment.second;
    stamp.utc_offset = clock.utc_offset;
    stamp.span.begin = tokens[from].span.begin;
    return true;
  }
  return false;
}

}  // namespace timeline::input
