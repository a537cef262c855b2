#include "input/html_content.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace timeline::input {
namespace {

using extract::NoiseWord;

constexpr std::size_t kShortBody = 300;  // bytes; less is no article yet

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

/// How much a line speaks for an article: prose for it, links and scraps against it.
double HtmlContent::weight(const HtmlBlock& block) {
  if (block.dropped || block.caption) return 0;
  const double n = block.characters;
  if (block.linked * 2 > block.characters) return -0.5 * n - 8;
  if (block.shape.statement && block.characters >= 15) return n;
  if (block.characters >= 40 || (block.table && block.shape.numbers > 0)) return 0.4 * n;
  return block.heading ? 0 : -6;
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
  if (block.characters <= HtmlBlock::kCaption && rules_.trailing_credit(block.text) > 0) return false;
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
