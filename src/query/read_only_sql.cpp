#include "query/read_only_sql.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string_view>

#include "base/error.hpp"

namespace timeline::query {
namespace {

/// Pragmas that only tell something.
constexpr std::array<std::string_view, 15> kTelling{
    "collation_list", "compile_options", "data_version", "foreign_key_check", "foreign_key_list",
    "freelist_count", "function_list",   "index_info",   "index_list",        "index_xinfo",
    "page_count",     "quick_check",     "table_info",   "table_list",        "table_xinfo"};
/// Pragmas that tell something when they are given no value, and change it when they are.
constexpr std::array<std::string_view, 6> kTellingWithoutValue{"application_id", "encoding",       "integrity_check",
                                                               "page_size",      "schema_version", "user_version"};

bool is_telling(const char* name, const char* value) {
  const auto is = [&](std::string_view one) { return sqlite3_stricmp(name, std::string(one).c_str()) == 0; };
  return std::any_of(kTelling.begin(), kTelling.end(), is) ||
         (!value && std::any_of(kTellingWithoutValue.begin(), kTellingWithoutValue.end(), is));
}

int authorize(void*, int action, const char* first, const char* second, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return std::strcmp(second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA:
      return is_telling(first, second) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_UPDATE:
      // A virtual table (FTS5, pragma_table_info) declares its columns so. Nothing can be written all the same: the
      // connection is read-only.
      return std::strcmp(first, "sqlite_master") == 0 ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

/// Lets go of the authorizer when the statement is done.
class Guard {
 public:
  explicit Guard(sqlite3* handle) : handle_(handle) { sqlite3_set_authorizer(handle_, &authorize, nullptr); }
  ~Guard() { sqlite3_set_authorizer(handle_, nullptr, nullptr); }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

 private:
  sqlite3* handle_;
};

[[noreturn]] void refuse(const std::string& why, const std::string& hint = {}) {
  throw base::Error(base::ExitStatus::usage, "sql: " + why, hint);
}

Cell read_cell(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_TEXT:
      return std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)),
                         static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    case SQLITE_BLOB:
      return "(" + std::to_string(sqlite3_column_bytes(statement, column)) + " bytes)";
    default:
      return {};
  }
}

}  // namespace

void run_read_only(SQLite::Database& database, const std::string& sql, const SheetSink& sink) {
  sqlite3* handle = database.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_exec(handle, "PRAGMA query_only = ON", nullptr, nullptr, nullptr);
  const Guard guard(handle);
  sqlite3_stmt* raw = nullptr;
  const char* rest = nullptr;
  const int prepared = sqlite3_prepare_v2(handle, sql.c_str(), static_cast<int>(sql.size()) + 1, &raw, &rest);
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(raw, &sqlite3_finalize);
  if (prepared == SQLITE_AUTH)
    refuse("only reading is allowed (" + std::string(sqlite3_errmsg(handle)) + ")", "write a SELECT");
  if (prepared != SQLITE_OK) refuse(sqlite3_errmsg(handle), "`timeline sql` without SQL lists tables and views");
  if (!raw) refuse("there is no statement in it", "write a SELECT");
  sqlite3_stmt* second = nullptr;
  const int more = sqlite3_prepare_v2(handle, rest, -1, &second, nullptr);
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> discarded(second, &sqlite3_finalize);
  if (more != SQLITE_OK || second) refuse("one statement at a time", "leave out what follows the first ';'");
  if (!sqlite3_stmt_readonly(raw)) refuse("only reading is allowed", "write a SELECT");

  std::vector<std::string> columns;
  for (int i = 0; i < sqlite3_column_count(raw); ++i) columns.emplace_back(sqlite3_column_name(raw, i));
  sink.begin(columns);
  std::vector<Cell> cells(columns.size());
  for (;;) {
    const int code = sqlite3_step(raw);
    if (code == SQLITE_DONE) return;
    if (code == SQLITE_AUTH) refuse("only reading is allowed", "write a SELECT");
    if (code == SQLITE_ERROR) refuse(sqlite3_errmsg(handle));
    if (code != SQLITE_ROW) throw SQLite::Exception(handle, code);
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = read_cell(raw, static_cast<int>(i));
    if (!sink.row(cells)) return;
  }
}

}  // namespace timeline::query
