#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/layout_rules.hpp"
#include "input/html_hints.hpp"
#include "input/html_tree.hpp"

namespace timeline::input {

/// A line of the page as a reader sees it: the text between two breaks.
struct HtmlBlock {
  static constexpr std::uint32_t kCaption = 220;  ///< characters of an element that is a picture with its caption

  std::string text;
  std::uint32_t node = 0;  ///< the element that holds it
  std::uint32_t characters = 0;
  std::uint32_t linked = 0;  ///< of them inside links
  bool heading = false;
  bool caption = false;
  bool table = false;    ///< a row of a table
  bool dropped = false;  ///< in a part of the page that is not the article
  extract::Shape shape;
};

/// The page in lines, and the lines that are the article.
class HtmlContent {
 public:
  HtmlContent(const HtmlTree& tree, const HtmlHints& hints, const extract::LayoutRules& rules);

  [[nodiscard]] const std::vector<HtmlBlock>& blocks() const { return blocks_; }
  /// The article's text, a line for each block; without its headline `title`. Where the page has hardly a sentence,
  /// its own `description` shows where the article begins.
  [[nodiscard]] std::string body(std::string_view title, std::string_view description) const;
  /// All visible lines of the first `limit` blocks from the headline's neighbourhood on: where datelines stand.
  [[nodiscard]] std::string surroundings(std::string_view title) const;

 private:
  void mark_dropped();
  void read_blocks();
  void mark_captions();
  [[nodiscard]] static double weight(const HtmlBlock& block);
  [[nodiscard]] std::uint32_t find_container() const;
  [[nodiscard]] std::string lines_in(std::uint32_t container, std::string_view title) const;
  void trim_scraps(std::vector<const HtmlBlock*>& chosen) const;
  [[nodiscard]] bool is_article(const HtmlBlock& block, std::string_view title) const;

  const HtmlTree& tree_;
  const HtmlHints& hints_;
  const extract::LayoutRules& rules_;
  std::vector<bool> dropped_;  // by node
  std::vector<bool> favoured_;
  std::vector<bool> invisible_;
  std::vector<HtmlBlock> blocks_;
};

}  // namespace timeline::input
