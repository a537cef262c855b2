#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace timeline::text {

/// The parts of split_sentences that know where in one line a sentence ends.

enum class MarkKind : std::uint8_t {
  none,
  stop,          // .
  ask,           // ? ! and full-width forms
  full,          // ideographic full stop
  ellipsis,      // …
  open_double,   // “
  close_double,  // ”
  open_single,   // ‘
  close_single,  // ’, also the apostrophe
  straight_double,
  straight_single,
  open_bracket,  // ( [ 「 『 《 〈 【
  close_bracket,
};

/// A character of the line that may end a sentence or open or close a quotation.
struct Mark {
  std::uint32_t at;
  MarkKind kind;
  bool matched;  // quotation marks and brackets: it has its partner, and `kind` is open_… or close_…
};

/// The mark that starts at byte `at`, or none.
[[nodiscard]] MarkKind mark_at(std::string_view text, std::size_t at);

/// Bytes of the white space character at (before) the place; 0 where there is none.
[[nodiscard]] std::size_t space_at(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t space_before(std::string_view text, std::size_t end);

/// Finds partners. A straight mark opens where it can and closes where one is open; what finds no partner within a
/// quotation's usual length is no quotation.
void match_quotations(std::string_view line, std::vector<Mark>& marks);

/// Does a sentence end after the mark, whose run of closing marks ends at byte `end`?
[[nodiscard]] bool ends_sentence(std::string_view line, const Mark& mark, std::size_t begin, std::size_t run,
                                 std::size_t end);

/// Calls visit(end) for each place where a sentence of the line ends, in order. `marks` are matched.
template <typename Visit>
void for_each_end(std::string_view line, const std::vector<Mark>& marks, Visit&& visit) {
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    if (mark.matched) {
      const bool opens = mark.kind == MarkKind::open_double || mark.kind == MarkKind::open_single ||
                         mark.kind == MarkKind::open_bracket;
      depth += opens ? 1 : -1;
      continue;
    }
    if (mark.kind != MarkKind::stop && mark.kind != MarkKind::ask && mark.kind != MarkKind::full &&
        mark.kind != MarkKind::ellipsis)
      continue;
    // The whole run of stops, then the marks that close what is open.
    std::size_t end = mark.at + (mark.kind == MarkKind::stop || (mark.kind == MarkKind::ask &&
                                                                 static_cast<unsigned char>(line[mark.at]) < 0x80)
                                     ? 1
                                     : 3);
    while (i + 1 < marks.size() && marks[i + 1].at == end && !marks[i + 1].matched &&
           (marks[i + 1].kind == MarkKind::stop || marks[i + 1].kind == MarkKind::ask ||
            marks[i + 1].kind == MarkKind::ellipsis)) {
      ++i;
      end += marks[i].kind == MarkKind::stop || static_cast<unsigned char>(line[end]) < 0x80 ? 1 : 3;
    }
    const std::size_t run = end;
    while (i + 1 < marks.size() && marks[i + 1].at == end && marks[i + 1].matched &&
           (marks[i + 1].kind == MarkKind::close_double || marks[i + 1].kind == MarkKind::close_single ||
            marks[i + 1].kind == MarkKind::close_bracket)) {
      ++i;
      --depth;
      end += static_cast<unsigned char>(line[end]) < 0x80 ? 1 : 3;
    }
    if (depth > 0 || !ends_sentence(line, mark, begin, run, end)) continue;
    visit(end);
    begin = end;
  }
}

}  // namespace timeline::text
