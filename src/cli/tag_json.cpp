#include "cli/tag_json.hpp"

#include <array>
#include <charconv>
#include <cstring>

#include "temporal/edtf.hpp"
#include "temporal/timex3.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

/// Pieces of JSON on their way to a string, gathered so that the string grows once for an expression and not for
/// each of its forty pieces.
class Pieces {
 public:
  explicit Pieces(std::string& out) : out_(out) {}
  Pieces(const Pieces&) = delete;
  Pieces& operator=(const Pieces&) = delete;
  ~Pieces() { flush(); }

  /// Punctuation and keys, whose size is known here: copied without a call.
  template <std::size_t kSize>
  void add(const char (&literal)[kSize]) {
    if (kSize > buffer_.size() - size_) flush();
    std::memcpy(buffer_.data() + size_, literal, kSize - 1);
    size_ += kSize - 1;
  }
  void add(std::string_view text) {
    if (text.size() > buffer_.size() - size_) flush();
    if (text.size() > buffer_.size()) {
      out_ += text;
      return;
    }
    std::memcpy(buffer_.data() + size_, text.data(), text.size());
    size_ += text.size();
  }
  void add(std::uint64_t number) {
    std::array<char, 20> digits;
    add(std::string_view(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr));
  }
  /// A word of ours, in which nothing needs escaping.
  void add_word(std::string_view word) {
    add("\"");
    add(word);
    add("\"");
  }
  void add_quoted(std::string_view text) {
    add("\"");
    for (std::size_t from = 0; from < text.size(); ++from) {
      std::size_t to = from;
      while (to < text.size() && !must_escape(text[to])) ++to;
      add(text.substr(from, to - from));
      if (to < text.size()) add_escaped(text[to]);
      from = to;
    }
    add("\"");
  }
  void add_nullable(std::string_view word) {
    if (word.empty())
      add("null");
    else
      add_word(word);
  }

 private:
  static bool must_escape(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }
  void add_escaped(char c) {
    constexpr std::string_view kHex = "0123456789abcdef";
    if (static_cast<unsigned char>(c) < 0x20) {
      add("\\u00");
      add(kHex.substr(static_cast<std::size_t>(c >> 4), 1));
      add(kHex.substr(static_cast<std::size_t>(c & 15), 1));
    } else {
      add("\\");
      add(std::string_view(&c, 1));
    }
  }
  void flush() {
    out_.append(buffer_.data(), size_);
    size_ = 0;
  }

  std::string& out_;
  std::array<char, 1024> buffer_;
  std::size_t size_ = 0;
};

/// Nothing where the value has no such bound. Years before Christ are told by EDTF alone: neither SQLite's nor most
/// other programs' dates reach them.
std::string bound_text(const std::optional<model::Moment>& bound) {
  return bound && bound->year >= 1 && bound->year <= 9999 ? to_iso(*bound) : std::string();
}

void add_expression(std::uint64_t start, std::uint64_t length, std::string_view text,
                    const model::TimeExpression& found, Pieces& out) {
  out.add("{\"start\":");
  out.add(start);
  out.add(",\"length\":");
  out.add(length);
  out.add(",\"text\":");
  out.add_quoted(found.span.of(text));
  out.add(",\"kind\":");
  out.add_word(base::to_text(found.kind));
  const std::string from = bound_text(found.value.from);
  out.add(",\"from\":");
  out.add_nullable(from);
  out.add(",\"to\":");
  out.add_nullable(found.value.to == found.value.from ? from : bound_text(found.value.to));
  out.add(",\"granularity\":");
  out.add_nullable(found.value.is_dated() ? base::to_text(found.value.granularity) : std::string_view());
  out.add(",\"modifier\":");
  out.add_nullable(base::to_text(found.value.modifier));
  const std::string edtf = temporal::to_edtf(found.value);
  out.add(",\"edtf\":");
  out.add_nullable(edtf);
  const temporal::Timex3 timex = temporal::to_timex3(found, edtf);
  out.add(",\"timex3\":{\"type\":");
  out.add_word(timex.type);
  out.add(",\"value\":");
  out.add_word(timex.value);
  if (!timex.mod.empty()) {
    out.add(",\"mod\":");
    out.add_word(timex.mod);
  }
  out.add("},\"rule\":");
  out.add_word(found.rule);
  if (!found.reason.empty()) {
    out.add(",\"reason\":");
    out.add_quoted(found.reason);
  }
  out.add("}");
}

/// The characters before each expression of a text, counted once from one to the next: they come in order.
class Counter {
 public:
  explicit Counter(std::string_view text, std::uint64_t before = 0) : text_(text), character_(before) {}

  [[nodiscard]] std::uint64_t before(std::uint32_t byte) {
    if (byte < byte_) return character_ - text::count_characters(text_.substr(byte, byte_ - byte));
    character_ += text::count_characters(text_.substr(byte_, byte - byte_));
    byte_ = byte;
    return character_;
  }

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0;
  std::uint64_t character_;
};

}  // namespace

void append_answer(std::string_view id, std::string_view text, const std::vector<model::TimeExpression>& found,
                   std::string& out) {
  Pieces pieces(out);
  pieces.add("{\"id\":");
  pieces.add(id.empty() ? std::string_view("null") : id);
  pieces.add(",\"expressions\":[");
  Counter counter(text);
  bool first = true;
  for (const model::TimeExpression& expression : found) {
    if (!first) pieces.add(",");
    first = false;
    add_expression(counter.before(expression.span.begin), text::count_characters(expression.span.of(text)), text,
                   expression, pieces);
  }
  pieces.add("]}\n");
}

void append_lines(std::string_view piece, std::uint64_t characters, std::span<const model::TimeExpression> found,
                  std::string& out) {
  Pieces pieces(out);
  Counter counter(piece, characters);
  for (const model::TimeExpression& expression : found) {
    add_expression(counter.before(expression.span.begin), text::count_characters(expression.span.of(piece)), piece,
                   expression, pieces);
    pieces.add("\n");
  }
}

void append_explanation(std::string_view text, const model::TimeExpression& found,
                        const std::vector<std::string>& steps, std::string& out) {
  out += found.span.of(text);
  out += "\n  kind   ";
  out += base::to_text(found.kind);
  out += "\n  rule   " + found.rule;
  for (const std::string& step : steps) out += "\n  step   " + step;
  if (found.value.is_dated()) {
    out += "\n  value  " + (found.value.from ? to_iso(*found.value.from) : std::string("..")) + " to " +
           (found.value.to ? to_iso(*found.value.to) : std::string(".."));
    out += "\n  edtf   " + temporal::to_edtf(found.value);
  }
  if (!found.duration.empty()) out += "\n  length " + found.duration;
  if (!found.reason.empty()) out += "\n  no value: " + found.reason;
  out += "\n\n";
}

}  // namespace timeline::cli
