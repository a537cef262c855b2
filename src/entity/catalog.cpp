#include "entity/catalog.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include "entity/countries.hpp"

namespace timeline::entity {
namespace {

using lexicon::Table;
using model::EntityKind;

struct Source {
  std::string_view path;
  EntityKind kind;
};
constexpr Source kSources[] = {
    {"entities/companies.tsv", EntityKind::company},
    {"entities/occasions.tsv", EntityKind::occasion},
    {"entities/organizations.tsv", EntityKind::organization},
    {"entities/people.tsv", EntityKind::person},
    {"entities/places.tsv", EntityKind::place},
    {"entities/products.tsv", EntityKind::product},
};

/// A relation as the data gives it: "works_for:nvidia@1993-2024".
struct Written {
  std::string_view type;
  std::string_view key;
  std::string_view since;
  std::string_view until;
};

std::optional<Written> parse_relation(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  Written written{text.substr(0, colon), text.substr(colon + 1), {}, {}};
  if (const std::size_t at = written.key.find('@'); at != std::string_view::npos) {
    const std::string_view years = written.key.substr(at + 1);
    written.key = written.key.substr(0, at);
    const std::size_t dash = years.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    written.since = years.substr(0, dash);
    written.until = years.substr(dash + 1);
  }
  return written;
}

}  // namespace

void Catalog::read_circles(const Table& table) {
  Strings strings;
  for (const Table::Row& row : table.rows()) {
    const std::string_view least = row["least"];
    if (least.size() != 1 || least[0] < '1' || least[0] > '9') throw row.fault("least must be a digit from 1");
    for (const std::string_view word : row.list("words"))
      strings.emplace_back(word, static_cast<std::uint32_t>(circles_.size()));
    circles_.push_back({std::string(row["circle"]), static_cast<std::size_t>(least[0] - '0')});
  }
  circle_words_ = lexicon::Matcher(std::move(strings));
}

std::string Catalog::add_name(std::uint32_t known, std::string_view marked, Strings& strings) {
  KnownName name{.known = known};
  if (const std::size_t tilde = marked.find('~'); tilde != std::string_view::npos) {
    const auto circle = std::find_if(circles_.begin(), circles_.end(),
                                     [&](const Circle& one) { return one.name == marked.substr(tilde + 1); });
    if (circle == circles_.end())
      throw base::Error(base::ExitStatus::input, "data/entities: '" + std::string(marked) + "' names no circle",
                        "circles stand in data/ko/name_circles.tsv");
    name.circle = static_cast<std::uint8_t>(circle - circles_.begin() + 1);
    marked = marked.substr(0, tilde);
  }
  while (!marked.empty() && (marked.back() == '?' || marked.back() == '!')) {
    if (marked.back() == '!')
      name.national = true;
    else
      name.evidence = name.evidence == Evidence::none ? Evidence::some : Evidence::strong;
    marked.remove_suffix(1);
  }
  strings.emplace_back(marked, static_cast<std::uint32_t>(names_.size()));
  names_.push_back(name);
  return std::string(marked);
}

void Catalog::add_alias(std::uint32_t known, std::string_view marked, std::string_view language, Strings& strings) {
  std::string text = add_name(known, marked, strings);
  entities_[known].entity.aliases.push_back({std::move(text), std::string(language)});
}

void Catalog::read(const Table& table, EntityKind kind, Strings& strings) {
  for (const Table::Row& row : table.rows()) {
    const auto known = static_cast<std::uint32_t>(entities_.size());
    entities_.emplace_back();
    entities_[known].entity.key = row["key"];
    entities_[known].entity.kind = kind;
    entities_[known].entity.wikidata = row["wikidata"];
    entities_[known].entity.description = row["description"];
    if (row["name_ko"].empty() && row["name_en"].empty()) throw row.fault("has neither a Korean nor an English name");
    if (!row["name_ko"].empty()) entities_[known].entity.name_ko = add_name(known, row["name_ko"], strings);
    if (!row["name_en"].empty()) entities_[known].entity.name_en = add_name(known, row["name_en"], strings);
    for (const std::string_view alias : row.list("aliases_ko")) add_alias(known, alias, "ko", strings);
    for (const std::string_view alias : row.list("aliases_en")) add_alias(known, alias, "en", strings);
    for (const std::string_view ticker : row.list("ticker")) {
      add_alias(known, ticker, "", strings);
      names_.back().evidence = Evidence::bracket;
    }
  }
}

void Catalog::read_countries(const Table& table, Strings& strings) {
  std::vector<Country> countries = icu_countries();
  for (const Table::Row& row : table.rows()) {
    auto country = std::lower_bound(countries.begin(), countries.end(), row["key"],
                                    [](const Country& c, std::string_view key) { return c.key < key; });
    if (country == countries.end() || country->key != row["key"]) throw row.fault("ICU knows no such region");
    if (!row["name_ko"].empty()) country->name_ko = row["name_ko"];
    if (!row["name_en"].empty()) country->name_en = row["name_en"];
    for (const std::string_view alias : row.list("aliases_ko")) country->aliases.emplace_back(alias, "ko");
    for (const std::string_view alias : row.list("aliases_en")) country->aliases.emplace_back(alias, "en");
    country->wikidata = row["wikidata"];
  }
  for (Country& country : countries) {
    const auto known = static_cast<std::uint32_t>(entities_.size());
    entities_.emplace_back();
    entities_[known].entity.key = std::move(country.key);
    entities_[known].entity.kind = EntityKind::place;
    entities_[known].entity.wikidata = std::move(country.wikidata);
    entities_[known].entity.name_ko = add_name(known, country.name_ko, strings);
    entities_[known].entity.name_en = add_name(known, country.name_en, strings);
    for (const auto& [alias, language] : country.aliases) add_alias(known, alias, language, strings);
  }
}

void Catalog::read_own(const Table& table, Strings& strings) {
  const std::size_t first = names_.size();
  for (const Table::Row& row : table.rows()) {
    const auto there = std::find_if(entities_.begin(), entities_.end(),
                                    [&](const KnownEntity& known) { return known.entity.key == row["key"]; });
    const auto known = static_cast<std::uint32_t>(there - entities_.begin());
    if (there == entities_.end()) {
      const auto kind = base::from_text<EntityKind>(row["kind"]);
      if (!kind) throw row.fault("unknown kind '" + std::string(row["kind"]) + "'");
      entities_.emplace_back();
      entities_[known].entity.key = row["key"];
      entities_[known].entity.kind = *kind;
    }
    model::Entity& entity = entities_[known].entity;
    if (!row["name_ko"].empty()) entity.name_ko = add_name(known, row["name_ko"], strings);
    if (!row["name_en"].empty()) entity.name_en = add_name(known, row["name_en"], strings);
    for (const std::string_view alias : row.list("aliases"))
      add_alias(known, alias,
                std::all_of(alias.begin(), alias.end(), [](char c) { return (c & 0x80) == 0; }) ? "en" : "ko", strings);
  }
  for (std::size_t i = first; i < names_.size(); ++i) names_[i].own = true;
}

bool Catalog::lies_in(std::uint32_t known, std::string_view key) const {
  constexpr int kMostSteps = 5;
  for (int steps = 0; steps < kMostSteps; ++steps) {
    if (entities_[known].entity.key == key) return true;
    const auto& relations = entities_[known].relations;
    const auto up = std::find_if(relations.begin(), relations.end(), [](const KnownRelation& relation) {
      return relation.type == model::RelationType::located_in;
    });
    if (up == relations.end()) return false;
    known = up->object;
  }
  return false;
}

Catalog::Catalog(const lexicon::DataSet& data) {
  Strings strings;
  const Table circles(data, "ko/name_circles.tsv");
  read_circles(circles);
  const Table countries(data, "entities/countries.tsv");
  read_countries(countries, strings);
  std::vector<std::pair<const Table::Row*, std::uint32_t>> relations;
  std::vector<std::unique_ptr<Table>> tables;
  for (const Source& source : kSources) {
    tables.push_back(std::make_unique<Table>(data, source.path));
    const auto first = static_cast<std::uint32_t>(entities_.size());
    read(*tables.back(), source.kind, strings);
    for (std::uint32_t i = first; i < entities_.size(); ++i)
      relations.emplace_back(&tables.back()->rows()[i - first], i);
  }
  std::unordered_map<std::string_view, std::uint32_t> keys;
  for (std::uint32_t i = 0; i < entities_.size(); ++i)
    if (!keys.emplace(entities_[i].entity.key, i).second)
      throw base::Error(base::ExitStatus::input,
                        "data/entities: the key '" + entities_[i].entity.key + "' stands twice",
                        "give one of the two another key");
  for (const auto& [row, known] : relations)
    for (const std::string_view text : row->list("relations")) {
      const auto written = parse_relation(text);
      if (!written) throw row->fault("cannot read the relation '" + std::string(text) + "'");
      const auto other = keys.find(written->key);
      if (other == keys.end())
        throw row->fault("has a relation to '" + std::string(written->key) + "', which is no key");
      // A product names its maker; the relation itself is the maker's.
      const bool made_by = written->type == "made_by";
      const auto type = made_by ? model::RelationType::makes : base::from_text<model::RelationType>(written->type);
      if (!type) throw row->fault("unknown type of relation '" + std::string(written->type) + "'");
      entities_[made_by ? other->second : known].relations.push_back(
          {made_by ? known : other->second, *type, std::string(written->since), std::string(written->until)});
    }
  if (data.has(kOwnNamesFile)) {
    const Table own(data, kOwnNamesFile);
    read_own(own, strings);
  }
  for (KnownEntity& known : entities_)
    known.entity.name = known.entity.name_ko.empty() ? known.entity.name_en : known.entity.name_ko;
  add_unspaced(strings);
  matcher_ = lexicon::Matcher(std::move(strings));
}

/// 브래드피트: foreign names are often written without the spaces between their parts.
void Catalog::add_unspaced(Strings& strings) {
  constexpr std::size_t kLeast = 4 * 3;  // bytes: shorter ones are too often other words
  for (std::uint32_t known = 0; known < entities_.size(); ++known) {
    const model::Entity& entity = entities_[known].entity;
    if (entity.kind != EntityKind::person) continue;
    std::string name = entity.name_ko;
    std::erase(name, ' ');
    if (name.size() < kLeast || name == entity.name_ko) continue;
    strings.emplace_back(name, static_cast<std::uint32_t>(names_.size()));
    names_.push_back({.known = known});
  }
}

}  // namespace timeline::entity
