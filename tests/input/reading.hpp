#pragma once

#include <string>
#include <vector>

#include "input/reader.hpp"

namespace timeline::input {

/// What a reading gave, kept for looking at.
struct Result {
  std::vector<model::Article> articles;
  std::vector<std::string> issues;
  Counts counts;
};

inline const Reader& reader() {
  static const lexicon::DataSet data = lexicon::DataSet::embedded();
  static const Reader reader(data);
  return reader;
}

inline Sink keep_in(Result& result) {
  return {.article =
              [&result](model::Article&& article) {
                result.articles.push_back(std::move(article));
                return true;
              },
          .issue = [&result](Issue&& issue) { result.issues.push_back(to_string(issue)); }};
}

inline Result read_bytes(std::string bytes, Format format, const std::string& name = "source") {
  Result result;
  result.counts = reader().read_bytes(std::move(bytes), name, format, keep_in(result));
  return result;
}

inline Result read_paths(const std::vector<std::string>& paths) {
  Result result;
  result.counts = reader().read(paths, keep_in(result));
  return result;
}

}  // namespace timeline::input
