#include "input/html_content.hpp"

#include <algorithm>
#include <cmath>

#include "text/utf8.hpp"

namespace timeline::input {
namespace {

using extract::NoiseWord;

constexpr std::uint32_t kCaption = 220;  // characters of an element that is a picture with its caption
constexpr std::size_t kShortBody = 300;  // bytes; less is no article yet

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

std::string squashed(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const text::Decoded c = text::decode(words, at);
    if (text::is_hangul_syllable(c.code_point) || text::is_latin(c.code_point) || text::is_digit(c.code_point) ||
        text::is_han(c.code_point))
      out.append(words, at, c.length);
    at += c.length;
  }
  return out;
}

}  // namespace

HtmlContent::HtmlContent(const HtmlTree& tree, const HtmlHints& hints, const extract::LayoutRules& rules)
    : tree_(tree),
      hints_(hints),
      rules_(rules),
      dropped_(tree.size()),
      favoured_(tree.size()),
      invisible_(tree.size()) {
  mark_dropped();
  read_blocks();
  mark_captions();
}

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

/// How much a line speaks for an article: prose for it, links and scraps against it.
double HtmlContent::weight(const HtmlBlock& block) {
  if (block.dropped || block.caption) return 0;
  const double n = block.characters;
  if (block.linked * 2 > block.characters) return -0.5 * n - 8;
  if (block.shape.statement && block.characters >= 15) return n;
  if (block.characters >= 40 || (block.table && block.shape.numbers > 0)) return 0.4 * n;
  return block.heading ? 0 : -6;
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
    if (block.heading || block.caption || block.characters > kCaption) continue;
    std::uint32_t node = block.node;
    for (int up = 0; up < 3 && node != 0; ++up, node = tree_[node].parent) {
      const std::uint32_t end = tree_[node].end;
      const std::uint32_t held = text[end] - text[node];
      if (held > kCaption || held * 3 > prose) break;  // a report of two sentences and a picture is all article
      if (tree_[node].tag == GUMBO_TAG_P || tree_[node].tag == GUMBO_TAG_ARTICLE)
        continue;  // pictures stand in paragraphs, too
      if (pictures[end] > pictures[node]) {
        block.caption = true;
        break;
      }
    }
  }
}

/// The element whose lines are most clearly an article: by the sum of their weights and by the heaviest run among them,
/// so that neither a page full of prose nor one paragraph of an article with much around it wins.
std::uint32_t HtmlContent::find_container() const {
  std::vector<double> total(tree_.size(), 0.0);
  std::vector<double> run(tree_.size(), 0.0);
  std::vector<double> heaviest(tree_.size(), 0.0);
  std::vector<std::uint32_t> lines(tree_.size(), 0);
  for (const HtmlBlock& block : blocks_) {
    const double own = weight(block);
    for (std::uint32_t node = block.node;; node = tree_[node].parent) {
      total[node] += own;
      lines[node] += own > 0;
      run[node] = std::max(run[node] + own, 0.0);
      heaviest[node] = std::max(heaviest[node], run[node]);
      if (node == 0) break;
    }
  }
  double best = -1e9;
  std::uint32_t found = 0;
  for (std::uint32_t i = 0; i < tree_.size(); ++i) {
    const HtmlNode& node = tree_[i];
    if (node.is_text || dropped_[i]) continue;
    double score = total[i];
    if (score > 0 && favoured_[i]) score *= 1.2;
    if (score > 0 && (node.tag == GUMBO_TAG_ARTICLE || node.tag == GUMBO_TAG_MAIN)) score *= 1.05;
    if (score >= best) {  // the innermost of equals
      best = score;
      found = i;
    }
  }
  // A single paragraph: a short report whose links and buttons outweigh it in every element around. Up to where its
  // heaviest run of lines is the whole report.
  while (found != 0 && lines[found] <= 1) {
    const std::uint32_t parent = tree_[found].parent;
    if (dropped_[parent] || (heaviest[parent] < heaviest[found] * 1.3 && lines[parent] > lines[found])) break;
    found = parent;
  }
  return found;
}

