#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timeline::temporal {

/// A sentence with plain single spaces: pages set U+00A0 and its kin between a number and its word, typists two spaces.
/// Three and more are the columns of a table and stay.
class EvenSpaces {
 public:
  explicit EvenSpaces(std::string_view sentence);

  /// Are the spaces as they should be already? Then nothing was copied.
  [[nodiscard]] bool even() const { return places_.empty(); }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Where byte `at` of text() stands in the sentence.
  [[nodiscard]] std::uint32_t place(std::uint32_t at) const { return places_[at]; }

 private:
  std::string text_;
  std::vector<std::uint32_t> places_;
};

}  // namespace timeline::temporal
