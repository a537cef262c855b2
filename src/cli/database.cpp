#include "cli/database.hpp"

#include <filesystem>

namespace timeline::cli {

store::Database open_for_reading(const Context& context) {
  return store::Database::open(context.global.database, store::Access::read);
}

store::Database open_existing(const Context& context) {
  std::error_code code;
  // Opening for reading says what is missing; opening for writing would make it.
  if (!std::filesystem::exists(context.global.database, code)) return open_for_reading(context);
  return open_for_writing(context);
}

store::Database open_for_writing(const Context& context) {
  store::Database database = store::Database::open(context.global.database, store::Access::write);
  const store::Migration& step = database.migration();
  if (step.backup)
    context.note(database.path().string() + ": schema brought from version " + std::to_string(step.from) + " to " +
                 std::to_string(step.to) + "; the file as it was is kept as " + step.backup->string());
  return database;
}

}  // namespace timeline::cli
