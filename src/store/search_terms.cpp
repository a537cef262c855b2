#include "store/search_terms.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "resolve/hash.hpp"
#include "text/utf8.hpp"

namespace timeline::store {
namespace {

/// Longer runs inside a longer word are rare, and found by their parts.
constexpr std::size_t kLongestRun = 8;

enum class Script : std::uint8_t { none, latin, hangul, han };

Script script_of(char32_t c) {
  if (text::is_hangul_syllable(c)) return Script::hangul;
  if (text::is_han(c)) return Script::han;
  if (text::is_latin(c) || text::is_digit(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7))
    return Script::latin;
  return Script::none;
}

/// A set of hashes that is emptied without being freed.
class Seen {
 public:
  explicit Seen(std::size_t expected) {
    std::size_t size = 64;
    while (size < expected * 2) size *= 2;
    slots_.resize(size);
  }
  /// True the first time.
  bool add(std::uint64_t hash) {
    hash |= 1;
    if (++count_ * 2 > slots_.size()) grow();
    return insert(hash);
  }

 private:
  bool insert(std::uint64_t hash) {
    for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at] == hash) return false;
      if (slots_[at] == 0) {
        slots_[at] = hash;
        return true;
      }
    }
  }
  void grow() {
    std::vector<std::uint64_t> old(slots_.size() * 2);
    old.swap(slots_);
    for (const std::uint64_t hash : old)
      if (hash != 0) insert(hash);
  }
  std::vector<std::uint64_t> slots_;
  std::size_t count_ = 0;
};

struct Part {
  Script script;
  std::size_t begin;
  std::size_t end;
};

class Writer {
 public:
  explicit Writer(std::string_view text) : text_(text), seen_(text.size() / 3) { out_.reserve(text.size() * 2); }

  /// The parts of one word, each of one script.
  void word(const std::vector<Part>& parts) {
    const std::size_t begin = parts.front().begin, end = parts.back().end;
    // The word itself is in the text already.
    seen_.add(hash(begin, end));
    for (const Part& part : parts) {
      if (part.script == Script::hangul || part.script == Script::han)
        runs(part);
      else if (parts.size() > 1)
        term(part.begin, part.end);
    }
    // "네모트론3" of "네모트론3를".
    if (parts.size() > 2 && parts.back().script == Script::hangul) term(begin, parts[parts.size() - 2].end);
  }

  std::string take() { return std::move(out_); }

 private:
  void runs(const Part& part) {
    constexpr std::size_t kBytes = 3;  // of every syllable and of the common Chinese characters
    for (std::size_t from = part.begin; from < part.end; from += kBytes) {
      std::uint64_t rolling = 0;
      for (std::size_t to = from; to < part.end && to - from < kLongestRun * kBytes;) {
        to += kBytes;
        rolling = resolve::combine(rolling, text::decode(text_, to - kBytes).code_point);
        if (to - from > kBytes && seen_.add(rolling)) append(from, to);
      }
    }
  }
  void term(std::size_t begin, std::size_t end) {
    if (seen_.add(hash(begin, end))) append(begin, end);
  }
  void append(std::size_t begin, std::size_t end) {
    if (!out_.empty()) out_ += ' ';
    out_ += text_.substr(begin, end - begin);
  }
  std::uint64_t hash(std::size_t begin, std::size_t end) const {
    std::uint64_t rolling = 0;
    for (std::size_t at = begin; at < end;) {
      const text::Decoded next = text::decode(text_, at);
      const char32_t c = next.code_point;
      rolling = resolve::combine(rolling, text::is_latin(c) ? (c | 0x20) : c);
      at += next.length;
    }
    return rolling;
  }

  std::string_view text_;
  std::string out_;
  Seen seen_;
};

}  // namespace

std::string search_terms(std::string_view text) {
  Writer writer(text);
  std::vector<Part> parts;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded next = text::decode(text, at);
    const Script script = script_of(next.code_point);
    if (script != Script::none) {
      if (!parts.empty() && parts.back().script == script)
        parts.back().end = at + next.length;
      else
        parts.push_back({script, at, at + next.length});
    } else if (!parts.empty()) {
      writer.word(parts);
      parts.clear();
    }
    at += next.length;
  }
  if (!parts.empty()) writer.word(parts);
  return writer.take();
}

}  // namespace timeline::store
