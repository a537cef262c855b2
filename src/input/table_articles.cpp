#include "input/table_articles.hpp"

#include <algorithm>
#include <vector>

#include "input/fields.hpp"
#include "text/encoding.hpp"

namespace timeline::input {
namespace {

constexpr std::size_t kMaxColumns = 1000;

/// Reads records, which may go over several lines.
class Records {
 public:
  Records(Source& source, std::size_t limit) : source_(source), limit_(limit) {}

  enum class State : std::uint8_t { read, too_large, open_quote, end };

  /// The next record's cells as bytes, and the line on which it began.
  State next(char separator, std::vector<std::string>& cells) {
    cells.clear();
    begin_ = line_ + 1;
    std::string line;
    bool quoted = false;
    bool fresh = true;  // at the beginning of a cell
    std::size_t size = 0;
    do {
      const Source::Line state = source_.next_line(line, limit_);
      if (state == Source::Line::end) return fresh && cells.empty() && !quoted ? State::end : State::open_quote;
      ++line_;
      size += line.size();
      if (state == Source::Line::too_long || size > limit_) return State::too_large;
      if (quoted) cells.back() += '\n';
      if (!quoted) {
        if (line.empty()) {
          begin_ = line_ + 1;
          continue;
        }
        cells.emplace_back();
      }
      for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted) {
          if (c != '"') {
            cells.back() += c;
          } else if (i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += '"';
            ++i;
          } else {
            quoted = false;
          }
        } else if (c == separator) {
          if (cells.size() > kMaxColumns) return State::too_large;
          cells.emplace_back();
          fresh = true;
          continue;
        } else if (c == '"' && fresh) {
          quoted = true;
        } else {
          cells.back() += c;
        }
        fresh = false;
      }
      if (!quoted) fresh = true;
    } while (quoted || cells.empty());
    return State::read;
  }

  [[nodiscard]] std::uint32_t begin() const { return begin_; }

 private:
  Source& source_;
  std::size_t limit_;
  std::uint32_t line_ = 0;
  std::uint32_t begin_ = 0;
};

}  // namespace

void read_table(Source& source, char separator, const Rules& rules, const Options& options, const Sink& sink) {
  const auto issue = [&](std::uint32_t line, std::string message, bool whole) {
    sink.issue({.source = source.name(), .line = line, .message = std::move(message), .whole_source = whole});
  };
  const text::Encoding encoding = text::detect_encoding(source.peek(256 << 10));
  if (encoding == text::Encoding::binary) {
    issue(0, "is not a text (binary data)", true);
    return;
  }
  if (encoding == text::Encoding::utf16le || encoding == text::Encoding::utf16be) {
    StringStream stream(text::decode_as(source.rest(options.max_document * 8), encoding));
    Source decoded(stream, source.name());
    read_table(decoded, separator, rules, options, sink);
    return;
  }
  if (separator == ',') {
    const std::string_view header = source.peek(64 << 10);
    const std::string_view first = header.substr(0, header.find('\n'));
    const auto count = [&](char c) { return std::count(first.begin(), first.end(), c); };
    if (count(',') == 0 && count(';') > 0) separator = ';';
    if (count(',') == 0 && count('\t') > 0) separator = '\t';
  }
  Records records(source, options.max_document);
  std::vector<std::string> cells;
  const Records::State head = records.next(separator, cells);
  if (head != Records::State::read) {
    issue(1,
          head == Records::State::too_large
              ? "has more than " + std::to_string(kMaxColumns) + " columns, or a header of many MiB"
              : "has no header that can be read",
          true);
    return;
  }
  std::vector<std::optional<Field>> columns;
  for (std::string& cell : cells) columns.push_back(rules.field_names.of(text::decode_as(cell, encoding)));
  if (std::find(columns.begin(), columns.end(), Field::text) == columns.end()) {
    issue(1, "has no column for the text: the header must name one \"text\", \"content\" or \"body\"", true);
    return;
  }
  while (true) {
    const Records::State state = records.next(separator, cells);
    if (state == Records::State::end) return;
    if (state == Records::State::open_quote) {
      issue(records.begin(), "opens a quotation mark that never closes", false);
      return;
    }
    if (state == Records::State::too_large) {
      issue(records.begin(),
            "is larger than " + std::to_string(options.max_document >> 20) + " MiB or has too many columns", false);
      continue;
    }
    FieldValues values;
    for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i)
      if (columns[i])
        if (std::string& value = value_of(values, *columns[i]); value.empty())
          value = text::decode_as(cells[i], encoding);
    if (!take_fields(std::move(values), source.name(), records.begin(), rules, options, sink)) return;
  }
}

}  // namespace timeline::input
