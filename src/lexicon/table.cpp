#include "lexicon/table.hpp"

#include <algorithm>

namespace timeline::lexicon {
namespace {

/// `expected`: about how many parts there are.
std::vector<std::string_view> split(std::string_view text, char separator, bool keep_empty, std::size_t expected) {
  std::vector<std::string_view> parts;
  parts.reserve(expected);
  while (true) {
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    if (keep_empty || !part.empty()) parts.push_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

base::Error fault_at(std::string_view path, std::uint32_t line, const std::string& what) {
  return {base::ExitStatus::input, "data/" + std::string(path) + ":" + std::to_string(line) + ": " + what,
          "see data/README.md for the format"};
}

}  // namespace

Table::Table(const DataSet& data, std::string_view path) : path_(path) {
  std::string_view content = data.file(path);
  std::uint32_t number = 0;
  std::string_view previous;
  while (!content.empty()) {
    ++number;
    const std::size_t end = content.find('\n');
    const std::string_view line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    if (line.empty() || line.front() == '#') continue;
    if (columns_.empty()) {
      columns_ = split(line, '\t', true, 8);
      continue;
    }
    Row row;
    row.table_ = this;
    row.cells_ = split(line, '\t', true, columns_.size());
    row.line_ = number;
    if (row.cells_.size() != columns_.size())
      throw fault_at(path_, number,
                     "has " + std::to_string(row.cells_.size()) + " cells, wanted " + std::to_string(columns_.size()));
    if (!previous.empty()) {
      if (line == previous) throw fault_at(path_, number, "stands twice");
      if (row.cells_[0] < previous.substr(0, previous.find('\t')))
        throw fault_at(path_, number, "is not sorted: '" + std::string(row.cells_[0]) + "' must stand earlier");
    }
    previous = line;
    rows_.push_back(std::move(row));
  }
  if (columns_.empty()) throw fault_at(path_, number, "names no columns");
}

std::string_view Table::Row::operator[](std::string_view column) const {
  const auto found = std::find(table_->columns_.begin(), table_->columns_.end(), column);
  if (found == table_->columns_.end()) throw fault("has no column '" + std::string(column) + "'");
  return cells_[static_cast<std::size_t>(found - table_->columns_.begin())];
}

std::vector<std::string_view> Table::Row::list(std::string_view column, char separator) const {
  return split((*this)[column], separator, false, 4);
}

base::Error Table::Row::fault(const std::string& what) const {
  return fault_at(table_->path_, line_, what);
}

}  // namespace timeline::lexicon
