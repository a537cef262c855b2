#include "text/sentence_ends.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/utf8.hpp"

namespace timeline::text {
namespace {

// How many bytes a quotation or bracket may span. Beyond that its closing mark is lost or belongs to another.
constexpr std::size_t kDouble = 1500;
constexpr std::size_t kSingle = 400;
constexpr std::size_t kBracket = 400;

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

char32_t after(std::string_view line, std::size_t at) {
  return at < line.size() ? decode(line, at).code_point : U'\n';
}
char32_t before(std::string_view line, std::size_t at) {
  return at > 0 ? decode_before(line, at).code_point : U'\n';
}

bool is_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
         c == 0xFEFF;
}

bool is_letter(char32_t c) {
  return is_latin(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

// Syllables that close a Korean statement or question: da, yo, kka, jyo. A noun seldom ends in them, so that a full
// stop behind one is the end even where the space after it was lost.
bool closes_statement(char32_t c) {
  return c == 0xB2E4 || c == 0xC694 || c == 0xAE4C || c == 0xC8E0;
}

// Verbs made nouns end in the consonant m ("… 밝힘.", "… 추진함."), the style of notices.
bool closes_notice(char32_t c) {
  return final_consonant(c) == kFinalM;
}

// Particles that go on after a quotation: (i)rago, ramyeo, raneun, ran; go, myeo, myeonseo.
bool goes_on_after_quotation(std::string_view line, std::size_t at) {
  char32_t c = after(line, at);
  if (c == 0xC774) {  // i-
    at += 3;
    c = after(line, at);
    return c == 0xB77C || c == 0xB780;
  }
  const char32_t next = at + 3 <= line.size() ? after(line, at + 3) : U'\n';
  if (c == 0xB77C) return next == 0xACE0 || next == 0xBA70 || next == 0xBA74 || next == 0xB294;
  return (c == 0xACE0 || c == 0xBA70) && is_space(next);
}

/// Words before a full stop that do not end a sentence.
bool is_abbreviation(std::string_view word) {
  constexpr std::array<std::string_view, 43> kWords{
      "Mr",  "Mrs",  "Ms",  "Dr",  "Prof", "St",  "Jr",  "Sr",   "vs",  "No",   "Nos", "Inc", "Co",    "Corp", "Ltd",
      "Gen", "Sen",  "Rep", "Gov", "Lt",   "Col", "Sgt", "Capt", "Jan", "Feb",  "Mar", "Apr", "Jun",   "Jul",  "Aug",
      "Sep", "Sept", "Oct", "Nov", "Dec",  "etc", "al",  "Mt",   "Ft",  "Dept", "Rev", "Hon", "approx"};
  return word.size() == 1 || std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Months and days of the week, which a number may follow: "JAN. 4", "dec. 31", "Wed. 4 o'clock".
bool is_dated_abbreviation(std::string_view word) {
  constexpr std::array<std::string_view, 22> kWords{"jan",  "feb", "mar",  "apr",   "jun", "jul", "aug",  "sep",
                                                    "sept", "oct", "nov",  "dec",   "mon", "tue", "tues", "wed",
                                                    "weds", "thu", "thur", "thurs", "fri", "sat"};
  std::string lower(word);
  for (char& c : lower) c = static_cast<char>(c | 0x20);
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

/// No sentence of English begins with a small letter; iPhone and eBay are names.
bool goes_on_small(std::string_view line, std::size_t next) {
  const auto small = [&](std::size_t at) { return at < line.size() && line[at] >= 'a' && line[at] <= 'z'; };
  return small(next) && (next + 1 >= line.size() || !(line[next + 1] >= 'A' && line[next + 1] <= 'Z'));
}

/// Words that open a sentence, for "… in the U.S. The …".
bool opens_sentence(std::string_view line, std::size_t at) {
  constexpr std::array<std::string_view, 16> kWords{"The",  "But",  "And", "In",      "It",        "He", "She", "They",
                                                    "This", "That", "We",  "However", "Meanwhile", "On", "For", "At"};
  std::size_t end = at;
  while (end < line.size() && is_latin(byte_at(line, end))) ++end;
  return std::find(kWords.begin(), kWords.end(), line.substr(at, end - at)) != kWords.end();
}

bool after_digit(std::string_view line, const Mark& mark, std::size_t begin, char32_t follows, bool spaced) {
  if (!spaced) return false;  // 3.5, 2024.3.5, 5.18민주화
  std::size_t digits = mark.at;
  while (digits > begin && is_digit(byte_at(line, digits - 1))) --digits;
  std::size_t word = digits;
  while (word > begin && line[word - 1] == ' ') --word;
  if (word == begin) return false;                                // the list number "1."
  if (line[word - 1] == '.') return false;                        // the day of "2024. 3. 5."
  if (is_digit(follows)) return false;                            // its year or month
  if (mark.at - digits == 4 && !is_latin(follows)) return false;  // "2024. 봄"
  return true;
}

bool after_letter(std::string_view line, const Mark& mark, std::size_t begin, std::size_t next, char32_t follows,
                  bool spaced) {
  std::size_t word = mark.at;
  while (word > begin && is_latin(byte_at(line, word - 1))) --word;
  const std::string_view letters = line.substr(word, mark.at - word);
  if (!spaced) {
    // A lost space between English sentences: "said.The". Not "Node.js", "U.S.", "kmib.co.kr".
    const bool lower = letters.size() >= 2 && (byte_at(letters, letters.size() - 1) & 0x20) != 0;
    const bool upper =
        follows >= U'A' && follows <= U'Z' && next + 1 < line.size() && line[next + 1] >= 'a' && line[next + 1] <= 'z';
    return lower && upper && (word == 0 || line[word - 1] == ' ');
  }
  const bool inner_dot = word > begin && line[word - 1] == '.';
  if (letters.size() == 1) return inner_dot && opens_sentence(line, next);
  if (letters.size() <= 6 && is_abbreviation(letters)) return false;
  if (letters.size() <= 5 && (is_digit(follows) || goes_on_small(line, next)) && is_dated_abbreviation(letters))
    return false;
  return true;
}

}  // namespace

MarkKind mark_at(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '.':
      return MarkKind::stop;
    case '?':
    case '!':
      return MarkKind::ask;
    case '"':
      return MarkKind::straight_double;
    case '\'':
      return MarkKind::straight_single;
    case '(':
    case '[':
      return MarkKind::open_bracket;
    case ')':
    case ']':
      return MarkKind::close_bracket;
    default:
      break;
  }
  switch (decode(text, at).code_point) {
    case 0x201C:
      return MarkKind::open_double;
    case 0x201D:
      return MarkKind::close_double;
    case 0x2018:
      return MarkKind::open_single;
    case 0x2019:
      return MarkKind::close_single;
    case 0x2026:
      return MarkKind::ellipsis;
    case 0x3002:
    case 0xFF0E:
      return MarkKind::full;
    case 0xFF1F:
    case 0xFF01:
      return MarkKind::ask;
    case 0x3008:
    case 0x300A:
    case 0x300C:
    case 0x300E:
    case 0x3010:
    case 0xFF08:
      return MarkKind::open_bracket;
    case 0x3009:
    case 0x300B:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0xFF09:
      return MarkKind::close_bracket;
    default:
      return MarkKind::none;
  }
}

std::size_t space_at(std::string_view text, std::size_t at) {
  const unsigned char byte = byte_at(text, at);
  if (byte < 0x80) return is_space(byte) ? 1 : 0;
  if (byte != 0xC2 && byte != 0xE1 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF) return 0;
  const Decoded c = decode(text, at);
  return is_space(c.code_point) ? c.length : 0;
}

std::size_t space_before(std::string_view text, std::size_t end) {
  const unsigned char byte = byte_at(text, end - 1);
  if (byte < 0x80) return is_space(byte) ? 1 : 0;
  const Decoded c = decode_before(text, end);
  return is_space(c.code_point) ? c.length : 0;
}

void match_quotations(std::string_view line, std::vector<Mark>& marks) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  struct Open {
    std::size_t mark = kNone;
    std::size_t reach;
  };
  Open curly_double{kNone, kDouble};
  Open straight_double{kNone, kDouble};
  Open curly_single{kNone, kSingle};
  Open straight_single{kNone, kSingle};
  std::array<Open, 8> brackets;  // a small stack; deeper nesting is no prose
  std::size_t bracket_count = 0;
  const auto close = [&](Open& open, std::size_t i, MarkKind opening, MarkKind closing) {
    if (open.mark == kNone) return;
    if (marks[i].at - marks[open.mark].at <= open.reach) {
      marks[open.mark].kind = opening;
      marks[i].kind = closing;
      marks[open.mark].matched = marks[i].matched = true;
    }
    open.mark = kNone;
  };
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    switch (mark.kind) {
      case MarkKind::open_double:
        curly_double.mark = i;
        break;
      case MarkKind::close_double:
        close(curly_double, i, MarkKind::open_double, MarkKind::close_double);
        break;
      case MarkKind::open_single:
        curly_single.mark = i;
        break;
      case MarkKind::close_single:
        if (!is_letter(after(line, mark.at + 3)) || !is_letter(before(line, mark.at)))
          close(curly_single, i, MarkKind::open_single, MarkKind::close_single);
        break;
      case MarkKind::straight_double:
      case MarkKind::straight_single: {
        const bool is_double = mark.kind == MarkKind::straight_double;
        Open& open = is_double ? straight_double : straight_single;
        const char32_t left = before(line, mark.at);
        const char32_t right = after(line, mark.at + 1);
        if (!is_double && (is_letter(left) || is_digit(left)) && (is_letter(right) || is_digit(right))) break;  // don't
        const bool may_open = !is_space(right);
        const bool must_open = is_space(left) && may_open;
        if (open.mark != kNone && !must_open && marks[i].at - marks[open.mark].at <= open.reach)
          close(open, i, is_double ? MarkKind::open_double : MarkKind::open_single,
                is_double ? MarkKind::close_double : MarkKind::close_single);
        else
          open.mark = may_open ? i : kNone;
        break;
      }
      case MarkKind::open_bracket:
        if (bracket_count < brackets.size()) brackets[bracket_count++] = {i, kBracket};
        break;
      case MarkKind::close_bracket:
        if (bracket_count > 0) close(brackets[--bracket_count], i, MarkKind::open_bracket, MarkKind::close_bracket);
        break;
      default:
        break;
    }
  }
}

bool ends_sentence(std::string_view line, const Mark& mark, std::size_t begin, std::size_t run, std::size_t end) {
  if (end >= line.size()) return true;
  std::size_t next = end;
  while (next < line.size()) {
    const std::size_t space = space_at(line, next);
    if (space == 0) break;
    next += space;
  }
  if (next >= line.size()) return true;
  const bool spaced = next > end;
  const char32_t left = mark.at > begin ? before(line, mark.at) : U' ';
  const char32_t right = after(line, next);
  if (mark.kind == MarkKind::full) return true;
  const bool closed = end > run;  // a quotation or bracket closed after the stop
  // “… 했다.”라고, "…," he said.
  if (closed && !spaced && (is_hangul_syllable(right) || right == U',')) return false;
  if (closed && (goes_on_after_quotation(line, next) || (right >= U'a' && right <= U'z'))) return false;
  if (!spaced && (right == U',' || right == 0xB7 || right == U')' || right == U':' || right == U';')) return false;
  if (mark.kind == MarkKind::ellipsis || run - mark.at > 1) {
    // Dots in the middle of a headline or thought go on; behind a whole statement they end it.
    const bool asked = mark.kind == MarkKind::ask || line[run - 1] == '?' || line[run - 1] == '!';
    return spaced && (asked || closes_statement(left) || (is_letter(left) && right >= U'A' && right <= U'Z'));
  }
  if (mark.kind == MarkKind::ask) {
    if (spaced) return !(right >= U'a' && right <= U'z');
    return is_hangul_syllable(left) && closes_statement(left) && !goes_on_after_quotation(line, next);
  }
  if (is_digit(left)) return after_digit(line, mark, begin, right, spaced || closed);
  if (is_letter(left)) return after_letter(line, mark, begin, next, right, spaced || closed);
  if (is_hangul_syllable(left)) {
    const std::size_t syllable = mark.at - 3;
    std::size_t word = begin;
    while (word < syllable) {
      const std::size_t space = space_at(line, word);
      if (space == 0) break;
      word += space;
    }
    if (word == syllable) return false;  // the list letter "가."
    if (spaced || closed) return true;
    if (closes_statement(left)) return true;
    return closes_notice(left) && !is_hangul_syllable(right);
  }
  // After a closing bracket, a symbol, Hanja: an end where a space follows.
  if (left == U' ') return false;
  return spaced || closed;
}

}  // namespace timeline::text
