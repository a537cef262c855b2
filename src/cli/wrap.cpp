#include "cli/wrap.hpp"

#include "text/width.hpp"

namespace timeline::cli {

std::string wrapped(const std::vector<Run>& runs, std::size_t indent, std::size_t width, bool color) {
  std::string out;
  std::string word;         // with its colours; runs may change inside a word
  std::size_t columns = 0;  // of the word
  std::size_t used = indent;
  bool line_empty = true;
  const auto place = [&] {
    if (columns == 0) return;
    if (!line_empty && width > 0 && used + 1 + columns > width) {
      out += '\n' + std::string(indent, ' ');
      used = indent;
    } else if (!line_empty) {
      out += ' ';
      ++used;
    }
    out += word;
    used += columns;
    line_empty = false;
    word.clear();
    columns = 0;
  };
  for (const Run& run : runs) {
    std::string_view rest = run.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const std::string piece(rest.substr(0, end));
      word += styled(piece, run.style, color);
      columns += text::display_width(piece);
      if (end < rest.size()) place();
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  place();
  return out;
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  return wrapped({{.text = std::string(text)}}, indent, width, false);
}

}  // namespace timeline::cli
