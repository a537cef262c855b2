#include "lexicon/data_set.hpp"

#include <utility>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/sha256.hpp"

namespace timeline::lexicon {

DataSet DataSet::embedded() {
  DataSet set;
  for (const base::EmbeddedFile& file : base::data_files()) set.files_.emplace(file.path, file.content);
  return set;
}

DataSet DataSet::from_directory(const std::filesystem::path& directory) {
  std::error_code code;
  DataSet set;
  for (std::filesystem::recursive_directory_iterator entry(directory, code), end; !code && entry != end;
       entry.increment(code))
    if (entry->path().extension() == ".tsv")
      set.owned_.emplace(std::filesystem::relative(entry->path(), directory).generic_string(),
                         base::read_file(entry->path()));
  if (code) throw base::Error(base::ExitStatus::input, directory.string() + ": cannot be read: " + code.message());
  if (set.owned_.empty())
    throw base::Error(base::ExitStatus::input, directory.string() + ": holds no data files (*.tsv)",
                      "--data wants a folder laid out like data/");
  for (const auto& [path, content] : set.owned_) set.files_.emplace(path, content);
  return set;
}

void DataSet::add(const std::string& path, std::string content) {
  files_.erase(path);
  const auto at = owned_.insert_or_assign(path, std::move(content)).first;
  files_.emplace(at->first, at->second);
}

std::string_view DataSet::file(std::string_view path) const {
  const auto found = files_.find(path);
  if (found == files_.end())
    throw base::Error(base::ExitStatus::input, "data file " + std::string(path) + " is missing");
  return found->second;
}

std::vector<std::string_view> DataSet::paths(std::string_view prefix) const {
  std::vector<std::string_view> found;
  for (auto at = files_.lower_bound(prefix); at != files_.end() && at->first.starts_with(prefix); ++at)
    found.push_back(at->first);
  return found;
}

std::string DataSet::digest() const {
  std::string all;
  for (const auto& [path, content] : files_) {
    all += path;
    all += '\0';
    all += base::sha256_hex(content);
    all += '\n';
  }
  return base::sha256_hex(all);
}

}  // namespace timeline::lexicon
