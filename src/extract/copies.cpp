#include "extract/copies.hpp"

#include <cstdint>

#include "text/utf8.hpp"

namespace timeline::extract {
namespace {

constexpr std::size_t kShingle = 24;  // letters compared at once
constexpr std::size_t kStep = 8;      // of the earlier text, every kStep-th shingle is remembered
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;

struct Letter {
  char32_t code_point;
  std::uint32_t at;
};

bool counts(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_digit(c) || text::is_han(c) || c > 0x2FFFF;
}

constexpr std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t value = 1;
  while (exponent-- > 0) value *= base;
  return value;
}

/// Open addressing over the shingles of the text seen so far; the first place of each is kept.
class Places {
 public:
  explicit Places(std::size_t letters) {
    std::size_t size = 64;
    while (size < letters / kStep * 2 + 2) size *= 2;
    slots_.assign(size, 0);
    hashes_.assign(size, 0);
  }
  void add(std::uint64_t hash, std::uint32_t place) {
    std::size_t slot = index(hash);
    while (slots_[slot] != 0) {
      if (hashes_[slot] == hash) return;
      slot = (slot + 1) & (slots_.size() - 1);
    }
    slots_[slot] = place + 1;
    hashes_[slot] = hash;
  }
  [[nodiscard]] std::int64_t find(std::uint64_t hash) const {
    std::size_t slot = index(hash);
    while (slots_[slot] != 0) {
      if (hashes_[slot] == hash) return static_cast<std::int64_t>(slots_[slot]) - 1;
      slot = (slot + 1) & (slots_.size() - 1);
    }
    return -1;
  }

 private:
  [[nodiscard]] std::size_t index(std::uint64_t hash) const { return (hash * kBase) >> 20 & (slots_.size() - 1); }

  std::vector<std::uint32_t> slots_;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace

std::vector<base::Span> find_copies(std::string_view text) {
  std::vector<base::Span> copies;
  std::vector<Letter> letters;
  letters.reserve(text.size() / 2);
  for (std::uint32_t at = 0; at < text.size();) {
    const text::Decoded c = text::decode(text, at);
    if (counts(c.code_point)) letters.push_back({c.code_point, at});
    at += c.length;
  }
  if (letters.size() < 2 * kShingle) return copies;
  Places places(letters.size());
  constexpr std::uint64_t kOut = power(kBase, kShingle);
  std::uint64_t hash = 0;
  std::size_t covered = 0;  // letters before this one are in a copy already
  for (std::size_t i = 0; i < letters.size(); ++i) {
    hash = hash * kBase + letters[i].code_point;
    if (i >= kShingle) hash -= kOut * letters[i - kShingle].code_point;
    if (i + 1 < kShingle) continue;
    const std::size_t begin = i + 1 - kShingle;
    if (begin >= covered) {
      const std::int64_t found = places.find(hash);
      const auto first = static_cast<std::size_t>(found);
      if (found >= 0 && first + kShingle <= begin) {
        std::size_t from = begin;
        std::size_t source = first;
        std::size_t to = begin;
        std::size_t other = first;
        while (to < letters.size() && letters[to].code_point == letters[other].code_point) ++to, ++other;
        if (to - begin >= kShingle) {  // else the hashes met by chance
          while (source > 0 && from > covered && from - 1 > source &&
                 letters[from - 1].code_point == letters[source - 1].code_point)
            --from, --source;
          const std::uint32_t end = to < letters.size() ? letters[to].at : static_cast<std::uint32_t>(text.size());
          copies.push_back({letters[from].at, end});
          covered = to;
        }
      }
    }
    if (begin % kStep == 0) places.add(hash, static_cast<std::uint32_t>(begin));
  }
  return copies;
}

}  // namespace timeline::extract
