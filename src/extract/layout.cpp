#include "extract/layout.hpp"

#include "extract/page.hpp"

namespace timeline::extract {

Layout::Layout(const lexicon::DataSet& data) : rules_(std::make_unique<const LayoutRules>(data)) {}
Layout::~Layout() = default;
Layout::Layout(Layout&&) noexcept = default;
Layout& Layout::operator=(Layout&&) noexcept = default;

std::vector<model::Sentence> Layout::sentences(const model::Article& article) const {
  std::vector<model::Sentence> sentences = Page(article, *rules_).sentences();
  if (!article.title.empty() && !article.title_in_body)
    sentences.insert(sentences.begin(), {.field = model::Field::title,
                                         .span = {0, static_cast<std::uint32_t>(article.title.size())},
                                         .role = model::SentenceRole::title});
  return sentences;
}

}  // namespace timeline::extract
