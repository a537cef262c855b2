#include "input/fields.hpp"

#include "base/error.hpp"
#include "input/html.hpp"
#include "input/plain_text.hpp"
#include "lexicon/table.hpp"
#include "text/encoding.hpp"
#include "text/normalize.hpp"

namespace timeline::input {
namespace {

constexpr std::array<std::pair<std::string_view, Field>, 8> kFields{{{"id", Field::id},
                                                                     {"title", Field::title},
                                                                     {"text", Field::text},
                                                                     {"published", Field::published},
                                                                     {"updated", Field::updated},
                                                                     {"url", Field::url},
                                                                     {"outlet", Field::outlet},
                                                                     {"author", Field::author}}};

std::string key_of(std::string_view name) {
  std::string key;
  for (const char c : name)
    if (c != ' ' && c != '-' && c != '_' && c != '\t' && c != '"')
      key += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return key;
}

bool is_markup(std::string_view text) {
  for (const std::string_view tag : {"<p>", "<p ", "<br", "<div", "</p>", "</a>", "<img"})
    if (text.find(tag) != std::string_view::npos) return true;
  return false;
}

}  // namespace

FieldNames::FieldNames(const lexicon::DataSet& data) {
  const lexicon::Table table(data, "ko/layout_columns.tsv");
  for (const auto& row : table.rows()) {
    bool known = false;
    for (const auto& [name, field] : kFields)
      if (name == row["field"]) {
        fields_.emplace(key_of(row["name"]), field);
        known = true;
      }
    if (!known) throw row.fault("unknown field '" + std::string(row["field"]) + "'");
  }
}

std::optional<Field> FieldNames::of(std::string_view name) const {
  const auto found = fields_.find(key_of(name));
  if (found == fields_.end()) return std::nullopt;
  return found->second;
}

bool take_fields(FieldValues values, const std::string& source, std::uint32_t line, const Rules& rules,
                 const Options& options, const Sink& sink) {
  const auto issue = [&](std::string message) {
    sink.issue({.source = source, .line = line, .message = std::move(message), .whole_source = false});
  };
  for (std::string& value : values) value = text::normalize(text::repair_utf8(std::move(value)));
  model::Article article;
  article.body = std::move(value_of(values, Field::text));
  try {
    if (is_markup(article.body)) article.body = text_of_html(article.body, source, rules);
  } catch (const base::Error& error) {
    issue(error.what());
    return true;
  }
  if (article.body.find_first_not_of(" \t\n") == std::string::npos) {
    issue("has no text");
    return true;
  }
  if (article.body.size() > options.max_document) {
    issue("is larger than " + std::to_string(options.max_document >> 20) + " MiB, too large for one article");
    return true;
  }
  article.title = std::move(value_of(values, Field::title));
  article.external_id = std::move(value_of(values, Field::id));
  article.byline = std::move(value_of(values, Field::author));
  article.outlet = std::move(value_of(values, Field::outlet));
  article.uri = std::move(value_of(values, Field::url));
  const std::optional<int> home = home_offset(language_of(article.body), article.uri);
  const std::string& published = value_of(values, Field::published);
  if (!published.empty()) {
    if (const auto stamp = rules.timestamps.parse(published)) {
      article.published = in_zone(*stamp, home);
      article.published_basis = model::PublishedBasis::metadata;
    } else {
      issue("\"published\" is no date: '" + published.substr(0, 40) +
            "'; want 2025-12-22 or 2025-12-22T09:30:00+09:00");
    }
  }
  if (const auto stamp = rules.timestamps.parse(value_of(values, Field::updated)))
    article.updated = in_zone(*stamp, home);
  complete(article, rules);
  if (article.uri.empty()) article.uri = line > 0 ? source + ":" + std::to_string(line) : source;
  return sink.article(std::move(article));
}

}  // namespace timeline::input
