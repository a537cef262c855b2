#include "store/writer.hpp"

#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "resolve/hash.hpp"
#include "store/article_rows.hpp"
#include "store/copy_rows.hpp"
#include "store/event_merge.hpp"
#include "store/event_rows.hpp"
#include "store/prepared.hpp"
#include "store/statement.hpp"

namespace timeline::store {
namespace {

struct Issue {
  std::string uri;
  std::uint32_t line;
  std::string_view severity;
  std::string message;
};

/// Where a mention stood before its article was read again.
struct FormerEvents {
  std::unordered_map<std::int64_t, std::int64_t> by_anchor;
  std::map<std::pair<std::uint64_t, std::uint32_t>, std::int64_t> by_trigger;  // type, first character
};

}  // namespace

class Writer::Impl {
 public:
  Impl(const Database& database, RunInfo run, std::span<const EventTypeLabel> event_types)
      : database_(database),
        sqlite_(database.sqlite()),
        run_(std::move(run)),
        event_types_(event_types.begin(), event_types.end()),
        entities_(sqlite_),
        articles_(sqlite_, entities_),
        events_(sqlite_, entities_),
        copies_(sqlite_),
        corrections_(sqlite_),
        merge_(events_, corrections_),
        data_version_(sqlite_, "PRAGMA data_version"),
        insert_run_(sqlite_,
                    "INSERT INTO import_run (started_at, program_version, data_digest, options) VALUES (?, ?, ?, ?)"),
        update_run_(sqlite_,
                    "UPDATE import_run SET finished_at = ?, new_count = ?, changed_count = ?, same_count = ?, "
                    "refused_count = ? WHERE import_run_id = ?"),
        insert_issue_(sqlite_,
                      "INSERT INTO import_issue (import_run_id, uri, line, severity, message) VALUES (?, ?, ?, ?, ?)") {
    sqlite_.exec("PRAGMA cache_size = -65536");
    sqlite_.exec("PRAGMA temp_store = MEMORY");
  }

  Known known(const model::Article& article) {
    const std::string key = source_key(article);
    const auto waiting = waiting_.find(key);
    const std::string content = content_sha256(article);
    if (waiting != waiting_.end()) return count_same(pending_[waiting->second]->content_sha256 == content);
    const auto stored = articles_.find(key);
    if (!stored) return Known::absent;
    return count_same(stored->content_sha256 == content);
  }

  void put(Prepared article) {
    const auto [at, fresh] = waiting_.try_emplace(article->source_key, pending_.size());
    // Twice in one batch: the later one counts, as it would in a batch of its own.
    if (fresh)
      pending_.push_back(std::move(article));
    else
      pending_[at->second] = std::move(article);
  }

  void issue(std::string_view uri, std::uint32_t line, std::string_view severity, std::string_view message) {
    issues_.push_back({std::string(uri), line, severity, std::string(message)});
    if (severity == "refused") ++summary_.refused;
  }

  bool forget(std::int64_t article_id) {
    Statement exists(sqlite_, "SELECT article_id FROM article WHERE article_id = ?");
    if (!exists.find(article_id)) return false;
    forgotten_.push_back(article_id);
    return true;
  }

  void commit() {
    if (pending_.empty() && issues_.empty() && forgotten_.empty()) return;
    begin();
    const RunSummary before = summary_;
    try {
      write_batch();
      write_run("");
      sqlite_.exec("COMMIT");
      committed_run_id_ = run_id_;
    } catch (const SQLite::Exception&) {
      summary_ = before;
      roll_back();
      throw;
    }
    pending_.clear();
    waiting_.clear();
    issues_.clear();
    forgotten_.clear();
  }

  RunSummary finish(std::string_view finished_at) {
    commit();
    if (run_id_ != 0) {
      begin();
      try {
        write_run(finished_at);
        sqlite_.exec("COMMIT");
      } catch (const SQLite::Exception&) {
        roll_back();
        throw;
      }
    }
    return summary_;
  }

