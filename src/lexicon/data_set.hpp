#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace timeline::lexicon {

/// The data files of one run: those compiled in, or those of a folder (`--data DIR`, same layout as data/).
/// Tables and matchers are built from it, and it does not change after that.
class DataSet {
 public:
  [[nodiscard]] static DataSet embedded();
  /// Throws Error(input) that names the folder when it cannot be read or holds no *.tsv.
  [[nodiscard]] static DataSet from_directory(const std::filesystem::path& directory);

  /// Puts a file among them, in place of one of the same path: names that a database adds to those of the files.
  void add(const std::string& path, std::string content);

  [[nodiscard]] bool has(std::string_view path) const { return files_.contains(path); }
  /// The bytes of "ko/time_units.tsv" and so on. Throws Error(input) that names the file when it is missing.
  [[nodiscard]] std::string_view file(std::string_view path) const;
  /// The paths that start with `prefix`, sorted.
  [[nodiscard]] std::vector<std::string_view> paths(std::string_view prefix) const;
  /// SHA-256 over all paths and bytes: which rules made a row.
  [[nodiscard]] std::string digest() const;

 private:
  std::map<std::string, std::string, std::less<>> owned_;
  std::map<std::string_view, std::string_view> files_;
};

}  // namespace timeline::lexicon
