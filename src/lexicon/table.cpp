#include "lexicon/table.hpp"

#include <algorithm>

namespace timeline::lexicon {
namespace {

void split(std::string_view text, char separator, std::vector<std::string_view>& parts) {
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return;
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
  const auto lines = static_cast<std::size_t>(std::count(content.begin(), content.end(), '\n')) + 1;
  rows_.reserve(lines);
  while (!content.empty()) {
    ++number;
    const std::size_t end = content.find('\n');
    const std::string_view line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    if (line.empty() || line.front() == '#') continue;
    if (columns_.empty()) {
      split(line, '\t', columns_);
      cells_.reserve(lines * columns_.size());
      continue;
    }
    const Row row(*this, cells_.size(), number);
    split(line, '\t', cells_);
    if (const std::size_t cells = cells_.size() - row.first_cell_; cells != columns_.size())
      throw fault_at(path_, number,
                     "has " + std::to_string(cells) + " cells, wanted " + std::to_string(columns_.size()));
    if (!previous.empty()) {
      if (line == previous) throw fault_at(path_, number, "stands twice");
      if (row[0] < previous.substr(0, previous.find('\t')))
        throw fault_at(path_, number, "is not sorted: '" + std::string(row[0]) + "' must stand earlier");
    }
    previous = line;
    rows_.push_back(row);
  }
  if (columns_.empty()) throw fault_at(path_, number, "names no columns");
}

std::size_t Table::column(std::string_view name, std::uint32_t line) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  if (found == columns_.end()) throw fault_at(path_, line, "has no column '" + std::string(name) + "'");
  return static_cast<std::size_t>(found - columns_.begin());
}

std::vector<std::string_view> Table::Row::list(std::string_view column, char separator) const {
  std::vector<std::string_view> parts;
  split((*this)[column], separator, parts);
  std::erase(parts, std::string_view());
  return parts;
}

base::Error Table::Row::fault(const std::string& what) const {
  return fault_at(table_->path_, line_, what);
}

}  // namespace timeline::lexicon
