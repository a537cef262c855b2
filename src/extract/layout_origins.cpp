// Where a sentence or picture comes from: reporters, agencies, credits, addresses.
#include <algorithm>

#include "extract/layout_marks.hpp"
#include "extract/layout_rules.hpp"
#include "text/utf8.hpp"

namespace timeline::extract {

/// Bytes of "홍길동 기자", "홍길동·김철수 기자", "홍길동기자" from `at`; 0 where none stands there.
std::size_t LayoutRules::name_and_role(std::string_view words, std::size_t at) const {
  // A name is up to a dozen syllables away from its role: several reporters share one.
  std::size_t syllables = 0;
  for (std::size_t i = at; i < words.size() && syllables <= 16;) {
    const text::Decoded c = text::decode(words, i);
    bool role = false;
    std::uint32_t role_end = 0;
    if (syllables >= 2)
      matcher_.at(words, static_cast<std::uint32_t>(i), [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
        if (kinds_[id] == NoiseWord::role) {
          role = true;
          role_end = end;
        }
      });
    if (role) {
      const char32_t next = role_end < words.size() ? text::decode(words, role_end).code_point : U' ';
      return text::is_hangul_syllable(next) ? 0 : role_end - at;
    }
    if (text::is_hangul_syllable(c.code_point))
      ++syllables;
    else if (c.code_point != U' ' && c.code_point != 0xB7 && c.code_point != U',' && c.code_point != U'/' &&
             c.code_point != U'=' && !text::is_latin(c.code_point))
      return 0;
    i += c.length;
  }
  return 0;
}

bool LayoutRules::is_reporter(std::string_view words, const Shape& shape) const {
  // "All rights reserved." behind the address is no statement of the article's.
  if (shape.address && (!shape.statement || shape.has(NoiseWord::copyright)) && shape.characters <= 160) return true;
  if (shape.has(NoiseWord::role) && !shape.statement && shape.characters <= 30) {
    std::size_t at = 0;
    while (at < words.size() &&
           (words[at] == '[' || words[at] == '(' || words[at] == ' ' || words[at] == '/' || words[at] == '|'))
      ++at;
    const std::size_t length = name_and_role(words, at);
    if (length == 0) return false;
    // Nothing but marks behind it, or a second reporter.
    std::size_t rest = at + length;
    while (rest < words.size()) {
      const text::Decoded c = text::decode(words, rest);
      if (is_letter(c.code_point)) {
        const std::size_t more = name_and_role(words, rest);
        if (more == 0) return false;
        rest += more;
        continue;
      }
      rest += c.length;
    }
    return true;
  }
  return false;
}

bool LayoutRules::is_credit(std::string_view words, const Shape& shape) const {
  if (!shape.has(NoiseWord::agency) && !shape.has(NoiseWord::photo)) return false;
  if (shape.statement || shape.characters > 60) return false;
  const char first = words.front();
  const bool bracketed = first == '[' || first == '(' || first == '<' || first == '/';
  if (bracketed && shape.characters <= 40) return true;
  if (shape.begins_with(NoiseWord::photo) && shape.characters <= 30) return true;
  if (shape.has(NoiseWord::photo)) {
    // "국립부여문화유산연구소 제공": the word stands last.
    std::size_t end = words.size();
    while (end > 0 && !is_letter(text::decode_before(words, end).code_point))
      end -= text::decode_before(words, end).length;
    std::uint32_t last = 0;
    matcher_.scan(words, [&](std::uint32_t, std::uint32_t to, std::uint32_t id) {
      if (kinds_[id] == NoiseWord::photo) last = std::max(last, to);
    });
    if (last >= end && shape.characters <= 30) return true;
  }
  // Agencies and marks, nothing else.
  std::uint32_t covered = 0;
  std::uint32_t foreign = 0;
  for (std::uint32_t at = 0; at < words.size();) {
    const text::Decoded c = text::decode(words, at);
    matcher_.at(words, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
      if (kinds_[id] == NoiseWord::agency) covered = std::max(covered, end);
    });
    if (at >= covered && is_letter(c.code_point)) ++foreign;
    at += c.length;
  }
  return foreign == 0;
}

std::size_t LayoutRules::opening(std::string_view words, std::string_view outlet) const {
  std::size_t at = 0;
  bool reporter = false;
  // Up to three bracketed groups and names in front: "[서울=뉴시스] 홍길동 기자 = ", "(서울=연합뉴스) ".
  for (int part = 0; part < 4 && at < words.size(); ++part) {
    std::size_t from = at;
    while (from < words.size() &&
           (words[from] == ' ' || words[from] == '\t' || words[from] == '/' || words[from] == ','))
      ++from;
    if (from >= words.size()) break;
    const text::Decoded c = text::decode(words, from);
    const char32_t closing = c.code_point == U'['     ? U']'
                             : c.code_point == U'('   ? U')'
                             : c.code_point == 0x3010 ? 0x3011
                             : c.code_point == U'<'   ? U'>'
                                                      : 0;
    if (closing != 0) {
      std::size_t to = from + c.length;
      std::size_t characters = 0;
      while (to < words.size() && text::decode(words, to).code_point != closing && characters < 45) {
        to += text::decode(words, to).length;
        ++characters;
      }
      if (to >= words.size() || characters >= 45) break;
      const std::string_view inside = words.substr(from + c.length, to - from - c.length);
      const Shape inner = shape(inside);
      const bool speaker = inner.begins_with(NoiseWord::speaker) && characters <= 6;
      const bool own_name = !outlet.empty() && inside == outlet;
      if (!speaker && !own_name && !inner.has(NoiseWord::role) && inside.find('=') == std::string_view::npos) break;
      if (inner.has(NoiseWord::photo)) break;
      reporter = true;
      at = to + text::decode(words, to).length;
      continue;
    }
    if (words[from] == '=') {
      if (!reporter) break;
      at = from + 1;
      continue;
    }
    const std::size_t name = name_and_role(words, from);
    if (name == 0) break;
    std::size_t after = from + name;
    while (after < words.size() && words[after] == ' ') ++after;
    if (after >= words.size() || words[after] != '=') break;
    reporter = true;
    at = after + 1;
  }
  while (reporter && at < words.size() && (words[at] == ' ' || words[at] == '\t')) ++at;
  return reporter ? at : 0;
}

