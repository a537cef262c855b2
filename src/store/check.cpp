#include "store/check.hpp"

#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "model/time_value.hpp"
#include "store/migrations.hpp"
#include "store/prepared.hpp"
#include "store/statement.hpp"
#include "text/utf8.hpp"

namespace timeline::store {
namespace {

class Checker {
 public:
  explicit Checker(const Database& database) : sqlite_(database.sqlite()) {}

  CheckReport run() {
    integrity();
    if (report_.clean()) {
      schema();
      foreign_keys();
      offsets();
      dates();
      events();
      search();
    }
    return std::move(report_);
  }

 private:
  void find(std::string_view check, std::string what) {
    if (++counts_[check] <= CheckReport::kMostFindings)
      report_.findings.push_back({std::string(check), std::move(what)});
  }

  void integrity() {
    Statement statement(sqlite_, "PRAGMA integrity_check(20)");
    while (statement.step())
      if (statement.text(0) != "ok") find("integrity", std::string(statement.text(0)));
  }

  void schema() {
    SQLite::Database reference(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    run_migrations(reference, 0);
    constexpr std::string_view kAll =
        "SELECT type || ' ' || name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'";
    std::map<std::string, std::string> wanted;
    for (Statement statement(reference, kAll); statement.step();) wanted.emplace(statement.text(0), statement.text(1));
    for (Statement statement(sqlite_, kAll); statement.step();) {
      const auto at = wanted.find(std::string(statement.text(0)));
      // People may add tables and views of their own.
      if (at == wanted.end()) continue;
      if (at->second != statement.text(1)) find("schema", at->first + " has been changed");
      wanted.erase(at);
    }
    for (const auto& [name, sql] : wanted) find("schema", name + " is missing");
  }

  void foreign_keys() {
    Statement statement(sqlite_, "PRAGMA foreign_key_check");
    while (statement.step())
      find("foreign_keys", std::string(statement.text(0)) + " " + std::string(statement.text(1)) +
                               " refers to a row of " + std::string(statement.text(2)) + " that does not exist");
  }

  /// Every span lies inside its sentence and gives back its words; a quotation begins in its sentence, and may go on
  /// for several. Characters are counted here; SQLite's substr counts the same ones, which a test holds.
  void offsets() {
    Statement articles(sqlite_, "SELECT article_id, coalesce(title, ''), body FROM article ORDER BY article_id");
    Statement spans(sqlite_, R"(
      SELECT 'sentence', sentence_id, s.field, s.start_char, s.char_count, NULL, NULL, NULL FROM sentence AS s
      WHERE s.article_id = ?1
      UNION ALL SELECT 'time_expression', x.time_expression_id, s.field, x.start_char, x.char_count, x.text,
        s.start_char, s.char_count FROM time_expression AS x JOIN sentence AS s USING (sentence_id) WHERE x.article_id = ?1
      UNION ALL SELECT 'entity_mention', x.entity_mention_id, s.field, x.start_char, x.char_count, NULL,
        s.start_char, s.char_count FROM entity_mention AS x JOIN sentence AS s USING (sentence_id) WHERE x.article_id = ?1
      UNION ALL SELECT 'event_mention', x.event_mention_id, s.field, x.start_char, x.char_count, NULL,
        s.start_char, s.char_count FROM event_mention AS x JOIN sentence AS s USING (sentence_id) WHERE x.article_id = ?1
      UNION ALL SELECT 'event_mention', x.event_mention_id, s.field, x.trigger_start_char, x.trigger_char_count, NULL,
        s.start_char, s.char_count FROM event_mention AS x JOIN sentence AS s USING (sentence_id) WHERE x.article_id = ?1
      UNION ALL SELECT 'entity_relation', x.entity_relation_id, s.field, x.start_char, x.char_count, NULL,
        s.start_char, s.char_count FROM entity_relation AS x JOIN sentence AS s USING (sentence_id) WHERE x.article_id = ?1
      UNION ALL SELECT 'fact', x.fact_id, s.field, x.start_char, x.char_count, NULL,
        s.start_char, s.char_count FROM fact AS x JOIN sentence AS s USING (sentence_id) WHERE x.article_id = ?1
      UNION ALL SELECT 'quotation', x.quotation_id, s.field, x.start_char, x.char_count, NULL,
        s.start_char, max(s.char_count, x.start_char - s.start_char + x.char_count) FROM quotation AS x JOIN sentence AS s USING (sentence_id) WHERE x.article_id = ?1)");
    while (articles.step()) {
      ++report_.articles;
      const Text title(articles.text(1)), body(articles.text(2));
      for (spans.bind(articles.integer(0)); spans.step();) {
        ++report_.offsets;
        const std::string name = std::string(spans.text(0)) + " " + std::string(spans.text(1));
        const Text& text = spans.text(2) == "title" ? title : body;
        const std::int64_t start = spans.integer(3), count = spans.integer(4);
        if (start + count > text.size()) {
          find("offsets", name + " ends behind its text");
          continue;
        }
        if (!spans.is_null(5) && text.words(start, count) != spans.text(5))
          find("offsets", name + ": substr gives '" + std::string(text.words(start, count)) + "', not '" +
                              std::string(spans.text(5)) + "'");
        if (!spans.is_null(6) && (start < spans.integer(6) || start + count > spans.integer(6) + spans.integer(7)))
          find("offsets", name + " stands outside its sentence");
      }
    }
  }

  /// The bytes at which characters begin.
  class Text {
   public:
    explicit Text(std::string_view text) : text_(text) {
      for (std::size_t at = 0; at < text.size(); ++at)
        if (text::is_boundary(text, at)) starts_.push_back(static_cast<std::uint32_t>(at));
      starts_.push_back(static_cast<std::uint32_t>(text.size()));
    }
    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(starts_.size()) - 1; }
    [[nodiscard]] std::string_view words(std::int64_t start, std::int64_t count) const {
      const std::uint32_t begin = starts_[static_cast<std::size_t>(start)];
      return text_.substr(begin, starts_[static_cast<std::size_t>(start + count)] - begin);
    }

   private:
    std::string_view text_;
    std::vector<std::uint32_t> starts_;
  };

