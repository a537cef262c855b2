#include "input/json_articles.hpp"

#include <array>

#include "input/plain_text.hpp"
#include "text/encoding.hpp"
#include "text/json.hpp"
#include "text/normalize.hpp"

namespace timeline::input {
namespace {

using text::Json;

constexpr std::array<std::string_view, 3> kText{"text", "body", "content"};
constexpr std::array<std::string_view, 2> kTitle{"title", "headline"};
constexpr std::array<std::string_view, 6> kPublished{"published", "published_at", "date",
                                                     "pubDate",   "datetime",     "date_publish"};
constexpr std::array<std::string_view, 3> kUpdated{"updated", "updated_at", "modified"};
constexpr std::array<std::string_view, 3> kUrl{"url", "link", "uri"};
constexpr std::array<std::string_view, 4> kOutlet{"outlet", "publisher", "source", "press"};
constexpr std::array<std::string_view, 3> kAuthor{"author", "byline", "authors"};
constexpr std::array<std::string_view, 2> kId{"id", "external_id"};

std::string value_of(const Json::Value& value) {
  switch (value.kind()) {
    case Json::Kind::string:
      return std::string(*value.string());
    case Json::Kind::number:
      return value.number()->find_first_of(".eE") == std::string_view::npos ? std::string(*value.number())
                                                                            : std::string();
    case Json::Kind::array: {
      std::string joined;
      value.for_each_item([&](const Json::Value& part) {
        const auto words = part.string();
        if (!words) return;
        if (!joined.empty()) joined += ", ";
        joined += *words;
      });
      return joined;
    }
    default:
      return {};
  }
}

template <std::size_t N>
std::string field(const Json::Value& object, const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    const auto found = object.find(name);
    if (!found) continue;
    std::string value = text::normalize(text::repair_utf8(value_of(*found)));
    if (!value.empty()) return value;
  }
  return {};
}

/// What is wrong with the object, or an article for the sink. Returns false when the sink has had enough.
bool take(const Json::Value& object, const std::string& place, std::uint32_t line, const Rules& rules,
          const Options& options, const Sink& sink) {
  const auto refuse = [&](std::string message) {
    sink.issue({.source = place, .line = line, .message = std::move(message), .whole_source = false});
    return true;
  };
  if (object.kind() != Json::Kind::object) return refuse("is not a JSON object; want {\"text\": \"...\"}");
  model::Article article;
  article.body = field(object, kText);
  if (article.body.find_first_not_of(" \t\n") == std::string::npos)
    return refuse("has no text: the key \"text\" must hold the article");
  if (article.body.size() > options.max_document)
    return refuse("is larger than " + std::to_string(options.max_document >> 20) + " MiB, too large for one article");
  article.title = field(object, kTitle);
  article.external_id = field(object, kId);
  article.byline = field(object, kAuthor);
  article.outlet = field(object, kOutlet);
  article.uri = field(object, kUrl);
  const std::string_view language = language_of(article.body);
  const std::string published = field(object, kPublished);
  if (!published.empty()) {
    const auto stamp = rules.timestamps.parse(published);
    if (stamp) {
      article.published = in_zone(*stamp, home_offset(language, article.uri));
      article.published_basis = model::PublishedBasis::metadata;
    } else {
      sink.issue({.source = place,
                  .line = line,
                  .message = "\"published\" is no date: '" + published.substr(0, 40) +
                             "'; want 2025-12-22 or 2025-12-22T09:30:00+09:00",
                  .whole_source = false});
    }
  }
  if (const auto stamp = rules.timestamps.parse(field(object, kUpdated)))
    article.updated = in_zone(*stamp, home_offset(language, article.uri));
  complete(article, rules);
  if (article.uri.empty()) article.uri = line > 0 ? place + ":" + std::to_string(line) : place;
  return sink.article(std::move(article));
}

}  // namespace

void read_jsonl(Source& source, const Rules& rules, const Options& options, const Sink& sink) {
  // Windows tools export JSON lines in UTF-16, where a line end is two bytes.
  if (const text::Encoding encoding = text::detect_encoding(source.peek(4096));
      encoding == text::Encoding::utf16le || encoding == text::Encoding::utf16be) {
    StringStream stream(text::decode_as(source.rest(options.max_document * 8), encoding));
    Source decoded(stream, source.name());
    read_jsonl(decoded, rules, options, sink);
    return;
  }
  Json json;
  std::string line;
  for (std::uint32_t number = 1;; ++number) {
    const Source::Line state = source.next_line(line, options.max_document);
    if (state == Source::Line::end) return;
    const auto refuse = [&](std::string message) {
      sink.issue({.source = source.name(), .line = number, .message = std::move(message), .whole_source = false});
    };
    if (state == Source::Line::too_long) {
      refuse("is longer than " + std::to_string(options.max_document >> 20) + " MiB, too large for one article");
      continue;
    }
    const text::Encoding encoding = text::detect_encoding(line);
    line = text::decode_as(line, encoding);
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (!json.read(line)) {
      refuse("is not valid JSON: " + std::string(json.fault()));
      continue;
    }
    if (!take(json.root(), source.name(), number, rules, options, sink)) return;
  }
}

void read_json(Source& source, const Rules& rules, const Options& options, const Sink& sink) {
  std::string bytes = source.rest(options.max_document * 8);
  bytes = text::decode_as(bytes, text::detect_encoding(bytes));
  Json json;
  if (!json.read(bytes)) {
    sink.issue({.source = source.name(), .message = "is not valid JSON: " + std::string(json.fault())});
    return;
  }
  if (json.root().kind() != Json::Kind::array) {
    take(json.root(), source.name(), 0, rules, options, sink);
    return;
  }
  std::uint32_t number = 0;
  bool wanted = true;
  json.root().for_each_item([&](const Json::Value& item) {
    wanted = wanted && take(item, source.name() + "[" + std::to_string(number++) + "]", 0, rules, options, sink);
  });
}

}  // namespace timeline::input
