#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timeline::query {

/// What a typed name means in a database.
struct NameResult {
  std::vector<std::int64_t> entities;  ///< all that bear the name; empty: nobody does
  /// Where nobody of the kinds asked for bears it, but something of this kind does: `entities` are those.
  std::string other_kind;
  std::vector<std::string> nearest;  ///< names that might have been meant, nearest first, where nobody bears it
};

/// Looks a name up among canonical names, Korean and English names and aliases: "nvidia", "엔비디아", "NVDA" are one.
/// Upper and lower case, spaces, hyphens and dots do not matter. `kinds` empty: any kind.
[[nodiscard]] NameResult find_name(SQLite::Database& database, const std::string& name,
                                   const std::vector<std::string>& kinds);

/// Somebody for the years in which he worked for somebody else. Open sides are empty.
struct Tenure {
  std::int64_t entity = 0;
  std::string since, until;  ///< years

  [[nodiscard]] bool is_open() const { return since.empty() && until.empty(); }
  auto operator<=>(const Tenure&) const = default;
};

/// The people who work for the entities, with the years, and the products they make, as far as the database knows.
[[nodiscard]] std::vector<Tenure> people_of(SQLite::Database& database, const std::vector<std::int64_t>& entities);
[[nodiscard]] std::vector<std::int64_t> products_of(SQLite::Database& database,
                                                    const std::vector<std::int64_t>& entities);

}  // namespace timeline::query
