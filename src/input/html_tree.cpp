#include "input/html_tree.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.hpp"

namespace timeline::input {
namespace {

// Real pages stay below a hundred. The parser's time grows with the square of the depth and its own clean-up recurses.
constexpr std::size_t kMaxDepth = 2000;
// The parser compares every attribute of an element with every other.
constexpr std::size_t kMaxAttributes = 2000;

/// Elements whose end tag may be left out; they do not add to the depth for certain.
bool end_may_be_missing(std::string_view name) {
  constexpr std::array<std::string_view, 32> kNames{
      "p",      "li",    "td",  "tr",    "th",   "dt",     "dd",   "option", "tbody", "thead", "tfoot",
      "br",     "img",   "hr",  "input", "meta", "link",   "area", "base",   "col",   "embed", "param",
      "source", "track", "wbr", "path",  "rect", "circle", "line", "use",    "html",  "body"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

/// The '>' that ends the tag whose name ends at `at`, and how many attributes it has.
std::pair<std::size_t, std::size_t> tag_end(std::string_view page, std::size_t at) {
  std::size_t attributes = 0;
  char quote = 0;
  char last = ' ';
  for (; at < page.size(); ++at) {
    const char c = page[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '>') break;
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/';
    if ((c == '"' || c == '\'') && last == '=') {
      quote = c;
      last = ' ';
      continue;
    }
    if (!blank && c != '=' && last == ' ') ++attributes;
    if (!blank)
      last = c;
    else if (last != '=')
      last = ' ';
  }
  return {at, attributes};
}

struct Measure {
  std::size_t depth = 0;       ///< elements inside one another
  std::size_t attributes = 0;  ///< of one element
};

/// What the parser will meet, told from the tags alone.
Measure measure(std::string_view page) {
  Measure most;
  std::size_t depth = 0;
  for (std::size_t at = page.find('<'); at != std::string_view::npos && at + 1 < page.size();
       at = page.find('<', at + 1)) {
    const bool closes = page[at + 1] == '/';
    std::size_t from = at + (closes ? 2 : 1);
    std::array<char, 12> letters{};
    std::size_t length = 0;
    while (from < page.size() && length < letters.size() &&
           (((page[from] | 0x20) >= 'a' && (page[from] | 0x20) <= 'z') ||
            (length > 0 && page[from] >= '0' && page[from] <= '9')))
      letters[length++] = static_cast<char>(page[from++] | 0x20);
    if (length == 0) continue;
    const std::string_view name(letters.data(), length);
    if (closes) {
      if (!end_may_be_missing(name)) depth -= depth > 0;
      continue;
    }
    const auto [end, attributes] = tag_end(page, from);
    most.attributes = std::max(most.attributes, attributes);
    at = std::min(end, page.size() - 1);
    if (name == "script" || name == "style") {
      const std::size_t close = page.find("</", at);
      if (close == std::string_view::npos) break;
      at = close - 1;
    } else if (!end_may_be_missing(name) && page[at - 1] != '/') {
      most.depth = std::max(most.depth, ++depth);
    }
  }
  return most;
}

}  // namespace

std::string_view HtmlNode::attribute(const char* name) const {
  if (is_text) return {};
  const GumboAttribute* found = gumbo_get_attribute(&raw->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

HtmlTree::HtmlTree(std::string_view page, const std::string& name) {
  const Measure most = measure(page);
  if (most.depth > kMaxDepth)
    throw base::Error(base::ExitStatus::input,
                      name + ": elements are nested more than " + std::to_string(kMaxDepth) + " deep",
                      "save the article's text instead");
  if (most.attributes > kMaxAttributes)
    throw base::Error(base::ExitStatus::input,
                      name + ": an element has more than " + std::to_string(kMaxAttributes) + " attributes",
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
