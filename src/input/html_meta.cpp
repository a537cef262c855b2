#include "input/html_meta.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "text/json.hpp"
#include "text/utf8.hpp"

namespace timeline::input {
namespace {

using text::Json;

std::string collapsed(std::string_view words) {
  std::string out;
  append_collapsed(words, out);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string lower(std::string_view words) {
  std::string out(words);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return out;
}

/// The article among the things that a page's JSON-LD describes.
class LinkedData {
 public:
  void read(std::string_view script) {
    std::string json(script);
    // Line ends inside strings are not JSON, but editors leave them there and browsers' readers forgive it.
    for (char& c : json)
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    Json things;
    if (json.size() > (std::size_t{4} << 20) || !things.read(json)) {
      scrape(json);
      return;
    }
    visit(things.root(), 0);
  }

  std::string headline, published, updated, author, publisher, body;

 private:
  static std::string string_of(const Json::Value& object, std::string_view key) {
    const auto value = object.find(key);
    return value ? collapsed(value->string().value_or(std::string_view())) : std::string();
  }

  /// The name of a thing given as text, as an object with `name`, or as a list of them.
  static std::string name_of(const Json::Value& object, std::string_view key) {
    const auto value = object.find(key);
    return value ? name_of(*value, 0) : std::string();
  }
  static std::string name_of(const Json::Value& value, int depth) {
    if (const auto words = value.string()) return collapsed(*words);
    if (value.kind() == Json::Kind::object) return string_of(value, "name");
    std::string names;
    if (depth < 2)
      value.for_each_item([&](const Json::Value& item) {
        const std::string name = name_of(item, depth + 1);
        if (name.empty()) return;
        if (!names.empty()) names += ", ";
        names += name;
      });
    return names;
  }

  static bool is_article(const Json::Value& object) {
    const auto type = object.find("@type");
    if (!type) return false;
    bool found = false;
    const auto look = [&](const Json::Value& value) {
      const auto name = value.string();
      found |= name && (name->find("Article") != std::string::npos || name->find("Posting") != std::string::npos ||
                        *name == "Report");
    };
    look(*type);
    type->for_each_item(look);
    return found;
  }

  void visit(const Json::Value& value, int depth) {
    if (depth > 8 || !published.empty()) return;
    if (is_article(value)) {
      headline = string_of(value, "headline");
      published = string_of(value, "datePublished");
      updated = string_of(value, "dateModified");
      author = name_of(value, "author");
      publisher = name_of(value, "publisher");
      if (const auto words = value.find("articleBody"))
        if (const auto said = words->string()) body = *said;
      return;
    }
    value.for_each_member([&](std::string_view key, const Json::Value& member) {
      if (key == "@graph" || key == "mainEntity" || key == "mainEntityOfPage" || key == "hasPart")
        visit(member, depth + 1);
    });
    value.for_each_item([&](const Json::Value& item) { visit(item, depth + 1); });
  }

  /// What is no JSON still says `"datePublished": "…"`.
  void scrape(std::string_view json) {
    const auto value = [&](std::string_view key) {
      std::size_t at = json.find(key);
      if (at == std::string_view::npos) return std::string();
      at = json.find('"', json.find(':', at + key.size()));
      if (at == std::string_view::npos) return std::string();
      const std::size_t end = json.find('"', at + 1);
      return end == std::string_view::npos || end - at > 300 ? std::string()
                                                             : collapsed(json.substr(at + 1, end - at - 1));
    };
    if (published.empty()) published = value("\"datePublished\"");
    if (updated.empty()) updated = value("\"dateModified\"");
    if (headline.empty()) headline = value("\"headline\"");
  }
};

constexpr std::array<std::string_view, 22> kPublishedNames{"article:published_time",
                                                           "og:article:published_time",
                                                           "datepublished",
                                                           "article:published",
                                                           "nextweb:createdate",
                                                           "pubdate",
                                                           "publishdate",
                                                           "publish-date",
                                                           "publish_date",
                                                           "parsely-pub-date",
                                                           "sailthru.date",
                                                           "dc.date.issued",
                                                           "dcterms.created",
                                                           "dc.date",
                                                           "dcterms.date",
                                                           "date",
                                                           "article.published",
                                                           "article_date_original",
                                                           "cxenseparse:recs:publishtime",
                                                           "og:regdate",
                                                           "rnews:datepublished",
                                                           "dd:published_time"};
constexpr std::array<std::string_view, 8> kUpdatedNames{"article:modified_time", "og:updated_time", "datemodified",
                                                        "nextweb:moddate",       "last-modified",   "lastmod",
                                                        "dcterms.modified",      "dd:modified_time"};
constexpr std::array<std::string_view, 6> kAuthorNames{"author", "article:author", "dable:author",
                                                       "byl",    "dc.creator",     "parsely-author"};

using Metas = std::map<std::string, std::string, std::less<>>;

template <std::size_t N>
std::string first_of(const Metas& metas, const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names)
    if (const auto found = metas.find(name); found != metas.end()) return found->second;
  return {};
}

/// "Headline - Outlet" without the outlet.
std::string without_site(std::string_view title, std::string_view site) {
  for (const std::string_view mark :
       {std::string_view(" | "), std::string_view(" - "), std::string_view(" :: "), std::string_view(" < "),
        std::string_view(" — "), std::string_view(" – "), std::string_view("|"), std::string_view(" : ")}) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string_view::npos || at < 12) continue;
    const std::string_view tail = title.substr(at + mark.size());
    if ((!site.empty() && tail.find(site) != std::string_view::npos) ||
        (mark != " : " && tail.size() <= 40 && tail.size() * 2 < at))
      return std::string(title.substr(0, at));
  }
  return std::string(title);
}

}  // namespace

