#include "query/ask.hpp"

#include <algorithm>
#include <cmath>

#include "text/utf8.hpp"

namespace timeline::query {
namespace {

constexpr int kCandidates = 30;          // articles looked at
constexpr double kNeighbour = 0.5;       // what a word beside the sentence counts
constexpr double kArticle = 0.25;        // what a word elsewhere in the article counts
constexpr double kEnough = 0.35;         // of all that the question tells
constexpr double kPerCharacter = 0.005;  // how much nearness of the time to the words counts

/// A word of the question with its beginnings: endings and particles differ from those in the text, so 착공한 is also
/// found by 착공. Longest first; what is no Hangul stands whole.
struct Word {
  std::vector<std::string> forms;
  double weight = 1;
};

Word word_of(const std::string& text) {
  Word word;
  std::vector<std::size_t> ends;
  bool hangul = true;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded c = text::decode(text, at);
    hangul = hangul && text::is_hangul_syllable(c.code_point);
    at += c.length;
    ends.push_back(at);
  }
  word.forms.push_back(text);
  if (hangul)
    for (std::size_t count = ends.size(); count-- > 2;) word.forms.push_back(text.substr(0, ends[count - 1]));
  return word;
}

/// The share of the word that the text has, 0 to 1, and where.
double found(const Word& word, const std::string& text, std::size_t& place) {
  for (const std::string& form : word.forms)
    if (place = text.find(form); place != std::string::npos)
      return static_cast<double>(form.size()) / static_cast<double>(word.forms.front().size());
  return 0;
}

struct Sentence {
  std::int64_t id;
  std::int64_t start;
  std::string text;
  std::vector<double> share;  // of each word
  double place = 0;           // mean place of the words, in characters
};

std::string fts_expression(const std::vector<Word>& words) {
  std::string expression;
  for (const Word& word : words)
    for (const std::string& form : word.forms) expression += (expression.empty() ? "\"" : " OR \"") + form + '"';
  return expression;
}

std::vector<Sentence> read_sentences(SQLite::Statement& statement, std::int64_t article,
                                     const std::vector<Word>& words) {
  std::vector<Sentence> sentences;
  statement.reset();
  statement.bind(1, article);
  while (statement.executeStep()) {
    Sentence one{.id = statement.getColumn(0).getInt64(),
                 .start = statement.getColumn(1).getInt64(),
                 .text = statement.getColumn(2).getString(),
                 .share = {}};
    double sum = 0, weights = 0;
    for (const Word& word : words) {
      std::size_t place = 0;
      const double share = found(word, one.text, place);
      one.share.push_back(share);
      if (share == 0) continue;
      sum += share * static_cast<double>(text::count_characters(std::string_view(one.text).substr(0, place)));
      weights += share;
    }
    one.place = weights > 0 ? sum / weights : 0;
    sentences.push_back(std::move(one));
  }
  return sentences;
}

struct Best {
  double score = 0;
  std::int64_t time = 0;
};

}  // namespace

