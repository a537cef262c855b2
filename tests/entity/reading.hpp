#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entity/recognizer.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::entity_test {

/// What the recognizer makes of one text, read as a single sentence.
struct Reading {
  model::Article article;
  model::Extraction extraction;

  /// "key: surface" of every mention, in order.
  [[nodiscard]] std::vector<std::string> mentions() const {
    std::vector<std::string> texts;
    for (const model::EntityMention& mention : extraction.mentions)
      texts.push_back(extraction.entities[mention.entity].key + ": " + std::string(mention.span.of(article.body)));
    return texts;
  }
  /// "surface=kind" of every mention, in order, joined with "|".
  [[nodiscard]] std::string kinds() const {
    std::string all;
    for (const model::EntityMention& mention : extraction.mentions) {
      if (!all.empty()) all += '|';
      all += mention.span.of(article.body);
      all += '=';
      all += base::to_text(extraction.entities[mention.entity].kind);
    }
    return all;
  }
  /// The names of the entities of every mention of a kind, in order, joined with "|".
  [[nodiscard]] std::string named_all(model::EntityKind kind) const {
    std::string all;
    for (const model::EntityMention& mention : extraction.mentions) {
      const model::Entity& entity = extraction.entities[mention.entity];
      if (entity.kind == kind) all += (all.empty() ? "" : "|") + entity.name;
    }
    return all;
  }
  /// The entity that the first mention of these words names, or nullptr.
  [[nodiscard]] const model::Entity* named(std::string_view words) const {
    for (const model::EntityMention& mention : extraction.mentions)
      if (mention.span.of(article.body) == words) return &extraction.entities[mention.entity];
    return nullptr;
  }
  [[nodiscard]] bool has(std::string_view key) const {
    for (const model::Entity& entity : extraction.entities)
      if (entity.key == key) return true;
    return false;
  }
  [[nodiscard]] bool has_kind(model::EntityKind kind) const {
    for (const model::EntityMention& mention : extraction.mentions)
      if (extraction.entities[mention.entity].kind == kind) return true;
    return false;
  }
};

inline const lexicon::DataSet& data() {
  static const lexicon::DataSet set = lexicon::DataSet::embedded();
  return set;
}

inline Reading read_sentences(std::string_view text, std::string_view language, const std::vector<base::Span>& spans) {
  static const entity::Recognizer recognizer(data());
  Reading reading;
  reading.article.language = language;
  reading.article.body = text;
  for (const base::Span& span : spans) {
    model::Sentence sentence;
    sentence.span = span;
    reading.extraction.sentences.push_back(sentence);
  }
  recognizer.recognize(reading.article, reading.extraction);
  return reading;
}

inline Reading read(std::string_view text, std::string_view language = "ko") {
  return read_sentences(text, language, {{0, static_cast<std::uint32_t>(text.size())}});
}

/// The same where every sentence ends with ". " or the text.
inline Reading read_article(std::string_view text) {
  std::vector<base::Span> spans;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = text.find(". ", at);
    const std::size_t end = stop == std::string_view::npos ? text.size() : stop + 1;
    spans.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = stop == std::string_view::npos ? end : end + 1;
  }
  return read_sentences(text, "ko", spans);
}

using Texts = std::vector<std::string>;

}  // namespace timeline::entity_test
