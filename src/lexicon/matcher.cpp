#include "lexicon/matcher.hpp"

#include <algorithm>

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

}  // namespace

Matcher::Matcher(std::vector<std::pair<std::string, std::uint32_t>> strings, bool fold_ascii_case)
    : fold_(fold_ascii_case) {
  std::erase_if(strings, [](const auto& entry) { return entry.first.empty(); });
  if (fold_)
    for (auto& [string, id] : strings)
      for (char& c : string) c = static_cast<char>(folded(static_cast<unsigned char>(c)));
  std::sort(strings.begin(), strings.end());
  strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
  nodes_.resize(512);
  nodes_[0].check = 0;
  if (strings.empty()) return;

  starts_.assign(0x10000 / 64, 0);
  for (const auto& [string, id] : strings)
    if (const char32_t c = text::decode(string, 0).code_point; c < 0x10000)
      starts_[c >> 6] |= std::uint64_t{1} << (c & 63);

  std::vector<Pending> work{{0, strings.size(), 0, 0}};
  std::uint32_t free_from = 1;  // no slot below is free
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

    std::vector<std::pair<unsigned char, std::size_t>> children;  // byte, first string
    for (std::size_t i = first; i < group.last; ++i) {
      const auto byte = static_cast<unsigned char>(strings[i].first[group.depth]);
      if (children.empty() || children.back().first != byte) children.emplace_back(byte, i);
    }
    while (free_from < nodes_.size() && nodes_[free_from].check != kNone) ++free_from;
    std::uint32_t base = free_from > children[0].first ? free_from - children[0].first : 1;
    const auto fits = [&] {
      return std::all_of(children.begin(), children.end(), [&](const auto& child) {
        const std::size_t slot = std::size_t{base} + child.first;
        return slot >= nodes_.size() || (slot != 0 && nodes_[slot].check == kNone);
      });
    };
    while (!fits()) ++base;
    if (base + 256 > nodes_.size()) nodes_.resize(std::max<std::size_t>(base + 512, nodes_.size() * 2));
    nodes_[group.node].base = base;
    for (std::size_t i = 0; i < children.size(); ++i) {
      const std::uint32_t slot = base + children[i].first;
      nodes_[slot].check = group.node;
      work.push_back(
          {children[i].second, i + 1 < children.size() ? children[i + 1].second : group.last, group.depth + 1, slot});
    }
  }
  while (nodes_.size() > 1 && nodes_.back().check == kNone) nodes_.pop_back();
}

std::pair<std::uint32_t, std::uint32_t> Matcher::longest(std::string_view text, std::uint32_t at) const {
  std::pair<std::uint32_t, std::uint32_t> best{kNone, at};
  this->at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) { best = {id, end}; });
  return best;
}

}  // namespace timeline::lexicon
