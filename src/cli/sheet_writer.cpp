#include "cli/sheet_writer.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "cli/escape.hpp"
#include "cli/safe_text.hpp"

namespace timeline::cli {
namespace {

constexpr std::array<std::string_view, 6> kFormats{"table", "json", "jsonl", "csv", "tsv", "markdown"};

std::vector<query::Cell> titles(const std::vector<TextTable::Column>& columns) {
  std::vector<query::Cell> cells;
  for (const auto& column : columns) cells.emplace_back(column.title);
  return cells;
}

}  // namespace

std::vector<std::string> format_names() {
  return {kFormats.begin(), kFormats.end()};
}

Format format_named(std::string_view name) {
  std::size_t index = 0;
  while (index + 1 < kFormats.size() && kFormats[index] != name) ++index;
  return static_cast<Format>(index);
}

SheetWriter::SheetWriter(Context& context, Format format, std::vector<TextTable::Column> columns)
    : context_(context), format_(format), columns_(std::move(columns)), table_(columns_) {
  if (format_ == Format::json) context_.out.write("[");
  if (format_ == Format::csv || format_ == Format::tsv || format_ == Format::markdown)
    write_separated(titles(columns_));
  if (format_ == Format::markdown) {
    std::string line;
    for (const auto& column : columns_) line += column.right ? "| ---: " : "| --- ";
    context_.out.write(line + "|\n");
  }
}

bool SheetWriter::row(const std::vector<query::Cell>& cells) {
  switch (format_) {
    case Format::table: {
      std::vector<std::string> texts;
      for (const query::Cell& cell : cells) texts.push_back(visible(query::to_text(cell)));
      table_.add(std::move(texts));
      break;
    }
    case Format::json:
    case Format::jsonl:
      write_json(cells);
      break;
    default:
      write_separated(cells);
  }
  return !context_.out.closed();
}

void SheetWriter::write_json(const std::vector<query::Cell>& cells) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (std::size_t i = 0; i < cells.size(); ++i)
    std::visit(
        [&](const auto& value) {
          if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>)
            object[columns_[i].title] = nullptr;
          else
            object[columns_[i].title] = value;
        },
        cells[i]);
  if (format_ == Format::json) context_.out.write(first_ ? "\n" : ",\n");
  first_ = false;
  context_.out.write(json_text(object));
  if (format_ == Format::jsonl) context_.out.write("\n");
}

void SheetWriter::write_separated(const std::vector<query::Cell>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string text = query::to_text(cells[i]);
    if (format_ == Format::markdown)
      line += "| " + markdown_text(text) + ' ';
    else
      line += (i > 0 ? (format_ == Format::csv ? "," : "\t") : "") +
              (format_ == Format::csv ? csv_field(text) : tsv_field(text));
  }
  if (format_ == Format::markdown) line += '|';
  context_.out.write(line + "\n");
}

void SheetWriter::end() {
  if (format_ == Format::json) context_.out.write(first_ ? "]\n" : "\n]\n");
  if (format_ == Format::table) context_.out.write(table_.render(context_.out.width(), context_.color()));
}

}  // namespace timeline::cli
