#pragma once

#include <span>
#include <string_view>

namespace timeline::base {

/// A file compiled into the program: its path below its root, with '/', and its bytes.
struct EmbeddedFile {
  std::string_view path;
  std::string_view content;
};

/// The files of data/ (*.tsv), sorted by path: "ko/time_units.tsv" and so on.
std::span<const EmbeddedFile> data_files();

/// schema/*.sql, schema/*.tsv and migrations/*.sql, sorted by path.
std::span<const EmbeddedFile> schema_files();

}  // namespace timeline::base
