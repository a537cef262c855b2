#pragma once

#include <string_view>
#include <vector>

#include "extract/layout_rules.hpp"
#include "model/article.hpp"
#include "model/sentence.hpp"

namespace timeline::extract {

/// A sentence of the body on its way to a role.
struct Piece {
  base::Span span;
  std::uint32_t paragraph = 0;  ///< number of its line
  model::SentenceRole role = model::SentenceRole::body;
  Shape shape;

  [[nodiscard]] bool is_body() const { return role == model::SentenceRole::body; }
};

/// A line of the body that is not blank: its pieces [first, last).
struct Row {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  base::Span span;
  Shape shape;
};

/// The body as rows of pieces, and the passes that tell the article from the rest. Lives for one article.
class Page {
 public:
  Page(const model::Article& article, const LayoutRules& rules);

  /// Runs all passes and gives the sentences in order.
  [[nodiscard]] std::vector<model::Sentence> sentences();

 private:
  void cut_pieces();
  void add_piece(base::Span span, model::SentenceRole role);
  void gather_rows();

  void mark_copies();
  void mark_pieces();
  void mark_captions(std::size_t credit);
  void mark_rows();
  void mark_lists();
  void mark_below();
  void mark_tail();
  void mark_head();

  [[nodiscard]] bool has_body(const Row& row) const;
  void set_row(const Row& row, model::SentenceRole role);

  const model::Article& article_;
  const LayoutRules& rules_;
  std::string_view body_;
  std::vector<Piece> pieces_;
  std::vector<Row> rows_;
  std::size_t title_row_;  ///< the row that holds the headline; rows_.size(): none does
};

}  // namespace timeline::extract
