#include <filesystem>
#include <memory>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/rules.hpp"
#include "cli/run_info.hpp"
#include "cli/sheet_options.hpp"
#include "store/writer.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  std::vector<std::string> articles;
};

/// The articles of a number, an address, a path or an id of the source.
std::vector<std::int64_t> find_articles(SQLite::Database& database, const std::string& name) {
  const bool is_number = name.find_first_not_of("0123456789") == std::string::npos && name.size() < 19;
  SQLite::Statement statement(
      database, is_number ? "SELECT article_id FROM article WHERE article_id = ?"
                          : "SELECT article_id FROM article WHERE uri = ?1 OR uri = ?2 OR external_id = ?1");
  statement.bind(1, name);
  // Files are kept by their full path.
  if (!is_number) statement.bind(2, std::filesystem::absolute(name).lexically_normal().string());
  std::vector<std::int64_t> ids;
  while (statement.executeStep()) ids.push_back(statement.getColumn(0).getInt64());
  return ids;
}

base::ExitStatus run(Context& context, const Settings& settings) {
  const store::Database database = open_existing(context);
  std::vector<std::int64_t> ids;
  for (const std::string& name : settings.articles) {
    const auto found = find_articles(database.sqlite(), name);
    if (found.empty())
      throw base::Error(base::ExitStatus::usage, "forget: there is no article '" + name + "'",
                        "`timeline articles` shows numbers and where they came from; nothing was removed");
    ids.insert(ids.end(), found.begin(), found.end());
  }
  store::Writer writer(database, run_info(data_set(context), R"({"forget":true})"));
  for (const std::int64_t id : ids) writer.forget(id);
  writer.finish(utc_now());
  context.out.write(std::to_string(ids.size()) + (ids.size() == 1 ? " article" : " articles") +
                    " removed, with all that rested on " + (ids.size() == 1 ? "it" : "them") + '\n');
  return base::ExitStatus::done;
}

}  // namespace

const Command kForget{
    .name = "forget",
    .summary = "removes articles with everything that rests on them",
    .examples =
        "timeline forget 12                          # by number, from `timeline articles`\n"
        "timeline forget news/a.txt https://example.org/1",
    .notes =
        "Events that other articles tell as well stay, with what those say. A deleted file's article stays until it "
        "is forgotten.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.arguments("ARTICLE", settings->articles, "number, file, address or id of an article", true);
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
