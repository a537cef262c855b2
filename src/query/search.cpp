#include "query/search.hpp"

#include <unicode/uchar.h>

#include "text/utf8.hpp"

namespace timeline::query {

std::string search_expression(std::string_view words) {
  std::string expression, word;
  bool quoted = false;
  bool searchable = false;  // FTS5 refuses a phrase without a letter or digit
  const auto close = [&] {
    if (searchable) expression += (expression.empty() ? "\"" : " \"") + word + '"';
    word.clear();
    searchable = false;
  };
  for (std::size_t at = 0; at < words.size();) {
    const text::Decoded c = text::decode(words, at);
    const std::string_view bytes = words.substr(at, c.length);
    at += c.length;
    const auto code = static_cast<UChar32>(c.code_point);
    if (c.code_point == U'"' || c.code_point == 0x201C || c.code_point == 0x201D) {
      close();
      quoted = !quoted;
    } else if (u_isUWhiteSpace(code) && !quoted) {
      close();
    } else if (c.code_point != 0) {
      word += bytes;
      searchable = searchable || u_isalnum(code);
    }
  }
  close();
  return expression;
}

}  // namespace timeline::query
