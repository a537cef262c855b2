#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/period.hpp"
#include "query/sheet.hpp"

namespace timeline::query {

/// What narrows the rows of the other views. What is empty does not narrow; what a sheet has no use for is ignored.
struct SheetFilter {
  std::vector<std::vector<std::int64_t>> entities{};  ///< each list: about at least one of these
  std::string about{};                                ///< words of the row, its sentence or its article
  std::vector<std::string> kinds{};                   ///< entity: kind
  std::vector<std::string> statuses{};                ///< fact: status
  std::vector<std::string> units{};                   ///< fact: unit
  std::vector<std::string> attributes{};              ///< fact: words of what is measured
  std::vector<std::string> outlets{};                 ///< article: name of the outlet
  std::vector<Period> on{};  ///< article: publication; fact: time it holds; quotation: time said
  std::optional<std::int64_t> article{};
  std::optional<std::int64_t> event{};
  std::int64_t limit = 0;  ///< 0: all
};

/// Rows of fact_sheet, in the order of publication and text.
void read_facts(SQLite::Database& database, const SheetFilter& filter, const SheetSink& sink);
/// Rows of quotation_sheet, likewise.
void read_quotations(SQLite::Database& database, const SheetFilter& filter, const SheetSink& sink);
/// Rows of article_overview, by publication.
void read_articles(SQLite::Database& database, const SheetFilter& filter, const SheetSink& sink);
/// Entities with aliases and counts, those of most events first; only those that articles name, unless `all`.
void read_entities(SQLite::Database& database, const SheetFilter& filter, bool all, const SheetSink& sink);

/// Runs SQL written in this program and hands on its rows.
void read_rows(SQLite::Statement& statement, const SheetSink& sink);

}  // namespace timeline::query
