#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace timeline::query {

/// The WHERE of a query that grows with its filters: pieces of SQL written here, and values from outside that are
/// only ever bound.
class Conditions {
 public:
  using Value = std::variant<std::int64_t, double, std::string>;

  /// `sql` holds one ? for each value.
  void add(const std::string& sql, std::vector<Value> values = {});
  /// column IN (values); nothing where there are none.
  void any_of(const std::string& column, const std::vector<std::string>& values);
  void any_of(const std::string& column, const std::vector<std::int64_t>& values);

  /// " WHERE … AND …", or nothing.
  [[nodiscard]] const std::string& sql() const { return sql_; }
  void bind(SQLite::Statement& statement) const;

  /// "?, ?, ?"
  [[nodiscard]] static std::string marks(std::size_t count);
  /// A pattern for LIKE … ESCAPE '!' that finds `words` anywhere.
  [[nodiscard]] static std::string containing(const std::string& words);

 private:
  std::string sql_;
  std::vector<Value> values_;
};

}  // namespace timeline::query
