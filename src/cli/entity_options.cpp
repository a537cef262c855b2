#include <algorithm>

#include "cli/event_options.hpp"
#include "query/names.hpp"

namespace timeline::cli {
namespace {

/// A named option with the kinds of entity that it means.
struct KindOption {
  const char* option;
  const std::vector<std::string>* names;
  std::vector<std::string> kinds;
};

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string kind_words(const std::vector<std::string>& kinds) {
  std::string out;
  for (const std::string& kind : kinds) out += (out.empty() ? "" : " or ") + kind;
  return out;
}

}  // namespace

void EntityOptions::define(OptionList& options) {
  options.texts("--company", "NAME", companies, "with this company: any of its names, Korean, English or ticker");
  options.texts("--person", "NAME", people, "with this person");
  options.texts("--organization", "NAME", organizations, "with this ministry, agency, university, party or occasion");
  options.texts("--product", "NAME", products, "with this product");
  options.texts("--place", "NAME", places, "at this place");
  options.flag("--with-people", with_people, "a company's people count as the company, while they work for it");
  options.flag("--with-products", with_products, "a company's products count as the company");
}

std::optional<std::vector<std::vector<std::int64_t>>> EntityOptions::resolve(
    const Context& context, SQLite::Database& database, std::vector<std::vector<query::Tenure>>* tenures) const {
  const KindOption all[] = {{"--company", &companies, {"company"}},
                            {"--person", &people, {"person"}},
                            {"--organization", &organizations, {"organization", "occasion"}},
                            {"--product", &products, {"product"}},
                            {"--place", &places, {"place"}}};
  std::vector<std::vector<std::int64_t>> groups;
  for (const KindOption& one : all) {
    if (one.names->empty()) continue;
    std::vector<std::int64_t> group;
    for (const std::string& name : *one.names) {
      const query::NameResult found = query::find_name(database, name, one.kinds);
      if (found.entities.empty())
        context.note(
            "no " + kind_words(one.kinds) + " is called '" + name + "' here" +
            (found.nearest.empty() ? "; `timeline entities` lists the names" : "; nearest: " + listed(found.nearest)));
      else if (!found.other_kind.empty())
        context.note("'" + name + "' is a " + found.other_kind + "; showing that");
      group.insert(group.end(), found.entities.begin(), found.entities.end());
    }
    if (group.empty()) return std::nullopt;
    const std::vector<std::int64_t> named = group;
    const auto also = [&](const std::vector<std::int64_t>& more) {
      group.insert(group.end(), more.begin(), more.end());
    };
    std::vector<query::Tenure> terms;
    if (with_people)
      for (const query::Tenure& tenure : query::people_of(database, named)) {
        if (tenures != nullptr && !tenure.is_open())
          terms.push_back(tenure);
        else
          group.push_back(tenure.entity);
      }
    if (tenures != nullptr) tenures->push_back(std::move(terms));
    if (with_products) also(query::products_of(database, named));
    std::sort(group.begin(), group.end());
    group.erase(std::unique(group.begin(), group.end()), group.end());
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace timeline::cli
