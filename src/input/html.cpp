#include "input/html.hpp"

#include <algorithm>

#include "input/dateline.hpp"
#include "input/html_content.hpp"
#include "input/html_meta.hpp"
#include "input/html_state.hpp"
#include "input/plain_text.hpp"
#include "text/encoding.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace timeline::input {
namespace {

/// The name that <meta charset> or <meta http-equiv> gives, from the first bytes.
std::string_view declared_charset(std::string_view bytes) {
  bytes = bytes.substr(0, 8192);
  std::size_t at = bytes.find("charset=");
  if (at == std::string_view::npos) at = bytes.find("CHARSET=");
  if (at == std::string_view::npos) return {};
  at += 8;
  while (at < bytes.size() && (bytes[at] == '"' || bytes[at] == '\'' || bytes[at] == ' ')) ++at;
  const std::size_t end = bytes.find_first_of("\"' ;/>\r\n", at);
  return end == std::string_view::npos ? std::string_view() : bytes.substr(at, end - at);
}

std::string decode_page(const std::string& bytes) {
  const text::Encoding encoding = text::detect_encoding(bytes);
  if (encoding == text::Encoding::utf8 || encoding == text::Encoding::utf16le || encoding == text::Encoding::utf16be ||
      encoding == text::Encoding::binary)
    return text::decode_as(bytes, encoding);
  // Bytes that are no Unicode: here the page knows best, unless it claims to be what it is not.
  const std::string_view name = declared_charset(bytes);
  if (!name.empty() && name != "utf-8" && name != "UTF-8")
    if (auto decoded = text::decode_as(bytes, name)) return *std::move(decoded);
  return text::decode_as(bytes, encoding);
}

constexpr std::size_t kShortPage = 600;  // bytes of body; less may be all that is left without scripts

std::size_t count_statements(std::string_view body) {
  return static_cast<std::size_t>(std::count(body.begin(), body.end(), '.'));
}

}  // namespace

model::Article read_page(const std::string& page, const std::string& name, const Rules& rules) {
  const HtmlTree tree(page, name);
  const HtmlMeta meta = read_html_meta(tree);
  const HtmlContent content(tree, rules.html_hints, rules.layout);
  model::Article article;
  article.uri = name;
  article.title = text::normalize(meta.title);
  article.body = text::normalize(content.body(meta.title, meta.description));
  // Pages that a script draws carry their text for machines only.
  if (article.body.size() < kShortPage)
    if (const std::string state = read_html_state(tree); state.size() > 2 * article.body.size())
      if (std::string text = text_of_html(state, name, rules); text.size() > article.body.size())
        article.body = std::move(text);
  if (article.body.size() * 2 < meta.article_body.size() && count_statements(meta.article_body) >= 2)
    article.body = text::normalize(meta.article_body);
  article.byline = text::normalize(meta.author);
  article.language = language_of(article.body);
  const std::optional<int> home = home_offset(article.language, meta.url);
  const Dateline visible = find_dateline(content.surroundings(meta.title), rules.timestamps);
  std::optional<Stamp> published = rules.timestamps.parse(meta.published);
  // Readers see the local time. Where the machine's copy is the same clock under a wrong zone, or a bare day, the page
  // is right.
  if (visible.published && published && visible.published->moment.has_time()) {
    const model::Moment& seen = visible.published->moment;
    const model::Moment& said = published->moment;
    const bool same_clock = seen.year == said.year && seen.month == said.month && seen.day == said.day &&
                            seen.hour == said.hour && seen.minute == said.minute;
    if (same_clock || (!said.has_time() && seen.year == said.year && seen.month == said.month && seen.day == said.day))
      published = visible.published;
  }
  if (published) {
    article.published = in_zone(*published, home);
    article.published_basis = model::PublishedBasis::metadata;
  } else if (visible.published) {
    article.published = in_zone(*visible.published, home);
    article.published_basis = model::PublishedBasis::text;
  } else if (const std::string day = day_in_url(meta.url); !day.empty()) {
    article.published = model::parse_iso(day);
    if (article.published) article.published_basis = model::PublishedBasis::metadata;
  }
  if (const auto updated = rules.timestamps.parse(meta.updated))
    article.updated = in_zone(*updated, home);
  else if (visible.updated)
    article.updated = in_zone(*visible.updated, home);
  const std::string_view known = rules.outlets.of_url(meta.url);
  article.outlet = known.empty() ? text::normalize(meta.outlet) : std::string(known);
  complete(article, rules);
  return article;
}

void read_html(Source& source, const Rules& rules, const Options& options, const Sink& sink) {
  const std::string page = decode_page(source.rest(options.max_document / 2));
  model::Article article = read_page(page, source.name(), rules);
  if (article.body.find_first_not_of(" \t\n") == std::string::npos) {
    sink.issue({.source = source.name(), .message = "holds no text that looks like an article"});
    return;
  }
  sink.article(std::move(article));
}

std::string text_of_html(const std::string& html, const std::string& name, const Rules& rules) {
  const HtmlTree tree(html, name);
  const HtmlContent content(tree, rules.html_hints, rules.layout);
  std::string body;
  for (const HtmlBlock& block : content.blocks()) {
    if (!body.empty()) body += '\n';
    body += block.text;
  }
  return text::normalize(std::move(body));
}

}  // namespace timeline::input
