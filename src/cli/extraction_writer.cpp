#include <nlohmann/json.hpp>
#include <optional>

#include "cli/escape.hpp"
#include "cli/extraction_fields.hpp"
#include "cli/extraction_json.hpp"
#include "temporal/edtf.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

using nlohmann::ordered_json;

/// Writes fields into one JSON object.
class Writer {
 public:
  struct Source {
    const model::Article& article;
    const model::Extraction& extraction;
    text::CharacterIndex body, title;
  };

  Writer(const Source& source, ordered_json& object) : source_(source), object_(object) {}

  void text(const char* key, const std::string& value) {
    if (!value.empty()) object_[key] = value;
  }
  void flag(const char* key, bool value) {
    if (value) object_[key] = true;
  }
  void number(const char* key, double value) { object_[key] = value; }
  void number(const char* key, std::uint32_t value) { object_[key] = value; }
  void number(const char* key, const std::optional<double>& value) {
    if (value) object_[key] = *value;
  }
  template <typename Enum>
  void choice(const char* key, Enum value) {
    if (const auto text = base::to_text(value); !text.empty()) object_[key] = text;
  }
  void moment(const char* key, const std::optional<model::Moment>& value) {
    if (value) object_[key] = model::to_iso(*value);
  }
  void value(const char* key, const model::TimeValue& value) {
    if (!value.is_dated()) return;
    ordered_json& json = object_[key];
    json["from"] = value.from ? ordered_json(model::to_iso(*value.from)) : ordered_json();
    json["to"] = value.to ? ordered_json(model::to_iso(*value.to)) : ordered_json();
    json["granularity"] = base::to_text(value.granularity);
    if (value.modifier != model::Modifier::none) json["modifier"] = base::to_text(value.modifier);
    json["edtf"] = temporal::to_edtf(value);
  }
  void value(const char* key, const std::optional<model::TimeValue>& value) {
    if (value) this->value(key, *value);
  }
  void index(const char* key, std::uint32_t value, List) { object_[key] = value; }
  void index(const char* key, const std::optional<std::uint32_t>& value, List) {
    if (value) object_[key] = *value;
  }
  void words_of_field(model::Field field, base::Span span) { put_words(object_, field, span); }
  void words(const char* key, std::uint32_t sentence, base::Span span) {
    put_words(*key ? object_[key] : object_, source_.extraction.sentences[sentence].field, span);
  }
  void optional_words(const char* key, std::uint32_t sentence, base::Span span) {
    if (!span.empty()) words(key, sentence, span);
  }
  template <typename Record>
  void list(const char* key, std::vector<Record>& records) {
    ordered_json& array = object_[key] = ordered_json::array();
    for (Record& record : records) {
      ordered_json& object = array.emplace_back(ordered_json::object());
      Writer writer(source_, object);
      describe(writer, record);
    }
  }

 private:
  void put_words(ordered_json& object, model::Field field, base::Span span) {
    const text::CharacterIndex& index = field == model::Field::title ? source_.title : source_.body;
    const std::uint32_t start = index.characters(span.begin);
    object["start"] = start;
    object["length"] = index.characters(span.end) - start;
    object["text"] = span.of(model::text_of(source_.article, field));
  }

  const Source& source_;
  ordered_json& object_;
};

}  // namespace

std::string extraction_to_json(model::Article article, model::Extraction extraction) {
  const Writer::Source source{.article = article,
                              .extraction = extraction,
                              .body = text::CharacterIndex(article.body),
                              .title = text::CharacterIndex(article.title)};
  ordered_json line;
  Writer of_article(source, line["article"]);
  describe_article(of_article, article);
  Writer of_extraction(source, line);
  describe_extraction(of_extraction, extraction);
  return json_text(line);
}

}  // namespace timeline::cli
