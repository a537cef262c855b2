#pragma once

#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::cli {

/// What an article and its extraction are in JSON, told once for writing (ExtractionWriter) and reading
/// (ExtractionReader): each calls one function of the archive a field, which writes the value or fills it in.
///   text(key, string)  flag(key, bool)  number(key, double)  choice(key, enum)  moment(key, optional<Moment>)
///   value(key, TimeValue or optional<TimeValue>)  index(key, uint32, list)  list(key, vector, describe)
///   words(key, sentence, span): place and words, inside the object where key is empty

/// Which list of the extraction an index points into.
enum class List : unsigned char { sentences, times, entities, quantities, events };

template <typename Archive>
void describe_article(Archive& archive, model::Article& article) {
  archive.text("id", article.external_id);
  archive.text("uri", article.uri);
  archive.text("title", article.title);
  archive.flag("title_in_body", article.title_in_body);
  archive.text("byline", article.byline);
  archive.text("outlet", article.outlet);
  archive.text("language", article.language);
  archive.moment("published", article.published);
  archive.choice("published_basis", article.published_basis);
  archive.moment("updated", article.updated);
  archive.text("text", article.body);
}

template <typename Archive>
void describe(Archive& archive, model::Sentence& sentence) {
  bool in_title = sentence.field == model::Field::title;
  archive.flag("in_title", in_title);
  sentence.field = in_title ? model::Field::title : model::Field::body;
  archive.choice("role", sentence.role);
  archive.number("paragraph", sentence.paragraph);
  archive.words_of_field(sentence.field, sentence.span);
}

template <typename Archive>
void describe(Archive& archive, model::TimeExpression& time) {
  archive.index("sentence", time.sentence, List::sentences);
  archive.words("", time.sentence, time.span);
  archive.choice("kind", time.kind);
  archive.value("value", time.value);
  archive.text("duration", time.duration);
  archive.text("rule", time.rule);
  archive.text("reason", time.reason);
  archive.flag("local_time", time.local_time);
}

template <typename Archive>
void describe(Archive& archive, model::Alias& alias) {
  archive.text("text", alias.text);
  archive.text("language", alias.language);
}

template <typename Archive>
void describe(Archive& archive, model::Entity& entity) {
  archive.text("key", entity.key);
  archive.choice("kind", entity.kind);
  archive.text("name", entity.name);
  archive.text("name_ko", entity.name_ko);
  archive.text("name_en", entity.name_en);
  archive.text("wikidata", entity.wikidata);
  archive.text("description", entity.description);
  archive.flag("local", entity.local);
  archive.list("aliases", entity.aliases);
}

template <typename Archive>
void describe(Archive& archive, model::EntityMention& mention) {
  archive.index("entity", mention.entity, List::entities);
  archive.index("sentence", mention.sentence, List::sentences);
  archive.words("", mention.sentence, mention.span);
}

template <typename Archive>
void describe(Archive& archive, model::EntityRelation& relation) {
  archive.index("subject", relation.subject, List::entities);
  archive.choice("type", relation.type);
  archive.index("object", relation.object, List::entities);
  archive.index("sentence", relation.sentence, List::sentences);
  archive.optional_words("words", relation.sentence, relation.span);
}

template <typename Archive>
void describe(Archive& archive, model::Quantity& quantity) {
  archive.index("sentence", quantity.sentence, List::sentences);
  archive.words("", quantity.sentence, quantity.span);
  archive.number("low", quantity.low);
  archive.number("high", quantity.high);
  archive.text("unit", quantity.unit);
  archive.text("counter", quantity.counter);
  archive.choice("exactness", quantity.exactness);
}

template <typename Archive>
void describe(Archive& archive, model::Participant& participant) {
  archive.index("entity", participant.entity, List::entities);
  archive.choice("role", participant.role);
}

template <typename Archive>
void describe(Archive& archive, model::EventMention& event) {
  archive.text("type", event.type);
  archive.index("sentence", event.sentence, List::sentences);
  archive.words("trigger", event.sentence, event.trigger);
  archive.words("evidence", event.sentence, event.evidence);
  archive.choice("status", event.status);
  archive.value("date", event.date);
  archive.index("time", event.time_expression, List::times);
  archive.choice("date_basis", event.date_basis);
  archive.choice("date_role", event.date_role);
  archive.text("date_reason", event.date_reason);
  archive.list("participants", event.participants);
  archive.text("attributed_to", event.attributed_to);
  archive.text("title", event.title);
  archive.text("title_en", event.title_en);
  archive.text("object", event.object_text);
  archive.number("confidence", event.confidence);
  archive.text("rule", event.rule);
}

template <typename Archive>
void describe(Archive& archive, model::Fact& fact) {
  archive.index("sentence", fact.sentence, List::sentences);
  archive.words("", fact.sentence, fact.span);
  archive.index("subject", fact.subject, List::entities);
  archive.text("subject_text", fact.subject_text);
  archive.text("attribute", fact.attribute);
  archive.index("quantity", fact.quantity, List::quantities);
  archive.index("converted", fact.converted, List::quantities);
  archive.index("object", fact.object, List::entities);
  archive.text("object_text", fact.object_text);
  archive.value("valid", fact.valid);
  archive.choice("status", fact.status);
  archive.text("attributed_to", fact.attributed_to);
  archive.index("event", fact.event, List::events);
  archive.text("rule", fact.rule);
}

template <typename Archive>
void describe(Archive& archive, model::Quotation& quotation) {
  archive.index("sentence", quotation.sentence, List::sentences);
  archive.words("", quotation.sentence, quotation.span);
  archive.index("speaker", quotation.speaker, List::entities);
  archive.text("speaker_text", quotation.speaker_text);
  archive.value("said", quotation.said);
  archive.index("time", quotation.time_expression, List::times);
}

/// Indexes point only into lists that come before or whose length is checked at the end.
template <typename Archive>
void describe_extraction(Archive& archive, model::Extraction& extraction) {
  archive.list("sentences", extraction.sentences);
  archive.list("times", extraction.times);
  archive.list("entities", extraction.entities);
  archive.list("mentions", extraction.mentions);
  archive.list("relations", extraction.relations);
  archive.list("quantities", extraction.quantities);
  archive.list("events", extraction.events);
  archive.list("facts", extraction.facts);
  archive.list("quotations", extraction.quotations);
}

}  // namespace timeline::cli
