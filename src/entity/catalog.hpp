#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"
#include "lexicon/table.hpp"
#include "model/entity.hpp"

namespace timeline::entity {

/// What a name needs besides standing there as a word of its own.
enum class Evidence : std::uint8_t {
  none,     ///< it names nothing else (엔비디아)
  some,     ///< "?": it may be another word; the article must speak of its like (메타, 인도)
  strong,   ///< "??": it mostly is another word; it must be introduced right there (다음, 대상)
  bracket,  ///< a ticker: only inside brackets or behind '$'
};

/// A relation of a known entity to another known one, and the years it held ("2009", empty where open or unknown).
struct KnownRelation {
  std::uint32_t object = 0;  ///< index of the other in the catalog
  model::RelationType type = model::RelationType::works_for;
  std::string since;
  std::string until;
};

/// A field of talk in which a name means another thing (한화 in baseball): a row of data/ko/name_circles.tsv. The
/// number of a circle is its bit in a set of circles; 0 is none.
struct Circle {
  std::string name;
  std::size_t least = 1;  ///< words of it that an article must have
};

struct KnownEntity {
  model::Entity entity;
  std::vector<KnownRelation> relations;
};

/// One surface form of a known entity.
struct KnownName {
  std::uint32_t known = 0;  ///< index of the entity in the catalog
  Evidence evidence = Evidence::none;
  bool national =
      false;  ///< "!": a body that every country has (국방부): ours only where no other country stands before it
  std::uint8_t circle = 0;  ///< "~": counts only where that circle is spoken of, and there before all others
  bool own = false;         ///< given by hand for one database: counts before the names of the files
};

/// The file that names of one database come in, beside those of data/entities: key, kind, name_ko, name_en, aliases.
/// A key of data/entities gives that entity further names; any other is a new entity.
inline constexpr std::string_view kOwnNamesFile = "entities/own.tsv";

/// The entries of data/entities, and the countries of the world from ICU's locale data, with all their names.
/// Immutable after construction.
class Catalog {
 public:
  /// Throws Error that names file and line where an entry is wrong: an unknown kind of relation, a relation to a key
  /// that is not there, a key given twice.
  explicit Catalog(const lexicon::DataSet& data);

  [[nodiscard]] const std::vector<KnownEntity>& entities() const { return entities_; }
  [[nodiscard]] const KnownEntity& operator[](std::uint32_t known) const { return entities_[known]; }
  /// Does the place lie in the one of that key, itself or through others (서초구 in 서울 in 한국)?
  [[nodiscard]] bool lies_in(std::uint32_t known, std::string_view key) const;
  [[nodiscard]] const KnownName& name(std::uint32_t id) const { return names_[id]; }
  [[nodiscard]] const std::vector<Circle>& circles() const { return circles_; }
  /// Finds the words of circles; the ids are the places in circles().
  [[nodiscard]] const lexicon::Matcher& circle_words() const { return circle_words_; }
  /// Finds every name; the ids are those of name().
  [[nodiscard]] const lexicon::Matcher& names() const { return matcher_; }

 private:
  using Strings = std::vector<std::pair<std::string, std::uint32_t>>;

  void read(const lexicon::Table& table, model::EntityKind kind, Strings& strings);
  void read_circles(const lexicon::Table& table);
  void read_own(const lexicon::Table& table, Strings& strings);
  void read_countries(const lexicon::Table& table, Strings& strings);
  void add_unspaced(Strings& strings);
  /// Adds a name as written in the data ("메타?") to the entity; returns it without its marks.
  std::string add_name(std::uint32_t known, std::string_view marked, Strings& strings);
  void add_alias(std::uint32_t known, std::string_view marked, std::string_view language, Strings& strings);

  std::vector<Circle> circles_;
  lexicon::Matcher circle_words_;
  std::vector<KnownEntity> entities_;
  std::vector<KnownName> names_;
  lexicon::Matcher matcher_;
};

}  // namespace timeline::entity
