#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "model/article.hpp"

namespace timeline::input {

/// The kinds of file that are read. `unknown`: told from the first bytes.
enum class Format : std::uint8_t { unknown, text, markdown, html, json, jsonl, csv, tsv, feed, gzip, zip };

struct Options {
  /// Given on the command line for articles that carry no publication date (basis `option`).
  std::optional<model::Moment> published;
  /// One article, page or line must not be larger than this many bytes.
  std::size_t max_document = std::size_t{32} << 20;
  /// What an archive may unpack to, in all.
  std::size_t max_unpacked = std::size_t{4} << 30;
  /// Files in one archive.
  std::size_t max_members = 200'000;
};

/// Something that could not be read: one line for the user, one row of `import_issue`.
struct Issue {
  std::string source;        ///< file path, `-`, or archive path and member
  std::uint32_t line = 0;    ///< in line-wise formats, from 1; 0: the whole source
  std::string message;       ///< what is wrong and what to do; one line, no control characters
  bool whole_source = true;  ///< nothing was read from the source (else: one article of it was refused)
};

/// "news.jsonl:3: is not valid JSON …", as it is printed.
[[nodiscard]] std::string to_string(const Issue& issue);

/// Where the articles go. Calls come one at a time, in the order of the input.
struct Sink {
  /// Returns false to stop reading.
  std::function<bool(model::Article&&)> article;
  std::function<void(Issue&&)> issue;
};

/// What was read and what was passed over.
struct Counts {
  std::uint64_t files = 0;
  std::uint64_t articles = 0;
  std::uint64_t issues = 0;
  std::uint64_t hidden = 0;   ///< files and folders whose name begins with '.'
  std::uint64_t unknown = 0;  ///< files in folders and archives whose type is not one that is read
  bool stopped = false;       ///< the sink said stop
};

}  // namespace timeline::input