bool HtmlContent::is_article(const HtmlBlock& block, std::string_view title) const {
  if (block.dropped || block.caption) return false;
  const extract::Shape& shape = block.shape;
  if (block.linked * 10 >= block.characters * 7 && !(shape.stopped && block.characters >= 60)) return false;
  if (rules_.is_reporter(block.text, shape) || rules_.is_credit(block.text, shape)) return false;
  if (block.characters <= kCaption && rules_.trailing_credit(block.text) > 0) return false;
  if (shape.menu_only || shape.tags || shape.domain || shape.letters == 0) return false;
  if (shape.has(NoiseWord::copyright) && block.characters <= 160 && !shape.statement) return false;
  if (shape.has(NoiseWord::copyright) && block.characters <= 35) return false;
  if (shape.has(NoiseWord::tip) && block.characters <= 120) return false;
  if ((shape.begins_with(NoiseWord::related) || shape.begins_with(NoiseWord::comments)) && block.characters <= 80 &&
      !shape.stopped)
    return false;
  if (shape.begins_with(NoiseWord::caption) && block.characters <= 160) return false;
  const std::string words = squashed(block.text);
  const std::string headline = squashed(title);
  if (words.empty() || words == headline) return false;
  // The headline once more, with an outlet's name or shortened.
  return !(block.heading && words.size() >= 24 && headline.size() >= 24 &&
           (words.find(headline) != std::string::npos || headline.find(words) != std::string::npos));
}

/// What stands above and below an article inside its container: dates, categories; tags, buttons, other headlines.
void HtmlContent::trim_scraps(std::vector<const HtmlBlock*>& chosen) const {
  const auto is_prose = [](const HtmlBlock* block) {
    return (block->shape.statement && block->characters >= 15 && block->linked * 2 < block->characters) || block->table;
  };
  const auto last = std::find_if(chosen.rbegin(), chosen.rend(), is_prose);
  if (last == chosen.rend()) return;
  // Fragments below the last sentence stay only where they could be its list: beside it in the same element, no link,
  // no heading, no word of menus.
  const std::uint32_t beside = tree_[(*last)->node].parent;
  while (chosen.back() != *last) {
    const HtmlBlock* block = chosen.back();
    const bool list = (tree_[block->node].parent == beside || block->node == (*last)->node) && block->linked == 0 &&
                      !block->heading && block->characters >= 25 && block->shape.words == 0;
    if (list) break;
    chosen.pop_back();
  }
  const auto first = std::find_if(chosen.begin(), chosen.end(), is_prose);
  chosen.erase(std::remove_if(chosen.begin(), first,
                              [](const HtmlBlock* block) {
                                const bool dated = block->shape.numbers >= 3 && block->characters <= 80 &&
                                                   block->shape.letters <= 32 && !block->shape.statement;
                                return dated || block->characters <= 3 || block->shape.date_only;
                              }),
               first);
}

std::string HtmlContent::lines_in(std::uint32_t container, std::string_view title) const {
  std::vector<const HtmlBlock*> chosen;
  for (const HtmlBlock& block : blocks_)
    if (block.node >= container && block.node < tree_[container].end && is_article(block, title))
      chosen.push_back(&block);
  trim_scraps(chosen);
  std::string body;
  for (const HtmlBlock* block : chosen) {
    if (!body.empty()) body += '\n';
    body += block->text;
  }
  return body;
}

std::string HtmlContent::body(std::string_view title, std::string_view description) const {
  std::string body = lines_in(find_container(), title);
  if (body.size() >= kShortBody || description.empty()) return body;
  // Hardly a sentence on the page. What the page describes itself with is usually the article's beginning.
  std::string wanted = squashed(description);
  std::size_t cut = std::min<std::size_t>(wanted.size(), 36);
  while (!text::is_boundary(wanted, cut)) ++cut;
  wanted.resize(cut);
  if (wanted.size() < 18) return body;
  for (const HtmlBlock& block : blocks_) {
    if (block.dropped || !squashed(block.text).starts_with(wanted)) continue;
    std::string found = lines_in(block.node, title);
    if (found.size() < kShortBody) found = lines_in(tree_[block.node].parent, title);
    if (found.size() > body.size()) return found;
  }
  return body;
}

std::string HtmlContent::surroundings(std::string_view title) const {
  const std::string wanted = squashed(title);
  std::size_t from = 0;
  for (std::size_t i = 0; i < blocks_.size() && !wanted.empty(); ++i)
    if (blocks_[i].heading && squashed(blocks_[i].text).find(wanted) != std::string::npos) {
      from = i > 4 ? i - 4 : 0;
      break;
    }
  std::string text;
  for (std::size_t i = from; i < blocks_.size() && i < from + 40; ++i) {
    text += blocks_[i].text;
    text += '\n';
  }
  return text;
}

}  // namespace timeline::input
