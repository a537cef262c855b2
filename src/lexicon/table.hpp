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
    [[nodiscard]] std::string_view operator[](std::string_view column) const;
    /// The cell split at `separator`, empty parts dropped.
    [[nodiscard]] std::vector<std::string_view> list(std::string_view column, char separator = '|') const;
    [[nodiscard]] std::uint32_t line() const { return line_; }
    /// An error that names file and line of this row: `throw row.fault("unknown unit 'x'")`.
    [[nodiscard]] base::Error fault(const std::string& what) const;

   private:
    friend class Table;
    const Table* table_ = nullptr;
    std::vector<std::string_view> cells_;
    std::uint32_t line_ = 0;
  };

  /// Reads data.file(path). Cells are views into the data set, which must outlive the table.
  Table(const DataSet& data, std::string_view path);
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<std::string_view>& columns() const { return columns_; }

 private:
  std::string path_;
  std::vector<std::string_view> columns_;
  std::vector<Row> rows_;
};

}  // namespace timeline::lexicon