std::size_t LayoutRules::inner_opening(std::string_view words) const {
  for (std::size_t at = words.find_first_of("[(", 1); at != std::string_view::npos;
       at = words.find_first_of("[(", at + 1)) {
    const std::string_view rest = words.substr(at);
    const std::size_t length = opening(rest, {});
    if (length == 0 || length == rest.size()) continue;
    if (shape(rest.substr(0, length)).has(NoiseWord::role)) return at;
  }
  return 0;
}

/// The end of one mark of origin at `at`: a bracketed credit, an agency, a source, an address, a copyright phrase; `at`
/// where none stands there. `certain` tells that it can be nothing else.
std::size_t LayoutRules::mark_of_origin(std::string_view words, std::size_t at, bool& certain) const {
  const char first = words[at];
  if (first == '[' || first == '(') {
    const std::size_t close = words.find(first == '[' ? ']' : ')', at);
    if (close == std::string_view::npos || close - at > 90) return at;
    const std::string_view group = words.substr(at, close + 1 - at);
    if (!is_credit(group, shape(group))) return at;
    certain = true;
    return close + 1;
  }
  // "2019.11.21", "hong@example.com/2019-11-21 10:12:42/": plain characters up to the first Hangul; with an address in
  // it.
  std::size_t plain = at;
  while (plain < words.size() && static_cast<unsigned char>(words[plain]) < 0x80 && words[plain] != '[' &&
         words[plain] != '(' && words[plain] != '"' && plain - at < 90)
    ++plain;
  const std::string_view ascii = words.substr(at, plain - at);
  if (has_address(ascii)) {
    certain = true;
    return plain;
  }
  if (plain - at >= 8 && text::is_digit(static_cast<unsigned char>(first)) &&
      ascii.find_first_not_of("0123456789.-/: ") == std::string_view::npos)
    return plain;
  const std::size_t name = name_and_role(words, at);
  if (name > 0) {
    std::size_t mail = at + name;
    while (mail < words.size() && static_cast<unsigned char>(words[mail]) < 0x80 && words[mail] != '[' &&
           mail - at < 120)
      ++mail;
    if (has_address(words.substr(at + name, mail - at - name))) {
      certain = true;
      return mail;
    }
  }
  std::size_t end = at;
  matcher_.at(words, static_cast<std::uint32_t>(at), [&](std::uint32_t begin, std::uint32_t stop, std::uint32_t id) {
    if (!is_whole(words, begin, stop)) return;
    if (kinds_[id] == NoiseWord::agency || kinds_[id] == NoiseWord::copyright ||
        (kinds_[id] == NoiseWord::photo && words[stop - 1] == '=')) {
      end = stop;
      certain = certain || kinds_[id] != NoiseWord::agency;
    }
  });
  return end;
}

std::size_t LayoutRules::leading_credit(std::string_view words) const {
  if (words.empty()) return 0;
  std::size_t end = 0;
  bool certain = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t stop = mark_of_origin(words, at, certain);
    if (stop == at) break;
    end = at = stop;
    while (at < words.size() && (words[at] == ' ' || words[at] == '=' || words[at] == '/' || words[at] == ',' ||
                                 words[at] == '*' || words[at] == '\t'))
      ++at;
  }
  // "한빛전자 제공2030년": a source in a few words, glued to a number, quotation or Latin name.
  if (end == 0) {
    matcher_.scan(words.substr(0, std::min<std::size_t>(words.size(), 60)),
                  [&](std::uint32_t begin, std::uint32_t stop, std::uint32_t id) {
                    if (kinds_[id] == NoiseWord::photo && begin > 0 && end == 0) end = stop;
                  });
    if (end == 0 || end >= words.size()) return 0;
    const char32_t next = text::decode(words, end).code_point;
    return text::is_digit(next) || text::is_latin(next) || next == 0x2018 || next == 0x201C || next == U'"' ||
                   next == U'['
               ? end
               : 0;
  }
  if (end >= words.size() || certain) return certain ? end : 0;
  if (text::is_digit(static_cast<unsigned char>(words.front()))) return 0;  // a bare date
  const char32_t next = text::decode(words, end).code_point;
  if (next == U'[' || next == U'(' || next == 0x2018 || next == 0x201C || next == U'"' || next == U'\'') return end;
  // "연합뉴스가 보도했다" goes on; "연합뉴스서울중앙지법은" does not.
  if (!text::is_hangul_syllable(next) || particles_.after(words, static_cast<std::uint32_t>(end))) return 0;
  return end;
}

std::size_t LayoutRules::trailing_credit(std::string_view words) const {
  if (words.empty()) return 0;
  std::size_t from = std::string_view::npos;
  if (words.back() == ']')
    from = words.rfind('[');
  else if (words.back() == ')')
    from = words.rfind('(');
  else
    from = words.rfind('/');
  if (from == std::string_view::npos || from == 0 || words.size() - from > 90) return 0;
  const std::string_view group = words.substr(from);
  return is_credit(group, shape(group)) ? from : 0;
}

}  // namespace timeline::extract