  [[nodiscard]] const RunSummary& summary() const { return summary_; }
  [[nodiscard]] const std::filesystem::path& path() const { return database_.path(); }

 private:
  Known count_same(bool same) {
    if (same) ++summary_.same;
    return same ? Known::same : Known::changed;
  }

  void forget_caches() {
    entities_.clear();
    articles_.forget_cache();
    events_.forget_cache();
    copies_.forget_cache();
  }

  void begin() {
    sqlite_.exec("BEGIN IMMEDIATE");
    // Events get their ids after their mentions.
    sqlite_.exec("PRAGMA defer_foreign_keys = ON");
    const auto version = data_version_.find();
    if (version != seen_version_) forget_caches();
    seen_version_ = version;
  }

  void roll_back() {
    forget_caches();
    merge_.clear();
    types_written_ = false;
    run_id_ = committed_run_id_;
    if (sqlite3_get_autocommit(sqlite_.getHandle()) == 0) sqlite_.tryExec("ROLLBACK");
  }

  void write_run(std::string_view finished_at) {
    update_run_.run(OrNull{finished_at}, summary_.added, summary_.changed, summary_.same, summary_.refused, run_id_);
  }

  void write_batch() {
    if (run_id_ == 0)
      run_id_ = insert_run_.run(OrNull{run_.started_at}, run_.program_version, run_.data_digest, run_.options);
    if (!std::exchange(types_written_, true))
      for (const EventTypeLabel& type : event_types_) events_.add_event_type(type.name, type.label_ko, type.label_en);
    for (const Issue& issue : issues_)
      insert_issue_.run(run_id_, issue.uri, issue.line == 0 ? std::nullopt : std::optional(issue.line), issue.severity,
                        issue.message);

    std::unordered_set<std::int64_t> orphans, regroup;
    for (const std::int64_t id : forgotten_) {
      for (const std::int64_t other : copies_.group_of(id))
        if (other != id) regroup.insert(other);
      merge_.will_remove(id);
      articles_.remove(id, orphans);
    }

    struct Written {
      const PreparedArticle* article;
      ArticleIds ids;
      std::vector<std::shared_ptr<MentionNode>> nodes;
    };
    std::vector<Written> written;
    std::int64_t next_mention = events_.next_mention();
    for (const Prepared& article : pending_) {
      const auto stored = articles_.find(article->source_key);
      FormerEvents former;
      if (stored) {
        // Another run may have stored it meanwhile.
        if (stored->content_sha256 == article->content_sha256 && stored->data_digest == run_.data_digest) {
          ++summary_.same;
          continue;
        }
        for (const std::int64_t other : copies_.group_of(stored->id)) regroup.insert(other);
        former = former_events(stored->id);
        merge_.will_remove(stored->id);
        articles_.clear(stored->id, orphans);
        ++summary_.changed;
      } else {
        ++summary_.added;
      }
      Written row{
          .article = article.get(), .ids = articles_.write(*article, run_id_, stored, next_mention), .nodes = {}};
      regroup.insert(row.ids.article);
      for (std::size_t i = 0; i < article->mentions.size(); ++i)
        row.nodes.push_back(make_node(*article, i, row.ids, next_mention++, former));
      written.push_back(std::move(row));
    }

    copies_.forget_cache();
    for (const std::int64_t id : copies_.regroup(regroup)) merge_.recount(id);
    Statement source(sqlite_,
                     "SELECT o.source_key FROM article AS a JOIN article AS o ON o.article_id = a.duplicate_of "
                     "WHERE a.article_id = ?");
    for (Written& row : written) {
      source.bind(row.ids.article);
      const bool is_copy = source.step();
      const std::uint64_t original = is_copy ? resolve::hash_text(source.text(0)) : 0;
      source.reset();
      for (const auto& node : row.nodes) {
        if (is_copy) node->prepared.mention.source = original;
        merge_.add(node);
      }
    }
    merge_.settle();
    for (const Written& row : written)
      for (std::size_t i = 0; i < row.nodes.size(); ++i) {
        const model::EventMention& event = row.article->extraction.events[i];
        events_.write(*row.nodes[i], *row.article, i, row.ids.article, row.ids.sentences[event.sentence],
                      row.ids.time(event.time_expression));
      }
    entities_.remove_orphans(orphans);
  }

