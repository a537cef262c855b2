#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/table.hpp"
#include "query/sheet.hpp"

namespace timeline::cli {

/// The forms in which rows can be written.
enum class Format : unsigned char { table, json, jsonl, csv, tsv, markdown };

/// The names of all formats, for --format.
[[nodiscard]] std::vector<std::string> format_names();
/// The format of that name. The parser has seen to it that there is one.
[[nodiscard]] Format format_named(std::string_view name);

/// Writes rows of plain columns in one of the formats, one at a time. Only `table` waits for the end, to align.
class SheetWriter {
 public:
  /// `columns` are the keys in JSON and the headers elsewhere.
  SheetWriter(Context& context, Format format, std::vector<TextTable::Column> columns);

  /// Returns false once nobody reads any more.
  bool row(const std::vector<query::Cell>& cells);
  void end();

 private:
  void write_json(const std::vector<query::Cell>& cells);
  void write_separated(const std::vector<query::Cell>& cells);

  Context& context_;
  Format format_;
  std::vector<TextTable::Column> columns_;
  TextTable table_;
  bool first_ = true;
};

}  // namespace timeline::cli
