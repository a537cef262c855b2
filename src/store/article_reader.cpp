#include "store/statement.hpp"
#include "store/writer.hpp"

namespace timeline::store {

std::vector<std::int64_t> stale_articles(const Database& database, std::string_view data_digest) {
  try {
    Statement find(database.sqlite(),
                   "SELECT article_id FROM article JOIN import_run USING (import_run_id) WHERE data_digest <> ? "
                   "ORDER BY article_id");
    std::vector<std::int64_t> found;
    for (find.bind(data_digest); find.step();) found.push_back(find.integer(0));
    return found;
  } catch (const SQLite::Exception& exception) {
    throw failure(exception, database.path());
  }
}

std::optional<model::Article> load_article(const Database& database, std::int64_t article_id) {
  try {
    Statement read(database.sqlite(),
                   "SELECT external_id, uri, title, title_in_body, byline, o.name, language, "
                   "coalesce(published_at, published_on), published_basis, updated_at, body "
                   "FROM article LEFT JOIN outlet AS o USING (outlet_id) WHERE article_id = ?");
    read.bind(article_id);
    if (!read.step()) return std::nullopt;
    return model::Article{
        .external_id = std::string(read.text(0)),
        .uri = std::string(read.text(1)),
        .title = std::string(read.text(2)),
        .title_in_body = read.integer(3) != 0,
        .byline = std::string(read.text(4)),
        .outlet = std::string(read.text(5)),
        .language = std::string(read.text(6)),
        .published = model::parse_iso(read.text(7)),
        .published_basis =
            base::from_text<model::PublishedBasis>(read.text(8)).value_or(model::PublishedBasis::unknown),
        .updated = model::parse_iso(read.text(9)),
        .body = std::string(read.text(10))};
  } catch (const SQLite::Exception& exception) {
    throw failure(exception, database.path());
  }
}

}  // namespace timeline::store
