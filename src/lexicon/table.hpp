#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "lexicon/data_set.hpp"

namespace timeline::lexicon {

/// One data file as rows of cells. The format of every file in data/:
///   - lines that start with '#' are comments; the first lines say what the file is for and what its columns mean;
///   - the first other line names the columns, separated by tabs;
///   - every further line is a row with as many cells, sorted by its first cell (bytes), without repeats of a whole
///   row.
/// A file that breaks this stops the program with its name and line.
class Table {
 public:
  class Row {
   public:
    /// The cell of the named column; throws Error where the file has no such column.
    [[nodiscard]] std::string_view operator[](std::string_view column) const {
      return (*this)[table_->column(column, line_)];
    }
    /// The same by the number of the column, for tables of a thousand rows.
    [[nodiscard]] std::string_view operator[](std::size_t column) const { return table_->cells_[first_cell_ + column]; }
    /// The cell split at `separator`, empty parts dropped.
    [[nodiscard]] std::vector<std::string_view> list(std::string_view column, char separator = '|') const;
    [[nodiscard]] std::uint32_t line() const { return line_; }
    /// An error that names file and line of this row: `throw row.fault("unknown unit 'x'")`.
    [[nodiscard]] base::Error fault(const std::string& what) const;

   private:
    friend class Table;
    Row(const Table& table, std::size_t first_cell, std::uint32_t line)
        : table_(&table), first_cell_(first_cell), line_(line) {}

    const Table* table_;
    std::size_t first_cell_;
    std::uint32_t line_;
  };

  /// Reads data.file(path). Cells are views into the data set, which must outlive the table.
  Table(const DataSet& data, std::string_view path);
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  /// The number of the named column; throws Error where there is none. `line` is told then.
  [[nodiscard]] std::size_t column(std::string_view name, std::uint32_t line = 0) const;

 private:
  std::string path_;
  std::vector<std::string_view> columns_;
  std::vector<std::string_view> cells_;  // of all rows
  std::vector<Row> rows_;
};

}  // namespace timeline::lexicon
