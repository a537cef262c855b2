#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/error.hpp"
#include "cli/extraction_fields.hpp"
#include "cli/extraction_json.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

using nlohmann::json;

/// Where each character of a text begins, and its end.
std::vector<std::uint32_t> character_starts(std::string_view text) {
  std::vector<std::uint32_t> starts;
  for (std::uint32_t at = 0; at < text.size(); ++at)
    if (text::is_boundary(text, at)) starts.push_back(at);
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  return starts;
}

/// Fills fields in from one JSON object. Every fault names the place: "events[3].trigger".
class Reader {
 public:
  struct Source {
    const model::Article& article;
    const model::Extraction& extraction;
    std::vector<std::uint32_t> body, title;
    /// Indexes into lists that may come later, checked when all are there.
    std::vector<std::tuple<std::string, std::uint32_t, List>> pending;
  };

  Reader(Source& source, const json& object, std::string place)
      : source_(source), object_(object), place_(std::move(place)) {
    if (!object_.is_object()) fail({}, "must be an object");
  }

  void text(const char* key, std::string& value) {
    const json* found = find(key);
    if (!found) return;
    if (!found->is_string()) fail(key, "must be a text");
    value = found->get<std::string>();
  }
  void flag(const char* key, bool& value) {
    const json* found = find(key);
    if (!found) return;
    if (!found->is_boolean()) fail(key, "must be true or false");
    value = found->get<bool>();
  }
  void number(const char* key, double& value) {
    std::optional<double> read;
    number(key, read);
    if (read) value = *read;
  }
  void number(const char* key, std::uint32_t& value) {
    if (find(key)) value = whole(object_, key);
  }
  void number(const char* key, std::optional<double>& value) {
    const json* found = find(key);
    if (!found) return;
    if (!found->is_number() || !std::isfinite(found->get<double>())) fail(key, "must be a number");
    value = found->get<double>();
  }
  template <typename Enum>
  void choice(const char* key, Enum& value) {
    const json* found = find(key);
    if (!found) return;
    const auto read = found->is_string() ? base::from_text<Enum>(found->get_ref<const std::string&>()) : std::nullopt;
    if (!read) fail(key, found->dump() + " is not one of its words");
    value = *read;
  }
  void moment(const char* key, std::optional<model::Moment>& value) {
    const json* found = find(key);
    if (!found) return;
    value = found->is_string() ? model::parse_iso(found->get_ref<const std::string&>()) : std::nullopt;
    if (!value) fail(key, found->dump() + " is no date");
  }
  void value(const char* key, model::TimeValue& value) {
    std::optional<model::TimeValue> read;
    this->value(key, read);
    if (read) value = *read;
  }
  void value(const char* key, std::optional<model::TimeValue>& value) {
    const json* found = find(key);
    if (!found) return;
    Reader reader(source_, *found, place_ + '.' + key);
    model::TimeValue read;
    reader.moment("from", read.from);
    reader.moment("to", read.to);
    reader.choice("granularity", read.granularity);
    reader.choice("modifier", read.modifier);
    if (read.from && read.to && *read.to < *read.from) fail(key, "ends before it begins");
    value = read;
  }
  void index(const char* key, std::uint32_t& value, List list) {
    if (!find(key)) fail(key, "is missing");
    value = whole(object_, key);
    check_index(key, value, list);
  }
  void index(const char* key, std::optional<std::uint32_t>& value, List list) {
    if (!find(key)) return;
    value = whole(object_, key);
    check_index(key, *value, list);
  }
  void words_of_field(model::Field field, base::Span& span) { span = read_words({}, object_, field); }
  void words(const char* key, std::uint32_t sentence, base::Span& span) {
    const json* object = *key ? find(key) : &object_;
    if (!object || !object->is_object()) fail(key, "is missing");
    const model::Sentence& within = source_.extraction.sentences[sentence];
    span = read_words(key, *object, within.field);
    if (!within.span.contains(span)) fail(key, "lies outside of its sentence");
  }
  void optional_words(const char* key, std::uint32_t sentence, base::Span& span) {
    if (find(key)) words(key, sentence, span);
  }
  template <typename Record>
  void list(const char* key, std::vector<Record>& records) {
    const json* found = find(key);
    if (!found) return;
    if (!found->is_array()) fail(key, "must be a list");
    const std::string place = place_.empty() ? key : place_ + '.' + key;
    for (std::size_t i = 0; i < found->size(); ++i) {
      Reader reader(source_, (*found)[i], place + '[' + std::to_string(i) + ']');
      describe(reader, records.emplace_back());
    }
  }

