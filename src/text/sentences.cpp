#include "text/sentences.hpp"

#include <algorithm>

#include "text/blocks.hpp"
#include "text/sentence_ends.hpp"
#include "text/utf8.hpp"

namespace timeline::text {
namespace {

/// Bytes at which something may happen: line ends, full stops, quotation marks, brackets, and the lead bytes of
/// their kin beyond ASCII. All Hangul has other lead bytes.
struct MaybeMark {
  std::uint64_t operator()(const unsigned char* block) const {
    return block_bits(block, [](const unsigned char* place) {
      const Bytes byte = load(place);
      // With # $ % &, which are none: one test less.
      return equal(byte, '\n') | equal(byte, '.') | equal(byte, '?') | between(byte, '!', ')') |
             between(byte, '[', ']') | between(byte, 0xE2, 0xE3) | equal(byte, 0xEF);
    });
  }
};

/// Longer lines are never those of a wrapped paragraph.
constexpr std::size_t kLongestWrapped = 240;

/// A run of lines that is one paragraph broken at a fixed width: at least three lines, all but the last nearly as
/// long as the longest, most of them ending in the middle of a sentence.
class WrappedLines {
 public:
  explicit WrappedLines(std::string_view text) : text_(text) {}

  /// Is the line end at `at` inside such a run?
  bool holds(std::size_t at) {
    if (at >= run_end_) measure(at);
    return wrapped_ && at < last_break_;
  }

 private:
  void measure(std::size_t at) {
    std::size_t from = at;
    while (from > run_end_ && text_[from - 1] != '\n') --from;
    std::size_t lines = 0;
    std::size_t stops = 0;
    std::size_t longest = 0;
    std::size_t shortest = text_.size();
    std::size_t last = 0;
    last_break_ = from;
    while (from < text_.size()) {
      std::size_t to = text_.find('\n', from);
      if (to == std::string_view::npos) to = text_.size();
      if (text_.find_first_not_of(" \t", from) >= to) break;
      if (lines > 0) {
        shortest = std::min(shortest, last);
        last_break_ = from;
      }
      last = to - from;
      longest = std::max(longest, last);
      stops += to > from && (text_[to - 1] == '.' || text_[to - 1] == '?' || text_[to - 1] == '!');
      ++lines;
      from = to + 1;
    }
    run_end_ = std::max(from, at + 1);
    wrapped_ = lines >= 3 && longest <= kLongestWrapped && longest >= 60 && shortest * 5 >= longest * 4 &&
               last <= longest && stops * 3 <= lines;
  }

  std::string_view text_;
  std::size_t run_end_ = 0;
  std::size_t last_break_ = 0;
  bool wrapped_ = false;
};

}  // namespace

std::vector<base::Span> split_sentences(std::string_view text) {
  std::vector<base::Span> sentences;
  sentences.reserve(text.size() / 150 + 1);
  std::vector<Mark> marks;
  WrappedLines wrapped(text);
  std::size_t begin = 0;
  const auto add = [&](std::size_t from, std::size_t to) {
    while (from < to) {
      const std::size_t space = space_at(text, from);
      if (space == 0) break;
      from += space;
    }
    while (to > from) {
      const std::size_t space = space_before(text, to);
      if (space == 0) break;
      to -= space;
    }
    if (from < to) sentences.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
  };
  const auto finish_line = [&](std::size_t end) {
    if (!marks.empty()) {
      const std::string_view line = text.substr(begin, end - begin);
      match_quotations(line, marks);
      std::size_t from = 0;
      for_each_end(line, marks, [&](std::size_t to) {
        add(begin + from, begin + to);
        from = to;
      });
      begin += from;
      marks.clear();
    }
    add(begin, end);
    begin = end;
  };
  Places<MaybeMark> places(text);
  for (std::size_t at = 0; (at = places.next(text.size())) < text.size();) {
    if (text[at] == '\n') {
      if (!wrapped.holds(at)) finish_line(at);
      continue;
    }
    const MarkKind kind = mark_at(text, at);
    if (kind != MarkKind::none) marks.push_back({static_cast<std::uint32_t>(at - begin), kind, false});
  }
  finish_line(text.size());
  return sentences;
}

std::size_t last_paragraph_end(std::string_view beginning) {
  const auto is_blank = [](std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; };
  std::size_t behind = beginning.size();  // of the line behind `end`, as far as it is known
  for (std::size_t end = beginning.rfind('\n'); end != std::string_view::npos && end > 0;) {
    const std::size_t before = beginning.rfind('\n', end - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = beginning.substr(begin, end - begin);
    if (is_blank(line) || (line.size() > kLongestWrapped && behind - end - 1 > kLongestWrapped)) return end + 1;
    behind = end;
    end = before;
  }
  return 0;
}

}  // namespace timeline::text
