#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.hpp"
#include "model/extraction.hpp"
#include "store/database.hpp"

namespace timeline::store {

/// Who writes, with which rules. Times are given by the caller; the store reads no clock.
struct RunInfo {
  std::string program_version;
  std::string data_digest;     ///< lexicon::DataSet::digest()
  std::string options = "{}";  ///< options that change results, as JSON
  std::string started_at;      ///< ISO 8601, UTC; may be empty
};

/// A row of the closed list of event types (data/events/types.tsv).
struct EventTypeLabel {
  std::string name;
  std::string label_ko;
  std::string label_en;
};

/// How an article stands to what is stored already.
enum class Known { absent, same, changed };

/// What a run has done so far.
struct RunSummary {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t same = 0;
  std::size_t refused = 0;
};

struct PreparedArticle;
struct PreparedArticleDeleter {
  void operator()(PreparedArticle* article) const;
};
/// An article with everything derived from it, ready to be written. Owned by whoever holds it.
using Prepared = std::unique_ptr<PreparedArticle, PreparedArticleDeleter>;

/// The part of storing that needs no database: hashes, character offsets, search terms, the fingerprint for copies.
/// A pure function, to be called in the threads that extract.
[[nodiscard]] Prepared prepare(model::Article article, model::Extraction extraction);

/// Writes articles in batches: everything between two commits is in the file whole or not at all. One writer at a
/// time; others wait for Database::kBusyMilliseconds. All failures are base::Error(ExitStatus::database).
///
///   Writer writer(database, run);
///   if (writer.known(article) != Known::same) writer.put(prepare(article, extractor.extract(article)));
///   writer.commit();                      // every hundred articles or so
///   writer.finish("2025-12-22T09:00:00Z");
class Writer {
 public:
  Writer(const Database& database, RunInfo run, std::span<const EventTypeLabel> event_types = {});
  /// Takes back what was not committed.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Decided by hashes, before extraction. Articles of the current batch count as stored. A `same` is counted.
  [[nodiscard]] Known known(const model::Article& article);

  /// Stores an article, or replaces the one with the same identity together with everything derived from it.
  void put(Prepared article);

  /// Records input that was refused (counted) or doubtful. `line` counts from 1; 0 means the whole input.
  void refuse(std::string_view uri, std::uint32_t line, std::string_view message);
  void warn(std::string_view uri, std::uint32_t line, std::string_view message);

  /// Removes an article with all that rests on it; false where there is none with this id.
  bool forget(std::int64_t article_id);

  /// Works out which mentions are one event and which articles are copies, and ends the batch.
  void commit();

  /// Commits, and closes the run. A run that stored nothing leaves no row.
  RunSummary finish(std::string_view finished_at);

  [[nodiscard]] const RunSummary& summary() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Articles whose rows were derived with other rules than `data_digest`, oldest id first: what --refresh reads again.
[[nodiscard]] std::vector<std::int64_t> stale_articles(const Database& database, std::string_view data_digest);

/// The article as it was imported, from the stored text; nothing where there is none with this id.
[[nodiscard]] std::optional<model::Article> load_article(const Database& database, std::int64_t article_id);

}  // namespace timeline::store
