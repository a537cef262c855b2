#include "input/timestamp.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::input {
namespace {

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x3000;
}

bool is_date(int year, int month, int day) {
  using namespace std::chrono;
  return year >= 1900 && year <= 2100 &&
         year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}}
             .ok();
}

model::Moment make_date(int year, int month, int day) {
  return {.year = year, .month = static_cast<std::int8_t>(month), .day = static_cast<std::int8_t>(day)};
}

model::Moment from_minutes(std::chrono::sys_seconds when, bool with_second) {
  using namespace std::chrono;
  const auto days = floor<std::chrono::days>(when);
  const year_month_day date{days};
  const hh_mm_ss clock{when - days};
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<std::int8_t>(static_cast<unsigned>(date.month())),
          .day = static_cast<std::int8_t>(static_cast<unsigned>(date.day())),
          .hour = static_cast<std::int8_t>(clock.hours().count()),
          .minute = static_cast<std::int8_t>(clock.minutes().count()),
          .second = static_cast<std::int8_t>(with_second ? clock.seconds().count() : -1)};
}

}  // namespace

TimestampReader::TimestampReader(const lexicon::DataSet& data) {
  constexpr std::array<std::pair<std::string_view, Kind>, 13> kKinds{{{"published", Kind::published},
                                                                      {"updated", Kind::updated},
                                                                      {"year", Kind::year},
                                                                      {"month", Kind::month},
                                                                      {"day", Kind::day},
                                                                      {"hour", Kind::hour},
                                                                      {"minute", Kind::minute},
                                                                      {"second", Kind::second},
                                                                      {"am", Kind::am},
                                                                      {"pm", Kind::pm},
                                                                      {"weekday", Kind::weekday},
                                                                      {"month_name", Kind::month_name},
                                                                      {"filler", Kind::filler}}};
  std::vector<std::pair<std::string, std::uint32_t>> strings;
  for (const std::string_view path : {std::string_view("en/dateline.tsv"), std::string_view("ko/dateline.tsv")}) {
    const lexicon::Table table(data, path);
    for (const auto& row : table.rows()) {
      Word word{Kind::word, 0};
      for (const auto& [name, kind] : kKinds)
        if (name == row["kind"]) word.kind = kind;
      if (row["kind"] == "zone") word.kind = Kind::zone;
      if (word.kind == Kind::word) throw row.fault("unknown kind '" + std::string(row["kind"]) + "'");
      const std::string_view value = row["value"];
      if (!value.empty() &&
          std::from_chars(value.data(), value.data() + value.size(), word.value).ptr != value.data() + value.size())
        throw row.fault("value is not a number");
      strings.emplace_back(std::string(row["text"]), static_cast<std::uint32_t>(words_.size()));
      words_.push_back(word);
    }
  }
  matcher_ = lexicon::Matcher(std::move(strings), true);
}

std::vector<TimestampReader::Token> TimestampReader::tokens(std::string_view line) const {
  std::vector<Token> tokens;
  bool space = true;
  for (std::uint32_t at = 0; at < line.size();) {
    const text::Decoded c = text::decode(line, at);
    if (is_space(c.code_point)) {
      space = true;
      at += c.length;
      continue;
    }
    Token token{.kind = Kind::mark, .mark = c.code_point, .space_before = space, .span = {at, at + c.length}};
    space = false;
    if (text::is_digit(c.code_point)) {
      token.kind = Kind::number;
      std::uint32_t end = at;
      while (end < line.size() && text::is_digit(static_cast<unsigned char>(line[end]))) {
        if (end - at < 9) token.value = token.value * 10 + (line[end] - '0');
        ++end;
      }
      token.digits = static_cast<std::uint8_t>(std::min<std::uint32_t>(end - at, 255));
      token.span.end = end;
    } else if (text::is_latin(c.code_point) || text::is_hangul_syllable(c.code_point)) {
      auto [id, end] = matcher_.longest(line, at);
      // A Latin word counts only whole: "may" is no month in "maybe". Hangul labels stand glued to what follows.
      if (id != lexicon::Matcher::kNone && text::is_latin(c.code_point) && end < line.size() &&
          text::is_latin(static_cast<unsigned char>(line[end])))
        id = lexicon::Matcher::kNone;
      const bool latin_inside =
          text::is_latin(c.code_point) && at > 0 && text::is_latin(static_cast<unsigned char>(line[at - 1]));
      if (id != lexicon::Matcher::kNone && !latin_inside) {
        token.kind = words_[id].kind;
        token.value = words_[id].value;
        token.span.end = end;
      } else {
        token.kind = Kind::word;
        end = at + c.length;
        if (text::is_latin(c.code_point))
          while (end < line.size() && text::is_latin(static_cast<unsigned char>(line[end]))) ++end;
        token.span.end = end;
      }
    }
    at = token.span.end;
    tokens.push_back(token);
  }
  return tokens;
}

