#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace timeline::cli {

/// How a cell is shown where colour is on.
enum class Style : unsigned char { plain, strong, dim, accent, warning };

/// An aligned table for people: Korean is two columns wide, numbers stand to the right, and where a width is given
/// the widest columns are cut with … until the table fits. Texts must be `visible` already.
class TextTable {
 public:
  struct Column {
    std::string title;
    bool right = false;   ///< numbers
    bool fixed = false;   ///< never cut (ids, dates)
    bool yields = false;  ///< cut before all others
    bool kept = false;    ///< shown also where it is empty throughout
    Style style = Style::plain;
  };

  explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// As many cells as columns, all in `style` in place of the columns' own.
  void add(std::vector<std::string> cells, Style style);
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  /// The lines of the table; `width` 0: as wide as it wants. Columns that are empty throughout are left out
  /// unless they are `kept`.
  [[nodiscard]] std::string render(std::size_t width, bool color) const;

 private:
  struct Override {
    std::size_t row;
    Style style;
  };

  [[nodiscard]] std::vector<std::size_t> widths(std::size_t limit) const;
  [[nodiscard]] Style style_of(std::size_t row, std::size_t column) const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<Override> overrides_;  // by row, ascending
};

/// The text in the terminal's colours for `style`.
[[nodiscard]] std::string styled(const std::string& text, Style style, bool color);

}  // namespace timeline::cli
