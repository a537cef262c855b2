#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/enum_table.hpp"
#include "base/span.hpp"

namespace timeline::model {

enum class EntityKind : std::uint8_t { company, organization, person, product, place, occasion };

struct Alias {
  std::string text;
  std::string language;  ///< "ko", "en", or empty where it serves both (tickers)
  auto operator<=>(const Alias&) const = default;
};

/// A company, person, organization, product, place or named occasion, as one article's extraction knows it.
struct Entity {
  std::string key;  ///< stable key of data/entities ("nvidia"); empty for a name found in the text only
  EntityKind kind = EntityKind::company;
  std::string name;      ///< canonical: name_ko or name_en of a known one, the fullest form of a found one
  std::string name_ko;   ///< empty where unknown
  std::string name_en;   ///< empty where unknown
  std::string wikidata;  ///< "Q182477" where certain, else empty
  std::vector<Alias> aliases;
  /// The name says who it is inside this article only (A씨, 김모씨, 김 위원장 without a full name): the same name in
  /// another article is somebody else.
  bool local = false;
  std::string description;  ///< title or trade as the text gives it ("국민대 특임교수"), else empty
};

/// One place that names an entity, particles not included.
struct EntityMention {
  std::uint32_t entity = 0;    ///< index into Extraction::entities
  std::uint32_t sentence = 0;  ///< index into Extraction::sentences
  base::Span span;             ///< in the field of its sentence
};

enum class RelationType : std::uint8_t { works_for, makes, belongs_to, located_in };

/// "Subject works for object", with the words it rests on; known relations of data/entities have an empty span.
struct EntityRelation {
  std::uint32_t subject = 0;
  std::uint32_t object = 0;
  RelationType type = RelationType::works_for;
  std::uint32_t sentence = 0;
  base::Span span;
  std::string since;  ///< the year it began to hold, empty where unknown or stated by the article alone
  std::string until;  ///< the year it ceased, empty where it holds or is unknown
};

}  // namespace timeline::model

template <>
struct timeline::base::EnumTable<timeline::model::EntityKind> {
  using enum timeline::model::EntityKind;
  static constexpr std::array<EnumRow<timeline::model::EntityKind>, 6> rows{{
      {company, "company", "a company or group of companies"},
      {organization, "organization", "a ministry, agency, party, university, union, team"},
      {person, "person", "a person"},
      {product, "product", "a product, service, model, brand or work"},
      {place, "place", "a country, region, city or site"},
      {occasion, "occasion", "a named occasion: a summit, exhibition, contest"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::model::EntityKind>());

template <>
struct timeline::base::EnumTable<timeline::model::RelationType> {
  using enum timeline::model::RelationType;
  static constexpr std::array<EnumRow<timeline::model::RelationType>, 4> rows{{
      {works_for, "works_for", "person works for or leads company or organization"},
      {makes, "makes", "company makes or develops product"},
      {belongs_to, "belongs_to", "company or organization belongs to a larger one"},
      {located_in, "located_in", "place or organization lies in place"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::model::RelationType>());
