#include "text/quotes.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/utf8.hpp"

namespace timeline::text {
namespace {

constexpr std::uint32_t kLongestPassage = 6000;  // bytes; a mark further away belongs to something else
constexpr std::size_t kDeepest = 6;

/// What the mark itself says about its side.
enum class Shape : std::uint8_t { opens, closes, either };

struct Mark {
  std::uint32_t begin;
  std::uint32_t end;
  QuoteMark kind;
  Shape shape;
};

/// The mark that starts at `at`, if one does.
std::optional<Mark> mark_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const auto byte = [&](std::uint32_t i) { return static_cast<unsigned char>(text[i]); };
  const auto made = [&](std::uint32_t length, QuoteMark kind, Shape shape) {
    return Mark{at, at + length, kind, shape};
  };
  switch (byte(at)) {
    case '"':
      return made(1, QuoteMark::double_mark, Shape::either);
    case '\'':
    case '`':
      return made(1, QuoteMark::single_mark, Shape::either);
    case 0xE2:
      if (at + 2 >= end || byte(at + 1) != 0x80) return std::nullopt;
      switch (byte(at + 2)) {
        case 0x98:
          return made(3, QuoteMark::single_mark, Shape::opens);  // ‘
        case 0x99:
          return made(3, QuoteMark::single_mark, Shape::closes);  // ’
        case 0x9A:
          return made(3, QuoteMark::single_mark, Shape::opens);  // ‚
        case 0x9C:
          return made(3, QuoteMark::double_mark, Shape::opens);  // “
        case 0x9D:
          return made(3, QuoteMark::double_mark, Shape::closes);  // ”
        case 0x9E:
          return made(3, QuoteMark::double_mark, Shape::opens);  // „
        case 0x9F:
          return made(3, QuoteMark::double_mark, Shape::either);  // ‟
        default:
          return std::nullopt;
      }
    case 0xE3:
      if (at + 2 >= end || byte(at + 1) != 0x80) return std::nullopt;
      switch (byte(at + 2)) {
        case 0x88:
          return made(3, QuoteMark::title_mark, Shape::opens);  // 〈
        case 0x89:
          return made(3, QuoteMark::title_mark, Shape::closes);  // 〉
        case 0x8A:
          return made(3, QuoteMark::title_mark, Shape::opens);  // 《
        case 0x8B:
          return made(3, QuoteMark::title_mark, Shape::closes);  // 》
        case 0x8C:
          return made(3, QuoteMark::corner_mark, Shape::opens);  // 「
        case 0x8D:
          return made(3, QuoteMark::corner_mark, Shape::closes);  // 」
        case 0x8E:
          return made(3, QuoteMark::corner_mark, Shape::opens);  // 『
        case 0x8F:
          return made(3, QuoteMark::corner_mark, Shape::closes);  // 』
        default:
          return std::nullopt;
      }
    case 0xEF:
      if (at + 2 >= end || byte(at + 1) != 0xBC) return std::nullopt;
      if (byte(at + 2) == 0x82) return made(3, QuoteMark::double_mark, Shape::either);  // ＂
      if (byte(at + 2) == 0x87) return made(3, QuoteMark::single_mark, Shape::either);  // ＇
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x3000;
}
bool opens_bracket(char32_t c) {
  return c == U'(' || c == U'[' || c == U'<' || c == 0x3010 || c == 0xFF08;
}

class Finder {
 public:
  Finder(std::string_view text, base::Span span) : text_(text), span_(span) {}

