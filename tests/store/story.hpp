#pragma once

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "model/article.hpp"
#include "model/extraction.hpp"
#include "store/database.hpp"
#include "store/writer.hpp"

/// An article with an extraction made by hand: every record is placed by its words in the body.
class Story {
 public:
  Story(std::string id, std::string published, std::string body) {
    article.external_id = std::move(id);
    article.title = "제목 " + article.external_id;
    article.outlet = "가온일보";
    article.published = timeline::model::parse_iso(published);
    if (article.published) article.published_basis = timeline::model::PublishedBasis::metadata;
    article.body = std::move(body);
    extraction.sentences.push_back({.span = whole()});
  }

  std::uint32_t entity(std::string key, timeline::model::EntityKind kind, std::string name, std::string name_en = {}) {
    for (std::uint32_t i = 0; i < extraction.entities.size(); ++i)
      if (extraction.entities[i].name == name) return i;
    const auto at = static_cast<std::uint32_t>(extraction.entities.size());
    extraction.entities.push_back({.key = std::move(key),
                                   .kind = kind,
                                   .name = name,
                                   .name_ko = name,
                                   .name_en = std::move(name_en),
                                   .wikidata = {},
                                   .aliases = {{name, "ko"}},
                                   .description = {}});
    if (article.body.find(name) != std::string::npos)
      extraction.mentions.push_back({.entity = at, .sentence = 0, .span = words(name)});
    return at;
  }
  std::uint32_t company(const std::string& name) { return entity("", timeline::model::EntityKind::company, name); }
  std::uint32_t product(const std::string& name) { return entity("", timeline::model::EntityKind::product, name); }

  std::uint32_t time(const std::string& text, const std::string& from, const std::string& to,
                     timeline::model::Granularity granularity = timeline::model::Granularity::day) {
    extraction.times.push_back({.span = words(text),
                                .sentence = 0,
                                .value = value(from, to, granularity),
                                .duration = {},
                                .rule = "test",
                                .reason = {}});
    return static_cast<std::uint32_t>(extraction.times.size() - 1);
  }

  static timeline::model::TimeValue value(const std::string& from, const std::string& to,
                                          timeline::model::Granularity granularity) {
    return {.from = timeline::model::parse_iso(from), .to = timeline::model::parse_iso(to), .granularity = granularity};
  }

  timeline::model::EventMention& event(std::string type, const std::string& trigger, std::string title,
                                       std::vector<timeline::model::Participant> participants) {
    timeline::model::EventMention mention;
    mention.type = std::move(type);
    mention.trigger = words(trigger);
    mention.evidence = whole();
    mention.title = std::move(title);
    mention.participants = std::move(participants);
    mention.confidence = 0.9;
    mention.rule = "test";
    extraction.events.push_back(std::move(mention));
    return extraction.events.back();
  }
  static void date(timeline::model::EventMention& mention, const std::string& from, const std::string& to,
                   timeline::model::Granularity granularity = timeline::model::Granularity::day) {
    mention.date = value(from, to, granularity);
    mention.date_basis = timeline::model::DateBasis::stated;
  }

  [[nodiscard]] timeline::base::Span words(const std::string& text) const {
    const std::size_t at = article.body.find(text);
    if (at == std::string::npos) throw std::logic_error("not in the story: " + text);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
  }
  [[nodiscard]] timeline::base::Span whole() const { return {0, static_cast<std::uint32_t>(article.body.size())}; }

  timeline::model::Article article;
  timeline::model::Extraction extraction;
};

inline timeline::store::RunInfo test_run(std::string digest = "d1") {
  return {.program_version = "test", .data_digest = std::move(digest), .options = "{}", .started_at = ""};
}

/// Imports the stories in this order, `batch` at a time.
inline timeline::store::RunSummary import_stories(const std::filesystem::path& path, const std::vector<Story>& stories,
                                                  std::size_t batch = 100, std::string digest = "d1") {
  const auto database = timeline::store::Database::open(path, timeline::store::Access::write);
  timeline::store::Writer writer(database, test_run(std::move(digest)));
  std::size_t count = 0;
  for (const Story& story : stories) {
    if (writer.known(story.article) == timeline::store::Known::same) continue;
    writer.put(timeline::store::prepare(story.article, story.extraction));
    if (++count % batch == 0) writer.commit();
  }
  return writer.finish("");
}

/// Every row that readers see, without ids, sorted: equal for equal content.
inline std::vector<std::string> content_of(const std::filesystem::path& path) {
  static constexpr const char* kQueries[] = {
      "SELECT 'event', date_from, date_to, granularity, edtf, date_basis, date_role, event_type, status, title, "
      "title_en, "
      "companies, people, products, attributed_to, article_count, source_count, first_published_on, confidence FROM "
      "timeline",
      "SELECT 'mention', e.date_from, e.title, a.source_key, m.title, m.start_char, m.char_count, m.edtf, m.anchor "
      "FROM event_mention m JOIN event e USING (event_id) JOIN article a USING (article_id)",
      "SELECT 'block', a.source_key, m.anchor, b.block FROM event_block b JOIN event_mention m USING "
      "(event_mention_id) "
      "JOIN article a USING (article_id)",
      "SELECT 'article', a.source_key, a.title, a.published_on, a.body_sha256, o.source_key FROM article a "
      "LEFT JOIN article o ON o.article_id = a.duplicate_of",
      "SELECT 'entity', data_key, kind, name, name_ko, name_en, description FROM entity",
      "SELECT 'alias', name, alias, language FROM entity_alias JOIN entity USING (entity_id)",
      "SELECT 'time', a.source_key, t.start_char, t.text, t.date_from, t.date_to, t.edtf FROM time_expression t "
      "JOIN article a USING (article_id)",
      "SELECT 'fact', a.source_key, f.subject, f.attribute, f.value, f.start_char FROM fact_sheet f JOIN article a "
      "USING (article_id)",
      "SELECT 'search', title, title_en, names, terms FROM event_search",
      "SELECT 'band', band, source_key FROM article_band JOIN article USING (article_id)"};
  const auto database = timeline::store::Database::open(path, timeline::store::Access::read);
  std::vector<std::string> rows;
  for (const char* query : kQueries) {
    SQLite::Statement statement(database.sqlite(), query);
    while (statement.executeStep()) {
      std::string row;
      for (int i = 0; i < statement.getColumnCount(); ++i) row += statement.getColumn(i).getString() + "|";
      rows.push_back(std::move(row));
    }
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}
