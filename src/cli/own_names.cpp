#include "cli/own_names.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "cli/database.hpp"
#include "cli/rules.hpp"
#include "cli/run_info.hpp"
#include "entity/catalog.hpp"
#include "query/nearest.hpp"
#include "store/own_names.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

using model::EntityKind;

base::Error refuse(const std::string& what, const std::string& hint = "timeline entities --help shows examples") {
  return {base::ExitStatus::usage, what, hint};
}

/// The name as it stands in articles: normal form, single spaces. Throws Error(usage) where it cannot be a name.
std::string tidy(const std::string& option, const std::string& given) {
  std::string name;
  for (const char c : text::normalize(given)) {
    if (c == '\t' || c == '\n' || c == '|' || static_cast<unsigned char>(c) < 0x20)
      throw refuse(option + ": a name has no tabs, line ends or '|'", {});
    if (c != ' ' || (!name.empty() && name.back() != ' ')) name += c;
  }
  while (!name.empty() && name.back() == ' ') name.pop_back();
  if (text::count_characters(name) < 2)
    throw refuse(option + ": '" + name + "' is too short: a name has two characters at least", {});
  if (name.find_first_not_of("0123456789 .,") == std::string::npos)
    throw refuse(option + ": '" + name + "' is a number and no name", {});
  if (name.ends_with('?') || name.ends_with('!'))
    throw refuse(option + ": a name does not end in '" + name.substr(name.size() - 1) + "'", {});
  return name;
}

bool is_korean(const std::string& name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return (c & 0x80) != 0; });
}

/// All names of an entity.
std::vector<std::string> names_of(const model::Entity& entity) {
  std::vector<std::string> names{entity.name, entity.name_ko, entity.name_en};
  for (const model::Alias& alias : entity.aliases) names.push_back(alias.text);
  return names;
}

bool is_called(const model::Entity& entity, const std::string& name) {
  const std::string folded = query::fold_name(name);
  const std::vector<std::string> names = names_of(entity);
  return std::any_of(names.begin(), names.end(), [&](const std::string& one) {
    return one == name || (!folded.empty() && query::fold_name(one) == folded);
  });
}

std::string article_of(std::string_view kind) {
  return std::string("aeiou").find(kind.front()) == std::string::npos ? "a " : "an ";
}

std::string listed(const std::vector<std::string>& parts, const char* last) {
  std::string all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) all += i + 1 == parts.size() ? last : ", ";
    all += parts[i];
  }
  return all;
}

std::string kind_list(const std::vector<EntityKind>& kinds, const char* last) {
  std::vector<std::string> parts;
  for (const EntityKind kind : kinds)
    parts.push_back(article_of(base::to_text(kind)) + std::string(base::to_text(kind)));
  return listed(parts, last);
}

/// Whom the name means: somebody known, somebody that articles name, or somebody new. Entity::key is set.
model::Entity meant(const entity::Catalog& catalog, store::OwnNames& own, const std::string& name,
                    std::optional<EntityKind> kind) {
  std::vector<const model::Entity*> called;
  for (const entity::KnownEntity& known : catalog.entities())
    if ((!kind || known.entity.kind == *kind) && is_called(known.entity, name)) called.push_back(&known.entity);
  if (called.size() == 1) return *called.front();
  if (!called.empty()) {
    std::vector<EntityKind> kinds;
    for (const model::Entity* one : called)
      if (std::find(kinds.begin(), kinds.end(), one->kind) == kinds.end()) kinds.push_back(one->kind);
    if (kinds.size() > 1)
      throw refuse("'" + name + "' is " + kind_list(kinds, " and ") + " here; say which with --kind", {});
    std::vector<std::string> others;
    for (const model::Entity* one : called) others.push_back(one->name_en.empty() ? one->name : one->name_en);
    throw refuse("'" + name + "' means several: " + listed(others, " and "),
                 "name one of them by another of its names");
  }
  if (!kind) {
    const std::vector<EntityKind> found = own.found_kinds(name);
    if (found.size() > 1)
      throw refuse("articles name '" + name + "' as " + kind_list(found, " and ") + "; say which with --kind", {});
    if (found.empty()) throw refuse("what is '" + name + "'? say it with --kind company, person, product …");
    kind = found.front();
  }
  model::Entity entity;
  entity.key = store::OwnNames::own_key(*kind, name);
  entity.kind = *kind;
  entity.name = name;
  return entity;
}

bool has_articles(const store::Database& database) {
  return database.sqlite().execAndGet("SELECT EXISTS (SELECT 1 FROM article)").getInt() != 0;
}

std::string later(const store::Database& database, const char* how) {
  return has_articles(database) ? std::string("; `timeline import --refresh` reads the stored articles ") + how : "";
}

std::optional<EntityKind> kind_named(const std::string& text) {
  return text.empty() ? std::nullopt : base::from_text<EntityKind>(text);
}

}  // namespace

