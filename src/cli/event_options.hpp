#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "query/event_query.hpp"

namespace timeline::cli {

/// The options that choose entities: --company, --person and so on.
struct EntityOptions {
  std::vector<std::string> companies, people, organizations, products, places;
  bool with_people = false;
  bool with_products = false;

  void define(OptionList& options);
  /// The entities of each option that was given; nothing where one names somebody nobody knows, which is said on
  /// stderr with the nearest names. With `tenures`, people of --with-people whose years in office are known come there,
  /// a list for each option; else they count whenever it was.
  [[nodiscard]] std::optional<std::vector<std::vector<std::int64_t>>> resolve(
      const Context& context, SQLite::Database& database,
      std::vector<std::vector<query::Tenure>>* tenures = nullptr) const;
};

/// The options that choose events, shared by query and export.
struct EventOptions {
  std::string text;
  EntityOptions entities;
  std::vector<std::string> types, statuses, bases, on, periods;
  std::string from, to, about, today, confidence;
  std::string sort = "date";
  std::int64_t limit = 0;

  void define(OptionList& options);
  /// The ids of the events that pass, in order.
  [[nodiscard]] std::vector<std::int64_t> find(const Context& context, SQLite::Database& database) const;
};

}  // namespace timeline::cli