  [[noreturn]] void fail(const std::string& key, const std::string& what) const {
    throw base::Error(base::ExitStatus::input, place_ + (place_.empty() || key.empty() ? "" : ".") + key +
                                                   (place_.empty() && key.empty() ? "the line " : " ") + what);
  }

  void check_pending() const {
    for (const auto& [place, value, list] : source_.pending)
      if (value >= size_of(list))
        throw base::Error(base::ExitStatus::input,
                          place + " points at nothing: there is no number " + std::to_string(value));
  }

 private:
  [[nodiscard]] const json* find(const char* key) const {
    const auto found = object_.find(key);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
  }
  [[nodiscard]] std::uint32_t whole(const json& object, const char* key) const {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_unsigned() ||
        found->get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max())
      fail(key, "must be a whole number");
    return found->get<std::uint32_t>();
  }
  [[nodiscard]] std::size_t size_of(List list) const {
    const model::Extraction& all = source_.extraction;
    switch (list) {
      case List::sentences:
        return all.sentences.size();
      case List::times:
        return all.times.size();
      case List::entities:
        return all.entities.size();
      case List::quantities:
        return all.quantities.size();
      case List::events:
        break;
    }
    return all.events.size();
  }
  void check_index(const char* key, std::uint32_t value, List list) {
    if (list == List::sentences && value >= size_of(list)) fail(key, "points at no sentence");
    source_.pending.emplace_back(place_ + '.' + key, value, list);
  }
  /// The grounding: the words given must stand at the place given.
  [[nodiscard]] base::Span read_words(const std::string& key, const json& object, model::Field field) const {
    const std::vector<std::uint32_t>& starts = field == model::Field::title ? source_.title : source_.body;
    const std::uint64_t start = whole(object, "start"), length = whole(object, "length");
    if (length == 0 || start + length >= starts.size()) fail(key, "lies outside of the text");
    const base::Span span{starts[start], starts[start + length]};
    const auto words = object.find("text");
    if (words == object.end() || !words->is_string()) fail(key, "lacks its words as \"text\"");
    const std::string_view there = span.of(model::text_of(source_.article, field));
    if (words->get_ref<const std::string&>() != there)
      fail(key, "says " + words->dump() + " where the text has " + json(there).dump());
    return span;
  }

  Source& source_;
  const json& object_;
  std::string place_;
};

}  // namespace

std::pair<model::Article, model::Extraction> extraction_from_json(std::string_view line) {
  json parsed = json::parse(line, nullptr, false);
  if (parsed.is_discarded()) throw base::Error(base::ExitStatus::input, "is not valid JSON");
  model::Article article;
  model::Extraction extraction;
  Reader::Source source{.article = article, .extraction = extraction, .body = {}, .title = {}, .pending = {}};
  Reader of_line(source, parsed, {});
  if (!parsed.contains("article")) of_line.fail({}, "has no \"article\"");
  Reader of_article(source, parsed["article"], "article");
  describe_article(of_article, article);
  if (article.body.empty()) of_article.fail("text", "is missing");
  if (text::normalize(article.body) != article.body || text::normalize(article.title) != article.title)
    of_article.fail("text", "must be NFC with line ends \\n, so that places hold");
  if (article.body.size() > std::numeric_limits<std::uint32_t>::max() / 2) of_article.fail("text", "is too large");
  source.body = character_starts(article.body);
  source.title = character_starts(article.title);
  describe_extraction(of_line, extraction);
  of_line.check_pending();
  return {std::move(article), std::move(extraction)};
}

}  // namespace timeline::cli
