#include "input/masthead.hpp"

#include <algorithm>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::input {
namespace {

constexpr std::size_t kLines = 12;
constexpr std::size_t kShortLine = 160;  // bytes

std::string_view trim(std::string_view words) {
  const std::size_t from = words.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return words.substr(from, words.find_last_not_of(" \t") - from + 1);
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Latin words that all begin with a capital, as names do; 0 where one does not.
std::size_t capitalised_words(std::string_view words) {
  std::size_t count = 0;
  for (std::size_t from = 0; from < words.size();) {
    std::size_t to = words.find(' ', from);
    if (to == std::string_view::npos) to = words.size();
    if (to > from) {
      if (!is_upper(words[from])) return 0;
      for (std::size_t i = from; i < to; ++i)
        if (!text::is_latin(static_cast<unsigned char>(words[i])) && words[i] != '.' && words[i] != '-' &&
            words[i] != '\'')
          return 0;
      ++count;
    }
    from = to + 1;
  }
  return count;
}

}  // namespace

MastheadReader::MastheadReader(const lexicon::DataSet& data) {
  const lexicon::Table table(data, "ko/layout_outlet.tsv");
  for (const auto& row : table.rows()) endings_.emplace_back(row["ending"]);
}

bool MastheadReader::is_outlet(std::string_view words) const {
  words = trim(words);
  if (words.size() < 4 || words.size() > 48) return false;
  const bool ends = std::any_of(endings_.begin(), endings_.end(), [&](const std::string& ending) {
    return words.size() > ending.size() && words.ends_with(ending);
  });
  if (!ends) return false;
  const bool latin = text::is_latin(static_cast<unsigned char>(words.front()));
  if (latin && words.find(' ') != std::string_view::npos)
    return capitalised_words(words) >= 2 && capitalised_words(words) <= 4;
  std::size_t syllables = 0;
  for (std::size_t at = 0; at < words.size();) {
    const text::Decoded c = text::decode(words, at);
    if (!text::is_hangul_syllable(c.code_point) && !text::is_latin(c.code_point) && !text::is_digit(c.code_point))
      return false;
    ++syllables;
    at += c.length;
  }
  return syllables >= 3 && syllables <= 10;
}

bool MastheadReader::is_name(std::string_view words) {
  words = trim(words);
  const std::size_t count = capitalised_words(words);
  return words.size() <= 40 && (count == 2 || count == 3);
}

MastheadReader::Masthead MastheadReader::read(std::string_view head, std::string_view title) const {
  Masthead masthead;
  std::size_t lines = 0;
  bool below_title = false;
  for (std::size_t from = 0; from < head.size() && lines < kLines;) {
    std::size_t to = head.find('\n', from);
    if (to == std::string_view::npos) to = head.size();
    const std::string_view line = trim(head.substr(from, to - from));
    from = to + 1;
    if (line.empty()) continue;
    ++lines;
    const bool holds_title = !title.empty() && line.find(title) != std::string_view::npos;
    if (holds_title) {
      below_title = true;
      continue;
    }
    if (line.size() > kShortLine) {
      // "[한빛신문 홍길동 기자] …", "(서울=한빛통신) …": an article may open with its outlet.
      if (line.front() == '[' || line.front() == '(') {
        const std::string_view inside = line.substr(1, std::min(line.find_first_of("])"), line.size()) - 1);
        const std::string_view first = inside.substr(0, inside.find(' '));
        const std::size_t sign = first.find('=');
        const std::string_view name = sign == std::string_view::npos ? first : first.substr(sign + 1);
        if (masthead.outlet.empty() && inside.size() < 60 && is_outlet(name)) masthead.outlet = name;
      }
      break;
    }
    // Parts between bars and commas; in each, the whole or its first word.
    for (std::size_t begin = 0; begin <= line.size();) {
      std::size_t end = line.find_first_of("|/,[]()", begin);
      if (end == std::string_view::npos) end = line.size();
      const std::string_view part = trim(line.substr(begin, end - begin));
      begin = end + 1;
      if (part.empty()) continue;
      if (masthead.outlet.empty()) {
        if (is_outlet(part))
          masthead.outlet = part;
        else if (const std::string_view first = part.substr(0, part.find(' '));
                 first.size() < part.size() && first.size() < 40 &&
                 !text::is_latin(static_cast<unsigned char>(first.front())) && is_outlet(first) && part.size() < 60)
          masthead.outlet = first;
        if (!masthead.outlet.empty()) continue;
      }
      if (masthead.author.empty() && below_title && part == line && is_name(part) && !is_outlet(part))
        masthead.author = part;
    }
  }
  return masthead;
}

}  // namespace timeline::input
