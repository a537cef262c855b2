#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace timeline::store {

/// Text that is stored as NULL where it is empty.
struct OrNull {
  std::string_view text;
};

/// A prepared statement that takes string_view without copying, is used many times, and throws SQLite::Exception.
///   Statement insert(database, "INSERT INTO outlet (name) VALUES (?)");
///   insert.run("연합뉴스");
///   Statement find(database, "SELECT outlet_id FROM outlet WHERE name = ?");
///   for (find.bind("연합뉴스"); find.step();) use(find.integer(0));
class Statement {
 public:
  Statement(const SQLite::Database& database, std::string_view sql) : database_(database.getHandle()) {
    check(sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                             &statement_, nullptr));
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Starts the statement afresh with these values. Text must live until the last step.
  template <typename... Values>
  void bind(const Values&... values) {
    sqlite3_reset(statement_);
    int at = 0;
    (put(++at, values), ...);
  }

  /// Goes to the next row; false when there is none, and the statement is free for the next bind.
  bool step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    sqlite3_reset(statement_);
    if (code != SQLITE_DONE) throw SQLite::Exception(database_, code);
    return false;
  }

  /// Frees the statement before its last row.
  void reset() { sqlite3_reset(statement_); }

  /// bind() and one step(), for what returns no rows. Gives the id of the row that an INSERT made.
  template <typename... Values>
  std::int64_t run(const Values&... values) {
    bind(values...);
    step();
    return sqlite3_last_insert_rowid(database_);
  }

  /// The first column of the first row, if there is one.
  template <typename... Values>
  std::optional<std::int64_t> find(const Values&... values) {
    bind(values...);
    if (!step()) return std::nullopt;
    const std::int64_t value = integer(0);
    sqlite3_reset(statement_);
    return value;
  }

  [[nodiscard]] bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  [[nodiscard]] double real(int column) const { return sqlite3_column_double(statement_, column); }
  /// Valid until the next step or bind; empty for NULL.
  [[nodiscard]] std::string_view text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                 : std::string_view();
  }

 private:
  void check(int code) {
    if (code != SQLITE_OK) throw SQLite::Exception(database_, code);
  }
  void put(int at, std::nullopt_t) { check(sqlite3_bind_null(statement_, at)); }
  void put(int at, std::string_view text) {
    check(sqlite3_bind_text64(statement_, at, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8));
  }
  void put(int at, OrNull value) { value.text.empty() ? put(at, std::nullopt) : put(at, value.text); }
  void put(int at, double value) { check(sqlite3_bind_double(statement_, at, value)); }
  template <std::integral Integer>
  void put(int at, Integer value) {
    check(sqlite3_bind_int64(statement_, at, static_cast<std::int64_t>(value)));
  }
  template <typename Value>
  void put(int at, const std::optional<Value>& value) {
    value ? put(at, *value) : put(at, std::nullopt);
  }

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace timeline::store
