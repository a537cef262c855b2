#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "resolve/mention.hpp"

namespace timeline::resolve {

/// What is compared of a mention, worked out once: sorted sets of hashes and day bounds.
struct Profile {
  std::vector<std::uint64_t> doers;    ///< agents and counterparts
  std::vector<std::uint64_t> objects;  ///< objects and recipients
  std::vector<std::uint64_t> names;    ///< both, and places and occasions
  std::vector<std::uint64_t> words;    ///< of the object as written
  std::vector<std::uint32_t> title;    ///< pairs of neighbouring letters of the title
  std::vector<std::uint32_t> telling;  ///< the same of the words that tell it; empty where they are few
  std::uint64_t interval = 0;          ///< equal for equal dates (to the day); 0 for undated
  std::optional<Day> from;
  std::optional<Day> to;
  bool dated = false;
  bool local = false;   ///< somebody takes part whose name means nothing in other articles
  bool realis = false;  ///< told as a fact: occurred or ongoing
  bool korean = false;  ///< its title is in Korean

  /// It says what the event was done to.
  [[nodiscard]] bool has_object() const { return !objects.empty() || !words.empty(); }
  /// Days from first to last; a wide span for an open side.
  [[nodiscard]] Day width() const;
};

[[nodiscard]] Profile profile(const Mention& mention);

/// Where two mentions can meet: mentions that share no block are never compared. Sorted, without repeats.
[[nodiscard]] std::vector<std::uint64_t> blocks(const Mention& mention, const Profile& profile);

[[nodiscard]] bool share(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);
/// The part of the smaller set that is in the other as well, 0..1; 0 where one is empty.
[[nodiscard]] double overlap(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);
/// Size of the common part over the size of both together, 0..1.
[[nodiscard]] double likeness(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

}  // namespace timeline::resolve
