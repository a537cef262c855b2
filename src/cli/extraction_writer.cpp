#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "cli/escape.hpp"
#include "cli/extraction_fields.hpp"
#include "cli/extraction_json.hpp"
#include "cli/safe_text.hpp"
#include "temporal/edtf.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

/// Writes the fields of one JSON object straight into the text: a tree of values would take a fifth of the time of a
/// run.
class Writer {
 public:
  struct Source {
    const model::Article& article;
    const model::Extraction& extraction;
    text::CharacterIndex body, title;
  };

  Writer(const Source& source, std::string& out) : source_(source), out_(out) { out_ += '{'; }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() { out_ += '}'; }

  /// The text in which the value of the field is to be written.
  std::string& field(const char* key) {
    if (!first_) out_ += ',';
    first_ = false;
    ((out_ += '"') += key) += "\":";
    return out_;
  }
  void string(const char* key, std::string_view value) {
    field(key);
    if (text::is_valid_utf8(value))
      append_json_string(value, out_);
    else
      out_ += json_text(value);
  }

  void text(const char* key, const std::string& value) {
    if (!value.empty()) string(key, value);
  }
  void flag(const char* key, bool value) {
    if (value) field(key) += "true";
  }
  void number(const char* key, double value) { field(key) += nlohmann::ordered_json(value).dump(); }
  void number(const char* key, std::uint32_t value) { field(key) += std::to_string(value); }
  void number(const char* key, const std::optional<double>& value) {
    if (value) number(key, *value);
  }
  template <typename Enum>
  void choice(const char* key, Enum value) {
    if (const auto text = base::to_text(value); !text.empty()) string(key, text);
  }
  void moment(const char* key, const std::optional<model::Moment>& value) {
    if (value) string(key, model::to_iso(*value));
  }
  void value(const char* key, const model::TimeValue& value) {
    if (!value.is_dated()) return;
    Writer object(source_, field(key));
    object.bound("from", value.from);
    object.bound("to", value.to);
    object.string("granularity", base::to_text(value.granularity));
    if (value.modifier != model::Modifier::none) object.string("modifier", base::to_text(value.modifier));
    object.string("edtf", temporal::to_edtf(value));
  }
  void value(const char* key, const std::optional<model::TimeValue>& value) {
    if (value) this->value(key, *value);
  }
  void index(const char* key, std::uint32_t value, List) { number(key, value); }
  void index(const char* key, const std::optional<std::uint32_t>& value, List) {
    if (value) number(key, *value);
  }
  void words_of_field(model::Field field, base::Span span) {
    const text::CharacterIndex& index = field == model::Field::title ? source_.title : source_.body;
    const std::uint32_t start = index.characters(span.begin);
    number("start", start);
    number("length", index.characters(span.end) - start);
    string("text", span.of(model::text_of(source_.article, field)));
  }
  void words(const char* key, std::uint32_t sentence, base::Span span) {
    const model::Field field = source_.extraction.sentences[sentence].field;
    if (*key == '\0') return words_of_field(field, span);
    Writer object(source_, this->field(key));
    object.words_of_field(field, span);
  }
  void optional_words(const char* key, std::uint32_t sentence, base::Span span) {
    if (!span.empty()) words(key, sentence, span);
  }
  template <typename Record>
  void list(const char* key, std::vector<Record>& records) {
    field(key) += '[';
    for (Record& record : records) {
      if (&record != records.data()) out_ += ',';
      Writer object(source_, out_);
      describe(object, record);
    }
    out_ += ']';
  }

 private:
  void bound(const char* key, const std::optional<model::Moment>& value) {
    if (value)
      moment(key, value);
    else
      field(key) += "null";
  }

  const Source& source_;
  std::string& out_;
  bool first_ = true;
};

}  // namespace

std::string extraction_to_json(model::Article article, model::Extraction extraction) {
  const Writer::Source source{.article = article,
                              .extraction = extraction,
                              .body = text::CharacterIndex(article.body),
                              .title = text::CharacterIndex(article.title)};
  std::string line;
  line.reserve(4 * article.body.size());
  {
    Writer of_extraction(source, line);
    {
      Writer of_article(source, of_extraction.field("article"));
      describe_article(of_article, article);
    }
    describe_extraction(of_extraction, extraction);
  }
  return line;
}

}  // namespace timeline::cli
