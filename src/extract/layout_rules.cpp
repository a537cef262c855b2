#include "extract/layout_rules.hpp"

#include <algorithm>
#include <array>

#include "extract/layout_marks.hpp"
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

/// Any script's letter, for telling words from marks; not for Korean grammar.
bool is_word(char32_t c) {
  return is_letter(c) || (c >= 0xC0 && c < 0x2000) || (c >= 0x2C00 && c < 0x3000) ||
         (c >= 0x3041 && c < 0xFE00 && c != 0x30FB) || (c >= 0xFE70 && c < 0xFF00);
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
  shape.link = words.find("://") != std::string_view::npos || words.find("www.") != std::string_view::npos;
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
