#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/html_tree.hpp"
#include "lexicon/data_set.hpp"

namespace timeline::input {

/// What class and id names say of an element (data/en/layout_html.tsv).
class HtmlHints {
 public:
  explicit HtmlHints(const lexicon::DataSet& data);

  struct Hint {
    bool drop = false;
    bool body = false;
  };
  [[nodiscard]] Hint of(const HtmlNode& node) const;

 private:
  struct Word {
    std::string text;
    bool drop;
    bool whole;
  };
  void read_name(std::string_view name, Hint& hint) const;

  std::vector<Word> words_;
};

}  // namespace timeline::input
