#include "cli/tag.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "cli/tag_json.hpp"
#include "temporal/tagger.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

constexpr std::size_t kChunk = 1 << 16;  // small enough for the cache of the core

/// The lines of a stream, one at a time: holds one line and what was read with it. Behind a line there is room for the
/// bytes that simdjson reads over its end.
class Lines {
 public:
  explicit Lines(std::FILE* input) : input_(input) {}

  /// The next line, valid up to the next call; nothing at the end.
  std::optional<std::string_view> next() {
    std::size_t searched = begin_;
    while (true) {
      const char* const found =
          searched < end_ ? static_cast<const char*>(std::memchr(&buffer_[searched], '\n', end_ - searched)) : nullptr;
      if (found == nullptr && !ended_) {
        searched = end_ - begin_;  // counted from the beginning of the line, which `read_more` moves
        read_more();
        searched += begin_;
        continue;
      }
      if (found == nullptr && begin_ == end_) return std::nullopt;
      const std::size_t stop = found == nullptr ? end_ : static_cast<std::size_t>(found - buffer_.get());
      const std::string_view line(&buffer_[begin_], stop - begin_);
      begin_ = std::min(stop + 1, end_);
      ++number_;
      return line;
    }
  }

  /// Counted from one.
  [[nodiscard]] std::size_t number() const { return number_; }
  /// Bytes from the beginning of the line to the end of the room.
  [[nodiscard]] std::size_t room(std::string_view line) const {
    return capacity_ - static_cast<std::size_t>(line.data() - buffer_.get());
  }

 private:
  void read_more() {
    const std::size_t kept = end_ - begin_;
    if (kept + kChunk + simdjson::SIMDJSON_PADDING > capacity_) {
      // Not a string or vector: those would fill the new room with zeros first.
      capacity_ = 2 * kept + kChunk + simdjson::SIMDJSON_PADDING;
      auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
      if (kept > 0) std::memcpy(larger.get(), &buffer_[begin_], kept);
      buffer_ = std::move(larger);
    } else if (kept > 0) {
      std::memmove(buffer_.get(), &buffer_[begin_], kept);
    }
    begin_ = 0;
    end_ = kept + std::fread(&buffer_[kept], 1, kChunk, input_);
    ended_ = end_ == kept;
    if (ended_ && std::ferror(input_) != 0)
      throw base::Error(base::ExitStatus::input, "the input cannot be read to its end");
  }

  std::FILE* input_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;  // of the next line
  std::size_t end_ = 0;    // of what was read
  std::size_t number_ = 0;
  bool ended_ = false;
};

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
  const temporal::Tagger tagger(data, temporal::Tagger::Words::when_needed);
  if (!options.jsonl) {
    tag_plain(options, tagger, input, output);
    return base::ExitStatus::done;
  }
  LineTagger tagger_of_lines(tagger, output, note, options.language);
  bool refused = false;
  Lines lines(input);
  while (const auto line = lines.next()) refused |= !tagger_of_lines.tag(*line, lines.number(), lines.room(*line));
  tagger_of_lines.flush();
  return refused ? base::ExitStatus::partial : base::ExitStatus::done;
}

}  // namespace timeline::cli
