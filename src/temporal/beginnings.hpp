#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>
#include <string_view>

#include "text/blocks.hpp"

namespace timeline::temporal {

/// Which words of a Korean text may begin a time expression, told by their first six bytes (two syllables, or one, a
/// blank and most of the next). The scanner asks at every word and passes over nine in ten, for the price of two
/// multiplications and without a branch that depends on the word.
class Beginnings {
 public:
  Beginnings() = default;
  /// `words` may begin an expression by themselves; a numeral does where a unit follows (두 시간, 십오일).
  Beginnings(std::span<const std::string_view> words, std::span<const std::string_view> numerals,
             std::span<const std::string_view> units);

  /// More words that may begin one by themselves.
  void add_words(std::span<const std::string_view> words);

  /// The same where a Latin word begins (KST, UTC), told by its first two letters.
  [[nodiscard]] bool may_begin_latin(const unsigned char* place) const {
    return (latin_[place[0] & 31U] >> (place[1] & 31U) & 1) != 0;
  }
  /// Can anything begin at `place`, where a character of three bytes stands and eight may be read? May say yes where
  /// nothing does, never no where something does.
  [[nodiscard]] bool may_begin(const unsigned char* place) const {
    const std::uint64_t key = key_of(place);
    const std::uint32_t first = hash<kFirstBits>(key & kFirst), pair = hash<kPairBits>(key);
    return ((firsts_[first >> 6] >> (first & 63) | pairs_[pair >> 6] >> (pair & 63)) & 1) != 0;
  }

 private:
  static constexpr std::size_t kSyllable = 3;
  static constexpr std::size_t kPair = 2 * kSyllable;
  static constexpr std::uint64_t kFirst = 0xFFFFFF;
  static constexpr std::uint64_t kBoth = 0xFFFFFFFFFFFF;
  // Room enough for some 4,000 pairs, so that 3 words in 100 pass by chance.
  static constexpr unsigned kFirstBits = 12, kPairBits = 17;

  /// The six bytes at `place`, the first one lowest.
  [[nodiscard]] static std::uint64_t key_of(const unsigned char* place) {
    std::uint64_t key = 0;
    std::memcpy(&key, place, sizeof key);
    if constexpr (std::endian::native == std::endian::big) key = __builtin_bswap64(key);
    return key & kBoth;
  }
  template <unsigned kBits>
  [[nodiscard]] static std::uint32_t hash(std::uint64_t key) {
    return static_cast<std::uint32_t>(key * 0x9E3779B97F4A7C15U >> (64 - kBits));
  }
  /// The beginning that the pieces make together.
  void add(std::initializer_list<std::string_view> pieces);

  std::array<std::uint64_t, (std::size_t{1} << kFirstBits) / 64> firsts_{};  // syllables that are words by themselves
  std::array<std::uint64_t, (std::size_t{1} << kPairBits) / 64> pairs_{};
  std::array<std::uint32_t, 32> latin_{};  // by the first letter, one bit for each second one
};

/// Finds where a time expression may begin, for text::Places: at a number that does not follow letters (새벽1시, not
/// G20), and at a Latin or Hangul word that Beginnings lets pass.
class MaybeTime {
 public:
  explicit MaybeTime(const Beginnings& beginnings) : beginnings_(&beginnings) {}

  std::uint64_t operator()(const unsigned char* block) const {
    std::uint64_t letters = 0, digits = 0, wide = 0, hangul = 0;
    for (std::size_t i = 0; i < text::kBlock; i += sizeof(text::Bytes)) {
      const text::Bytes here = text::load(block + i);
      letters |= std::uint64_t{text::bits_of(text::between(here | 0x20, 'a', 'z'))} << i;
      digits |= std::uint64_t{text::bits_of(text::between(here, '0', '9'))} << i;
      wide |= std::uint64_t{text::bits_of(text::between(here, kWide, kLastHangul))} << i;
      hangul |= std::uint64_t{text::bits_of(text::between(here, kHangul, kLastHangul))} << i;
    }
    // What stands before each byte: the bits of the block moved on, and behind them those of the bytes before it.
    const auto is_wide = [&](int at) { return std::uint64_t{block[at] >= kWide && block[at] <= kLastHangul}; };
    const unsigned char before = block[-1], letter = before | 0x20;
    const bool is_word = (letter >= 'a' && letter <= 'z') || (before >= '0' && before <= '9');
    const std::uint64_t behind_ascii = (letters | digits) << 1 | std::uint64_t{is_word};
    // The lead byte of a Han or Hangul character stands three bytes before.
    const std::uint64_t behind_wide = wide << 3 | is_wide(-1) << 2 | is_wide(-2) << 1 | is_wide(-3);
    std::uint64_t bits = digits & ~behind_ascii;
    std::uint64_t latin = letters & ~behind_ascii & ~behind_wide;
    hangul &= ~behind_ascii & ~behind_wide;
    for (; hangul != 0; hangul &= hangul - 1) {
      const int at = std::countr_zero(hangul);
      bits |= std::uint64_t{beginnings_->may_begin(block + at)} << at;
    }
    for (; latin != 0; latin &= latin - 1) {
      const int at = std::countr_zero(latin);
      bits |= std::uint64_t{beginnings_->may_begin_latin(block + at)} << at;
    }
    return bits;
  }

 private:
  static constexpr unsigned char kWide = 0xE4, kHangul = 0xEA, kLastHangul = 0xED;  // lead bytes

  const Beginnings* beginnings_;
};

}  // namespace timeline::temporal
