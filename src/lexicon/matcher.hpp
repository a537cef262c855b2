#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace timeline::lexicon {

/// Finds many fixed strings in a text in one pass: a trie over UTF-8 bytes, laid out as a double array, with a
/// table of the code points at which any string begins, so that most characters cost one look.
/// Built once, then read by any number of threads.
///
///   Matcher matcher({{"지난달", 0}, {"지난", 1}});
///   matcher.scan("지난달 31일", [](std::uint32_t begin, std::uint32_t end, std::uint32_t id) { … });
///   // calls (0, 6, 1), then (0, 9, 0)
class Matcher {
 public:
  Matcher() = default;
  /// A string may stand there several times with different ids; empty strings are ignored. ASCII letters match
  /// in either case when `fold_ascii_case` is set.
  explicit Matcher(std::vector<std::pair<std::string, std::uint32_t>> strings, bool fold_ascii_case = false);

  /// Calls visit(begin, end, id) for every string that starts at byte `at`, shortest first.
  template <typename Visit>
  void at(std::string_view text, std::uint32_t at, Visit&& visit) const {
    if (at >= text.size()) return;
    auto [node, end] = first_character(text, at);
    if (node == kNone) return;
    const Node* const nodes = nodes_.data();
    const unsigned char* const folded = fold_ ? kLower.data() : kSame.data();
    while (true) {
      const std::uint32_t tail = nodes[node].tail_size;
      if (tail != 0) {
        if (!has_tail(text, end, nodes[node])) return;
        end += tail;
      }
      for (std::uint32_t out = nodes[node].first_output; out != kNone; out = outputs_[out].next)
        visit(at, end, outputs_[out].id);
      if (tail != 0 || end == text.size()) return;
      const std::uint32_t next = nodes[node].base + folded[static_cast<unsigned char>(text[end])];
      if (nodes[next].parent != node) return;
      node = next;
      ++end;
    }
  }

  /// Calls visit(begin, end, id) for every string at every character of the text, by begin, then shortest first.
  template <typename Visit>
  void scan(std::string_view text, Visit&& visit) const {
    for (std::uint32_t i = 0; i < text.size(); ++i)
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) at(text, i, visit);
  }

  /// The id and end of the longest string that starts at byte `at`, or {kNone, at}.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> longest(std::string_view text, std::uint32_t at) const {
    std::pair<std::uint32_t, std::uint32_t> best{kNone, at};
    this->at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) { best = {id, end}; });
    return best;
  }

  [[nodiscard]] bool empty() const { return outputs_.empty(); }

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

 private:
  struct Node {
    std::uint32_t base = 0;        // children stand at base + byte; the slots that follow the last node are empty
    std::uint32_t parent = kNone;  // so that a slot is only taken for a child of its own
    std::uint32_t first_output = kNone;
    // Where only one string goes on, no nodes are made for the rest of it: so many bytes stand in tails_ at `base`, and
    // the outputs are those at their end.
    std::uint32_t tail_size = 0;
  };
  struct Output {
    std::uint32_t id;
    std::uint32_t next;
  };

  static constexpr std::array<unsigned char, 256> kSame = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<unsigned char>(i);
    return table;
  }();
  static constexpr std::array<unsigned char, 256> kLower = [] {
    std::array<unsigned char, 256> table = kSame;
    for (std::size_t i = 'A'; i <= 'Z'; ++i) table[i] = static_cast<unsigned char>(i | 0x20);
    return table;
  }();
  /// The ids of equal strings, in the order in which they stand there.
  void add_outputs(Node& node, const std::vector<std::pair<std::string_view, std::uint32_t>>& strings,
                   std::size_t first, std::size_t last);
  /// Does the text go on at `at` with the tail of the node?
  [[nodiscard]] bool has_tail(std::string_view text, std::uint32_t at, const Node& node) const {
    if (text.size() - at < node.tail_size) return false;
    const unsigned char* const folded = fold_ ? kLower.data() : kSame.data();
    for (std::uint32_t i = 0; i < node.tail_size; ++i)
      if (folded[static_cast<unsigned char>(text[at + i])] != static_cast<unsigned char>(tails_[node.base + i]))
        return false;
    return true;
  }
  struct First {
    std::uint32_t node;  ///< kNone where no string begins with the character
    std::uint32_t end;
  };
  /// Where the trie stands behind the character at `at`. Those of up to three bytes are looked up; rarer ones are
  /// walked from the root.
  [[nodiscard]] First first_character(std::string_view text, std::uint32_t at) const {
    constexpr First kMiss{kNone, 0};
    const auto byte = [&](std::uint32_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    std::uint32_t code = 0, length = 1;
    if (pages_.empty()) return kMiss;
    if (lead < 0x80) {
      code = fold_ ? kLower[lead] : lead;
    } else if (lead < 0xE0) {
      length = 2;
      if (at + 1 >= text.size()) return kMiss;
      code = static_cast<std::uint32_t>((lead & 0x1F) << 6 | (byte(1) & 0x3F));
    } else if (lead < 0xF0) {
      length = 3;
      if (at + 2 >= text.size()) return kMiss;
      code = static_cast<std::uint32_t>((lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
    } else {
      return {0, at};
    }
    return {first_nodes_[pages_[code / kPage] + code % kPage], at + length};
  }
  /// Fills pages_ and first_nodes_ when all nodes are there.
  void find_first_nodes(const std::vector<std::pair<std::string_view, std::uint32_t>>& strings);

  static constexpr std::uint32_t kPage = 64;

  std::vector<Node> nodes_;
  std::vector<Output> outputs_;
  std::string tails_;
  // For each code point below U+10000 the node behind it: the pages of so many that have any, and one that has none.
  std::vector<std::uint32_t> pages_;
  std::vector<std::uint32_t> first_nodes_;
  bool fold_ = false;
};

}  // namespace timeline::lexicon
