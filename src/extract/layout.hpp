#pragma once

#include <memory>
#include <vector>

#include "lexicon/data_set.hpp"
#include "model/article.hpp"
#include "model/sentence.hpp"

namespace timeline::extract {

class LayoutRules;

/// Tells the article from what stands around it: splits title and body into sentences and marks captions and
/// noise (menus, other headlines, comments, reporter and copyright lines, scripts, a second copy of the body).
/// A sentence that begins with a reporter ("(서울=연합뉴스) 홍길동 기자 = …") or a photo credit is cut behind it.
/// Every character of the body that is not white space is in exactly one sentence.
class Layout {
 public:
  explicit Layout(const lexicon::DataSet& data);
  ~Layout();
  Layout(Layout&&) noexcept;
  Layout& operator=(Layout&&) noexcept;

  [[nodiscard]] std::vector<model::Sentence> sentences(const model::Article& article) const;

 private:
  std::unique_ptr<const LayoutRules> rules_;
};

}  // namespace timeline::extract
