#include "resolve/canonical.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "resolve/profile.hpp"

namespace timeline::resolve {
namespace {

/// The place of a status among those of one day: what happened is no longer planned.
int certainty(model::EventStatus status) {
  using enum model::EventStatus;
  switch (status) {
    case occurred:
      return 7;
    case ongoing:
      return 6;
    case cancelled:
      return 5;
    case denied:
      return 4;
    case planned:
      return 3;
    case expected:
      return 2;
    case possible:
      return 1;
  }
  return 0;
}

Day published(const Mention& mention) {
  return mention.published.value_or(std::numeric_limits<Day>::max());
}

/// Settles what nothing else settles, the same in every database.
auto identity(const Mention& mention) {
  return std::tuple(published(mention), mention.article, mention.ordinal);
}

int rank(model::DateBasis basis) {
  return basis == model::DateBasis::stated ? 0 : basis == model::DateBasis::context ? 1 : 2;
}

}  // namespace

Event canonical(std::span<const Mention> mentions) {
  Event event;
  std::vector<Profile> profiles;
  profiles.reserve(mentions.size());
  for (const Mention& mention : mentions) profiles.push_back(profile(mention));

  std::map<std::uint64_t, std::set<std::uint64_t>> sources_of_date;
  std::set<std::uint64_t> articles, sources;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (profiles[i].dated) sources_of_date[profiles[i].interval].insert(mentions[i].source);
    articles.insert(mentions[i].article);
    sources.insert(mentions[i].source);
    event.confidence = std::max(event.confidence, mentions[i].confidence);
    if (mentions[i].published && (!event.first_published || *mentions[i].published < *event.first_published))
      event.first_published = mentions[i].published;
  }
  event.article_count = static_cast<std::uint32_t>(articles.size());
  event.source_count = static_cast<std::uint32_t>(sources.size());

  const auto dates = [&](std::size_t i) {
    const auto agreed = profiles[i].dated ? sources_of_date[profiles[i].interval].size() : 0;
    return std::tuple(rank(mentions[i].date_basis), profiles[i].width(), -static_cast<int>(agreed),
                      -mentions[i].confidence, identity(mentions[i]));
  };
  // The latest publication knows best; only what has happened does not become a plan again.
  const auto settles = [&](std::size_t i) {
    const Mention& m = mentions[i];
    return std::tuple(certainty(m.status) > certainty(model::EventStatus::planned),
                      m.published.value_or(std::numeric_limits<Day>::min()), certainty(m.status));
  };
  std::size_t status = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i)
    if (settles(i) > settles(status)) status = i;
  event.status = mentions[status].status;

  const auto told = [&](std::size_t i) {
    const Mention& m = mentions[i];
    const auto has = [](bool said) { return said ? 0 : 1; };
    // A headline of a plan does not head what has happened since.
    return std::tuple(has(m.status == event.status), has(!profiles[i].doers.empty()), has(profiles[i].has_object()),
                      has(!m.title_en.empty()), has(profiles[i].dated), -m.confidence, identity(m));
  };
  std::size_t title = 0, date = mentions.size();
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (told(i) < told(title)) title = i;
    if (profiles[i].dated && (date == mentions.size() || dates(i) < dates(date))) date = i;
  }
  event.told_by = static_cast<std::uint32_t>(title);
  event.attributed_to = mentions[title].attributed_to;
  event.date_role = mentions[title].date_role;

  if (date < mentions.size()) {
    event.dated_by = static_cast<std::uint32_t>(date);
    event.date = mentions[date].date;
    event.date_role = mentions[date].date_role;
    event.date_basis = model::DateBasis::merged;
    if (event.attributed_to.empty() && event.date_role == model::DateRole::reported)
      event.attributed_to = mentions[date].attributed_to;
    // The article that tells the event best gives this very date itself, or it came from another.
    for (std::size_t i = 0; i < mentions.size(); ++i)
      if (mentions[i].article == mentions[title].article && profiles[i].interval == profiles[date].interval)
        event.date_basis = mentions[date].date_basis;
  } else {
    // Nothing but publications: the event is not after the first.
    std::size_t first = title;
    for (std::size_t i = 0; i < mentions.size(); ++i)
      if (mentions[i].date && mentions[i].date->is_dated() &&
          (!mentions[first].date || identity(mentions[i]) < identity(mentions[first])))
        first = i;
    event.date = mentions[first].date;
    event.date_basis = mentions[first].date_basis;
    event.date_role = mentions[first].date_role;
  }
  return event;
}

}  // namespace timeline::resolve