std::optional<std::pair<Stamp, std::size_t>> TimestampReader::stamp_at(const std::vector<Token>& tokens,
                                                                       std::size_t at) {
  const auto is = [&](std::size_t i, Kind kind) { return i < tokens.size() && tokens[i].kind == kind; };
  const auto mark = [&](std::size_t i, char32_t c) { return is(i, Kind::mark) && tokens[i].mark == c; };
  const auto small = [&](std::size_t i) { return is(i, Kind::number) && tokens[i].digits <= 2; };
  const auto stop = [&](std::size_t i) {
    return is(i, Kind::mark) && (tokens[i].mark == U'.' || tokens[i].mark == U',');
  };
  std::size_t next = 0;
  int year = 0;
  int month = 0;
  int day = 0;
  if (is(at, Kind::number) && tokens[at].digits == 4 && small(at + 2) && small(at + 4)) {
    const char32_t sign = is(at + 1, Kind::mark) ? tokens[at + 1].mark : 0;
    const bool marked = (sign == U'.' || sign == U'-' || sign == U'/') && mark(at + 3, sign);
    const bool worded = is(at + 1, Kind::year) && is(at + 3, Kind::month) && is(at + 5, Kind::day);
    if (!marked && !worded) return std::nullopt;
    year = tokens[at].value;
    month = tokens[at + 2].value;
    day = tokens[at + 4].value;
    next = at + 5;
    if (worded || (sign == U'.' && mark(next, U'.'))) ++next;
  } else if (is(at, Kind::month_name)) {
    std::size_t i = at + 1;
    if (stop(i)) ++i;
    if (!small(i)) return std::nullopt;
    month = tokens[at].value;
    day = tokens[i++].value;
    if (is(i, Kind::filler) && !tokens[i].space_before) ++i;  // 5th
    if (stop(i)) ++i;
    if (!is(i, Kind::number) || tokens[i].digits != 4) return std::nullopt;
    year = tokens[i].value;
    next = i + 1;
  } else if (small(at)) {
    std::size_t i = at + 1;
    if (is(i, Kind::filler) && !tokens[i].space_before) ++i;
    if (is(i, Kind::filler) || mark(i, U'-')) ++i;  // 5th of April, 05-Apr
    if (!is(i, Kind::month_name)) return std::nullopt;
    day = tokens[at].value;
    month = tokens[i++].value;
    if (stop(i) || mark(i, U'-')) ++i;
    if (!is(i, Kind::number) || tokens[i].digits != 4) return std::nullopt;
    year = tokens[i].value;
    next = i + 1;
  } else {
    return std::nullopt;
  }
  if (!is_date(year, month, day)) return std::nullopt;
  Stamp stamp{.moment = make_date(year, month, day), .span = {tokens[at].span.begin, 0}};
  const std::size_t date_end = next;
  next = read_time(tokens, next, stamp);
  if (next == date_end && read_clock_before(tokens, at, stamp)) next = date_end;
  stamp.span.end = tokens[next - 1].span.end;
  return std::pair{stamp, next};
}

