#include "cli/tag.hpp"

#include <span>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "cli/tag_input.hpp"
#include "cli/tag_json.hpp"
#include "temporal/tagger.hpp"
#include "text/json.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

/// Answers are handed on when so many bytes of them are ready.
constexpr std::size_t kAnswers = 1 << 16;

/// A line of input: views into it, or into the tagger's buffer.
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
  bool tag(std::string_view line, std::size_t number) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return true;
    Request request;
    if (const std::string fault = read(line, request); !fault.empty()) {
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
  /// What is wrong with the line; nothing where all is well.
  std::string read(std::string_view line, Request& request) {
    if (!json_.read(line) || json_.root().kind() != text::Json::Kind::object)
      return "is no JSON object; wanted {\"id\", \"text\", \"ref\"}";
    request.language = language_;
    bool has_text = false;
    std::string fault;
    json_.root().for_each_member([&](std::string_view key, const text::Json::Value& value) {
      if (key == "id") {
        id_ = value.json();
        request.id = id_;
      } else if (key == "text") {
        const auto words = value.string();
        if (!words) fault = "\"text\" is no string";
        request.text = words.value_or(std::string_view());
        has_text = true;
      } else if (key == "lang") {
        if (const auto language = value.string(); language && !language->empty())
          request.language = *language == "en" ? "en" : "ko";
      } else if (key == "ref" && value.kind() != text::Json::Kind::null) {
        const auto words = value.string();
        if (!words)
          fault = "\"ref\" is no string";
        else if (request.reference = model::parse_timestamp(*words); !request.reference && !words->empty())
          fault = "\"ref\" is no date: '" + std::string(words->substr(0, 40)) +
                  "'; wanted 2025-12-22 or 2025-12-22T09:30:00";
      }
    });
    return has_text || !fault.empty() ? fault : "has no \"text\"";
  }

  const temporal::Tagger& tagger_;
  Output& output_;
  const std::function<void(std::string_view)>& note_;
  std::string language_;
  text::Json json_;
  std::string id_;
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
    if (!text::is_valid_utf8(raw))
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
  while (const auto line = lines.line()) refused |= !tagger_of_lines.tag(*line, lines.number());
  tagger_of_lines.flush();
  return refused ? base::ExitStatus::partial : base::ExitStatus::done;
}

}  // namespace timeline::cli
