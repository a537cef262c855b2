#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "resolve/copies.hpp"
#include "store/statement.hpp"

namespace timeline::store {

/// Keeps article.duplicate_of right: copies of one text point to the one published first (of one day: the one with the
/// smallest hash), whatever the order in which they came.
class CopyRows {
 public:
  explicit CopyRows(const SQLite::Database& database);

  /// All articles of the group that this one stands in now: itself, its original, the other copies.
  [[nodiscard]] std::vector<std::int64_t> group_of(std::int64_t article_id);

  /// Works out the groups of these articles anew. Gives the articles whose original has changed.
  [[nodiscard]] std::unordered_set<std::int64_t> regroup(const std::unordered_set<std::int64_t>& articles);

  void forget_cache() { shingles_.clear(); }

 private:
  const resolve::Shingles& shingles_of(std::int64_t article_id);
  std::vector<std::int64_t> copies_of(std::int64_t article_id);
  std::int64_t original_among(const std::vector<std::int64_t>& group);

  Statement group_, neighbours_, body_, order_, read_, set_;
  std::unordered_map<std::int64_t, resolve::Shingles> shingles_;
};

}  // namespace timeline::store
