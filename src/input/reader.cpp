#include "input/reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/error.hpp"
#include "input/archive.hpp"
#include "input/feed.hpp"
#include "input/html.hpp"
#include "input/json_articles.hpp"
#include "input/markdown.hpp"
#include "input/plain_text.hpp"
#include "input/rules.hpp"
#include "input/stream.hpp"
#include "input/table_articles.hpp"
#include "text/encoding.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace timeline::input {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, Format>, 18> kExtensions{{{".txt", Format::text},
                                                                           {".text", Format::text},
                                                                           {".md", Format::markdown},
                                                                           {".markdown", Format::markdown},
                                                                           {".html", Format::html},
                                                                           {".htm", Format::html},
                                                                           {".xhtml", Format::html},
                                                                           {".json", Format::json},
                                                                           {".jsonl", Format::jsonl},
                                                                           {".ndjson", Format::jsonl},
                                                                           {".csv", Format::csv},
                                                                           {".tsv", Format::tsv},
                                                                           {".rss", Format::feed},
                                                                           {".atom", Format::feed},
                                                                           {".xml", Format::feed},
                                                                           {".gz", Format::gzip},
                                                                           {".tgz", Format::gzip},
                                                                           {".zip", Format::zip}}};

Format format_of_name(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return Format::unknown;
  std::string extension(name.substr(dot));
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  for (const auto& [known, format] : kExtensions)
    if (known == extension) return format;
  return Format::unknown;
}

Format format_of_bytes(std::string_view bytes) {
  if (bytes.starts_with("\x1F\x8B")) return Format::gzip;
  if (bytes.starts_with("PK\x03\x04")) return Format::zip;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return Format::text;
  bytes.remove_prefix(first);
  if (bytes.starts_with('{')) return Format::jsonl;
  if (bytes.starts_with("[{") || bytes.starts_with("[\n")) return Format::json;
  if (bytes.starts_with("<rss") || bytes.starts_with("<feed") ||
      (bytes.starts_with("<?xml") && bytes.find("<html") == std::string_view::npos))
    return Format::feed;
  std::string begin(bytes.substr(0, 200));
  std::transform(begin.begin(), begin.end(), begin.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  if (begin.starts_with("<!doctype html") || begin.find("<html") != std::string::npos) return Format::html;
  return Format::text;
}

/// One line without anything that steers a terminal: control characters and marks that turn the writing direction
/// become '?', ill-formed bytes U+FFFD.
std::string printable(std::string_view words) {
  const std::string text = text::repair_utf8(std::string(words));
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded c = text::decode(text, at);
    const char32_t p = c.code_point;
    const bool steers = p < 0x20 || (p >= 0x7F && p < 0xA0) || p == 0x061C || (p >= 0x200E && p <= 0x200F) ||
                        (p >= 0x2028 && p <= 0x202E) || (p >= 0x2066 && p <= 0x2069);
    if (steers)
      out += '?';
    else
      out.append(text, at, c.length);
    at += c.length;
  }
  return out;
}

}  // namespace

std::string to_string(const Issue& issue) {
  return issue.line == 0 ? issue.source + ": " + issue.message
                         : issue.source + ":" + std::to_string(issue.line) + ": " + issue.message;
}

Reader::Reader(const lexicon::DataSet& data, Options options)
    : rules_(std::make_unique<Rules>(data)), options_(options) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

namespace {

/// One run over all sources: counts, and stops when the sink has had enough.
class Run {
 public:
  Run(const Rules& rules, const Options& options, const Sink& sink) : rules_(rules), options_(options) {
    sink_.article = [this, &sink](model::Article&& article) {
      if (!article.published && options_.published) {
        article.published = options_.published;
        article.published_basis = model::PublishedBasis::option;
      }
      ++counts_.articles;
      counts_.stopped = !sink.article(std::move(article));
      return !counts_.stopped;
    };
    sink_.issue = [this, &sink](Issue&& issue) {
      ++counts_.issues;
      issue.source = printable(issue.source);
      issue.message = printable(issue.message);
      sink.issue(std::move(issue));
    };
  }

  void path(const std::string& name) {
    std::error_code code;
    if (name != "-" && fs::is_directory(name, code)) {
      folder(name);
      return;
    }
    file(name, format_of_name(name));
  }

  void stream(ByteStream& bytes, const std::string& name, Format format) {
    Source source(bytes, name);
    try {
      if (format == Format::unknown) format = format_of_bytes(source.peek(4096));
      ++counts_.files;
      if (source.peek(1).empty()) {
        sink_.issue({.source = name, .message = "is empty"});
        return;
      }
      switch (format) {
        case Format::jsonl:
          read_jsonl(source, rules_, options_, sink_);
          break;
        case Format::json:
          read_json(source, rules_, options_, sink_);
          break;
        case Format::html:
          read_html(source, rules_, options_, sink_);
          break;
        case Format::csv:
        case Format::tsv:
          read_table(source, format == Format::tsv ? '\t' : ',', rules_, options_, sink_);
          break;
        case Format::feed:
          read_feed(source, rules_, options_, sink_);
          break;
        case Format::gzip:
        case Format::zip:
          unpack(source, format == Format::gzip);
          break;
        default:
          plain(source, format);
      }
    } catch (const base::Error& error) {
      // What the sink has against its database is no fault of the source.
      if (error.status() == base::ExitStatus::database) throw;
      report(name, error);
    }
  }

