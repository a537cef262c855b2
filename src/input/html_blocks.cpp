#include <algorithm>

#include "input/html_content.hpp"
#include "text/utf8.hpp"

// The page in lines: which elements break them, which hold nothing for readers, which stand beside a picture.
namespace timeline::input {
namespace {

bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_B:
    case GUMBO_TAG_I:
    case GUMBO_TAG_U:
    case GUMBO_TAG_S:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_KBD:
      return true;
    default:
      return false;
  }
}

/// Elements that never hold text for readers.
bool is_machine(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
      return true;
    default:
      return false;
  }
}

bool is_frame(GumboTag tag) {
  return tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_ASIDE;
}

bool is_heading(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

}  // namespace

void HtmlContent::mark_dropped() {
  // Text before each node, so that what an element holds is a difference.
  std::vector<std::uint32_t> before(tree_.size() + 1, 0);
  for (std::uint32_t i = 0; i < tree_.size(); ++i) {
    const HtmlNode& node = tree_[i];
    if (!node.is_text && is_machine(node.tag)) invisible_[i] = true;
    if (i > 0 && invisible_[node.parent]) invisible_[i] = true;
    if (!node.is_text && !invisible_[i]) {
      const std::string_view style = node.attribute("style");
      if (style.find("display:none") != std::string_view::npos ||
          style.find("display: none") != std::string_view::npos ||
          (node.raw->type == GUMBO_NODE_ELEMENT &&
           gumbo_get_attribute(&node.raw->v.element.attributes, "hidden") != nullptr))
        invisible_[i] = true;
    }
    before[i + 1] = before[i];
    if (node.is_text && !invisible_[i])
      before[i + 1] += static_cast<std::uint32_t>(std::count_if(
          node.text().begin(), node.text().end(), [](char c) { return static_cast<unsigned char>(c) > 0x20; }));
  }
  const std::uint32_t all = before[tree_.size()];
  for (std::uint32_t i = 0; i < tree_.size(); ++i) {
    const HtmlNode& node = tree_[i];
    if (i > 0 && dropped_[node.parent]) {
      dropped_[i] = true;
      continue;
    }
    if (node.is_text || invisible_[i]) continue;
    const HtmlHints::Hint hint = hints_.of(node);
    favoured_[i] = hint.body;
    // A name that says "not the article" is not believed of an element that holds most of the page.
    const bool small = (before[node.end] - before[i]) * 5 < all * 2;
    dropped_[i] = small && (is_frame(node.tag) || (hint.drop && !hint.body));
  }
}

void HtmlContent::read_blocks() {
  HtmlBlock block;
  std::uint32_t holder = 0;
  const auto flush = [&] {
    while (!block.text.empty() && block.text.back() == ' ') block.text.pop_back();
    if (!block.text.empty()) {
      block.shape = rules_.shape(block.text);
      block.characters = block.shape.characters;
      block.node = holder;
      blocks_.push_back(std::move(block));
    }
    block = {};
  };
  std::vector<std::uint32_t> open;  // block elements around the current node
  for (std::uint32_t i = 0; i < tree_.size(); ++i) {
    const HtmlNode& node = tree_[i];
    while (!open.empty() && i >= tree_[open.back()].end) {
      flush();
      open.pop_back();
      holder = open.empty() ? 0 : open.back();
    }
    if (node.is_text) {
      if (invisible_[i]) continue;
      const std::size_t size = block.text.size();
      append_collapsed(node.text(), block.text);
      bool linked = false;
      for (std::uint32_t up = node.parent; up != 0 && up != holder; up = tree_[up].parent)
        linked = linked || tree_[up].tag == GUMBO_TAG_A;
      linked = linked || tree_[holder].tag == GUMBO_TAG_A;
      if (linked)
        for (std::size_t k = size; k < block.text.size(); ++k)
          block.linked += block.text[k] != ' ' && text::is_boundary(block.text, k);
      if (dropped_[i]) block.dropped = true;
      continue;
    }
    if (node.tag == GUMBO_TAG_TD || node.tag == GUMBO_TAG_TH) {
      if (!block.text.empty() && block.text.back() != ' ') block.text += ' ';  // a row of a table is one line
    } else if (node.tag == GUMBO_TAG_BR || node.tag == GUMBO_TAG_HR) {
      flush();
    } else if (!is_inline(node.tag) || dropped_[i] != (i > 0 && dropped_[node.parent])) {
      flush();
      open.push_back(i);
      holder = i;
    }
    if (!open.empty() && holder == open.back()) {
      for (std::uint32_t up = holder;; up = tree_[up].parent) {
        block.heading = block.heading || is_heading(tree_[up].tag);
        block.table = block.table || tree_[up].tag == GUMBO_TAG_TR;
        block.caption = block.caption || tree_[up].tag == GUMBO_TAG_FIGCAPTION || tree_[up].tag == GUMBO_TAG_CAPTION;
        if (up == 0 || block.heading || block.caption) break;
      }
    }
  }
  flush();
}

/// Lines in a small element together with a picture are what the picture shows.
void HtmlContent::mark_captions() {
  std::vector<std::uint32_t> pictures(tree_.size() + 1, 0);
  std::vector<std::uint32_t> text(tree_.size() + 1, 0);
  std::uint32_t prose = 0;
  for (const HtmlBlock& block : blocks_) {
    text[block.node] += block.characters;
    if (!block.dropped && block.shape.statement && block.linked == 0) prose += block.characters;
  }
  for (std::size_t i = tree_.size(); i > 0; --i) text[i] = text[i - 1];
  text[0] = 0;
  for (std::uint32_t i = 0; i < tree_.size(); ++i) {
    pictures[i + 1] = pictures[i] + (!tree_[i].is_text && tree_[i].tag == GUMBO_TAG_IMG);
    text[i + 1] += text[i];
  }
  for (HtmlBlock& block : blocks_) {
    if (block.heading || block.caption || block.characters > HtmlBlock::kCaption) continue;
    std::uint32_t node = block.node;
    for (int up = 0; up < 3 && node != 0; ++up, node = tree_[node].parent) {
      const std::uint32_t end = tree_[node].end;
      const std::uint32_t held = text[end] - text[node];
      if (held > HtmlBlock::kCaption || held * 3 > prose)
        break;  // a report of two sentences and a picture is all article
      if (tree_[node].tag == GUMBO_TAG_P || tree_[node].tag == GUMBO_TAG_ARTICLE)
        continue;  // pictures stand in paragraphs, too
      if (pictures[end] > pictures[node]) {
        block.caption = true;
        break;
      }
    }
  }
}

}  // namespace timeline::input
