#include "cli/database.hpp"

namespace timeline::cli {

store::Database open_for_reading(const Context& context) {
  return store::Database::open(context.global.database, store::Access::read);
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
