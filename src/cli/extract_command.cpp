#include <memory>

#include "cli/all_commands.hpp"
#include "cli/extraction_json.hpp"
#include "cli/extraction_pool.hpp"
#include "cli/own_names.hpp"
#include "cli/progress.hpp"
#include "cli/rules.hpp"
#include "cli/run_info.hpp"
#include "extract/extractor.hpp"
#include "input/reader.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  std::vector<std::string> paths;
  std::string published, names;
  std::int64_t jobs = 0;
};

base::ExitStatus run(Context& context, const Settings& settings) {
  lexicon::DataSet data = data_set(context);
  if (!settings.names.empty()) add_own_names(data, store::Database::open(settings.names, store::Access::read));
  const input::Reader reader(data, {.published = published_option(settings.published)});
  const extract::Extractor extractor(data);
  Progress progress(0);
  ExtractionPool<std::string> pool(thread_count(settings.jobs), [&](model::Article&& article) {
    model::Extraction extraction = extractor.extract(article);
    return extraction_to_json(std::move(article), std::move(extraction)) + '\n';
  });
  const input::Counts counts = reader.read(settings.paths, {.article =
                                                                [&](model::Article&& article) {
                                                                  progress.add(1, article.body.size());
                                                                  pool.submit(std::move(article));
                                                                  while (pool.is_full()) context.out.write(pool.take());
                                                                  return !context.out.closed();
                                                                },
                                                            .issue =
                                                                [&](input::Issue&& issue) {
                                                                  progress.clear();
                                                                  context.note(input::to_string(issue));
                                                                }});
  while (!pool.is_empty()) context.out.write(pool.take());
  if (counts.issues == 0) return base::ExitStatus::done;
  return counts.articles == 0 ? base::ExitStatus::input : base::ExitStatus::partial;
}

}  // namespace

const Command kExtract{
    .name = "extract",
    .summary = "articles in, JSONL extractions out, no database",
    .examples =
        "timeline extract news/ > extractions.jsonl\n"
        "timeline extract news/ | timeline load -           # the same as timeline import news/\n"
        "timeline extract - < article.txt | jq .events",
    .notes =
        "One line for each article, in the order of the input: the article, its sentences, time expressions, entities "
        "with mentions and relations, quantities, events, facts and quotations. Places count characters; every record "
        "carries its words, and records point at one another by index. The result depends on nothing but the article, "
        "the rules, --names and --published, so the work can be spread over machines and loaded later.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.arguments("PATH", settings->paths, "files, folders, or - for standard input", true);
      options.text("--published", "DATE", settings->published, "publication date of articles that carry none");
      options.text("--names", "DB", settings->names,
                   "with the names that `timeline entities --add` gave this database");
      options.number("--jobs", "N", settings->jobs, "threads (default: one a core)");
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
