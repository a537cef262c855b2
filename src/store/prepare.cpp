#include <cassert>

#include "base/sha256.hpp"
#include "resolve/copies.hpp"
#include "resolve/hash.hpp"
#include "store/prepared.hpp"
#include "store/search_terms.hpp"
#include "temporal/calendar.hpp"
#include "text/utf8.hpp"

namespace timeline::store {
namespace {

/// Character places of one article's spans, in its body and in its title.
class Places {
 public:
  explicit Places(const model::Article& article) : article_(article), body_(article.body), title_(article.title) {}

  /// Nothing (count 0) for a span that holds no words of the text: what rests on it has no evidence and is not stored.
  [[nodiscard]] Characters of(model::Field field, base::Span span) const {
    const text::CharacterIndex& index = field == model::Field::title ? title_ : body_;
    const std::string_view text = model::text_of(article_, field);
    if (span.empty() || span.end > text.size() || !text::is_boundary(text, span.begin) ||
        !text::is_boundary(text, span.end))
      return {};
    const std::uint32_t start = index.characters(span.begin);
    return {start, index.characters(span.end) - start};
  }

 private:
  const model::Article& article_;
  text::CharacterIndex body_;
  text::CharacterIndex title_;
};

void drop_what_cannot_be_stored(std::optional<model::TimeValue>& value) {
  if (value && ((value->from && !is_storable(*value->from)) || (value->to && !is_storable(*value->to)))) value.reset();
}

/// Takes out what has no words in the text. Records point at one another by index, so events and times that are pointed
/// at stay, with the whole sentence for their evidence, or without value.
void keep_what_is_grounded(const Places& places, model::Extraction& read) {
  const auto has_words = [&](std::uint32_t sentence, base::Span span) {
    return sentence < read.sentences.size() && places.of(read.sentences[sentence].field, span).count > 0;
  };
  const auto lacks_words = [&](const auto& record) { return !has_words(record.sentence, record.span); };
  std::erase_if(read.mentions, lacks_words);
  std::erase_if(read.facts, lacks_words);
  std::erase_if(read.quotations, lacks_words);
  std::erase_if(read.relations, [&](const auto& relation) { return !relation.span.empty() && lacks_words(relation); });
  for (model::EventMention& event : read.events) {
    if (!has_words(event.sentence, event.evidence)) event.evidence = read.sentences[event.sentence].span;
    if (!has_words(event.sentence, event.trigger)) event.trigger = event.evidence;
  }
}

PreparedMention prepare_mention(const PreparedArticle& article, std::uint32_t index) {
  const model::EventMention& event = article.extraction.events[index];
  PreparedMention made;
  resolve::Mention& mention = made.mention;
  mention.type = resolve::hash_text(event.type);
  mention.article = resolve::hash_text(article.source_key);
  mention.source = mention.article;
  if (article.article.published) mention.published = temporal::day_number(*article.article.published);
  mention.ordinal = article.triggers[index].start;
  mention.status = event.status;
  mention.date = event.date;
  mention.date_basis = event.date_basis;
  mention.date_role = event.date_role;
  for (const model::Participant& participant : event.participants)
    mention.parties.push_back({article.identities[participant.entity], participant.role,
                               article.extraction.entities[participant.entity].local});
  mention.title = event.title;
  mention.title_en = event.title_en;
  mention.attributed_to = event.attributed_to;
  mention.object_text = event.object_text;
  mention.confidence = event.confidence;
  const std::string_view text = model::text_of(article.article, article.extraction.sentences[event.sentence].field);
  mention.telling = event.evidence.of(text);
  made.profile = resolve::profile(mention);
  made.blocks = resolve::blocks(mention, made.profile);
  made.anchor = static_cast<std::int64_t>(
      resolve::combine(resolve::combine(mention.article, mention.type), resolve::hash_text(event.evidence.of(text))));
  return made;
}

}  // namespace

bool is_storable(const model::Moment& moment) {
  return moment.year >= -4712 && moment.year <= 9999;
}

std::string source_key(const model::Article& article) {
  const bool is_address = article.uri.find("://") != std::string::npos && !article.uri.starts_with("file:");
  if (!article.external_id.empty()) return "id:" + article.external_id + (is_address ? " " + article.uri : "");
  if (!article.uri.empty() && article.uri != "-") return "uri:" + article.uri;
  return "sha256:" + base::sha256_hex(article.body);
}

std::string article_terms(std::string_view title, std::string_view body) {
  std::string both;
  both.reserve(title.size() + body.size() + 1);
  return search_terms(both.append(title).append("\n").append(body));
}

std::string content_sha256(const model::Article& article) {
  std::string all;
  all.reserve(article.body.size() + 512);
  const auto add = [&](std::string_view value) {
    all += std::to_string(value.size());
    all += ':';
    all += value;
  };
  add(article.title);
  add(article.title_in_body ? "1" : "0");
  add(article.byline);
  add(article.outlet);
  add(article.language);
  add(article.published ? model::to_iso(*article.published) : "");
  add(base::to_text(article.published_basis));
  add(article.updated ? model::to_iso(*article.updated) : "");
  add(article.body);
  return base::sha256_hex(all);
}

std::uint64_t entity_identity(std::string_view data_key, std::string_view kind, std::string_view name,
                              std::string_view local_to) {
  if (!data_key.empty()) return resolve::hash_text(data_key);
  const std::uint64_t identity = resolve::combine(resolve::hash_text(kind), resolve::hash_text(name));
  return local_to.empty() ? identity : resolve::combine(identity, resolve::hash_text(local_to));
}

void PreparedArticleDeleter::operator()(PreparedArticle* article) const {
  delete article;
}

Prepared prepare(model::Article article, model::Extraction extraction) {
  Prepared made(new PreparedArticle);
  made->article = std::move(article);
  made->extraction = std::move(extraction);
  model::Article& source = made->article;
  model::Extraction& read = made->extraction;
  made->source_key = source_key(source);
  made->body_sha256 = base::sha256_hex(source.body);
  made->content_sha256 = content_sha256(source);
  made->search_terms = article_terms(source.title, source.body);
  made->bands = resolve::bands(source.body, resolve::shingles(source.body));

  for (model::TimeExpression& time : read.times) {
    std::optional<model::TimeValue> value = time.value;
    drop_what_cannot_be_stored(value);
    if (value) continue;
    time.value = {};
    time.reason = "outside the years -4712 to 9999";
  }
  for (model::EventMention& event : read.events) {
    drop_what_cannot_be_stored(event.date);
    if (!event.date || !event.date->is_dated()) event.date.reset(), event.date_basis = model::DateBasis::unknown;
  }
  for (model::Fact& fact : read.facts) drop_what_cannot_be_stored(fact.valid);
  for (model::Quotation& quotation : read.quotations) drop_what_cannot_be_stored(quotation.said);

  const Places places(source);
  keep_what_is_grounded(places, read);
  const auto place = [&](std::uint32_t sentence, base::Span span) {
    assert(sentence < read.sentences.size());
    return places.of(read.sentences[sentence].field, span);
  };
  for (const auto& record : read.sentences) made->sentences.push_back(places.of(record.field, record.span));
  for (const auto& record : read.times) made->times.push_back(place(record.sentence, record.span));
  for (const auto& record : read.mentions) made->entity_mentions.push_back(place(record.sentence, record.span));
  for (const auto& record : read.relations)
    made->relations.push_back(record.span.empty() ? Characters{} : place(record.sentence, record.span));
  for (const auto& record : read.events) {
    made->events.push_back(place(record.sentence, record.evidence));
    made->triggers.push_back(place(record.sentence, record.trigger));
  }
  for (const auto& record : read.facts) made->facts.push_back(place(record.sentence, record.span));
  for (const auto& record : read.quotations) made->quotations.push_back(place(record.sentence, record.span));

  for (const model::Entity& entity : read.entities)
    made->identities.push_back(entity_identity(entity.key, base::to_text(entity.kind), entity.name,
                                               entity.local ? std::string_view(made->source_key) : std::string_view()));
  for (std::uint32_t i = 0; i < read.events.size(); ++i) made->mentions.push_back(prepare_mention(*made, i));
  return made;
}

}  // namespace timeline::store
