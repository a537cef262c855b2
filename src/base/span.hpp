#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace timeline::base {

/// Half-open range of bytes [begin, end) in a UTF-8 text. Both ends stand on character boundaries.
/// Inside the program every place in a text is a Span; only `store` and the JSON writers turn it into characters.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return end <= begin; }
  [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  /// The words themselves; valid as long as `text` is.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const { return text.substr(begin, size()); }

  auto operator<=>(const Span&) const = default;
};

/// The smallest span that holds both.
[[nodiscard]] constexpr Span join(Span a, Span b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace timeline::base