  [[nodiscard]] Counts counts() const { return counts_; }
  [[nodiscard]] bool stopped() const { return counts_.stopped; }

 private:
  void file(const std::string& name, Format format) {
    try {
      FileStream bytes(name);
      stream(bytes, name, format);
    } catch (const base::Error& error) {
      // What the sink has against its database is no fault of the source.
      if (error.status() == base::ExitStatus::database) throw;
      report(name, error);
    }
  }

  /// Entries sorted by name as bytes, depth first, so that the same folder gives the same articles in the same order.
  void folder(const fs::path& directory) {
    std::error_code code;
    std::vector<fs::path> entries;
    for (fs::directory_iterator entry(directory, code), end; !code && entry != end; entry.increment(code))
      entries.push_back(entry->path());
    if (code) {
      sink_.issue({.source = directory.string(), .message = "folder cannot be read: " + code.message()});
      return;
    }
    std::sort(entries.begin(), entries.end(),
              [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    for (const fs::path& entry : entries) {
      if (stopped()) return;
      const std::string name = entry.filename().string();
      if (name.starts_with('.')) {
        ++counts_.hidden;
        continue;
      }
      const fs::file_status status = fs::symlink_status(entry, code);
      if (fs::is_directory(status)) {
        folder(entry);
        continue;
      }
      const bool is_file =
          fs::is_regular_file(status) || (fs::is_symlink(status) && fs::is_regular_file(fs::status(entry, code)));
      const Format format = format_of_name(name);
      if (!is_file || format == Format::unknown) {
        ++counts_.unknown;
        continue;
      }
      file(entry.string(), format);
    }
  }

  /// A source as a stream of the bytes that are still to come.
  class Rest final : public ByteStream {
   public:
    explicit Rest(Source& source) : source_(source) {}
    std::size_t read(char* buffer, std::size_t size) override { return source_.take(buffer, size); }

   private:
    Source& source_;
  };

  void unpack(Source& source, bool gzip) {
    if (inside_archive_) {
      sink_.issue({.source = source.name(), .message = "is an archive inside an archive; unpack it first"});
      return;
    }
    inside_archive_ = true;
    Rest bytes(source);
    read_archive(
        bytes, source.name(), gzip, options_,
        [&](const std::string& member, ByteStream& content) {
          // "news.jsonl.gz" holds a file without a name: the archive's own tells what it is.
          std::string packed = source.name();
          if (member.empty() && packed.ends_with(".gz")) packed.resize(packed.size() - 3);
          const Format format = format_of_name(member.empty() ? packed : member);
          const std::string file = member.substr(member.rfind('/') + 1);
          if (!member.empty() && file.starts_with('.'))
            ++counts_.hidden;
          else if (!member.empty() && format == Format::unknown)
            ++counts_.unknown;
          else
            stream(content, member.empty() ? source.name() : source.name() + "/" + member, format);
          return !stopped();
        },
        sink_);
    inside_archive_ = false;
  }

  void plain(Source& source, Format format) {
    std::string bytes = source.rest(options_.max_document);
    const text::Encoding encoding = text::detect_encoding(bytes);
    if (encoding == text::Encoding::binary) {
      sink_.issue({.source = source.name(), .message = "is not a text (binary data)"});
      return;
    }
    std::string body = text::normalize(text::decode_as(bytes, encoding));
    if (body.find_first_not_of(" \t\n") == std::string::npos) {
      sink_.issue({.source = source.name(), .message = "holds no text"});
      return;
    }
    model::Article article = format == Format::markdown ? read_markdown(std::move(body), source.name(), rules_)
                                                        : read_plain_text(std::move(body), rules_);
    if (article.uri.empty()) article.uri = source.name();
    if (article.body.find_first_not_of(" \t\n") == std::string::npos)
      sink_.issue({.source = source.name(), .message = "holds no text below its front matter"});
    else
      sink_.article(std::move(article));
  }

  void report(const std::string& name, const base::Error& error) {
    std::string message = error.what();
    if (message.starts_with(name + ": ")) message.erase(0, name.size() + 2);
    if (!error.hint().empty()) message += "; " + error.hint();
    sink_.issue({.source = name, .message = std::move(message)});
  }

  const Rules& rules_;
  const Options& options_;
  Sink sink_;
  Counts counts_;
  bool inside_archive_ = false;
};

}  // namespace

Counts Reader::read(const std::vector<std::string>& paths, const Sink& sink) const {
  Run run(*rules_, options_, sink);
  for (const std::string& path : paths) {
    if (run.stopped()) break;
    run.path(path);
  }
  return run.counts();
}

Counts Reader::read_bytes(std::string bytes, const std::string& source, Format format, const Sink& sink) const {
  Run run(*rules_, options_, sink);
  StringStream stream(std::move(bytes));
  run.stream(stream, source, format);
  return run.counts();
}

}  // namespace timeline::input
