#include "input/html_tree.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"

namespace timeline::input {
namespace {

// Real pages stay below a hundred. The parser's time grows with the square of the depth and its own clean-up recurses.
constexpr std::size_t kMaxDepth = 2000;

/// Elements whose end tag may be left out; they do not add to the depth for certain.
bool end_may_be_missing(std::string_view name) {
  constexpr std::array<std::string_view, 32> kNames{
      "p",      "li",    "td",  "tr",    "th",   "dt",     "dd",   "option", "tbody", "thead", "tfoot",
      "br",     "img",   "hr",  "input", "meta", "link",   "area", "base",   "col",   "embed", "param",
      "source", "track", "wbr", "path",  "rect", "circle", "line", "use",    "html",  "body"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

/// How deep elements are nested, told from the tags alone.
std::size_t nesting(std::string_view page) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (std::size_t at = page.find('<'); at != std::string_view::npos && at + 1 < page.size();
       at = page.find('<', at + 1)) {
    const bool closes = page[at + 1] == '/';
    std::size_t from = at + (closes ? 2 : 1);
    std::array<char, 12> name{};
    std::size_t length = 0;
    while (from < page.size() && length < name.size() &&
           (((page[from] | 0x20) >= 'a' && (page[from] | 0x20) <= 'z') ||
            (length > 0 && page[from] >= '0' && page[from] <= '9')))
      name[length++] = static_cast<char>(page[from++] | 0x20);
    if (length == 0) continue;
    if (!closes &&
        (std::string_view(name.data(), length) == "script" || std::string_view(name.data(), length) == "style")) {
      const std::size_t end = page.find("</", from);
      if (end == std::string_view::npos) break;
      at = end - 1;
      continue;
    }
    if (end_may_be_missing({name.data(), length})) continue;
    if (closes) {
      depth -= depth > 0;
    } else {
      const std::size_t end = page.find('>', from);
      if (end != std::string_view::npos && page[end - 1] == '/') continue;
      deepest = std::max(deepest, ++depth);
    }
  }
  return deepest;
}

}  // namespace

std::string_view HtmlNode::attribute(const char* name) const {
  if (is_text) return {};
  const GumboAttribute* found = gumbo_get_attribute(&raw->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

HtmlTree::HtmlTree(std::string_view page, const std::string& name) {
  if (nesting(page) > kMaxDepth)
    throw base::Error(base::ExitStatus::input,
                      name + ": elements are nested more than " + std::to_string(kMaxDepth) + " deep",
                      "save the article's text instead");
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  output_.reset(gumbo_parse_with_options(&options, page.data(), page.size()));
  struct Open {
    const GumboNode* node;
    std::uint32_t index;
    unsigned next;
  };
  std::vector<Open> stack;
  const auto enter = [&](const GumboNode* node, std::uint32_t parent) {
    HtmlNode item{.parent = parent, .raw = node};
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        item.is_text = true;
        item.end = index + 1;
        nodes_.push_back(item);
        return;
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        item.tag = node->v.element.tag;
        nodes_.push_back(item);
        stack.push_back({node, index, 0});
        return;
      default:
        return;
    }
  };
  enter(output_->root, 0);
  while (!stack.empty()) {
    Open& open = stack.back();
    const GumboVector& children = open.node->v.element.children;
    if (open.next == children.length) {
      nodes_[open.index].end = static_cast<std::uint32_t>(nodes_.size());
      stack.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[open.next++]);
    enter(child, open.index);
  }
}

std::string HtmlTree::text_of(std::uint32_t node) const {
  std::string text;
  for (std::uint32_t i = node; i < nodes_[node].end; ++i)
    if (nodes_[i].is_text) append_collapsed(nodes_[i].text(), text);
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

void append_collapsed(std::string_view words, std::string& to) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    const bool no_break = c == '\xC2' && i + 1 < words.size() && words[i + 1] == '\xA0';
    if (no_break || c == ' ' || (c >= '\t' && c <= '\r')) {
      i += no_break;
      if (!to.empty() && to.back() != ' ' && to.back() != '\n') to += ' ';
    } else {
      to += c;
    }
  }
}

}  // namespace timeline::input
