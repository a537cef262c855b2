#pragma once

#include <string>
#include <string_view>

#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"

namespace timeline::input {

/// Finds who wrote an article in its own text: "박선영 기자", "[서울=뉴시스] 홍길동 특파원 =", "By Jane Doe".
class BylineReader {
 public:
  explicit BylineReader(const lexicon::DataSet& data);

  /// The first name with its role, as written; empty where there is none.
  [[nodiscard]] std::string find(std::string_view text) const;

 private:
  lexicon::Matcher roles_;
};

}  // namespace timeline::input
