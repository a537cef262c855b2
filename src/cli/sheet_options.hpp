#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/event_options.hpp"
#include "cli/sheet_writer.hpp"
#include "query/sheets.hpp"

namespace timeline::cli {

/// A column of a sheet's table for people.
struct SheetColumn {
  const char* name;   ///< column of the view
  const char* title;  ///< small letters
  bool right = false;
  bool fixed = false;
  bool yields = false;
  Style style = Style::plain;
  /// What is shown, made from the value and that of the column `other`; nullptr: the value itself.
  std::string (*shown)(const std::string& value, const std::string& other) = nullptr;
  const char* other = nullptr;
};

/// The number of a row as people type it; nothing for an empty text. Throws Error(usage) that names `option`.
[[nodiscard]] std::optional<std::int64_t> row_number(const std::string& option, const std::string& text);

/// A plain number inside a value with its digits in groups of three: "14000000000000 KRW" is "14,000,000,000,000 KRW".
[[nodiscard]] std::string grouped_digits(const std::string& value, const std::string&);

/// Options and settings that facts, quotes, articles and entities share.
struct SheetOptions {
  EntityOptions entities;
  std::vector<std::string> on;
  std::string about, from, to, today, article, event;
  std::int64_t limit = 0;
  std::string format = "table";

  void define_time(OptionList& options, const std::string& of);
  void define_source(OptionList& options);
  void define_common(OptionList& options);
  /// The filter that all of these make; nothing where a name is unknown (said on stderr).
  [[nodiscard]] std::optional<query::SheetFilter> filter(const Context& context, SQLite::Database& database) const;
};

/// Calls `read` with a sink that writes its rows: as a table of the columns chosen for people, with all columns of
/// the view in every other format.
void write_sheet(Context& context, const std::string& format, std::span<const SheetColumn> shown,
                 const std::function<void(const query::SheetSink&)>& read);

}  // namespace timeline::cli
