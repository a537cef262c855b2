#include "lexicon/matcher.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace timeline::lexicon {
namespace {

/// A group of sorted strings that share their first `depth` bytes and hang below `node`.
struct Pending {
  std::size_t first;
  std::size_t last;
  std::size_t depth;
  std::uint32_t node;
};

/// Slots of the double array that are not taken, found without walking over the taken ones.
class FreeSlots {
 public:
  /// The first free slot at or after `at`.
  std::uint32_t from(std::uint32_t at) {
    while (next_.size() <= at) next_.push_back(static_cast<std::uint32_t>(next_.size()));
    std::uint32_t free = at;
    while (next_[free] != free) {
      if (next_.size() <= next_[free]) next_.push_back(static_cast<std::uint32_t>(next_.size()));
      free = next_[free];
    }
    for (std::uint32_t on_the_way = at; on_the_way != free;) on_the_way = std::exchange(next_[on_the_way], free);
    return free;
  }
  void take(std::uint32_t slot) {
    from(slot);
    next_[slot] = slot + 1;
    from(slot + 1);
  }

 private:
  std::vector<std::uint32_t> next_;  // itself where free, else a later slot to look at
};

/// After so many places that do not fit, a group of children goes behind everything else: a few empty slots cost less
/// than the search.
constexpr int kMostTries = 32;

}  // namespace

Matcher::Matcher(std::vector<std::pair<std::string, std::uint32_t>> given, bool fold_ascii_case)
    : fold_(fold_ascii_case) {
  std::erase_if(given, [](const auto& entry) { return entry.first.empty(); });
  if (fold_)
    for (auto& [string, id] : given)
      for (char& c : string) c = static_cast<char>(kLower[static_cast<unsigned char>(c)]);
  // Views are sorted, not strings: they are moved about faster.
  std::vector<std::pair<std::string_view, std::uint32_t>> strings(given.begin(), given.end());
  std::sort(strings.begin(), strings.end());
  strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
  nodes_.resize(512);
  nodes_[0].parent = 0;
  if (strings.empty()) return;

  starts_.assign(0x10000 / 64, 0);
  for (const auto& [string, id] : strings)
    if (const char32_t c = text::decode(string, 0).code_point; c < 0x10000)
      starts_[c >> 6] |= std::uint64_t{1} << (c & 63);

  std::vector<Pending> work{{0, strings.size(), 0, 0}};
  FreeSlots free;
  free.take(0);
  std::uint32_t behind_all = 1;
  std::vector<std::pair<unsigned char, std::size_t>> children;  // byte, first string
  while (!work.empty()) {
    const Pending group = work.back();
    work.pop_back();
    std::size_t first = group.first;
    for (; first < group.last && strings[first].first.size() == group.depth; ++first) {
      const auto output = static_cast<std::uint32_t>(outputs_.size());
      outputs_.push_back({strings[first].second, kNone});
      std::uint32_t* tail = &nodes_[group.node].first_output;
      while (*tail != kNone) tail = &outputs_[*tail].next;
      *tail = output;
    }
    if (first == group.last) continue;

    children.clear();
    for (std::size_t i = first; i < group.last; ++i) {
      const auto byte = static_cast<unsigned char>(strings[i].first[group.depth]);
      if (children.empty() || children.back().first != byte) children.emplace_back(byte, i);
    }
    const auto fits = [&](std::uint32_t base) {
      return std::all_of(children.begin(), children.end(), [&](const auto& child) {
        const std::size_t slot = std::size_t{base} + child.first;
        return slot >= nodes_.size() || (slot != 0 && nodes_[slot].parent == kNone);
      });
    };
    std::uint32_t slot = free.from(std::uint32_t{children[0].first} + 1);
    for (int tries = 0; !fits(slot - children[0].first); ++tries)
      slot = free.from(tries < kMostTries ? slot + 1 : std::max(slot + 1, behind_all + children[0].first));
    const std::uint32_t base = slot - children[0].first;
    if (base + 256 > nodes_.size()) nodes_.resize(std::max<std::size_t>(base + 512, nodes_.size() * 2));
    nodes_[group.node].base = base;
    for (std::size_t i = 0; i < children.size(); ++i) {
      const std::uint32_t place = base + children[i].first;
      nodes_[place].parent = group.node;
      free.take(place);
      behind_all = std::max(behind_all, place + 1);
      work.push_back(
          {children[i].second, i + 1 < children.size() ? children[i + 1].second : group.last, group.depth + 1, place});
    }
  }
  // A step from any node stays inside: bases are at most the last slot taken, and bytes below 256.
  nodes_.resize(behind_all + 256);
}

}  // namespace timeline::lexicon
