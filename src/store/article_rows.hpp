#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "store/entity_rows.hpp"
#include "store/prepared.hpp"
#include "store/statement.hpp"

namespace timeline::store {

/// Ids of the rows made for one article's records, by their place in Extraction.
struct ArticleIds {
  std::int64_t article = 0;
  std::vector<std::int64_t> sentences, times, entities, events;

  [[nodiscard]] std::optional<std::int64_t> time(const std::optional<std::uint32_t>& index) const {
    return index && times[*index] != 0 ? std::optional(times[*index]) : std::nullopt;
  }
};

/// What is stored of an article already.
struct StoredArticle {
  std::int64_t id = 0;
  std::string content_sha256;
  std::string data_digest;
};

/// Writes and removes the rows of one article: everything but its events and its place among copies.
class ArticleRows {
 public:
  ArticleRows(const SQLite::Database& database, EntityRows& entities);

  [[nodiscard]] std::optional<StoredArticle> find(std::string_view source_key);

  /// Stores the article under the ids that event mentions will get from `first_mention` on. Where `stored` is given,
  /// the row keeps its id: call clear() first.
  ArticleIds write(const PreparedArticle& article, std::int64_t import_run, const std::optional<StoredArticle>& stored,
                   std::int64_t first_mention);

  /// Removes what was derived from the article, and its place in the search table; the row itself stays.
  /// Entities it named are added to `entities`: perhaps nothing refers to them any more.
  void clear(std::int64_t article_id, std::unordered_set<std::int64_t>& entities);
  /// Removes the row as well.
  void remove(std::int64_t article_id, std::unordered_set<std::int64_t>& entities);

  void forget_cache() {
    outlets_.clear();
    attributes_.clear();
  }

 private:
  std::int64_t outlet(const std::string& name);
  std::int64_t attribute(const std::string& name);
  void write_facts(const PreparedArticle& article, const ArticleIds& ids);
  void write_quotations(const PreparedArticle& article, const ArticleIds& ids);

  EntityRows& entities_;
  Statement find_, insert_, update_, version_, search_, search_delete_, text_, sentence_, time_, mention_, relation_,
      relation_known_, fact_, quotation_, band_, outlet_find_, outlet_insert_, attribute_find_, attribute_insert_,
      entities_of_, clear_sentences_, clear_bands_, delete_;
  std::unordered_map<std::string, std::int64_t> outlets_, attributes_;
};

}  // namespace timeline::store
