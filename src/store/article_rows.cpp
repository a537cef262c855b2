#include "store/article_rows.hpp"

#include <algorithm>
#include <functional>

#include "store/value_text.hpp"

namespace timeline::store {
namespace {

std::string_view granularity_text(const model::TimeValue& value) {
  return value.is_dated() ? base::to_text(value.granularity) : std::string_view();
}

}  // namespace

ArticleRows::ArticleRows(const SQLite::Database& database, EntityRows& entities)
    : entities_(entities),
      find_(database,
            "SELECT a.article_id, a.content_sha256, r.data_digest FROM article AS a JOIN import_run AS r "
            "USING (import_run_id) WHERE a.source_key = ?"),
      insert_(
          database,
          "INSERT INTO article (external_id, uri, title, title_in_body, byline, outlet_id, language, published_on, "
          "published_at, published_basis, updated_at, body_sha256, content_sha256, import_run_id, body, source_key) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      update_(database,
              "UPDATE article SET external_id = ?, uri = ?, title = ?, title_in_body = ?, byline = ?, outlet_id = ?, "
              "language = ?, published_on = ?, published_at = ?, published_basis = ?, updated_at = ?, body_sha256 = ?, "
              "content_sha256 = ?, import_run_id = ?, body = ?, duplicate_of = NULL WHERE article_id = ?"),
      version_(database,
               "INSERT INTO article_version (article_id, body_sha256, content_sha256, import_run_id) "
               "SELECT article_id, body_sha256, content_sha256, ? FROM article WHERE article_id = ?"),
      search_(database, "INSERT INTO article_search (rowid, title, body, terms) VALUES (?, ?, ?, ?)"),
      search_delete_(database,
                     "INSERT INTO article_search (article_search, rowid, title, body, terms) "
                     "VALUES ('delete', ?, ?, ?, ?)"),
      text_(database, "SELECT title, body FROM article WHERE article_id = ?"),
      sentence_(database,
                "INSERT INTO sentence (article_id, ordinal, start_char, char_count, role, field, paragraph) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)"),
      time_(database,
            "INSERT INTO time_expression (article_id, sentence_id, start_char, char_count, text, kind, date_from, "
            "date_to, granularity, modifier, edtf, duration, local_time, reason, rule) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      mention_(database,
               "INSERT INTO entity_mention (entity_id, article_id, sentence_id, start_char, char_count) "
               "VALUES (?, ?, ?, ?, ?)"),
      relation_(
          database,
          "INSERT INTO entity_relation (subject_id, type, object_id, origin, since, until, article_id, sentence_id, "
          "start_char, char_count) VALUES (?, ?, ?, 'text', ?, ?, ?, ?, ?, ?)"),
      relation_known_(database,
                      "INSERT INTO entity_relation (subject_id, type, object_id, origin, since, until) "
                      "SELECT ?1, ?2, ?3, 'data', ?4, ?5 "
                      "WHERE NOT EXISTS (SELECT 1 FROM entity_relation WHERE subject_id = ?1 AND type = ?2 AND "
                      "object_id = ?3 AND origin = 'data' AND since IS ?4 AND until IS ?5)"),
      fact_(
          database,
          "INSERT INTO fact (article_id, sentence_id, start_char, char_count, subject_id, subject_text, attribute_id, "
          "value, number_low, number_high, unit, counter, approximate, converted_low, converted_high, converted_unit, "
          "object_id, object_text, valid_from, valid_to, valid_edtf, status, attributed_to, "
          "event_mention_id, rule) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      quotation_(database,
                 "INSERT INTO quotation (article_id, sentence_id, start_char, char_count, speaker_id, speaker_text, "
                 "said_from, said_to, said_edtf, time_expression_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      band_(database, "INSERT OR IGNORE INTO article_band (band, article_id) VALUES (?, ?)"),
      outlet_find_(database, "SELECT outlet_id FROM outlet WHERE name = ?"),
      outlet_insert_(database, "INSERT INTO outlet (name) VALUES (?)"),
      attribute_find_(database, "SELECT attribute_id FROM attribute WHERE name = ?"),
      attribute_insert_(database, "INSERT INTO attribute (name) VALUES (?)"),
      entities_of_(database, R"(
        SELECT entity_id FROM entity_mention WHERE article_id = ?1
        UNION SELECT p.entity_id FROM event_mention_participant AS p JOIN event_mention USING (event_mention_id)
              WHERE article_id = ?1
        UNION SELECT subject_id FROM entity_relation WHERE article_id = ?1
        UNION SELECT object_id FROM entity_relation WHERE article_id = ?1
        UNION SELECT subject_id FROM fact WHERE article_id = ?1 AND subject_id IS NOT NULL
        UNION SELECT object_id FROM fact WHERE article_id = ?1 AND object_id IS NOT NULL
        UNION SELECT speaker_id FROM quotation WHERE article_id = ?1 AND speaker_id IS NOT NULL)"),
      clear_sentences_(database, "DELETE FROM sentence WHERE article_id = ?"),
      clear_bands_(database, "DELETE FROM article_band WHERE article_id = ?"),
      delete_(database, "DELETE FROM article WHERE article_id = ?") {}

std::optional<StoredArticle> ArticleRows::find(std::string_view source_key) {
  find_.bind(source_key);
  if (!find_.step()) return std::nullopt;
  StoredArticle stored{
      .id = find_.integer(0), .content_sha256 = std::string(find_.text(1)), .data_digest = std::string(find_.text(2))};
  find_.reset();
  return stored;
}

std::int64_t ArticleRows::outlet(const std::string& name) {
  const auto [at, fresh] = outlets_.try_emplace(name, 0);
  if (fresh) {
    const auto stored = outlet_find_.find(name);
    at->second = stored ? *stored : outlet_insert_.run(name);
  }
  return at->second;
}

std::int64_t ArticleRows::attribute(const std::string& name) {
  const auto [at, fresh] = attributes_.try_emplace(name, 0);
  if (fresh) {
    const auto stored = attribute_find_.find(name);
    at->second = stored ? *stored : attribute_insert_.run(name);
  }
  return at->second;
}

ArticleIds ArticleRows::write(const PreparedArticle& prepared, std::int64_t import_run,
                              const std::optional<StoredArticle>& stored, std::int64_t first_mention) {
  const model::Article& article = prepared.article;
  const model::Extraction& read = prepared.extraction;
  std::string published_on, published_at;
  if (article.published && is_storable(*article.published)) {
    const std::string iso = model::to_iso(*article.published);
    published_on = iso.substr(0, iso.find('T'));
    if (article.published->has_time()) published_at = iso;
  }
  const std::string updated = article.updated && is_storable(*article.updated) ? model::to_iso(*article.updated) : "";
  const std::string_view basis =
      base::to_text(published_on.empty() ? model::PublishedBasis::unknown : article.published_basis);
  std::optional<std::int64_t> outlet_id;
  if (!article.outlet.empty()) outlet_id = outlet(article.outlet);

  const auto put = [&](Statement& statement, const auto& last) {
    return statement.run(OrNull{article.external_id}, OrNull{article.uri}, OrNull{article.title},
                         article.title_in_body ? 1 : 0, OrNull{article.byline}, outlet_id, article.language,
                         OrNull{published_on}, OrNull{published_at}, basis, OrNull{updated}, prepared.body_sha256,
                         prepared.content_sha256, import_run, article.body, last);
  };
  ArticleIds ids;
  if (stored) {
    ids.article = stored->id;
    if (stored->content_sha256 != prepared.content_sha256) version_.run(import_run, stored->id);
    put(update_, stored->id);
  } else {
    ids.article = put(insert_, prepared.source_key);
  }
  search_.run(ids.article, OrNull{article.title}, article.body, prepared.search_terms);
  for (const std::uint64_t band : prepared.bands) band_.run(static_cast<std::int64_t>(band), ids.article);

  // A title that is no part of the body has places of its own, which overlap those of the body: it comes last, so that
  // whoever looks for the sentence at a place of the body finds the body's first.
  const auto stands_apart = [](const model::Sentence& sentence) { return sentence.field == model::Field::title; };
  std::int64_t in_body = 0;
  std::int64_t apart = std::count_if(read.sentences.begin(), read.sentences.end(), std::not_fn(stands_apart));
  for (std::size_t i = 0; i < read.sentences.size(); ++i) {
    const model::Sentence& sentence = read.sentences[i];
    const Characters at = prepared.sentences[i];
    const std::int64_t ordinal = stands_apart(sentence) ? apart++ : in_body++;
    ids.sentences.push_back(sentence_.run(ids.article, ordinal, at.start, at.count, base::to_text(sentence.role),
                                          sentence.field == model::Field::title ? "title" : "body",
                                          sentence.paragraph));
  }
  for (std::size_t i = 0; i < read.times.size(); ++i) {
    const model::TimeExpression& time = read.times[i];
    const Characters at = prepared.times[i];
    if (at.count == 0) {
      ids.times.push_back(0);  // no words, no row
      continue;
    }
    const DateText date = date_text(time.value);
    const std::string_view words = time.span.of(model::text_of(article, read.sentences[time.sentence].field));
    ids.times.push_back(time_.run(ids.article, ids.sentences[time.sentence], at.start, at.count, words,
                                  base::to_text(time.kind), OrNull{date.from}, OrNull{date.to},
                                  OrNull{granularity_text(time.value)}, OrNull{base::to_text(time.value.modifier)},
                                  OrNull{date.edtf}, OrNull{time.duration}, time.local_time ? 1 : 0,
                                  OrNull{time.reason}, time.rule));
  }
  for (std::size_t i = 0; i < read.entities.size(); ++i)
    ids.entities.push_back(entities_.id_of(read.entities[i], prepared.identities[i], ids.article));
  for (std::size_t i = 0; i < read.mentions.size(); ++i) {
    const model::EntityMention& mention = read.mentions[i];
    const Characters at = prepared.entity_mentions[i];
    mention_.run(ids.entities[mention.entity], ids.article, ids.sentences[mention.sentence], at.start, at.count);
  }
  for (std::size_t i = 0; i < read.relations.size(); ++i) {
    const model::EntityRelation& relation = read.relations[i];
    const Characters at = prepared.relations[i];
    const std::int64_t subject = ids.entities[relation.subject], object = ids.entities[relation.object];
    if (at.count == 0)
      relation_known_.run(subject, base::to_text(relation.type), object, OrNull{relation.since},
                          OrNull{relation.until});
    else
      relation_.run(subject, base::to_text(relation.type), object, OrNull{relation.since}, OrNull{relation.until},
                    ids.article, ids.sentences[relation.sentence], at.start, at.count);
  }
  for (std::size_t i = 0; i < read.events.size(); ++i)
    ids.events.push_back(first_mention + static_cast<std::int64_t>(i));
  write_facts(prepared, ids);
  write_quotations(prepared, ids);
  return ids;
}

void ArticleRows::write_facts(const PreparedArticle& prepared, const ArticleIds& ids) {
  const model::Extraction& read = prepared.extraction;
  for (std::size_t i = 0; i < read.facts.size(); ++i) {
    const model::Fact& fact = read.facts[i];
    const Characters at = prepared.facts[i];
    const model::Quantity* quantity = fact.quantity ? &read.quantities[*fact.quantity] : nullptr;
    const model::Quantity* converted = fact.converted ? &read.quantities[*fact.converted] : nullptr;
    const DateText valid = date_text(fact.valid);
    std::string value = quantity ? quantity_text(*quantity) : std::string();
    if (converted) value += " (" + quantity_text(*converted) + ")";
    if (value.empty() && fact.object) value = read.entities[*fact.object].name;
    if (value.empty()) value = fact.object_text;
    if (value.empty()) value = fact.span.of(model::text_of(prepared.article, read.sentences[fact.sentence].field));
    const auto entity = [&](const std::optional<std::uint32_t>& index) {
      return index ? std::optional(ids.entities[*index]) : std::nullopt;
    };
    const std::string_view none;
    fact_.run(ids.article, ids.sentences[fact.sentence], at.start, at.count, entity(fact.subject),
              OrNull{fact.subject_text}, attribute(fact.attribute), value, quantity ? quantity->low : std::nullopt,
              quantity ? quantity->high : std::nullopt, OrNull{quantity ? quantity->unit : none},
              OrNull{quantity ? quantity->counter : none}, OrNull{quantity ? base::to_text(quantity->exactness) : none},
              converted ? converted->low : std::nullopt, converted ? converted->high : std::nullopt,
              OrNull{converted ? converted->unit : none}, entity(fact.object), OrNull{fact.object_text},
              OrNull{valid.from}, OrNull{valid.to}, OrNull{valid.edtf}, base::to_text(fact.status),
              OrNull{fact.attributed_to}, fact.event ? std::optional(ids.events[*fact.event]) : std::nullopt,
              fact.rule);
  }
}

void ArticleRows::write_quotations(const PreparedArticle& prepared, const ArticleIds& ids) {
  const model::Extraction& read = prepared.extraction;
  for (std::size_t i = 0; i < read.quotations.size(); ++i) {
    const model::Quotation& quotation = read.quotations[i];
    const Characters at = prepared.quotations[i];
    const DateText said = date_text(quotation.said);
    quotation_.run(ids.article, ids.sentences[quotation.sentence], at.start, at.count,
                   quotation.speaker ? std::optional(ids.entities[*quotation.speaker]) : std::nullopt,
                   OrNull{quotation.speaker_text}, OrNull{said.from}, OrNull{said.to}, OrNull{said.edtf},
                   ids.time(quotation.time_expression));
  }
}

void ArticleRows::clear(std::int64_t article_id, std::unordered_set<std::int64_t>& entities) {
  for (entities_of_.bind(article_id); entities_of_.step();) entities.insert(entities_of_.integer(0));
  text_.bind(article_id);
  if (text_.step()) {
    const std::string title(text_.text(0)), body(text_.text(1));
    text_.reset();
    search_delete_.run(article_id, OrNull{title}, body, article_terms(title, body));
  }
  clear_sentences_.run(article_id);
  clear_bands_.run(article_id);
}

void ArticleRows::remove(std::int64_t article_id, std::unordered_set<std::int64_t>& entities) {
  clear(article_id, entities);
  delete_.run(article_id);
}

}  // namespace timeline::store
