#include "extract/layout.hpp"

#include "text/sentences.hpp"

namespace timeline::extract {

Layout::Layout(const lexicon::DataSet&) {}

std::vector<model::Sentence> Layout::sentences(const model::Article& article) const {
  std::vector<model::Sentence> sentences;
  if (!article.title.empty() && !article.title_in_body)
    sentences.push_back({.field = model::Field::title,
                         .span = {0, static_cast<std::uint32_t>(article.title.size())},
                         .role = model::SentenceRole::title});
  for (const base::Span span : text::split_sentences(article.body)) sentences.push_back({.span = span});
  return sentences;
}

}  // namespace timeline::extract
