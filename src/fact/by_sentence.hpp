#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace timeline::fact {

/// The records of each sentence, by number.
class BySentence {
 public:
  BySentence() = default;
  template <typename Record>
  explicit BySentence(const std::vector<Record>& records) {
    for (std::uint32_t i = 0; i < records.size(); ++i) order_.emplace_back(records[i].sentence, i);
    std::sort(order_.begin(), order_.end());
  }
  [[nodiscard]] std::vector<std::uint32_t> of(std::uint32_t sentence) const {
    std::vector<std::uint32_t> found;
    for (auto at = std::lower_bound(order_.begin(), order_.end(), std::pair{sentence, 0U});
         at != order_.end() && at->first == sentence; ++at)
      found.push_back(at->second);
    return found;
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order_;
};

}  // namespace timeline::fact
