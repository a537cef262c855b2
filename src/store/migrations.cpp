#include "store/migrations.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"
#include "base/sha256.hpp"
#include "store/statement.hpp"

namespace timeline::store {
namespace {

struct Step {
  int number;
  std::string_view name;
  std::string_view sql;
};

/// migrations/0001_initial.sql and so on, in order.
std::vector<Step> steps() {
  constexpr std::string_view kFolder = "migrations/";
  std::vector<Step> found;
  for (const base::EmbeddedFile& file : base::schema_files()) {
    if (!file.path.starts_with(kFolder)) continue;
    const std::string_view name = file.path.substr(kFolder.size());
    int number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    found.push_back({number, name, file.content});
  }
  return found;
}

void write_column_doc(SQLite::Database& database) {
  database.exec("DELETE FROM column_doc");
  Statement insert(database, "INSERT INTO column_doc (table_name, column_name, meaning) VALUES (?, ?, ?)");
  for (const base::EmbeddedFile& file : base::schema_files()) {
    if (file.path != "schema/column_doc.tsv") continue;
    std::string_view rest = file.content;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const std::size_t dot = line.find('.');
      const std::size_t tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string_view::npos || dot > tab) continue;
      insert.run(line.substr(0, dot), line.substr(dot + 1, tab - dot - 1), line.substr(tab + 1));
    }
  }
}

}  // namespace

int newest_version() {
  return steps().back().number;
}

void run_migrations(SQLite::Database& database, int from) {
  for (const Step& step : steps()) {
    if (step.number <= from) continue;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    // Another program may have been quicker.
    if (database.execAndGet("PRAGMA user_version").getInt() >= step.number) continue;
    database.exec(std::string(step.sql));
    Statement record(database, "INSERT INTO schema_migration VALUES (?, ?, ?)");
    record.run(step.number, step.name, base::sha256_hex(step.sql));
    write_column_doc(database);
    transaction.commit();
  }
}

}  // namespace timeline::store
