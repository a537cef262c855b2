#include "input/byline.hpp"

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::input {
namespace {

constexpr std::size_t kEdge = 1500;  // reporters stand at the beginning or the end

bool hangul_before(std::string_view text, std::size_t at) {
  return at > 0 && text::is_hangul_syllable(text::decode_before(text, at).code_point);
}

/// "By Jane Doe" on a line of its own.
std::string english(std::string_view text) {
  for (std::size_t from = 0, lines = 0; from < text.size() && lines < 30; ++lines) {
    std::size_t to = text.find('\n', from);
    if (to == std::string_view::npos) to = text.size();
    std::string_view line = text.substr(from, to - from);
    while (line.starts_with(' ')) line.remove_prefix(1);
    if ((line.starts_with("By ") || line.starts_with("BY ")) && line.size() < 80 && line.size() > 6 && line[3] >= 'A' &&
        line[3] <= 'Z') {
      line.remove_prefix(3);
      return std::string(line.substr(0, line.find_first_of("|,@")));
    }
    from = to + 1;
  }
  return {};
}

}  // namespace

BylineReader::BylineReader(const lexicon::DataSet& data) {
  const lexicon::Table table(data, "ko/layout_byline.tsv");
  std::vector<std::pair<std::string, std::uint32_t>> strings;
  for (const auto& row : table.rows())
    strings.emplace_back(std::string(row["text"]), static_cast<std::uint32_t>(strings.size()));
  roles_ = lexicon::Matcher(std::move(strings));
}

std::string BylineReader::find(std::string_view text) const {
  std::string found;
  const auto look = [&](std::string_view part) {
    std::uint32_t passed = 0;
    roles_.scan(part, [&](std::uint32_t begin, std::uint32_t, std::uint32_t) {
      if (!found.empty() || begin < passed) return;
      const std::uint32_t end = roles_.longest(part, begin).second;
      passed = end;
      if (end < part.size() && text::is_hangul_syllable(text::decode(part, end).code_point))
        return;  // 기자회견, 기자는
      std::size_t name_end = begin;
      while (name_end > 0 && part[name_end - 1] == ' ') --name_end;
      if (begin - name_end > 1) return;
      std::size_t name = name_end;
      std::size_t syllables = 0;
      while (hangul_before(part, name)) {
        name -= text::decode_before(part, name).length;
        ++syllables;
      }
      if (syllables < 2 || syllables > 4) return;
      const char before = name > 0 ? part[name - 1] : '\n';
      const bool opens = before == '\n' || before == '[' || before == '=' || before == '(' || before == ']' ||
                         before == ')' || before == ' ' || before == '/' || before == '.' || before == '>';
      const char after = end < part.size() ? part[end] : '\n';
      const bool closes = after == '\n' || after == ']' || after == ' ' || after == '=' || after == ')' ||
                          after == '/' || after == '(' || after == '|' || after == '<' || after == ',' ||
                          text::is_latin(static_cast<unsigned char>(after));
      // Inside a sentence ("한 기자 질문에") a name is followed by more Hangul, and no '=', address or line end.
      std::size_t next = end;
      while (next < part.size() && part[next] == ' ') ++next;
      const bool prose = after == ' ' && next < part.size() && static_cast<unsigned char>(part[next]) >= 0x80 &&
                         before != '[' && before != ']' && before != '=';
      if (opens && closes && !prose) found = std::string(part.substr(name, end - name));
    });
  };
  if (text.size() <= 2 * kEdge) {
    look(text);
  } else {
    std::size_t cut = kEdge;
    while (!text::is_boundary(text, cut)) ++cut;
    look(text.substr(0, cut));
    cut = text.size() - kEdge;
    while (!text::is_boundary(text, cut)) ++cut;
    if (found.empty()) look(text.substr(cut));
  }
  return found.empty() ? english(text) : found;
}

}  // namespace timeline::input