std::optional<Answer> answer_question(SQLite::Database& database, const std::string& question,
                                      const std::vector<std::string>& texts) {
  std::vector<Word> words;
  for (const std::string& text : texts) words.push_back(word_of(text));
  if (words.empty()) return std::nullopt;
  SQLite::Statement candidates(database,
                               "SELECT rowid FROM article_search WHERE article_search MATCH ? ORDER BY rank LIMIT ?");
  candidates.bind(1, fts_expression(words));
  candidates.bind(2, kCandidates);
  std::vector<std::int64_t> articles;
  while (candidates.executeStep()) articles.push_back(candidates.getColumn(0).getInt64());

  SQLite::Statement sentence_rows(database,
                                  "SELECT s.sentence_id, s.start_char, substr(a.body, s.start_char + 1, s.char_count)"
                                  " FROM sentence AS s JOIN article AS a USING (article_id) WHERE s.article_id = ?"
                                  " AND s.field = 'body' AND s.role <> 'noise' ORDER BY s.ordinal");
  std::vector<std::vector<Sentence>> read;
  for (const std::int64_t article : articles) read.push_back(read_sentences(sentence_rows, article, words));

  // A word that every article has tells little.
  double total = 0;
  std::vector<std::vector<double>> in_article(articles.size(), std::vector<double>(words.size(), 0));
  for (std::size_t w = 0; w < words.size(); ++w) {
    double count = 0;
    for (std::size_t a = 0; a < read.size(); ++a) {
      for (const Sentence& one : read[a]) in_article[a][w] = std::max(in_article[a][w], one.share[w]);
      count += in_article[a][w];
    }
    words[w].weight = std::log(1 + static_cast<double>(kCandidates) / (count + 0.5));
    total += words[w].weight;
  }

  SQLite::Statement time_rows(
      database,
      "SELECT time_expression_id, start_char, text, date_from IS NOT NULL OR date_to IS NOT NULL"
      " FROM time_expression WHERE sentence_id = ? AND kind <> 'vague' ORDER BY start_char");
  Best best;
  for (std::size_t a = 0; a < read.size(); ++a) {
    for (std::size_t s = 0; s < read[a].size(); ++s) {
      const Sentence& here = read[a][s];
      double score = 0;
      for (std::size_t w = 0; w < words.size(); ++w) {
        double share = here.share[w];
        if (s > 0) share = std::max(share, kNeighbour * read[a][s - 1].share[w]);
        if (s + 1 < read[a].size()) share = std::max(share, kNeighbour * read[a][s + 1].share[w]);
        share = std::max(share, kArticle * in_article[a][w]);
        score += words[w].weight * share;
      }
      score /= total;
      if (score < kEnough || score + 0.2 < best.score) continue;
      time_rows.reset();
      time_rows.bind(1, here.id);
      while (time_rows.executeStep()) {
        if (question.find(time_rows.getColumn(2).getString()) != std::string::npos) continue;
        const double away = std::abs(static_cast<double>(time_rows.getColumn(1).getInt64() - here.start) - here.place);
        const double with_time =
            score - std::min(0.1, kPerCharacter * away) + (time_rows.getColumn(3).getInt() ? 0.05 : 0);
        if (with_time > best.score) best = {with_time, time_rows.getColumn(0).getInt64()};
      }
    }
  }
  if (best.time == 0) return std::nullopt;

  SQLite::Statement row(
      database,
      "SELECT a.article_id, a.external_id, a.title, o.name, a.published_on, substr(a.body, s.start_char + 1, "
      "s.char_count),"
      " x.text, x.start_char, x.char_count, x.date_from, x.date_to, x.granularity, x.edtf, x.modifier,"
      " m.event_id, e.title FROM time_expression AS x JOIN sentence AS s USING (sentence_id)"
      " JOIN article AS a ON a.article_id = x.article_id LEFT JOIN outlet AS o USING (outlet_id)"
      " LEFT JOIN event_mention AS m ON m.time_expression_id = x.time_expression_id"
      " LEFT JOIN event AS e ON e.event_id = m.event_id WHERE x.time_expression_id = ? ORDER BY m.event_mention_id "
      "LIMIT 1");
  row.bind(1, best.time);
  if (!row.executeStep()) return std::nullopt;
  const auto text = [&](int column) { return row.getColumn(column).getString(); };
  return Answer{.article = row.getColumn(0).getInt64(),
                .external_id = text(1),
                .article_title = text(2),
                .outlet = text(3),
                .published_on = text(4),
                .sentence = text(5),
                .time_text = text(6),
                .start = row.getColumn(7).getInt64(),
                .length = row.getColumn(8).getInt64(),
                .when = {.from = text(9),
                         .to = text(10),
                         .granularity = text(11),
                         .edtf = text(12),
                         .modifier = text(13),
                         .basis = "stated",
                         .role = "happened"},
                .event = row.getColumn(14).getInt64(),
                .event_title = text(15)};
}

}  // namespace timeline::query
