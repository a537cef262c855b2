#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/byline.hpp"
#include "lexicon/data_set.hpp"

namespace timeline::input {

/// Reads outlet and author from the lines around a headline: "한빛신문 | 홍길동 기자 | 2025. 12. 16. 07:30", "The
/// Hanbit Post",
/// "[한빛신문 홍길동 기자]". Outlets are told by the shape of their names (data/ko/layout_outlet.tsv).
class MastheadReader {
 public:
  explicit MastheadReader(const lexicon::DataSet& data);

  struct Masthead {
    std::string outlet;
    std::string author;
  };
  /// `head` is the text down to the first lines of the article.
  [[nodiscard]] Masthead read(std::string_view head, std::string_view title) const;

  /// Is it the name of an outlet and nothing else?
  [[nodiscard]] bool is_outlet(std::string_view words) const;
  /// "Maya Lindqvist": two or three capitalised words.
  [[nodiscard]] static bool is_name(std::string_view words);

 private:
  std::vector<std::string> endings_;
};

}  // namespace timeline::input