void add_own_names(lexicon::DataSet& data, const store::Database& database) {
  struct Entry {
    std::string kind, name_ko, name_en, aliases;
  };
  std::map<std::string, Entry> entries;  // sorted, as every data file is
  for (const store::OwnName& name : store::OwnNames(database, {}).all()) {
    Entry& entry = entries[name.key];
    entry.kind = base::to_text(name.kind);
    const std::string marked = name.name + (name.needs_introduction ? "??" : "");
    if (name.field == "name_ko")
      entry.name_ko = marked;
    else if (name.field == "name_en")
      entry.name_en = marked;
    else
      entry.aliases += (entry.aliases.empty() ? "" : "|") + marked;
  }
  if (entries.empty()) return;
  std::string file = "key\tkind\tname_ko\tname_en\taliases\n";
  for (const auto& [key, entry] : entries)
    file.append(key)
        .append("\t")
        .append(entry.kind)
        .append("\t")
        .append(entry.name_ko)
        .append("\t")
        .append(entry.name_en)
        .append("\t")
        .append(entry.aliases)
        .append("\n");
  data.add(std::string(entity::kOwnNamesFile), std::move(file));
}

void add_name(Context& context, const NewName& wanted) {
  const std::string name = tidy("--add", wanted.name);
  lexicon::DataSet data = data_set(context);
  const store::Database database = open_for_writing(context);
  add_own_names(data, database);
  const entity::Catalog catalog(data);
  store::OwnNames own(database, utc_now());
  model::Entity entity = meant(catalog, own, name, kind_named(wanted.kind));
  const bool is_new = entity.name_ko.empty() && entity.name_en.empty();
  std::vector<store::OwnName> names;
  const auto give = [&](const char* field, const std::string& text) {
    const bool twice = std::any_of(names.begin(), names.end(), [&](const auto& one) { return one.name == text; });
    if (!twice)
      names.push_back({.correction = 0,
                       .entity = 0,
                       .key = entity.key,
                       .kind = entity.kind,
                       .field = field,
                       .name = text,
                       .needs_introduction = wanted.common});
  };
  if (is_new) give(is_korean(name) ? "name_ko" : "name_en", name);
  const auto set = [&](const char* option, const char* field, std::string model::Entity::*member,
                       const std::string& given) {
    if (given.empty()) return;
    const std::string text = tidy(option, given);
    if (!(entity.*member).empty() || (is_new && is_korean(name) == (std::string_view(field) == "name_ko")))
      throw refuse(std::string(option) + ": '" + name +
                       "' has one already: " + ((entity.*member).empty() ? name : entity.*member),
                   "add another name with --alias");
    give(field, text);
  };
  set("--name-ko", "name_ko", &model::Entity::name_ko, wanted.name_ko);
  set("--name-en", "name_en", &model::Entity::name_en, wanted.name_en);
  for (const std::string& alias : wanted.aliases) {
    const std::string text = tidy("--alias", alias);
    const std::vector<std::string> known = names_of(entity);
    if (std::find(known.begin(), known.end(), text) != known.end()) {
      context.note("'" + name + "' is called '" + text + "' already");
      continue;
    }
    for (const entity::KnownEntity& other : catalog.entities()) {
      const std::vector<std::string> its = names_of(other.entity);
      if (other.entity.key != entity.key && std::find(its.begin(), its.end(), text) != its.end())
        context.note("'" + text + "' is also a name of " + other.entity.name + " (" +
                     std::string(base::to_text(other.entity.kind)) + "); from now on it means '" + name + "'");
    }
    give("alias", text);
  }
  if (names.empty())
    throw refuse("'" + name + "' is known already: " + std::string(base::to_text(entity.kind)) + ", " +
                     (entity.name_en.empty() ? entity.name : entity.name_en),
                 "give it further names with --alias");
  if (entity.name.empty()) entity.name = name;
  own.add(entity, names, wanted.note);
  std::vector<std::string> given;
  for (const store::OwnName& one : names)
    if (one.name != name) given.push_back(one.name);
  context.out.write(name + " (" + std::string(base::to_text(entity.kind)) + ")" + (is_new ? " added" : "") +
                    (given.empty() ? "" : (is_new ? ", also called " : " is also called ") + listed(given, " and ")) +
                    later(database, names.size() == 1 ? "with it" : "with them") + '\n');
}

void remove_name(Context& context, const std::string& name, const std::string& kind) {
  const store::Database database = open_existing(context);
  store::OwnNames own(database, utc_now());
  const std::string wanted = text::normalize(name);
  const std::optional<EntityKind> of = kind_named(kind);
  std::vector<store::OwnName> found;
  std::vector<EntityKind> kinds;
  for (store::OwnName& one : own.all()) {
    if (one.name != wanted || (of && one.kind != *of)) continue;
    if (std::find(kinds.begin(), kinds.end(), one.kind) == kinds.end()) kinds.push_back(one.kind);
    found.push_back(std::move(one));
  }
  if (found.empty())
    throw refuse("nobody has added the name '" + wanted + "'", "timeline entities --added lists what was added");
  if (kinds.size() > 1)
    throw refuse("'" + wanted + "' is " + kind_list(kinds, " and ") + "; say which with --kind", {});
  for (const store::OwnName& one : found) own.remove(one.correction);
  context.out.write(wanted + " (" + std::string(base::to_text(found.front().kind)) + ") removed" +
                    later(database, "without it") + '\n');
}

}  // namespace timeline::cli
