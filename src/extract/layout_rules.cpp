#include "extract/layout_rules.hpp"

#include <algorithm>
#include <array>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::extract {
namespace {

constexpr std::array<std::pair<std::string_view, NoiseWord>, 14> kKinds{{{"copyright", NoiseWord::copyright},
                                                                         {"tip", NoiseWord::tip},
                                                                         {"menu", NoiseWord::menu},
                                                                         {"comments", NoiseWord::comments},
                                                                         {"related", NoiseWord::related},
                                                                         {"agency", NoiseWord::agency},
                                                                         {"photo", NoiseWord::photo},
                                                                         {"caption", NoiseWord::caption},
                                                                         {"crew", NoiseWord::crew},
                                                                         {"file", NoiseWord::file},
                                                                         {"contact", NoiseWord::contact},
                                                                         {"source", NoiseWord::source},
                                                                         {"speaker", NoiseWord::speaker},
                                                                         {"code", NoiseWord::code}}};

constexpr std::uint16_t bit(NoiseWord word) {
  return static_cast<std::uint16_t>(word);
}

bool is_letter(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_han(c);
}

/// Any script's letter, for telling words from marks; not for Korean grammar.
bool is_word(char32_t c) {
  return is_letter(c) || (c >= 0xC0 && c < 0x2000) || (c >= 0x2C00 && c < 0x3000) ||
         (c >= 0x3041 && c < 0xFE00 && c != 0x30FB) || (c >= 0xFE70 && c < 0xFF00);
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x3000 || c == 0x200B;
}

/// A Latin word counts only whole: no "AP" in "APEC".
bool is_whole(std::string_view words, std::uint32_t begin, std::uint32_t end) {
  const auto latin = [&](std::size_t at) { return text::is_latin(static_cast<unsigned char>(words[at])); };
  if (latin(begin) && begin > 0 && latin(begin - 1)) return false;
  return !(latin(end - 1) && end < words.size() && latin(end));
}

bool ends_statement(std::string_view words, bool& stopped, bool& closed) {
  std::size_t end = words.size();
  stopped = false;
  while (end > 0) {
    const text::Decoded c = text::decode_before(words, end);
    const char32_t p = c.code_point;
    if (p == U'.' || p == U'?' || p == U'!' || p == 0x2026 || p == 0x3002) {
      stopped = true;
    } else if (p != U'"' && p != U'\'' && p != 0x201D && p != 0x2019 && p != U')' && p != U']' && !is_blank(p)) {
      // da, yo, kka, jyo close a Korean sentence also where the full stop is left out.
      closed = p == 0xB2E4 || p == 0xC694 || p == 0xAE4C || p == 0xC8E0;
      return closed || (stopped && is_letter(p));
    }
    end -= c.length;
  }
  return false;
}

bool is_code(std::string_view words) {
  std::size_t marks = 0;
  for (const char c : words) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
    marks += c == '{' || c == '}' || c == ';' || c == '=' || c == '<' || c == '>' || c == '_' || c == '"' || c == '$';
  }
  return marks >= 4 && marks * 14 >= words.size();
}

bool is_field(std::string_view word) {
  bool digit = false;
  for (const char c : word) {
    if (text::is_digit(static_cast<unsigned char>(c)))
      digit = true;
    else if (c != ':' && c != '.' && c != ',' && c != '-' && c != '/')
      return false;
  }
  return digit;
}

/// The last word before `end`, and where it begins.
std::string_view last_word(std::string_view words, std::size_t& end) {
  while (end > 0 && (words[end - 1] == ' ' || words[end - 1] == '\t')) --end;
  const std::size_t to = end;
  while (end > 0 && words[end - 1] != ' ' && words[end - 1] != '\t') --end;
  return words.substr(end, to - end);
}

bool is_row(std::string_view words) {
  std::size_t end = words.size();
  const std::string_view last = last_word(words, end);
  const std::string_view before = last_word(words, end);
  return end > 0 && is_field(last) && is_field(before) &&
         (before.find_first_of(":.") != std::string_view::npos || last.find_first_of(":.") != std::string_view::npos);
}

bool has_phone(std::string_view words) {
  for (std::size_t dash = words.find('-'); dash != std::string_view::npos; dash = words.find('-', dash + 1)) {
    std::size_t left = dash;
    std::size_t right = dash + 1;
    while (left > 0 && text::is_digit(static_cast<unsigned char>(words[left - 1]))) --left;
    while (right < words.size() && text::is_digit(static_cast<unsigned char>(words[right]))) ++right;
    if (dash - left >= 3 && dash - left <= 4 && right - dash == 5) return true;
  }
  return false;
}

