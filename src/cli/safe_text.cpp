#include "cli/safe_text.hpp"

#include <cstdio>

#include "text/blocks.hpp"
#include "text/utf8.hpp"
#include "text/width.hpp"

namespace timeline::cli {
namespace {

/// Characters that steer a terminal or the direction of text without being seen.
bool is_steering(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x61C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F);
}

std::string repaired(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t length = 1;
    while (length < 4 && at + length < bytes.size() && (static_cast<unsigned char>(bytes[at + length]) & 0xC0) == 0x80)
      ++length;
    while (length > 1 && !text::is_valid_utf8(bytes.substr(at, length))) --length;
    if (text::is_valid_utf8(bytes.substr(at, length)))
      text += bytes.substr(at, length);
    else
      text::append_utf8(0xFFFD, text);
    at += length;
  }
  return text;
}

/// Bytes at which a steering character may begin: the controls and the lead bytes of the others.
struct MaybeSteering {
  std::uint64_t operator()(const unsigned char* block) const {
    return text::block_bits(block, [](const unsigned char* place) {
      const text::Bytes byte = text::load(place);
      return text::between(byte, 0, 0x1F) | text::equal(byte, 0x7F) | text::equal(byte, 0xC2) |
             text::equal(byte, 0xD8) | text::equal(byte, 0xE2) | text::equal(byte, 0xEF) | text::equal(byte, 0xF3);
    });
  }
};

/// The same, and what JSON itself must escape.
struct MaybeEscaped {
  std::uint64_t operator()(const unsigned char* block) const {
    return MaybeSteering()(block) | text::block_bits(block, [](const unsigned char* place) {
             return text::equal(text::load(place), '"') | text::equal(text::load(place), '\\');
           });
  }
};

void append_unit(unsigned unit, std::string& out) {
  char buffer[8];
  std::snprintf(buffer, sizeof buffer, "\\u%04x", unit);
  out += buffer;
}

/// \uXXXX, two of them beyond the first 65,536 code points.
void append_escaped(char32_t c, std::string& out) {
  if (c < 0x10000) return append_unit(static_cast<unsigned>(c), out);
  append_unit(0xD800 + (static_cast<unsigned>(c - 0x10000) >> 10), out);
  append_unit(0xDC00 + (static_cast<unsigned>(c - 0x10000) & 0x3FF), out);
}

template <typename Replace>
std::string replace_steering(std::string_view text, Replace&& replace) {
  std::string out;
  out.reserve(text.size());
  std::size_t done = 0;
  text::Places<MaybeSteering> places(text);
  for (std::size_t at = 0; (at = places.next(text.size())) < text.size();) {
    const text::Decoded c = text::decode(text, at);
    if (!is_steering(c.code_point)) continue;
    out += text.substr(done, at - done);
    replace(c.code_point, out);
    done = at + c.length;
  }
  out += text.substr(done);
  return out;
}

std::string made_visible(std::string_view untrusted, bool keep_lines) {
  const std::string valid = text::is_valid_utf8(untrusted) ? std::string() : repaired(untrusted);
  return replace_steering(valid.empty() ? untrusted : valid, [&](char32_t c, std::string& out) {
    if (keep_lines && (c == U'\n' || c == U'\t'))
      out += static_cast<char>(c);
    else if (c == U'\n' || c == U'\t' || c == U'\r' || c == 0x2028 || c == 0x2029)
      out += ' ';
    else if (c < 0x20)
      text::append_utf8(0x2400 + c, out);
    else
      text::append_utf8(c == 0x7F ? 0x2421 : 0xFFFD, out);
  });
}

}  // namespace

std::string visible(std::string_view untrusted) {
  return made_visible(untrusted, false);
}

std::string visible_lines(std::string_view untrusted) {
  return made_visible(untrusted, true);
}

std::string escape_json_controls(std::string_view json) {
  return replace_steering(json, [](char32_t c, std::string& out) {
    // Outside of strings JSON holds no steering characters but the white space of its own layout.
    if (c == U'\n' || c == U'\t' || c == U'\r') {
      out += static_cast<char>(c);
      return;
    }
    append_escaped(c, out);
  });
}

void append_json_string(std::string_view text, std::string& out) {
  constexpr std::string_view kShort = "\"\\\b\f\n\r\t", kLetters = "\"\\bfnrt";
  out += '"';
  std::size_t done = 0;
  text::Places<MaybeEscaped> places(text);
  for (std::size_t at = 0; (at = places.next(text.size())) < text.size();) {
    const text::Decoded c = text::decode(text, at);
    const std::size_t letter = kShort.find(text[at]);
    if (letter == std::string_view::npos && !is_steering(c.code_point)) continue;
    out += text.substr(done, at - done);
    if (letter != std::string_view::npos)
      (out += '\\') += kLetters[letter];
    else
      append_escaped(c.code_point, out);
    done = at + c.length;
  }
  out += text.substr(done);
  out += '"';
}

std::string fit(std::string_view text, std::size_t width) {
  if (text::display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::size_t used = 1;  // the ellipsis
  std::size_t end = 0;
  while (end < text.size()) {
    const text::Decoded c = text::decode(text, end);
    used += text::display_width(text.substr(end, c.length));
    if (used > width) break;
    end += c.length;
  }
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace timeline::cli
