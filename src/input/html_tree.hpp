#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace timeline::input {

/// An element or text of a page. Nodes stand in document order, so that what a node holds is the range
/// [its index + 1, end).
struct HtmlNode {
  std::uint32_t parent = 0;
  std::uint32_t end = 0;
  GumboTag tag = GUMBO_TAG_UNKNOWN;  ///< of elements
  const GumboNode* raw = nullptr;
  bool is_text = false;

  /// The attribute's value, or empty. Views live as long as the tree.
  [[nodiscard]] std::string_view attribute(const char* name) const;
  [[nodiscard]] std::string_view text() const { return raw->v.text.text; }
};

/// A parsed page, flat: no walk over it recurses, however deep it is nested.
class HtmlTree {
 public:
  /// `page` is valid UTF-8 and must outlive the tree. Throws base::Error (named `name`) where elements are nested
  /// deeper than any page that people wrote.
  HtmlTree(std::string_view page, const std::string& name);

  [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return nodes_; }
  [[nodiscard]] const HtmlNode& operator[](std::size_t i) const { return nodes_[i]; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }

  /// All text inside the node, blanks collapsed.
  [[nodiscard]] std::string text_of(std::uint32_t node) const;

 private:
  struct Destroy {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
  };
  std::unique_ptr<GumboOutput, Destroy> output_;
  std::vector<HtmlNode> nodes_;
};

/// Appends the words with every run of white space as one space.
void append_collapsed(std::string_view words, std::string& to);

}  // namespace timeline::input
