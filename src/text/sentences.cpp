#include "text/sentences.hpp"

#include <array>

#include "text/utf8.hpp"

namespace timeline::text {
namespace {

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x3000 || c == 0x200B;
}

bool is_closing(char32_t c) {
  return c == U'"' || c == U'\'' || c == 0x201D || c == 0x2019 || c == U')' || c == U']' || c == 0x300D ||
         c == 0x300F || c == 0x300B || c == 0x3009 || c == 0x3011;
}

/// Words before a full stop that do not end a sentence.
bool is_abbreviation(std::string_view word) {
  constexpr std::array<std::string_view, 24> kWords{"Mr",  "Mrs", "Ms",  "Dr",  "Prof", "St",   "Jr",  "Sr",
                                                    "vs",  "No",  "Inc", "Co",  "Corp", "Ltd",  "Gen", "Sen",
                                                    "Rep", "Gov", "Jan", "Feb", "Aug",  "Sept", "Oct", "Dec"};
  for (const std::string_view known : kWords)
    if (word == known) return true;
  return word.size() == 1 && is_latin(static_cast<unsigned char>(word[0]));
}

}  // namespace

std::vector<base::Span> split_sentences(std::string_view text) {
  std::vector<base::Span> sentences;
  std::size_t begin = 0;
  const auto cut = [&](std::size_t end) {
    std::size_t from = begin;
    std::size_t to = end;
    while (from < to && is_space(decode(text, from).code_point)) from += decode(text, from).length;
    while (to > from && is_space(decode_before(text, to).code_point)) to -= decode_before(text, to).length;
    if (from < to) sentences.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
    begin = end;
  };
  int depth = 0;  // open curly quotation marks
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    const std::size_t next = at + c.length;
    if (c.code_point == U'\n') {
      cut(at);
      depth = 0;
    } else if (c.code_point == 0x201C) {
      ++depth;
    } else if (c.code_point == 0x201D) {
      depth = 0;
    } else if (c.code_point == U'.' || c.code_point == U'?' || c.code_point == U'!' || c.code_point == 0x2026) {
      std::size_t end = next;
      while (end < text.size()) {
        const Decoded more = decode(text, end);
        if (!is_closing(more.code_point) && more.code_point != U'.' && more.code_point != U'!' &&
            more.code_point != U'?')
          break;
        if (more.code_point == 0x201D) depth = 0;
        end += more.length;
      }
      const char32_t before = at > begin ? decode_before(text, at).code_point : U' ';
      const char32_t after = end < text.size() ? decode(text, end).code_point : U'\n';
      bool ends = depth == 0;
      if (c.code_point == U'.') {
        std::size_t word = at;
        while (word > begin && is_latin(static_cast<unsigned char>(text[word - 1]))) --word;
        if (is_space(after)) {
          if (is_digit(before)) {
            // "2024. 3. 5." and the list number "1." go on; a number that ends a sentence has a word before it.
            std::size_t peek = end;
            while (peek < text.size() && text[peek] == ' ') ++peek;
            const bool number_follows = peek < text.size() && is_digit(decode(text, peek).code_point);
            std::size_t digits = at;
            while (digits > begin && is_digit(static_cast<unsigned char>(text[digits - 1]))) --digits;
            std::size_t word_end = digits;
            while (word_end > begin && text[word_end - 1] == ' ') --word_end;
            const bool in_date = word_end > begin && text[word_end - 1] == '.';
            ends = ends && !number_follows && !in_date && word_end > begin;
          } else if (is_abbreviation(text.substr(word, at - word))) {
            ends = false;
          }
        } else {
          ends = ends && is_hangul_syllable(before) && !is_closing(after) && after != U',' && after != 0x00B7;
        }
      } else if (!is_space(after)) {
        ends = false;
      }
      // A quotation that the sentence goes on after: “… 했다.”라고, "…"며.
      if (ends && end > next && is_hangul_syllable(after)) ends = false;
      if (ends) cut(end);
      at = end;
      continue;
    }
    at = next;
  }
  cut(text.size());
  return sentences;
}

}  // namespace timeline::text
