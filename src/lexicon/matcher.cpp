#include "lexicon/matcher.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "text/utf8.hpp"

namespace timeline::lexicon {
namespace {

/// Sorts what comes as a few sorted lists, one behind the other, as the words of some tables do: merges them.
template <typename Value>
void sort_lists(std::vector<Value>& values) {
  using Place = typename std::vector<Value>::iterator;
  std::vector<Place> ends{values.begin()};  // of the lists, and the beginning of the first
  while (ends.back() != values.end()) ends.push_back(std::is_sorted_until(ends.back(), values.end()));
  while (ends.size() > 2) {
    std::vector<Place> merged{ends.front()};
    for (std::size_t i = 2; i < ends.size(); i += 2) {
      std::inplace_merge(ends[i - 2], ends[i - 1], ends[i]);
      merged.push_back(ends[i]);
    }
    if (merged.back() != values.end()) merged.push_back(values.end());
    ends = std::move(merged);
  }
}

/// A group of sorted strings that share their first `depth` bytes and hang below `node`.
struct Pending {
  std::size_t first;
  std::size_t last;
  std::size_t depth;
  std::uint32_t node;
};

/// Which slots of the double array are free, a bit each: a group of children is tried at 64 places at once.
class FreeSlots {
 public:
  /// A base at which all slots `base + byte` are free, for bytes in ascending order. After so many words that have no
  /// such place a group goes behind everything else: a few empty slots cost less than the search.
  template <typename Children>
  std::uint32_t fit(const Children& children) {
    constexpr std::size_t kMostTries = 24;
    for (; first_open_ < free_.size() && free_[first_open_] == 0; ++first_open_) {
    }
    // The first word in which a base may stand whose lowest child falls into an open word.
    const std::size_t lowest = children.front().first / kBits;
    std::size_t word = first_open_ > lowest ? first_open_ - lowest - 1 : 0;
    for (std::size_t tries = 0;; ++tries, ++word) {
      if (tries == kMostTries) {
        ++first_open_;  // too full by now to be looked at again and again
        const std::size_t behind = taken_end_ - std::min<std::size_t>(taken_end_, children.front().first);
        word = std::max(word, behind / kBits);
      }
      grow(word + 256 / kBits + 2);
      std::uint64_t places = ~std::uint64_t{0};
      for (const auto& child : children) places &= from(word * kBits + child.first);
      if (places != 0)
        return static_cast<std::uint32_t>(word * kBits + static_cast<std::size_t>(std::countr_zero(places)));
    }
  }
  void take(std::size_t slot) {
    grow(slot / kBits + 1);
    free_[slot / kBits] &= ~(std::uint64_t{1} << slot % kBits);
    taken_end_ = std::max(taken_end_, slot + 1);
  }
  /// Behind the last slot taken.
  [[nodiscard]] std::size_t taken_end() const { return taken_end_; }

 private:
  static constexpr std::size_t kBits = 64;

  void grow(std::size_t words) {
    if (words > free_.size()) free_.resize(std::max(words, 2 * free_.size()), ~std::uint64_t{0});
  }
  /// The 64 bits that begin at `slot`.
  [[nodiscard]] std::uint64_t from(std::size_t slot) const {
    const std::size_t word = slot / kBits, shift = slot % kBits;
    return shift == 0 ? free_[word] : free_[word] >> shift | free_[word + 1] << (kBits - shift);
  }