HtmlMeta read_html_meta(const HtmlTree& tree) {
  HtmlMeta meta;
  LinkedData linked;
  Metas metas;
  std::string page_title;
  std::vector<std::string> headings;
  std::string time;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const HtmlNode& node = tree[i];
    if (node.is_text) continue;
    switch (node.tag) {
      case GUMBO_TAG_META: {
        const std::string_view content = node.attribute("content");
        if (content.empty()) break;
        for (const char* key : {"property", "name", "itemprop"})
          if (const std::string_view name = node.attribute(key); !name.empty())
            metas.emplace(lower(name), collapsed(content));
        break;
      }
      case GUMBO_TAG_LINK:
        if (node.attribute("rel") == "canonical" && meta.url.empty()) meta.url = node.attribute("href");
        break;
      case GUMBO_TAG_SCRIPT:
        if (lower(node.attribute("type")) == "application/ld+json")
          for (std::uint32_t k = i + 1; k < node.end; ++k)
            if (tree[k].is_text) linked.read(tree[k].text());
        break;
      case GUMBO_TAG_TITLE:
        if (page_title.empty()) page_title = tree.text_of(i);
        break;
      case GUMBO_TAG_H1:
        if (headings.size() < 8) headings.push_back(tree.text_of(i));
        break;
      case GUMBO_TAG_TIME:
        if (time.empty()) time = node.attribute("datetime");
        break;
      default:
        if (node.attribute("itemprop") == "datePublished") {
          const std::string_view content = node.attribute("content");
          metas.emplace("datepublished", content.empty() ? tree.text_of(i) : std::string(content));
        }
        break;
    }
  }
  const auto value = [&](std::string_view name) {
    const auto found = metas.find(name);
    return found == metas.end() ? std::string() : found->second;
  };
  const std::string site = value("og:site_name");
  const std::string shared_title = value("og:title");
  // A heading that the page also gives as its title is the headline as readers see it.
  const std::string& given = shared_title.empty() ? page_title : shared_title;
  for (const std::string& heading : headings)
    if (heading.size() >= 12 && meta.title.empty() && heading != site && heading != page_title &&
        given.find(heading) != std::string::npos)
      meta.title = heading;
  if (meta.title.empty() && !shared_title.empty()) meta.title = without_site(shared_title, site);
  if (meta.title.empty()) meta.title = linked.headline;
  if (meta.title.empty() && !page_title.empty()) meta.title = without_site(page_title, site);
  if (meta.title.empty() && !headings.empty()) meta.title = headings.front();
  meta.published = linked.published.empty() ? first_of(metas, kPublishedNames) : linked.published;
  if (meta.published.empty()) meta.published = time;
  meta.updated = linked.updated.empty() ? first_of(metas, kUpdatedNames) : linked.updated;
  meta.author = linked.author.empty() ? first_of(metas, kAuthorNames) : linked.author;
  if (meta.author.find("://") != std::string::npos) meta.author.clear();
  meta.outlet = site.empty() ? linked.publisher : site;
  if (meta.url.empty()) meta.url = value("og:url");
  meta.description = value("og:description");
  meta.article_body = std::move(linked.body);
  return meta;
}

std::string day_in_url(std::string_view url) {
  const auto digits = [&](std::size_t at, std::size_t count) {
    if (at + count > url.size()) return false;
    return std::all_of(url.begin() + static_cast<std::ptrdiff_t>(at),
                       url.begin() + static_cast<std::ptrdiff_t>(at + count),
                       [](char c) { return text::is_digit(static_cast<unsigned char>(c)); });
  };
  for (std::size_t at = url.find("/20"); at != std::string_view::npos; at = url.find("/20", at + 1)) {
    const std::size_t year = at + 1;
    if (!digits(year, 4)) continue;
    if (year + 10 < url.size() && url[year + 4] == '/' && digits(year + 5, 2) && url[year + 7] == '/' &&
        digits(year + 8, 2) && !digits(year + 10, 1))
      return std::string(url.substr(year, 4)) + "-" + std::string(url.substr(year + 5, 2)) + "-" +
             std::string(url.substr(year + 8, 2));
  }
  return {};
}

}  // namespace timeline::input
