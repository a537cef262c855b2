#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "input/source.hpp"
#include "lexicon/data_set.hpp"

namespace timeline::input {

struct Rules;

/// Turns what people have (saved pages, texts, exports, folders of them) into articles.
///
///   Reader reader(data, {.published = …});
///   const Counts counts = reader.read({"news/", "-"}, {.article = …, .issue = …});
///
/// Folders are read with everything below them, sorted by path (bytes), hidden files and unknown types counted and
/// passed over; `-` is standard input. A fault in one source is an Issue, and the rest is read. Files are opened
/// read-only, links inside folders are not followed out of them, and nothing that an article names is ever fetched.
class Reader {
 public:
  explicit Reader(const lexicon::DataSet& data, Options options = {});
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  Counts read(const std::vector<std::string>& paths, const Sink& sink) const;

  /// One source that is already in memory.
  Counts read_bytes(std::string bytes, const std::string& source, Format format, const Sink& sink) const;

 private:
  std::unique_ptr<const Rules> rules_;
  Options options_;
};

}  // namespace timeline::input