  std::vector<std::uint64_t> free_;
  std::size_t first_open_ = 0;
  std::size_t taken_end_ = 0;
};

}  // namespace

void Matcher::add_outputs(Node& node, const std::vector<std::pair<std::string_view, std::uint32_t>>& strings,
                          std::size_t first, std::size_t last) {
  if (first == last) return;
  node.first_output = static_cast<std::uint32_t>(outputs_.size());
  for (std::size_t i = first; i < last; ++i)
    outputs_.push_back({strings[i].second, i + 1 < last ? static_cast<std::uint32_t>(outputs_.size() + 1) : kNone});
}

Matcher::Matcher(std::vector<std::pair<std::string, std::uint32_t>> given, bool fold_ascii_case)
    : fold_(fold_ascii_case) {
  std::erase_if(given, [](const auto& entry) { return entry.first.empty(); });
  if (fold_)
    for (auto& [string, id] : given)
      for (char& c : string) c = static_cast<char>(kLower[static_cast<unsigned char>(c)]);
  // Views are sorted, not strings: they are moved about faster.
  std::vector<std::pair<std::string_view, std::uint32_t>> strings(given.begin(), given.end());
  sort_lists(strings);
  strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
  if (strings.empty()) {
    nodes_.resize(256);
    nodes_[0].parent = 0;
    return;
  }

  // Room for all at once: growing step by step would touch the memory twice.
  constexpr std::size_t kUsualNodes = 3;  // of a string
  nodes_.reserve(kUsualNodes * strings.size() + 512);
  nodes_.resize(512);
  nodes_[0].parent = 0;
  outputs_.reserve(strings.size());

  std::vector<Pending> work{{0, strings.size(), 0, 0}};
  FreeSlots free;
  free.take(0);
  std::vector<std::pair<unsigned char, std::size_t>> children;  // byte, first string
  while (!work.empty()) {
    const Pending group = work.back();
    work.pop_back();
    std::size_t first = group.first;
    while (first < group.last && strings[first].first.size() == group.depth) ++first;
    add_outputs(nodes_[group.node], strings, group.first, first);
    if (first == group.last) continue;
    if (const std::string_view only = strings[first].first; first == group.first && group.depth > 0 &&
                                                            group.depth >= text::decode(only, 0).length &&
                                                            strings[group.last - 1].first == only) {
      Node& node = nodes_[group.node];
      node.base = static_cast<std::uint32_t>(tails_.size());
      node.tail_size = static_cast<std::uint32_t>(only.size() - group.depth);
      tails_ += only.substr(group.depth);
      add_outputs(node, strings, first, group.last);
      continue;
    }

    children.clear();
    for (std::size_t i = first; i < group.last; ++i) {
      const auto byte = static_cast<unsigned char>(strings[i].first[group.depth]);
      if (children.empty() || children.back().first != byte) children.emplace_back(byte, i);
    }
    const std::uint32_t base = free.fit(children);
    nodes_[group.node].base = base;
    if (base + 256 > nodes_.size()) nodes_.resize(base + 512);
    for (std::size_t i = 0; i < children.size(); ++i) {
      const std::uint32_t place = base + children[i].first;
      nodes_[place].parent = group.node;
      free.take(place);
      work.push_back(
          {children[i].second, i + 1 < children.size() ? children[i + 1].second : group.last, group.depth + 1, place});
    }
  }
  // A step from any node stays inside: bases are at most the last slot taken, and bytes below 256.
  nodes_.resize(free.taken_end() + 256);
  find_first_nodes(strings);
}

void Matcher::find_first_nodes(const std::vector<std::pair<std::string_view, std::uint32_t>>& strings) {
  constexpr char32_t kEnd = 0x10000;
  pages_.assign(kEnd / kPage, 0);
  first_nodes_.assign(kPage, kNone);
  for (const auto& [string, id] : strings) {
    const text::Decoded c = text::decode(string, 0);
    if (c.code_point >= kEnd) continue;
    std::uint32_t& page = pages_[c.code_point / kPage];
    if (page == 0) {
      page = static_cast<std::uint32_t>(first_nodes_.size());
      first_nodes_.resize(page + kPage, kNone);
    }
    std::uint32_t& node = first_nodes_[page + c.code_point % kPage];
    if (node != kNone) continue;
    node = 0;
    for (const char byte : string.substr(0, c.length)) node = nodes_[node].base + static_cast<unsigned char>(byte);
  }
}

}  // namespace timeline::lexicon
