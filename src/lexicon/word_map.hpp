#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace timeline::lexicon {

/// The words of a table and what it says of each. Filled once, then asked for every word of a text, mostly for ones
/// that it does not hold: an open hash table, in which a miss costs one hash of a few steps and one look.
///
///   WordMap<int> map;
///   map["달"] = 3;
///   map.find("달");  // a pointer to 3; null for a word that is not there
///
/// With std::string_view as `Key` the words stay where they are and must outlive the map.
template <typename Value, typename Key = std::string>
class WordMap {
 public:
  /// The value of the word, made where there is none yet.
  Value& operator[](std::string_view word) {
    if (entries_.size() * 2 >= slots_.size()) grow();
    Slot& slot = slots_[slot_of(word)];
    if (slot.entry == kEmpty) {
      slot = {static_cast<std::uint32_t>(hash(word)), static_cast<std::uint32_t>(entries_.size())};
      entries_.emplace_back(word, Value{});
    }
    return entries_[slot.entry].second;
  }
  /// Sets the value of a word that has none yet.
  void add(std::string_view word, Value value) {
    if (!contains(word)) (*this)[word] = std::move(value);
  }
  [[nodiscard]] const Value* find(std::string_view word) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[slot_of(word)];
    return slot.entry == kEmpty ? nullptr : &entries_[slot.entry].second;
  }
  [[nodiscard]] bool contains(std::string_view word) const { return find(word) != nullptr; }

 private:
  static constexpr std::uint32_t kEmpty = 0xFFFFFFFF;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = kEmpty;
  };

  [[nodiscard]] static std::uint64_t hash(std::string_view word) {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = word.size() * kOdd;
    for (; word.size() > sizeof mixed; word.remove_prefix(sizeof mixed)) mixed = mix(mixed, word) * kOdd;
    mixed = mix(mixed, word) * kOdd;
    return mixed ^ mixed >> 32;
  }
  /// With up to eight bytes of the word.
  [[nodiscard]] static std::uint64_t mix(std::uint64_t mixed, std::string_view word) {
    std::uint64_t bytes = 0;
    if (!word.empty()) std::memcpy(&bytes, word.data(), word.size() < sizeof bytes ? word.size() : sizeof bytes);
    return std::rotl(mixed, 29) ^ bytes;
  }
  /// Of the word, or the empty one where it would stand.
  [[nodiscard]] std::size_t slot_of(std::string_view word) const {
    const std::uint64_t wanted = hash(word);
    for (std::size_t at = wanted & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.entry == kEmpty ||
          (slot.hash == static_cast<std::uint32_t>(wanted) && entries_[slot.entry].first == word))
        return at;
    }
  }
  void grow() {
    const std::size_t size = slots_.empty() ? 16 : 2 * slots_.size();
    slots_.assign(size, {});
    for (std::size_t i = 0; i < entries_.size(); ++i)
      slots_[slot_of(entries_[i].first)] = {static_cast<std::uint32_t>(hash(entries_[i].first)),
                                            static_cast<std::uint32_t>(i)};
  }

  std::vector<std::pair<Key, Value>> entries_;
  std::vector<Slot> slots_;  // a power of two, at least half of them empty
};

}  // namespace timeline::lexicon
