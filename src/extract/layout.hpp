#pragma once

#include <vector>

#include "lexicon/data_set.hpp"
#include "model/article.hpp"
#include "model/sentence.hpp"

namespace timeline::extract {

/// Tells the article from what stands around it: splits title and body into sentences and marks captions and
/// noise (menus, other headlines, comments, reporter and copyright lines, a second copy of the body).
class Layout {
 public:
  explicit Layout(const lexicon::DataSet& data);

  [[nodiscard]] std::vector<model::Sentence> sentences(const model::Article& article) const;
};

}  // namespace timeline::extract
