#include "cli/tag.hpp"

#include <simdjson.h>

#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "cli/tag_json.hpp"
#include "temporal/tagger.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

constexpr std::size_t kChunk = 1 << 18;

/// Calls take(line, number) for each line of the stream. Holds one line and one chunk; a line is padded for simdjson.
template <typename Take>
void for_each_line(std::FILE* input, Take&& take) {
  std::string buffer;
  std::size_t begin = 0, searched = 0, number = 0;
  bool more = true;
  while (more || begin < buffer.size()) {
    const std::size_t end = buffer.find('\n', searched);
    if (end == std::string::npos && more) {
      buffer.erase(0, begin);
      begin = 0;
      searched = buffer.size();
      buffer.resize(searched + kChunk);
      const std::size_t got = std::fread(buffer.data() + searched, 1, kChunk, input);
      buffer.resize(searched + got);
      buffer.reserve(buffer.size() + simdjson::SIMDJSON_PADDING);
      more = got > 0;
      if (!more && std::ferror(input) != 0)
        throw base::Error(base::ExitStatus::input, "the input cannot be read to its end");
      continue;
    }
    const std::size_t stop = end == std::string::npos ? buffer.size() : end;
    take(std::string_view(buffer).substr(begin, stop - begin), ++number, buffer.capacity() - begin);
    begin = searched = stop + (end == std::string::npos ? 0 : 1);
  }
}

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
    if (out_.size() > kChunk) flush();
    return true;
  }

  void flush() {
    output_.write(out_);
    out_.clear();
  }

 private:
  std::string read(std::string_view line, std::size_t room, Request& request) {
    // A line at the very end of the buffer may lack the padding that the parser reads over.
    simdjson::padded_string_view view;
    if (room >= line.size() + simdjson::SIMDJSON_PADDING) {
      view = simdjson::padded_string_view(line, room);
    } else {
      padded_.assign(line);
      padded_.reserve(line.size() + simdjson::SIMDJSON_PADDING);
      view = simdjson::padded_string_view(padded_.data(), padded_.size(), padded_.capacity());
    }
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
        request.reference = model::parse_iso(string);
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
  std::string padded_;
  std::string out_;
  std::vector<model::TimeExpression> found_;
  temporal::Tagger::Scratch scratch_;
};

std::string read_all(std::FILE* input) {
  std::string text;
  char chunk[1 << 16];
  for (std::size_t got = 0; (got = std::fread(chunk, 1, sizeof chunk, input)) > 0;) text.append(chunk, got);
  return text;
}

void tag_plain(const TagOptions& options, const temporal::Tagger& tagger, std::FILE* input, Output& output) {
  std::string text = options.text ? *options.text : read_all(input);
  if (!text::is_valid_utf8(text))
    throw base::Error(base::ExitStatus::input, "the text is not valid UTF-8", "convert it first, e.g. with iconv");
  text = text::normalize(std::move(text));
  std::vector<model::TimeExpression> found;
  temporal::Tagger::Scratch scratch;
  temporal::Tagger::Trace trace;
  tagger.tag_text(text, options.reference, options.language, found, scratch, options.explain ? &trace : nullptr);
  std::string out;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (options.explain)
      append_explanation(text, found[i], trace[i], out);
    else
      append_line(text, found[i], out);
  output.write(out);
}

}  // namespace

base::ExitStatus run_tag(const TagOptions& options, const lexicon::DataSet& data, std::FILE* input, Output& output,
                         const std::function<void(std::string_view)>& note) {
  const temporal::Tagger tagger(data);
  if (!options.jsonl) {
    tag_plain(options, tagger, input, output);
    return base::ExitStatus::done;
  }
  LineTagger lines(tagger, output, note, options.language);
  bool refused = false;
  for_each_line(input, [&](std::string_view line, std::size_t number, std::size_t room) {
    refused |= !lines.tag(line, number, room);
  });
  lines.flush();
  return refused ? base::ExitStatus::partial : base::ExitStatus::done;
}

}  // namespace timeline::cli
