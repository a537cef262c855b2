#include "text/json.hpp"

#include <bit>
#include <limits>

#include "text/blocks.hpp"
#include "text/utf8.hpp"

namespace timeline::text {
namespace {

/// The first byte from `at` on that does not simply stand for itself in a string: its end, a backslash, or what must be
/// escaped.
std::size_t plain_end(std::string_view text, std::size_t at) {
  for (; at + sizeof(Bytes) <= text.size(); at += sizeof(Bytes)) {
    const Bytes bytes = load(reinterpret_cast<const unsigned char*>(text.data()) + at);
    const std::uint32_t bits = bits_of(equal(bytes, '"') | equal(bytes, '\\') | between(bytes, 0, 0x1F));
    if (bits != 0) return at + static_cast<std::size_t>(std::countr_zero(bits));
  }
  while (at < text.size() && text[at] != '"' && text[at] != '\\' && static_cast<unsigned char>(text[at]) >= 0x20) ++at;
  return at;
}

/// The four hexadecimal digits at `at`; nothing where they are none.
std::optional<char32_t> hex_at(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return std::nullopt;
  char32_t code = 0;
  for (const char c : text.substr(at, 4)) {
    const char lower = static_cast<char>(c | 0x20);
    const bool letter = lower >= 'a' && lower <= 'f';
    if (!letter && (c < '0' || c > '9')) return std::nullopt;
    code = code << 4 | static_cast<char32_t>(letter ? lower - 'a' + 10 : c - '0');
  }
  return code;
}

constexpr std::string_view kEscapes = "\"\\/bfnrt", kEscaped = "\"\\/\b\f\n\r\t";

bool is_high_surrogate(char32_t c) {
  return c >= 0xD800 && c < 0xDC00;
}
bool is_low_surrogate(char32_t c) {
  return c >= 0xDC00 && c < 0xE000;
}

/// The character that \uXXXX stands for at the backslash at `at`, or \uXXXX\uXXXX for one of more than sixteen bits;
/// nothing where it stands for none.
std::optional<Decoded> escaped_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kCode = 6;  // bytes of \uXXXX
  const auto code = hex_at(text, at + 2);
  if (!code || is_low_surrogate(*code)) return std::nullopt;
  if (!is_high_surrogate(*code)) return Decoded{*code, kCode};
  const auto low = text.substr(at + kCode, 2) == "\\u" ? hex_at(text, at + kCode + 2) : std::nullopt;
  if (!low || !is_low_surrogate(*low)) return std::nullopt;
  return Decoded{0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00), 2 * kCode};
}

/// The words between the quotation marks of a string that was read.
void unescape(std::string_view words, std::string& out) {
  for (std::size_t at = 0;;) {
    const std::size_t end = plain_end(words, at);
    out += words.substr(at, end - at);
    if (end == words.size()) return;
    if (words[end + 1] == 'u') {
      const Decoded c = *escaped_at(words, end);
      append_utf8(c.code_point, out);
      at = end + c.length;
    } else {
      out += kEscaped[kEscapes.find(words[end + 1])];
      at = end + 2;
    }
  }
}

}  // namespace

class Json::Reader {
 public:
  explicit Reader(Json& json) : json_(json), text_(json.text_) {}

  bool read() {
    if (!value(0)) return false;
    skip_blanks();
    return at_ == text_.size() || fail("something follows behind its end");
  }

