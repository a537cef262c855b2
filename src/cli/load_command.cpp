#include <cstdio>
#include <memory>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/extraction_json.hpp"
#include "cli/interrupt.hpp"
#include "cli/line_reader.hpp"
#include "cli/progress.hpp"
#include "cli/rules.hpp"
#include "cli/run_info.hpp"
#include "store/writer.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  std::vector<std::string> paths;
};

constexpr std::size_t kBatch = 250;

base::ExitStatus run(Context& context, const Settings& settings) {
  std::vector<LineReader> inputs;
  for (const std::string& path : settings.paths)
    inputs.emplace_back(path);  // all must be there before anything is made
  const lexicon::DataSet data = data_set(context);
  const store::Database database = open_for_writing(context);
  store::Writer writer(database, run_info(data, R"({"loaded":true})"), event_types(data));
  const Interrupt interrupt;
  Progress progress(0);
  std::size_t in_batch = 0;
  for (LineReader& input : inputs) {
    std::string line;
    while (!Interrupt::requested() && input.next(line)) {
      if (line.empty()) continue;
      progress.add(1, line.size());
      try {
        auto [article, extraction] = extraction_from_json(line);
        if (article.uri.empty() && article.external_id.empty())
          article.uri = input.name() + ":" + std::to_string(input.number());
        if (writer.known(article) == store::Known::same) continue;
        writer.put(store::prepare(std::move(article), std::move(extraction)));
      } catch (const base::Error& error) {
        if (error.status() != base::ExitStatus::input) throw;
        progress.clear();
        context.note(input.name() + ":" + std::to_string(input.number()) + ": " + error.what());
        writer.refuse(input.name(), input.number(), error.what());
      }
      if (++in_batch % kBatch == 0) writer.commit();
    }
  }
  const store::RunSummary summary = writer.finish(utc_now());
  progress.clear();
  context.out.write(database.path().string() + ": " + std::to_string(summary.added) + " new, " +
                    std::to_string(summary.changed) + " changed, " + std::to_string(summary.same) + " unchanged, " +
                    std::to_string(summary.refused) + " refused\n");
  context.out.flush();
  if (Interrupt::requested()) {
    context.note("stopped; what was read so far is stored, and the same command goes on from there");
    Interrupt::finish();
  }
  if (summary.refused == 0) return base::ExitStatus::done;
  return summary.added + summary.changed + summary.same == 0 ? base::ExitStatus::input : base::ExitStatus::partial;
}

}  // namespace

const Command kLoad{
    .name = "load",
    .summary = "stores extractions, from `timeline extract` or any other extractor, after checking them",
    .examples =
        "timeline load extractions.jsonl\n"
        "timeline extract news/ | timeline load -",
    .notes =
        "A line is refused, with the reason, where its words do not stand in its text at the place given, where it "
        "points at a record that is not there, or names a day that does not exist. Events are brought together "
        "over all articles as with import.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.arguments("FILE", settings->paths, "JSONL files, or - for standard input", true);
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