  FormerEvents former_events(std::int64_t article_id) {
    FormerEvents former;
    for (const std::int64_t id : events_.of_article(article_id)) {
      const auto node = events_.load(id);
      former.by_anchor[node->prepared.anchor] = node->event;
      former.by_trigger[{node->prepared.mention.type, node->prepared.mention.ordinal}] = node->event;
    }
    return former;
  }

  std::shared_ptr<MentionNode> make_node(const PreparedArticle& article, std::size_t index, const ArticleIds& ids,
                                         std::int64_t mention_id, const FormerEvents& former) {
    auto node = std::make_shared<MentionNode>();
    node->id = mention_id;
    node->article = ids.article;
    node->is_new = true;
    (void)events_.type_id(article.extraction.events[index].type);
    node->prepared = article.mentions[index];
    for (const model::Participant& participant : article.extraction.events[index].participants)
      node->participants.emplace_back(ids.entities[participant.entity], participant.role);
    const resolve::Mention& mention = node->prepared.mention;
    if (const auto at = former.by_anchor.find(node->prepared.anchor); at != former.by_anchor.end())
      node->event = at->second;
    else if (const auto near = former.by_trigger.find({mention.type, mention.ordinal}); near != former.by_trigger.end())
      node->event = near->second;
    return node;
  }

  const Database& database_;
  SQLite::Database& sqlite_;
  RunInfo run_;
  std::vector<EventTypeLabel> event_types_;
  EntityRows entities_;
  ArticleRows articles_;
  EventRows events_;
  CopyRows copies_;
  CorrectionRows corrections_;
  EventMerge merge_;
  Statement data_version_, insert_run_, update_run_, insert_issue_;
  std::optional<std::int64_t> seen_version_;
  std::int64_t run_id_ = 0, committed_run_id_ = 0;
  bool types_written_ = false;
  RunSummary summary_;
  std::vector<Prepared> pending_;
  std::unordered_map<std::string, std::size_t> waiting_;  // source_key to place in pending_
  std::vector<Issue> issues_;
  std::vector<std::int64_t> forgotten_;
};

namespace {

/// Runs `work`, and says in words what SQLite has against it.
template <typename Work>
auto guarded(const std::filesystem::path& path, Work work) {
  try {
    return work();
  } catch (const SQLite::Exception& exception) {
    throw failure(exception, path);
  }
}

}  // namespace

Writer::Writer(const Database& database, RunInfo run, std::span<const EventTypeLabel> event_types)
    : impl_(guarded(database.path(), [&] { return std::make_unique<Impl>(database, std::move(run), event_types); })) {}
Writer::~Writer() = default;

Known Writer::known(const model::Article& article) {
  return guarded(impl_->path(), [&] { return impl_->known(article); });
}
void Writer::put(Prepared article) {
  impl_->put(std::move(article));
}
void Writer::refuse(std::string_view uri, std::uint32_t line, std::string_view message) {
  impl_->issue(uri, line, "refused", message);
}
void Writer::warn(std::string_view uri, std::uint32_t line, std::string_view message) {
  impl_->issue(uri, line, "warning", message);
}
bool Writer::forget(std::int64_t article_id) {
  return guarded(impl_->path(), [&] { return impl_->forget(article_id); });
}
void Writer::commit() {
  guarded(impl_->path(), [&] { impl_->commit(); });
}
RunSummary Writer::finish(std::string_view finished_at) {
  return guarded(impl_->path(), [&] { return impl_->finish(finished_at); });
}
const RunSummary& Writer::summary() const {
  return impl_->summary();
}

}  // namespace timeline::store