bool has_address(std::string_view words) {
  for (std::size_t at = words.find('@'); at != std::string_view::npos; at = words.find('@', at + 1)) {
    if (at == 0 || at + 4 >= words.size()) continue;
    const auto word = [&](std::size_t i) {
      return text::is_latin(static_cast<unsigned char>(words[i])) ||
             text::is_digit(static_cast<unsigned char>(words[i]));
    };
    const std::size_t dot = words.find('.', at);
    if (word(at - 1) && word(at + 1) && dot != std::string_view::npos && dot - at < 40 &&
        words.substr(at, dot - at).find(' ') == std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace

LayoutRules::LayoutRules(const lexicon::DataSet& data) : particles_(data) {
  std::vector<std::pair<std::string, std::uint32_t>> strings;
  const auto add = [&](std::string_view words, NoiseWord kind) {
    strings.emplace_back(std::string(words), static_cast<std::uint32_t>(kinds_.size()));
    kinds_.push_back(kind);
  };
  for (const std::string_view path :
       {std::string_view("en/layout_noise.tsv"), std::string_view("ko/layout_noise.tsv")}) {
    const lexicon::Table table(data, path);
    for (const auto& row : table.rows()) {
      const auto found =
          std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& kind) { return kind.first == row["kind"]; });
      if (found == kKinds.end()) throw row.fault("unknown kind '" + std::string(row["kind"]) + "'");
      add(row["text"], found->second);
    }
  }
  const lexicon::Table roles(data, "ko/layout_byline.tsv");
  for (const auto& row : roles.rows()) add(row["text"], NoiseWord::role);
  matcher_ = lexicon::Matcher(std::move(strings));
}

Shape LayoutRules::shape(std::string_view words) const {
  Shape shape;
  std::uint32_t first = 0;
  while (first < words.size()) {
    const text::Decoded c = text::decode(words, first);
    if (is_letter(c.code_point) || text::is_digit(c.code_point) ||
        (!is_blank(c.code_point) && c.code_point != U'[' && c.code_point != U'(' && c.code_point != U'<' &&
         c.code_point != U'*'))
      break;
    first += c.length;
  }
  std::uint32_t menu_to = 0;
  std::uint32_t other_letters = 0;
  std::uint32_t hash_words = 0;
  std::uint32_t all_words = 0;
  bool blank = true;
  bool number = false;
  for (std::uint32_t at = 0; at < words.size();) {
    const text::Decoded c = text::decode(words, at);
    const char32_t p = c.code_point;
    if (!is_blank(p)) {
      ++shape.characters;
      if (blank) {
        ++all_words;
        hash_words += p == U'#';
      }
    }
    const bool digit = text::is_digit(p);
    shape.numbers += digit && !number;
    number = digit || (number && (p == U',' || p == U'.' || p == U':'));
    if (is_word(p)) {
      ++shape.letters;
      if (at >= menu_to) ++other_letters;
    }
    matcher_.at(words, at, [&](std::uint32_t begin, std::uint32_t end, std::uint32_t id) {
      if (!is_whole(words, begin, end)) return;
      shape.words |= bit(kinds_[id]);
      if (begin <= first && (begin == first || begin == 0)) shape.begins |= bit(kinds_[id]);
      // A menu word is one that no letter touches, save another menu word.
      if (kinds_[id] == NoiseWord::menu && end > menu_to &&
          (begin == menu_to || begin == 0 || !is_letter(text::decode_before(words, begin).code_point))) {
        if (at >= menu_to && is_letter(p)) --other_letters;
        menu_to = end;
      }
    });
    blank = is_blank(p);
    at += c.length;
  }
  shape.statement = ends_statement(words, shape.stopped, shape.closed);
  shape.code = is_code(words);
  shape.stopped = shape.stopped && shape.statement;
  shape.address = shape.characters > 5 && has_address(words);
  shape.link = words.find("http://") != std::string_view::npos || words.find("https://") != std::string_view::npos ||
               words.find("www.") != std::string_view::npos;
  shape.domain = shape.letters > 3 && words.size() < 60 && words.find(' ') == std::string_view::npos &&
                 words.find('.') != std::string_view::npos && words.find("..") == std::string_view::npos &&
                 words.back() != '.' && std::all_of(words.begin(), words.end(), [](char c) {
                   return text::is_latin(static_cast<unsigned char>(c)) ||
                          text::is_digit(static_cast<unsigned char>(c)) || c == '.' || c == '-' || c == '/' || c == ':';
                 });
  shape.phone = has_phone(words);
  shape.date_only = shape.numbers >= 2 && shape.letters <= 3 && shape.characters <= 24;
  shape.row = is_row(words);
  shape.tags = all_words > 0 && hash_words == all_words;
  shape.menu_only = other_letters == 0 && (shape.words & bit(NoiseWord::menu)) != 0;
  return shape;
}

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

std::vector<base::Span> LayoutRules::code_spans(std::string_view text) const {
  std::vector<base::Span> spans;
  if (text.find('{') == std::string_view::npos) return spans;
  std::uint32_t passed = 0;
  matcher_.scan(text, [&](std::uint32_t begin, std::uint32_t end, std::uint32_t id) {
    if (kinds_[id] != NoiseWord::code || begin < passed) return;
    // A selector or left side belongs to it: back to the last blank or Hangul.
    while (begin > passed && begin > 0 && static_cast<unsigned char>(text[begin - 1]) > 0x20 &&
           static_cast<unsigned char>(text[begin - 1]) < 0x80 && text[begin - 1] != '.' && text[begin - 1] != ')')
      --begin;
    // From brace or semicolon to the next, as long as they stand close together.
    std::uint32_t last = end;
    for (std::uint32_t at = end; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (at - last > (byte < 0x80 ? 240u : 40u)) break;
      if (byte == '{' || byte == '}' || byte == ';') last = at + 1;
    }
    if (last == end) return;
    while (last < text.size() &&
           (text[last] == ')' || text[last] == '}' || text[last] == ';' || text[last] == '*' || text[last] == '/'))
      ++last;
    if (!spans.empty() && begin <= spans.back().end + 4)
      spans.back().end = last;
    else
      spans.push_back({begin, last});
    passed = last;
  });
  return spans;
}

}  // namespace timeline::extract
