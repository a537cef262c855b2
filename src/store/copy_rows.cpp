#include "store/copy_rows.hpp"

#include <tuple>

namespace timeline::store {

CopyRows::CopyRows(const SQLite::Database& database)
    : group_(database, R"(
        SELECT article_id FROM article
        WHERE article_id = (SELECT coalesce(duplicate_of, article_id) FROM article WHERE article_id = ?1)
        UNION SELECT article_id FROM article
        WHERE duplicate_of = (SELECT coalesce(duplicate_of, article_id) FROM article WHERE article_id = ?1))"),
      neighbours_(database,
                  "SELECT DISTINCT b.article_id FROM article_band AS a JOIN article_band AS b ON b.band = a.band "
                  "WHERE a.article_id = ?1 AND b.article_id <> ?1"),
      body_(database, "SELECT body FROM article WHERE article_id = ?"),
      order_(database,
             "SELECT coalesce(published_on, '9999-99'), coalesce(published_at, '9999-99'), body_sha256, "
             "source_key FROM article WHERE article_id = ?"),
      read_(database, "SELECT coalesce(duplicate_of, 0) FROM article WHERE article_id = ?"),
      set_(database, "UPDATE article SET duplicate_of = nullif(?2, 0) WHERE article_id = ?1") {}

std::vector<std::int64_t> CopyRows::group_of(std::int64_t article_id) {
  std::vector<std::int64_t> group;
  for (group_.bind(article_id); group_.step();) group.push_back(group_.integer(0));
  return group;
}

const resolve::Shingles& CopyRows::shingles_of(std::int64_t article_id) {
  const auto [at, fresh] = shingles_.try_emplace(article_id);
  if (fresh) {
    body_.bind(article_id);
    if (body_.step()) at->second = resolve::shingles(body_.text(0));
    body_.reset();
  }
  return at->second;
}

std::vector<std::int64_t> CopyRows::copies_of(std::int64_t article_id) {
  std::vector<std::int64_t> candidates, copies;
  for (neighbours_.bind(article_id); neighbours_.step();) candidates.push_back(neighbours_.integer(0));
  for (const std::int64_t other : candidates)
    if (resolve::are_copies(shingles_of(article_id), shingles_of(other))) copies.push_back(other);
  return copies;
}

std::int64_t CopyRows::original_among(const std::vector<std::int64_t>& group) {
  using Order = std::tuple<std::string, std::string, std::string, std::string>;
  std::int64_t original = 0;
  Order least;
  for (const std::int64_t id : group) {
    order_.bind(id);
    order_.step();
    Order order{order_.text(0), order_.text(1), order_.text(2), order_.text(3)};
    order_.reset();
    if (original == 0 || order < least) original = id, least = std::move(order);
  }
  return original;
}

std::unordered_set<std::int64_t> CopyRows::regroup(const std::unordered_set<std::int64_t>& articles) {
  std::unordered_set<std::int64_t> changed, done;
  for (const std::int64_t start : articles) {
    if (!done.insert(start).second) continue;
    std::vector<std::int64_t> group{start};
    for (std::size_t i = 0; i < group.size(); ++i)
      for (const std::int64_t copy : copies_of(group[i]))
        if (done.insert(copy).second) group.push_back(copy);
    const std::int64_t original = original_among(group);
    for (const std::int64_t id : group) {
      const std::int64_t wanted = id == original ? 0 : original;
      if (read_.find(id) == wanted) continue;
      set_.run(id, wanted);
      changed.insert(id);
    }
  }
  return changed;
}

}  // namespace timeline::store
