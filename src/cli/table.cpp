#include "cli/table.hpp"

#include <algorithm>
#include <utility>

#include "cli/safe_text.hpp"
#include "text/width.hpp"

namespace timeline::cli {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeast = 8;  // a column is not cut below this many columns of the terminal

}  // namespace

std::string styled(const std::string& text, Style style, bool color) {
  if (!color || style == Style::plain || text.empty()) return text;
  const char* code = style == Style::strong ? "1" : style == Style::dim ? "2" : style == Style::accent ? "36" : "33";
  return std::string("\033[") + code + 'm' + text + "\033[0m";
}

void TextTable::add(std::vector<std::string> cells, Style style) {
  overrides_.push_back({.row = rows_.size(), .style = style});
  rows_.push_back(std::move(cells));
}

Style TextTable::style_of(std::size_t row, std::size_t column) const {
  const auto found = std::lower_bound(overrides_.begin(), overrides_.end(), row,
                                      [](const Override& one, std::size_t wanted) { return one.row < wanted; });
  return found != overrides_.end() && found->row == row ? found->style : columns_[column].style;
}

std::vector<std::size_t> TextTable::widths(std::size_t limit) const {
  std::vector<std::size_t> widths(columns_.size(), 0);
  std::size_t total = 0;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    for (const auto& row : rows_) widths[column] = std::max(widths[column], text::display_width(row[column]));
    if (widths[column] == 0 && !columns_[column].kept) continue;  // left out
    widths[column] = std::max(widths[column], text::display_width(columns_[column].title));
    total += widths[column] + (total > 0 ? kGap : 0);
  }
  // Columns that yield go down first, as far as they may; then the widest, again and again.
  for (const bool yielding : {true, false}) {
    const auto may_shrink = [&](std::size_t column) {
      return !columns_[column].fixed && widths[column] > kLeast && (!yielding || columns_[column].yields);
    };
    while (limit > 0 && total > limit) {
      std::size_t widest = columns_.size();
      for (std::size_t column = 0; column < columns_.size(); ++column)
        if (may_shrink(column) && (widest == columns_.size() || widths[column] > widths[widest])) widest = column;
      if (widest == columns_.size()) break;
      --widths[widest];
      --total;
    }
  }
  return widths;
}

std::string TextTable::render(std::size_t width, bool color) const {
  if (rows_.empty()) return {};
  const std::vector<std::size_t> limits = widths(width);
  std::size_t last = columns_.size();
  for (std::size_t column = 0; column < columns_.size(); ++column)
    if (limits[column] > 0) last = column;
  std::string out;
  const auto put = [&](const std::string& cell, std::size_t column, Style style) {
    if (limits[column] == 0) return;
    const std::string text = fit(cell, limits[column]);
    const std::size_t used = text::display_width(text);
    const std::string space(limits[column] - std::min(used, limits[column]), ' ');
    if (columns_[column].right) out += space;
    out += styled(text, style, color);
    if (column != last) out += (columns_[column].right ? std::string() : space) + std::string(kGap, ' ');
  };
  const auto end_line = [&] {
    while (!out.empty() && out.back() == ' ') out.pop_back();
    out += '\n';
  };
  for (std::size_t column = 0; column < columns_.size(); ++column) put(columns_[column].title, column, Style::dim);
  end_line();
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    for (std::size_t column = 0; column < columns_.size(); ++column)
      put(rows_[row][column], column, style_of(row, column));
    end_line();
  }
  return out;
}

}  // namespace timeline::cli