  /// The CHECK constraints hold this for what was written through SQLite; a file may have been edited without them.
  void dates() {
    struct Column {
      const char *table, *id, *from, *to;
    };
    constexpr std::array<Column, 6> kColumns{{{"time_expression", "time_expression_id", "date_from", "date_to"},
                                              {"event", "event_id", "date_from", "date_to"},
                                              {"event_mention", "event_mention_id", "date_from", "date_to"},
                                              {"fact", "fact_id", "valid_from", "valid_to"},
                                              {"quotation", "quotation_id", "said_from", "said_to"},
                                              {"article", "article_id", "published_on", "published_at"}}};
    for (const Column& column : kColumns) {
      Statement statement(sqlite_, std::string("SELECT ") + column.id + ", " + column.from + ", " + column.to +
                                       " FROM " + column.table + " WHERE " + column.from + " IS NOT NULL OR " +
                                       column.to + " IS NOT NULL");
      while (statement.step()) {
        std::optional<model::Moment> bounds[2];
        for (const int i : {1, 2}) {
          if (statement.is_null(i)) continue;
          ++report_.dates;
          bounds[i - 1] = model::parse_iso(statement.text(i));
          if (!bounds[i - 1] || model::to_iso(*bounds[i - 1]) != statement.text(i))
            find("dates", std::string(column.table) + " " + std::string(statement.text(0)) + ": '" +
                              std::string(statement.text(i)) + "' is no date");
        }
        const auto day = [](const model::Moment& moment) {
          return std::array<int, 3>{moment.year, moment.month, moment.day};
        };
        if (bounds[0] && bounds[1] && day(*bounds[0]) > day(*bounds[1]))
          find("dates", std::string(column.table) + " " + std::string(statement.text(0)) + " ends before it begins");
      }
    }
  }

  /// Grounding: nothing about the world without evidence.
  void events() {
    Statement statement(sqlite_,
                        "SELECT event_id FROM event WHERE NOT EXISTS "
                        "(SELECT 1 FROM event_mention AS m WHERE m.event_id = event.event_id)");
    while (statement.step()) find("evidence", "event " + std::string(statement.text(0)) + " rests on no words");
    Statement noise(
        sqlite_, "SELECT event_mention_id FROM event_mention JOIN sentence USING (sentence_id) WHERE role = 'noise'");
    while (noise.step()) find("evidence", "event_mention " + std::string(noise.text(0)) + " stands in noise");
  }

  /// Indexes the texts once more, in memory, and compares how many words each has there and in the file.
  void search() {
    SQLite::Database again(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    again.exec(
        "CREATE VIRTUAL TABLE t USING fts5(title, body, terms, content = '', tokenize = 'unicode61 remove_diacritics "
        "2')");
    again.exec("BEGIN");
    Statement insert(again, "INSERT INTO t (rowid, title, body, terms) VALUES (?, ?, ?, ?)");
    Statement articles(sqlite_, "SELECT article_id, title, body FROM article");
    while (articles.step())
      insert.run(articles.integer(0), OrNull{articles.text(1)}, articles.text(2),
                 article_terms(articles.text(1), articles.text(2)));
    compare("article_search", sqlite_, "SELECT id, sz FROM article_search_docsize ORDER BY id", again,
            "SELECT id, sz FROM t_docsize ORDER BY id");
    compare("event_search", sqlite_,
            "SELECT id, title FROM event_search_docsize JOIN event_search ON event_search.rowid = id ORDER BY id",
            sqlite_, "SELECT event_id, title FROM event ORDER BY event_id");
  }

  void compare(const std::string& table, const SQLite::Database& have_in, std::string_view have_sql,
               const SQLite::Database& want_in, std::string_view want_sql) {
    Statement have(have_in, have_sql), want(want_in, want_sql);
    bool more_have = have.step(), more_want = want.step();
    while (more_have || more_want) {
      if (!more_want || (more_have && have.integer(0) < want.integer(0))) {
        find("search", table + " holds row " + std::string(have.text(0)) + ", which does not exist");
        more_have = have.step();
      } else if (!more_have || want.integer(0) < have.integer(0)) {
        find("search", table + " lacks row " + std::string(want.text(0)));
        more_want = want.step();
      } else {
        if (have.text(1) != want.text(1)) find("search", table + " is out of step at row " + std::string(have.text(0)));
        more_have = have.step();
        more_want = want.step();
      }
    }
  }

  SQLite::Database& sqlite_;
  CheckReport report_;
  std::map<std::string_view, std::size_t> counts_;
};

}  // namespace

CheckReport check(const Database& database) {
  try {
    return Checker(database).run();
  } catch (const SQLite::Exception& exception) {
    throw failure(exception, database.path());
  }
}

}  // namespace timeline::store
