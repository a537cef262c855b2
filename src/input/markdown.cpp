#include "input/markdown.hpp"

#include "input/fields.hpp"
#include "input/plain_text.hpp"

namespace timeline::input {
namespace {

std::string_view trim(std::string_view words) {
  const std::size_t from = words.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  words = words.substr(from, words.find_last_not_of(" \t") - from + 1);
  if (words.size() >= 2 && (words.front() == '"' || words.front() == '\'') && words.back() == words.front())
    words = words.substr(1, words.size() - 2);
  return words;
}

/// The front matter's values; `text` is left with what is below it.
FieldValues take_front_matter(std::string& text, const Rules& rules) {
  FieldValues values;
  const std::string fence = text.substr(0, 3);
  if ((fence != "---" && fence != "+++") || text.find('\n') == std::string::npos ||
      trim(std::string_view(text).substr(3, text.find('\n') - 3)) != "")
    return values;
  const std::size_t end = text.find("\n" + fence);
  if (end == std::string::npos) return values;
  const char sign = fence == "---" ? ':' : '=';
  for (std::size_t from = text.find('\n') + 1; from < end;) {
    const std::size_t to = std::min(text.find('\n', from), end);
    const std::string_view line = std::string_view(text).substr(from, to - from);
    from = to + 1;
    const std::size_t at = line.find(sign);
    if (at == std::string_view::npos || line.starts_with(' ') || line.starts_with('#')) continue;
    if (const auto field = rules.field_names.of(trim(line.substr(0, at))); field && *field != Field::text)
      value_of(values, *field) = trim(line.substr(at + 1));
  }
  const std::size_t below = text.find('\n', end + 1);
  text.erase(0, below == std::string::npos ? text.size() : below + 1);
  return values;
}

}  // namespace

model::Article read_markdown(std::string text, const std::string& source, const Rules& rules) {
  FieldValues values = take_front_matter(text, rules);
  model::Article article;
  article.body = std::move(text);
  article.title = std::move(value_of(values, Field::title));
  if (article.title.empty()) {
    const std::size_t from = article.body.find_first_not_of('\n');
    if (from != std::string::npos && article.body.compare(from, 2, "# ") == 0) {
      article.title = trim(std::string_view(article.body).substr(from + 2, article.body.find('\n', from) - from - 2));
      article.title_in_body = true;
    }
  }
  article.external_id = std::move(value_of(values, Field::id));
  article.byline = std::move(value_of(values, Field::author));
  article.outlet = std::move(value_of(values, Field::outlet));
  article.uri = std::move(value_of(values, Field::url));
  if (article.outlet.empty() && !article.uri.empty()) article.outlet = rules.outlets.of_url(article.uri);
  const std::optional<int> home = home_offset(language_of(article.body), article.uri);
  if (const auto stamp = rules.timestamps.parse(value_of(values, Field::published))) {
    article.published = in_zone(*stamp, home);
    article.published_basis = model::PublishedBasis::metadata;
  }
  if (const auto stamp = rules.timestamps.parse(value_of(values, Field::updated)))
    article.updated = in_zone(*stamp, home);
  complete(article, rules);
  if (article.uri.empty()) article.uri = source;
  return article;
}

}  // namespace timeline::input