 private:
  bool fail(std::string_view fault) {
    json_.fault_ = at_ == text_.size() ? "it ends too early" : fault;
    return false;
  }
  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r'))
      ++at_;
  }
  /// Goes over the sign, behind blanks, where it stands there.
  bool take(char sign) {
    skip_blanks();
    if (at_ == text_.size() || text_[at_] != sign) return false;
    ++at_;
    return true;
  }
  std::uint32_t open(Kind kind) {
    json_.nodes_.push_back({static_cast<std::uint32_t>(at_), 0, 0, kind, false});
    return static_cast<std::uint32_t>(json_.nodes_.size() - 1);
  }
  bool close(std::uint32_t index) {
    json_.nodes_[index].end = static_cast<std::uint32_t>(at_);
    json_.nodes_[index].after = static_cast<std::uint32_t>(json_.nodes_.size());
    return true;
  }

  bool value(int depth) {
    constexpr int kDeepest = 1000;
    skip_blanks();
    if (depth == kDeepest) return fail("it is nested too deep");
    if (at_ == text_.size()) return fail({});
    switch (text_[at_]) {
      case '{':
        return object(depth + 1);
      case '[':
        return array(depth + 1);
      case '"':
        return string();
      case 't':
        return word("true", Kind::boolean);
      case 'f':
        return word("false", Kind::boolean);
      case 'n':
        return word("null", Kind::null);
      default:
        return number();
    }
  }

  bool object(int depth) {
    const std::uint32_t index = open(Kind::object);
    ++at_;
    if (take('}')) return close(index);
    do {
      skip_blanks();
      if (at_ == text_.size() || text_[at_] != '"') return fail("a key in quotation marks is missing");
      if (!string()) return false;
      if (!take(':')) return fail("a colon is missing behind a key");
      if (!value(depth)) return false;
    } while (take(','));
    return take('}') ? close(index) : fail("a comma or brace is missing");
  }

  bool array(int depth) {
    const std::uint32_t index = open(Kind::array);
    ++at_;
    if (take(']')) return close(index);
    do {
      if (!value(depth)) return false;
    } while (take(','));
    return take(']') ? close(index) : fail("a comma or bracket is missing");
  }

  bool string() {
    const std::uint32_t index = open(Kind::string);
    ++at_;
    while (true) {
      at_ = plain_end(text_, at_);
      if (at_ == text_.size()) return fail({});
      if (text_[at_] == '"') break;
      if (text_[at_] != '\\') return fail("a control character stands in a string");
      json_.nodes_[index].escaped = true;
      const char escaped = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
      const auto code = escaped == 'u' ? escaped_at(text_, at_) : std::nullopt;
      if (!code && kEscapes.find(escaped) == std::string_view::npos)
        return fail("a string escapes what is no character");
      at_ += code ? code->length : 2;
    }
    ++at_;
    return close(index);
  }

  bool word(std::string_view wanted, Kind kind) {
    const std::uint32_t index = open(kind);
    if (text_.substr(at_, wanted.size()) != wanted) return fail("a word stands there that is no value");
    at_ += wanted.size();
    return close(index);
  }

  bool number() {
    const std::uint32_t index = open(Kind::number);
    const auto one_of = [&](std::string_view signs) {
      return at_ < text_.size() && signs.find(text_[at_]) != std::string_view::npos;
    };
    const auto digits = [&] {
      const std::size_t first = at_;
      while (at_ < text_.size() && is_digit(static_cast<unsigned char>(text_[at_]))) ++at_;
      return at_ > first;
    };
    if (one_of("-")) ++at_;
    const bool zero = one_of("0");
    const std::size_t first = at_;
    if (!digits()) return fail("a value is missing");
    if (zero && at_ > first + 1) return fail("a number begins with 0");
    if (one_of(".")) {
      ++at_;
      if (!digits()) return fail("a number ends in a point");
    }
    if (one_of("eE")) {
      ++at_;
      if (one_of("+-")) ++at_;
      if (!digits()) return fail("a number has no exponent");
    }
    return close(index);
  }

  Json& json_;
  std::string_view text_;
  std::size_t at_ = 0;
};

bool Json::read(std::string_view text) {
  text_ = text;
  fault_ = {};
  nodes_.clear();
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    fault_ = "it is too large";
    return false;
  }
  if (!is_valid_utf8(text)) {
    fault_ = "it is not valid UTF-8";
    return false;
  }
  return Reader(*this).read();
}

std::string_view Json::Value::raw() const {
  return json_->text_.substr(node().begin, node().end - node().begin);
}

std::optional<std::string_view> Json::Value::string(std::string& room) const {
  if (kind() != Kind::string) return std::nullopt;
  const std::string_view quoted = raw();
  const std::string_view words = quoted.substr(1, quoted.size() - 2);
  if (!node().escaped) return words;
  room.clear();
  unescape(words, room);
  return room;
}

std::optional<std::string> Json::Value::string() const {
  std::string room;
  const auto words = string(room);
  if (!words) return std::nullopt;
  return node().escaped ? std::move(room) : std::string(*words);
}

std::optional<Json::Value> Json::Value::find(std::string_view name) const {
  if (kind() != Kind::object) return std::nullopt;
  std::string room;
  for (std::uint32_t key = index_ + 1; key < node().after; key = json_->nodes_[key + 1].after)
    if (Value(*json_, key).string(room) == name) return Value(*json_, key + 1);
  return std::nullopt;
}

}  // namespace timeline::text
