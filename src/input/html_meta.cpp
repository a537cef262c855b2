#include "input/html_meta.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <map>

#include "text/utf8.hpp"

namespace timeline::input {
namespace {

namespace dom = simdjson::dom;

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
    dom::parser parser;
    dom::element root;
    if (json.size() > (std::size_t{4} << 20) || parser.parse(json).get(root) != simdjson::SUCCESS) {
      scrape(json);
      return;
    }
    visit(root, 0);
  }

  std::string headline, published, updated, author, publisher, body;

 private:
  static std::string string_of(dom::object object, std::string_view key) {
    dom::element value;
    std::string_view words;
    if (object.at_key(key).get(value) != simdjson::SUCCESS || value.get_string().get(words) != simdjson::SUCCESS)
      return {};
    return collapsed(words);
  }

  /// The name of a thing given as text, as an object with `name`, or as a list of them.
  static std::string name_of(dom::object object, std::string_view key) {
    dom::element value;
    if (object.at_key(key).get(value) != simdjson::SUCCESS) return {};
    return name_of(value, 0);
  }
  static std::string name_of(dom::element value, int depth) {
    std::string_view words;
    if (value.get_string().get(words) == simdjson::SUCCESS) return collapsed(words);
    dom::object object;
    if (value.get_object().get(object) == simdjson::SUCCESS) return string_of(object, "name");
    dom::array array;
    std::string names;
    if (depth < 2 && value.get_array().get(array) == simdjson::SUCCESS)
      for (const dom::element item : array) {
        const std::string name = name_of(item, depth + 1);
        if (name.empty()) continue;
        if (!names.empty()) names += ", ";
        names += name;
      }
    return names;
  }

  static bool is_article(dom::object object) {
    dom::element type;
    if (object.at_key("@type").get(type) != simdjson::SUCCESS) return false;
    const auto names_article = [](std::string_view name) {
      return name.find("Article") != std::string_view::npos || name.find("Posting") != std::string_view::npos ||
             name == "Report";
    };
    std::string_view name;
    if (type.get_string().get(name) == simdjson::SUCCESS) return names_article(name);
    dom::array types;
    if (type.get_array().get(types) == simdjson::SUCCESS)
      for (const dom::element item : types)
        if (item.get_string().get(name) == simdjson::SUCCESS && names_article(name)) return true;
    return false;
  }

  void visit(dom::element element, int depth) {
    if (depth > 8 || !published.empty()) return;
    dom::object object;
    if (element.get_object().get(object) == simdjson::SUCCESS) {
      if (is_article(object)) {
        headline = string_of(object, "headline");
        published = string_of(object, "datePublished");
        updated = string_of(object, "dateModified");
        author = name_of(object, "author");
        publisher = name_of(object, "publisher");
        dom::element value;
        std::string_view words;
        if (object.at_key("articleBody").get(value) == simdjson::SUCCESS &&
            value.get_string().get(words) == simdjson::SUCCESS)
          body = words;
        return;
      }
      for (const auto& [key, value] : object)
        if (key == "@graph" || key == "mainEntity" || key == "mainEntityOfPage" || key == "hasPart")
          visit(value, depth + 1);
      return;
    }
    dom::array array;
    if (element.get_array().get(array) == simdjson::SUCCESS)
      for (const dom::element item : array) visit(item, depth + 1);
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
