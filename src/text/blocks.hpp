#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace timeline::text {

/// Sixteen bytes compared at once, with the vector types of gcc and clang: every comparison gives 255 where it holds
/// and 0 where not, so that tests are joined with & | ~.
using Bytes [[gnu::vector_size(16)]] = unsigned char;

/// Which of the bytes lie in [low, high].
[[nodiscard]] inline Bytes between(Bytes bytes, unsigned char low, unsigned char high) {
  return reinterpret_cast<Bytes>(bytes - low <= static_cast<unsigned char>(high - low));
}

[[nodiscard]] inline Bytes at_least(Bytes bytes, unsigned char low) {
  return reinterpret_cast<Bytes>(bytes >= low);
}

[[nodiscard]] inline Bytes equal(Bytes bytes, unsigned char wanted) {
  return reinterpret_cast<Bytes>(bytes == wanted);
}

/// Which of the bytes go on with a UTF-8 character: as signed numbers they are the lowest.
[[nodiscard]] inline Bytes continues(Bytes bytes) {
  using SignedBytes [[gnu::vector_size(16)]] = signed char;
  return reinterpret_cast<Bytes>(reinterpret_cast<SignedBytes>(bytes) < static_cast<signed char>(0xC0));
}

/// One bit for each byte of a comparison: what any machine can do.
[[nodiscard]] inline std::uint32_t plain_bits_of(Bytes compared) {
  auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(compared);
  if constexpr (std::endian::native == std::endian::big)
    for (std::uint64_t& half : halves) half = __builtin_bswap64(half);
  std::uint32_t bits = 0;
  for (std::uint32_t half = 0; half < 2; ++half)  // the product brings bit 0 of byte i to bit 56 + i
    bits |= static_cast<std::uint32_t>((halves[half] & 0x0101010101010101U) * 0x0102040810204080U >> 56) << 8 * half;
  return bits;
}

/// One bit for each byte of a comparison.
[[nodiscard]] inline std::uint32_t bits_of(Bytes compared) {
#ifdef __SSE2__
  return static_cast<std::uint32_t>(_mm_movemask_epi8(std::bit_cast<__m128i>(compared)));
#else
  return plain_bits_of(compared);
#endif
}

/// The sixteen bytes that stand there.
[[nodiscard]] inline Bytes load(const unsigned char* place) {
  Bytes bytes;
  std::memcpy(&bytes, place, sizeof bytes);
  return bytes;
}

/// Bytes are looked at in blocks of 64, which make one word of bits.
constexpr std::size_t kBlock = 64;

/// One bit for each byte of the block that passes the test of sixteen bytes at a time.
template <typename Test>
[[nodiscard]] std::uint64_t block_bits(const unsigned char* block, Test&& test) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kBlock; i += sizeof(Bytes)) bits |= std::uint64_t{bits_of(test(block + i))} << i;
  return bits;
}

/// Walks over those bytes of a text that pass a test, a block at a time: a test of sixteen bytes costs what a loop pays
/// for two, and no branch is foretold wrongly at every word.
///
/// `test(const unsigned char* block)` gives the bits of a block. It may look at kBack bytes before and kAhead bytes
/// behind the block; zeros stand around the text.
template <typename Test>
class Places {
 public:
  static constexpr std::size_t kBack = 3, kAhead = 8;

  explicit Places(std::string_view text, Test test = {}) : text_(text), test_(test) {
    if (!text.empty()) look();
  }

  /// The next place before `end`, or `end`; those behind it are kept for later.
  [[nodiscard]] std::size_t next(std::size_t end) {
    while (bits_ == 0) {
      if (at_ + kBlock >= end) return end;
      at_ += kBlock;
      look();
    }
    const std::size_t found = at_ + static_cast<std::size_t>(std::countr_zero(bits_));
    if (found >= end) return end;
    bits_ &= bits_ - 1;
    return found;
  }

  /// Drops the places before `place`.
  void go_on_from(std::size_t place) {
    if (place >= at_ + kBlock) {
      at_ = place;
      bits_ = 0;
      if (at_ < text_.size()) look();
    } else if (place > at_) {
      bits_ &= ~std::uint64_t{0} << (place - at_);
    }
  }

 private:
  void look() {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text_.data());
    if (at_ >= kBack && at_ + kBlock + kAhead <= text_.size()) {
      bits_ = test_(bytes + at_);
      return;
    }
    // The ends of the text: a copy with zeros around it.
    std::array<unsigned char, kBack + kBlock + kAhead> copy{};
    const std::size_t back = std::min(at_, kBack);
    const std::size_t ahead = std::min(text_.size() - at_, kBlock + kAhead);
    std::memcpy(copy.data() + kBack - back, bytes + at_ - back, back + ahead);
    bits_ = test_(copy.data() + kBack);
    if (ahead < kBlock) bits_ &= ~(~std::uint64_t{0} << ahead);
  }

  std::string_view text_;
  Test test_;
  std::size_t at_ = 0;      // where the block begins
  std::uint64_t bits_ = 0;  // of the block: the places not handed out yet
};

}  // namespace timeline::text
