#include "cli/tag.hpp"

#include <simdjson.h>

#include <span>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "cli/tag_input.hpp"
#include "cli/tag_json.hpp"
#include "temporal/tagger.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

/// Answers are handed on when so many bytes of them are ready.
constexpr std::size_t kAnswers = 1 << 16;

/// A line of input: views into the parser's buffer.
struct Request {
  std::string_view id;  ///< as JSON
  std::string_view text;
  std::optional<model::Moment> reference;
  std::string_view language;
};

class LineTagger {
 public:
  LineTagger(const temporal::Tagger& tagger, Output& output, const std::function<void(std::string_view)>& note,
             std::string language)
      : tagger_(tagger), output_(output), note_(note), language_(std::move(language)) {}

  /// False where the line is no request; says why on stderr.
  bool tag(std::string_view line, std::size_t number, std::size_t room) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return true;
    Request request;
    if (const std::string fault = read(line, room, request); !fault.empty()) {
      note_("standard input:" + std::to_string(number) + ": " + fault);
      return false;
    }
    found_.clear();
    tagger_.tag_text(request.text, request.reference, request.language, found_, scratch_);
    append_answer(request.id, request.text, found_, out_);
    if (out_.size() > kAnswers) flush();
    return true;
  }

  void flush() {
    output_.write(out_);
    out_.clear();
  }

 private:
  std::string read(std::string_view line, std::size_t room, Request& request) {
    const simdjson::padded_string_view view(line, room);
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (parser_.iterate(view).get(document) || document.get_object().get(object))
      return "is no JSON object; wanted {\"id\", \"text\", \"ref\"}";
    request.language = language_;
    bool has_text = false;
    for (auto field : object) {
      std::string_view key;
      if (field.unescaped_key().get(key)) return "is no JSON object; wanted {\"id\", \"text\", \"ref\"}";
      simdjson::ondemand::value value;
      if (field.value().get(value)) return "is cut short";
      std::string_view string;
      if (key == "id") {
        request.id = value.raw_json_token();
        while (!request.id.empty() && (request.id.back() == ' ' || request.id.back() == '\t'))
          request.id.remove_suffix(1);
      } else if (key == "text") {
        if (value.get_string().get(request.text)) return "\"text\" is no string";
        has_text = true;
      } else if (key == "lang") {
        if (!value.get_string().get(string) && !string.empty()) request.language = string;
      } else if (key == "ref") {
        if (value.is_null()) continue;
        if (value.get_string().get(string)) return "\"ref\" is no string";
        request.reference = model::parse_timestamp(string);
        if (!request.reference && !string.empty())
          return "\"ref\" is no date: '" + std::string(string.substr(0, 40)) +
                 "'; wanted 2025-12-22 or 2025-12-22T09:30:00";
      }
    }
    return has_text ? "" : "has no \"text\"";
  }

  const temporal::Tagger& tagger_;
  Output& output_;
  const std::function<void(std::string_view)>& note_;
  std::string language_;
  simdjson::ondemand::parser parser_;
  std::string out_;
  std::vector<model::TimeExpression> found_;
  temporal::Tagger::Scratch scratch_;
};

/// Tags a plain text piece by piece, so that the text may be of any length.
class TextTagger {
 public:
  TextTagger(const temporal::Tagger& tagger, Output& output, const TagOptions& options)
      : tagger_(tagger), output_(output), options_(options), progress_(temporal::Tagger::start(options.reference)) {}

  void tag(std::string_view raw) {
    if (!simdjson::validate_utf8(raw))
      throw base::Error(base::ExitStatus::input, "the text is not valid UTF-8", "convert it first, e.g. with iconv");
    if (characters_ == 0) raw = text::without_mark(raw);
    const std::optional<std::string> normal = text::if_not_normal(raw);
    const std::string_view piece = normal ? *normal : raw;
    // The last expression of the piece before is kept: the next may go on with it.
    if (found_.size() > 1) found_.erase(found_.begin(), found_.end() - 1);
    const std::size_t first = found_.size();
    trace_.clear();
    tagger_.tag_piece(piece, progress_, options_.language, found_, scratch_, options_.explain ? &trace_ : nullptr);
    const std::span<const model::TimeExpression> found = std::span(found_).subspan(first);
    out_.clear();
    if (!options_.explain) append_lines(piece, characters_, found, out_);
    for (std::size_t i = 0; i < trace_.size(); ++i) append_explanation(piece, found[i], trace_[i], out_);
    output_.write(out_);
    characters_ += text::count_characters(piece);
  }

 private:
  const temporal::Tagger& tagger_;
  Output& output_;
  const TagOptions& options_;
  temporal::Tagger::Progress progress_;
  std::uint64_t characters_ = 0;  // before the piece
  std::string out_;
  std::vector<model::TimeExpression> found_;
  temporal::Tagger::Scratch scratch_;
  temporal::Tagger::Trace trace_;
};

void tag_plain(const TagOptions& options, const temporal::Tagger& tagger, std::FILE* input, Output& output) {
  TextTagger text(tagger, output, options);
  if (options.text) return text.tag(*options.text);
  TagInput pieces(input);
  while (const auto piece = pieces.piece()) text.tag(*piece);
}

}  // namespace

base::ExitStatus run_tag(const TagOptions& options, const lexicon::DataSet& data, std::FILE* input, Output& output,
                         const std::function<void(std::string_view)>& note) {
  const temporal::Tagger tagger(data, temporal::Tagger::Words::when_needed);
  if (!options.jsonl) {
    tag_plain(options, tagger, input, output);
    return base::ExitStatus::done;
  }
  LineTagger tagger_of_lines(tagger, output, note, options.language);
  bool refused = false;
  TagInput lines(input);
  while (const auto line = lines.line()) refused |= !tagger_of_lines.tag(*line, lines.number(), lines.room(*line));
  tagger_of_lines.flush();
  return refused ? base::ExitStatus::partial : base::ExitStatus::done;
}

}  // namespace timeline::cli
