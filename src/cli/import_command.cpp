#include <exception>
#include <filesystem>
#include <memory>
#include <optional>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/importer.hpp"
#include "cli/interrupt.hpp"
#include "cli/own_names.hpp"
#include "cli/rules.hpp"
#include "cli/run_info.hpp"
#include "input/reader.hpp"

namespace timeline::cli {
namespace {

namespace fs = std::filesystem;

struct Settings {
  std::vector<std::string> paths;
  std::string published;
  std::int64_t jobs = 0;
  bool dry_run = false;
  bool refresh = false;
};

/// For a dry run: the database as it is, or an empty one where there is none.
store::Database open_for_trial(const Context& context) {
  std::error_code code;
  return fs::exists(context.global.database, code) ? open_for_reading(context)
                                                   : store::Database::in_memory(context.global.database);
}

/// Bytes of all files named, for the time left; 0 where standard input is among them.
std::uint64_t total_bytes(const std::vector<std::string>& paths) {
  std::uint64_t total = 0;
  std::error_code code;
  for (const std::string& path : paths) {
    if (path == "-") return 0;
    if (!fs::is_directory(path, code)) {
      const auto size = fs::file_size(path, code);
      total += code ? 0 : size;
      continue;
    }
    for (fs::recursive_directory_iterator entry(path, code), end; !code && entry != end; entry.increment(code))
      if (entry->is_regular_file(code)) total += entry->file_size(code);
  }
  return total;
}

/// Nothing is made or migrated for the sake of paths that are not there.
void check_paths(const std::vector<std::string>& paths) {
  std::error_code code;
  for (const std::string& path : paths)
    if (path == "-" || fs::exists(path, code)) return;
  throw base::Error(base::ExitStatus::input, paths.front() + ": there is no such file or folder");
}

std::string summary_text(const Settings& settings, const store::RunSummary& summary, const input::Counts& counts,
                         const std::string& database) {
  const auto part = [](std::size_t count, const char* what) {
    return count == 0 ? std::string() : ", " + std::to_string(count) + ' ' + what;
  };
  std::string parts = part(summary.added, "new") + part(summary.changed, settings.refresh ? "read again" : "changed") +
                      part(summary.same, "unchanged") + part(summary.refused, "refused");
  if (counts.unknown > 0)
    parts += part(counts.unknown,
                  counts.unknown == 1 ? "file of unknown type passed over" : "files of unknown type passed over");
  return database + ": " + (settings.dry_run ? "would be " : "") + (parts.empty() ? "nothing to do" : parts.substr(2)) +
         '\n';
}

base::ExitStatus run(Context& context, const Settings& settings) {
  if (settings.paths.empty() && !settings.refresh)
    throw base::Error(base::ExitStatus::usage, "import: PATH is missing",
                      "name files, folders or -, or give --refresh");
  const auto published = published_option(settings.published);
  const std::size_t jobs = thread_count(settings.jobs);
  if (!settings.paths.empty()) check_paths(settings.paths);
  lexicon::DataSet data = data_set(context);
  const store::Database database = settings.dry_run ? open_for_trial(context) : open_for_writing(context);
  add_own_names(data, database);
  const input::Reader reader(data, {.published = published});
  const std::string options = published ? "{\"published\":\"" + model::to_iso(*published) + "\"}" : "{}";
  const store::RunInfo run = run_info(data, options);
  std::optional<Interrupt> interrupt(std::in_place);
  Importer importer(context, database, data, run, jobs, total_bytes(settings.paths), settings.dry_run);
  bool stopped = false;
  if (settings.refresh)
    for (const std::int64_t id : store::stale_articles(database, run.data_digest))
      if (auto article = store::load_article(database, id); article && !stopped)
        stopped = !importer.add_again(std::move(*article));
  input::Counts counts;
  std::exception_ptr fault;  // of the database, not of the source that is being read: it ends the import
  if (!settings.paths.empty() && !stopped)
    counts = reader.read(settings.paths, {.article =
                                              [&](model::Article&& article) {
                                                try {
                                                  return importer.add(std::move(article));
                                                } catch (...) {
                                                  fault = std::current_exception();
                                                  return false;
                                                }
                                              },
                                          .issue = [&](input::Issue&& issue) { importer.refuse(issue); }});
  if (fault) std::rethrow_exception(fault);
  const store::RunSummary summary = importer.finish();
  context.out.write(summary_text(settings, summary, counts, database.path().string()));
  context.out.flush();
  if (stopped || counts.stopped) {
    context.note("stopped; what was read so far is stored, and the same command goes on from there");
    Interrupt::finish();
  }
  if (counts.issues == 0) return base::ExitStatus::done;
  return counts.articles == 0 ? base::ExitStatus::input : base::ExitStatus::partial;
}

}  // namespace

const Command kImport{
    .name = "import",
    .summary = "reads articles and stores what they tell",
    .examples =
        "timeline import news/                          # everything in a folder\n"
        "timeline import page.html export.jsonl\n"
        "curl -s https://example.org/feed | timeline import -\n"
        "timeline import --published 2025-10-31 note.txt  # for articles that carry no date\n"
        "timeline import --dry-run news/                # what would happen\n"
        "timeline import --refresh                      # read stored articles again with newer rules",
    .notes =
        "Reads plain text, HTML, JSONL (id, title, text, published, url, outlet, author; only text must be there) "
        "and folders of them. Importing the same thing again changes nothing; a changed article replaces its older "
        "version together with everything derived from it.\n"
        "Articles are stored in batches, each whole or not at all; after Ctrl-C or a crash the same command goes on "
        "where it stopped. An article that cannot be read is one line on standard error and a row of import_issue; "
        "the rest is imported and the exit status is 5.\n"
        "The rows are the same for any --jobs and any order of files.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.arguments("PATH", settings->paths, "files, folders, or - for standard input", false);
      options.text("--published", "DATE", settings->published, "publication date of articles that carry none");
      options.number("--jobs", "N", settings->jobs, "threads (default: one a core)");
      options.flag("--dry-run", settings->dry_run, "say what would happen and change nothing");
      options.flag("--refresh", settings->refresh, "read stored articles again that were read with other rules");
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
