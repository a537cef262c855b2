#include "resolve/copies.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

#include "resolve/hash.hpp"
#include "resolve/letters.hpp"
#include "text/utf8.hpp"

namespace timeline::resolve {
namespace {

constexpr std::size_t kLetters = 4;
constexpr std::size_t kBands = 20;
constexpr std::size_t kRows = 3;
/// Shorter texts are copies only where every letter agrees.
constexpr std::size_t kFewShingles = 60;
/// A tenth of the words changed leaves 0.6 to 0.7 of the shingles in common. Real news: rewritten agency texts begin at
/// 0.57; below stand articles of one template (the weather of two days) and two reports of one press conference.
constexpr double kCopy = 0.57;

/// Multipliers of the MinHash functions: odd, fixed for ever because bands are stored.
constexpr auto kMultipliers = [] {
  std::array<std::uint32_t, kBands * kRows> made{};
  for (std::size_t i = 0; i < made.size(); ++i) made[i] = static_cast<std::uint32_t>(mix(i + 1)) | 1U;
  return made;
}();

}  // namespace

Shingles shingles(std::string_view text) {
  Shingles found;
  found.reserve(text.size() / 3);
  std::array<std::uint64_t, kLetters> last{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded next = text::decode(text, at);
    at += next.length;
    const char32_t c = letter(next.code_point);
    if (c == 0) continue;
    last[count++ % kLetters] = c;
    if (count < kLetters) continue;
    std::uint64_t window = 0;
    for (std::size_t i = 0; i < kLetters; ++i) window = window * 0x10FFFF + last[(count + i) % kLetters];
    found.push_back(static_cast<std::uint32_t>(mix(window) >> 32));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::uint64_t> bands(std::string_view text, const Shingles& shingles) {
  std::uint64_t whole = 0;
  bool empty = true;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded next = text::decode(text, at);
    at += next.length;
    if (const char32_t c = letter(next.code_point)) whole = combine(whole, c), empty = false;
  }
  if (empty) return {};
  std::vector<std::uint64_t> found{whole};
  if (shingles.size() < kFewShingles) return found;
  std::array<std::uint32_t, kBands * kRows> least;
  least.fill(std::numeric_limits<std::uint32_t>::max());
  for (const std::uint32_t shingle : shingles)
    for (std::size_t i = 0; i < least.size(); ++i) {
      std::uint32_t hash = shingle * kMultipliers[i];
      hash ^= hash >> 15;
      hash *= 0x2C1B3C6DU;
      least[i] = std::min(least[i], hash);
    }
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t hash = band + 1;
    for (std::size_t row = 0; row < kRows; ++row) hash = combine(hash, least[band * kRows + row]);
    found.push_back(hash);
  }
  return found;
}

bool are_copies(const Shingles& a, const Shingles& b) {
  if (a.size() < kFewShingles || b.size() < kFewShingles) return a == b;
  std::size_t both = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j])
      ++both, ++i, ++j;
    else
      a[i] < b[j] ? ++i : ++j;
  }
  return static_cast<double>(both) >= kCopy * static_cast<double>(a.size() + b.size() - both);
}

}  // namespace timeline::resolve
