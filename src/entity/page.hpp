#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entity/catalog.hpp"
#include "entity/cues.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::entity {

/// A place in a line that names an entity.
struct Mention {
  base::Span span;
  std::uint32_t entity = 0;  ///< index into Extraction::entities
};

/// A sentence that is not noise, as words.
struct Line {
  std::uint32_t sentence = 0;
  std::string_view text;  ///< the whole field; spans are places in it
  base::Span span;
  std::vector<Word> words;
  std::vector<Mention> mentions;  ///< in order, never overlapping

  [[nodiscard]] std::string_view of(const Word& word) const { return text.substr(word.begin, word.end - word.begin); }
  /// The first word that begins at or after `at`, or words.size().
  [[nodiscard]] std::size_t word_from(std::uint32_t at) const;
  /// The word before `word`, with a space or nothing, and perhaps a pair of brackets, between them.
  [[nodiscard]] std::optional<std::size_t> word_before(std::size_t word) const;
  /// The mention that overlaps `span`, or nullptr.
  [[nodiscard]] const Mention* mention_in(base::Span span) const;
};

/// One article while its names are being gathered: lines, and the entities found so far.
class Page {
 public:
  Page(const Catalog& catalog, const Cues& cues, const model::Article& article, model::Extraction& extraction);

  [[nodiscard]] const lexicon::Particles& particles() const { return cues_.particles(); }
  [[nodiscard]] std::vector<Line>& lines() { return lines_; }
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  [[nodiscard]] const model::Entity& entity(std::uint32_t index) const { return extraction_.entities[index]; }
  [[nodiscard]] model::Entity& entity(std::uint32_t index) { return extraction_.entities[index]; }

  /// The entity of this article for an entry of the catalog.
  std::uint32_t known(std::uint32_t known);
  /// The catalog entry of an entity, or kNotKnown for a found one.
  [[nodiscard]] std::uint32_t catalog_entry(std::uint32_t entity) const { return origin_[entity]; }
  /// The entity of this article for a name that the catalog does not have.
  std::uint32_t found(model::EntityKind kind, std::string_view name);

  /// Adds a mention unless the span is empty or overlaps an earlier one. True when it was added.
  bool mention(Line& line, base::Span span, std::uint32_t entity);
  /// Takes the mentions that overlap the span away.
  static void release(Line& line, base::Span span);
  /// Another name of an entity, in Korean or English by its letters.
  void alias(std::uint32_t entity, std::string_view name);
  void relation(std::uint32_t subject, model::RelationType type, std::uint32_t object, std::uint32_t sentence,
                base::Span span);

  /// Writes mentions and the catalog's relations into the extraction; entities that neither a mention
  /// nor the words of a relation name fall out.
  void finish();

  static constexpr std::uint32_t kNotKnown = 0xFFFFFFFF;

 private:
  void add_known_relation(std::uint32_t subject, const KnownRelation& known, std::uint32_t object);
  void add_known_relations();
  void drop_unmentioned();

  const Catalog& catalog_;
  const Cues& cues_;
  model::Extraction& extraction_;
  std::vector<Line> lines_;
  std::vector<std::uint32_t> origin_;  // catalog entry of each entity
  std::map<std::uint32_t, std::uint32_t> known_;
  std::map<std::pair<model::EntityKind, std::string>, std::uint32_t> found_;
};

}  // namespace timeline::entity
