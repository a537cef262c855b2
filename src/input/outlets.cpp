#include "input/outlets.hpp"

#include <algorithm>

#include "lexicon/table.hpp"

namespace timeline::input {

Outlets::Outlets(const lexicon::DataSet& data) {
  const lexicon::Table table(data, "outlets.tsv");
  for (const auto& row : table.rows()) {
    by_host_.emplace(row["host"], row["name"]);
    language_.emplace(row["name"], row["language"]);
  }
}

std::string_view Outlets::of_url(std::string_view url) const {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  const std::size_t host_end = url.find_first_of("/?#:");
  const std::string_view path = host_end == std::string_view::npos ? std::string_view() : url.substr(host_end);
  std::string_view host = url.substr(0, host_end);
  // Portals serve many outlets: "n.news.naver.com/article/032/…" is row "naver.com/032".
  if (host.ends_with("naver.com")) {
    const std::size_t article = path.find("article/");
    const std::size_t office = path.find("oid=");
    if (article == std::string_view::npos && office == std::string_view::npos) return {};
    const std::size_t number = office != std::string_view::npos ? office + 4 : article + 8;
    const auto found = by_host_.find(std::string("naver.com/").append(path.substr(number, 3)));
    return found == by_host_.end() ? std::string_view() : found->second;
  }
  while (!host.empty()) {
    if (const auto found = by_host_.find(host); found != by_host_.end()) return found->second;
    const std::size_t dot = host.find('.');
    if (dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
  }
  return {};
}

std::string_view Outlets::of_name(std::string_view name) const {
  if (name.starts_with("oid")) {
    const auto found = by_host_.find(std::string("naver.com/").append(name.substr(3)));
    return found == by_host_.end() ? std::string_view() : found->second;
  }
  if (name.find('.') == std::string_view::npos || name.find(' ') != std::string_view::npos) return {};
  return of_url(name);
}

std::string_view Outlets::in_text(std::string_view text, std::string_view language) const {
  // The sign of copyright first: what follows within a few words is the owner.
  for (const std::string_view sign : {std::string_view("\u24D2"), std::string_view("\u00A9")})
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
      const std::string_view after = text.substr(at, 120);
      std::string_view best;
      std::size_t place = std::string_view::npos;
      for (const auto& [host, name] : by_host_) {
        const std::size_t found = std::min(after.find(name), after.find(host));
        if (found < place || (found == place && found != std::string_view::npos && name.size() > best.size())) {
          place = found;
          best = name;
        }
      }
      if (!best.empty()) return best;
    }
  // Else the first article address that a copied post names as its source.
  for (std::size_t at = text.find("http"); at != std::string_view::npos && at < 1500; at = text.find("http", at + 1)) {
    const std::string_view url =
        text.substr(at, std::min<std::size_t>(text.find_first_of(" \n\t", at), text.size()) - at);
    if (const std::string_view name = of_url(url); !name.empty() && language_.find(name)->second == language)
      return name;
  }
  return {};
}

}  // namespace timeline::input