  std::vector<QuotedPassage> find() {
    for (std::uint32_t at = span_.begin; at < span_.end;) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (byte == '\n') {
        end_line(at);
        ++at;
        continue;
      }
      if (byte != '"' && byte != '\'' && byte != '`' && byte != 0xE2 && byte != 0xE3 && byte != 0xEF) {
        ++at;
        continue;
      }
      const auto mark = mark_at(text_, at, span_.end);
      if (!mark) {
        ++at;
        continue;
      }
      take(*mark);
      at = mark->end;
    }
    end_line(span_.end);
    std::sort(found_.begin(), found_.end(), [](const QuotedPassage& a, const QuotedPassage& b) {
      return a.outer.begin != b.outer.begin ? a.outer.begin < b.outer.begin : a.outer.end > b.outer.end;
    });
    std::vector<std::uint32_t> ends;
    for (QuotedPassage& passage : found_) {
      while (!ends.empty() && ends.back() <= passage.outer.begin) ends.pop_back();
      passage.depth = static_cast<std::uint8_t>(std::min<std::size_t>(ends.size(), 255));
      ends.push_back(passage.outer.end);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] char32_t before(const Mark& mark) const {
    return mark.begin > span_.begin ? decode_before(text_, mark.begin).code_point : U'\n';
  }
  [[nodiscard]] char32_t after(const Mark& mark) const {
    return mark.end < span_.end ? decode(text_, mark.end).code_point : U'\n';
  }
  /// Nvidia's, don't, '25년, 5'10": a single mark that quotes nothing.
  [[nodiscard]] bool is_apostrophe(const Mark& mark) const {
    if (mark.kind != QuoteMark::single_mark || mark.shape == Shape::opens) return false;
    const char32_t left = before(mark), right = after(mark);
    const bool word_left = is_latin(left) || is_digit(left);
    if (word_left && is_latin(right)) return true;
    if (open(mark.kind)) return false;
    if (mark.shape == Shape::closes && is_digit(right) && !word_left) return true;
    if (!is_digit(right)) return word_left && is_space(right);
    // An elided year: two digits and then no third, with no mark to close it close by.
    const std::uint32_t at = mark.end;
    const auto digit = [&](std::uint32_t i) { return i < span_.end && is_digit(static_cast<unsigned char>(text_[i])); };
    if (!digit(at) || !digit(at + 1) || digit(at + 2)) return false;
    const std::string_view near = text_.substr(at, std::min<std::uint32_t>(span_.end - at, 60));
    return near.find('\'') == std::string_view::npos && near.find("\xE2\x80\x99") == std::string_view::npos;
  }
  [[nodiscard]] bool open(QuoteMark kind) const {
    return std::any_of(stack_.begin(), stack_.begin() + static_cast<std::ptrdiff_t>(size_),
                       [&](const Mark& mark) { return mark.kind == kind; });
  }

  void take(const Mark& mark) {
    if (is_apostrophe(mark)) return;
    while (size_ > 0 && mark.begin - stack_[0].begin > kLongestPassage) size_ = 0;
    const bool space_left = is_space(before(mark)) || opens_bracket(before(mark));
    const bool space_right = is_space(after(mark));
    std::size_t partner = size_;
    while (partner > 0 && stack_[partner - 1].kind != mark.kind) --partner;
    const bool looks_opening = space_left && !space_right;
    if (partner == 0) {
      if (mark.shape == Shape::closes && !looks_opening) return;
      if (mark.shape == Shape::either && space_right && !space_left) return;
      push(mark);
      return;
    }
    // A mark of this kind is open. A new one closes it unless both its shape and its place say that it opens,
    // which means that the open one was never closed.
    const bool opens = mark.shape == Shape::opens ? looks_opening || before(mark) == U'\n'
                                                  : mark.shape == Shape::either && looks_opening;
    if (opens) {
      size_ = partner - 1;
      push(mark);
      return;
    }
    close(partner - 1, mark);
  }

  void push(const Mark& mark) {
    if (size_ < kDeepest) stack_[size_++] = mark;
  }
  void close(std::size_t partner, const Mark& mark) {
    const Mark& first = stack_[partner];
    if (mark.begin > first.end)
      found_.push_back({.outer = {first.begin, mark.end}, .inner = {first.end, mark.begin}, .mark = first.kind});
    size_ = partner;
  }
  void end_line(std::uint32_t at) {
    // Only speech is worth keeping when its end is missing: the outermost double mark of the line.
    for (std::size_t i = 0; i < size_; ++i) {
      if (stack_[i].kind != QuoteMark::double_mark) continue;
      if (at > stack_[i].end && at - stack_[i].begin <= kLongestPassage)
        found_.push_back(
            {.outer = {stack_[i].begin, at}, .inner = {stack_[i].end, at}, .mark = stack_[i].kind, .closed = false});
      break;
    }
    size_ = 0;
  }

  std::string_view text_;
  base::Span span_;
  std::array<Mark, kDeepest> stack_{};
  std::size_t size_ = 0;
  std::vector<QuotedPassage> found_;
};

}  // namespace

std::vector<QuotedPassage> find_quotations(std::string_view text, base::Span span) {
  return Finder(text, span).find();
}

}  // namespace timeline::text