std::vector<LabelledStamp> TimestampReader::scan(std::string_view line) const {
  std::vector<LabelledStamp> found;
  const std::vector<Token> all = tokens(line);
  const auto role_of = [&](std::size_t i) {
    // A label is a word of its own: no "등록" in "미등록".
    if (i > 0 && !all[i].space_before && all[i - 1].kind == Kind::word) return StampRole::none;
    return all[i].kind == Kind::published ? StampRole::published
           : all[i].kind == Kind::updated ? StampRole::updated
                                          : StampRole::none;
  };
  std::size_t previous_end = 0;
  for (std::size_t i = 0; i < all.size();) {
    const auto stamp = stamp_at(all, i);
    if (!stamp) {
      ++i;
      continue;
    }
    LabelledStamp item{.stamp = stamp->first, .words = stamp->first.span};
    // The label stands right before, with nothing but marks, weekdays and fillers ("on") between.
    std::size_t before = i;
    while (before > previous_end && all[before - 1].span.begin >= stamp->first.span.begin) --before;
    for (std::size_t step = 0; step < 4 && before > previous_end; ++step) {
      --before;
      if (role_of(before) != StampRole::none) {
        item.role = role_of(before);
        item.words.begin = all[before].span.begin;
        break;
      }
      if (all[before].kind != Kind::mark && all[before].kind != Kind::weekday && all[before].kind != Kind::filler)
        break;
    }
    if (item.role == StampRole::none && stamp->second < all.size() && role_of(stamp->second) != StampRole::none) {
      // "2025.11.02 22:51 입력", unless the word belongs to the stamp that follows it.
      std::size_t after = stamp->second + 1;
      while (after < all.size() && all[after].kind == Kind::mark) ++after;
      if (after >= all.size() || !stamp_at(all, after)) {
        item.role = role_of(stamp->second);
        item.words.end = all[stamp->second].span.end;
        item.label_first = false;
      }
    }
    found.push_back(item);
    previous_end = stamp->second;
    i = stamp->second;
  }
  return found;
}

std::optional<Stamp> TimestampReader::parse(std::string_view value) const {
  while (!value.empty() && is_space(static_cast<unsigned char>(value.front()))) value.remove_prefix(1);
  while (!value.empty() && is_space(static_cast<unsigned char>(value.back()))) value.remove_suffix(1);
  if (value.empty() || value.size() > 100) return std::nullopt;
  if (value.find_first_not_of("0123456789") == std::string_view::npos) {
    const auto part = [&](std::size_t from, std::size_t count) {
      int number = 0;
      std::from_chars(value.data() + from, value.data() + from + count, number);
      return number;
    };
    if (value.size() == 8 || value.size() == 12 || value.size() == 14) {
      if (!is_date(part(0, 4), part(4, 2), part(6, 2))) return std::nullopt;
      Stamp stamp{.moment = make_date(part(0, 4), part(4, 2), part(6, 2)),
                  .span = {0, static_cast<std::uint32_t>(value.size())}};
      if (value.size() >= 12 && part(8, 2) < 24 && part(10, 2) < 60) {
        stamp.moment.hour = static_cast<std::int8_t>(part(8, 2));
        stamp.moment.minute = static_cast<std::int8_t>(part(10, 2));
      }
      return stamp;
    }
    if (value.size() == 10 || value.size() == 13) {
      std::int64_t seconds = 0;
      std::from_chars(value.data(), value.data() + 10, seconds);
      return Stamp{.moment = from_minutes(std::chrono::sys_seconds(std::chrono::seconds(seconds)), true),
                   .utc_offset = 0,
                   .span = {}};
    }
    return std::nullopt;
  }
  const std::vector<Token> all = tokens(value);
  for (std::size_t i = 0; i < all.size() && i < 6; ++i)
    if (const auto stamp = stamp_at(all, i)) return stamp->first;
  return std::nullopt;
}

model::Moment in_zone(const Stamp& stamp, std::optional<int> home_offset) {
  model::Moment moment = stamp.moment;
  moment.second = -1;
  if (!home_offset || !stamp.utc_offset || *stamp.utc_offset == *home_offset || !moment.has_time()) return moment;
  using namespace std::chrono;
  const sys_days day = year_month_day{year{moment.year}, month{static_cast<unsigned>(moment.month)},
                                      std::chrono::day{static_cast<unsigned>(moment.day)}};
  const auto when =
      sys_seconds(day) + hours(moment.hour) + minutes(moment.minute) + minutes(*home_offset - *stamp.utc_offset);
  return from_minutes(when, false);
}

}  // namespace timeline::input
