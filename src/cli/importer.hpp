#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "cli/command.hpp"
#include "cli/extraction_pool.hpp"
#include "cli/progress.hpp"
#include "extract/extractor.hpp"
#include "input/source.hpp"
#include "store/writer.hpp"

namespace timeline::cli {

/// Articles into a database: extracted in several threads, written by one in the order in which they came, a batch at a
/// time. The rows are the same for any number of threads.
class Importer {
 public:
  /// With `dry`, nothing is written; what would happen is printed.
  Importer(Context& context, const store::Database& database, const lexicon::DataSet& data, store::RunInfo run,
           std::size_t jobs, std::uint64_t total_bytes, bool dry);

  /// Takes an article unless it is stored already, the same. False: stop, somebody pressed Ctrl-C.
  bool add(model::Article&& article);
  /// Reads an article again that is stored, whatever its hash says.
  bool add_again(model::Article&& article);
  /// Something that could not be read: said on stderr and stored.
  void refuse(const input::Issue& issue);
  /// Writes all that is under way. Returns what was done.
  store::RunSummary finish();

 private:
  void submit(model::Article&& article, std::string key);
  void store_next();
  bool go_on();

  static constexpr std::size_t kBatch = 250;

  Context& context_;
  extract::Extractor extractor_;
  store::Writer writer_;
  Progress progress_;
  bool dry_;
  store::RunSummary dry_summary_;
  std::unordered_map<std::string, std::size_t> under_way_;  // source keys
  std::size_t in_batch_ = 0;
  ExtractionPool<store::Prepared> pool_;  // last: its threads end before what they use
};

}  // namespace timeline::cli
