#include "cli/line_reader.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/error.hpp"

namespace timeline::cli {

LineReader::LineReader(const std::string& path)
    : path_(path),
      file_(path == "-" ? stdin : std::fopen(path.c_str(), "rb"),
            path == "-" ? [](std::FILE*) { return 0; } : &std::fclose) {
  std::error_code code;
  if (path != "-" && std::filesystem::is_directory(path, code))
    throw base::Error(base::ExitStatus::input, path + ": is a folder, not a file");
  if (!file_)
    throw base::Error(base::ExitStatus::input, path + ": cannot be read: " + std::string(std::strerror(errno)));
}

bool LineReader::next(std::string& line) {
  line.clear();
  int c = 0;
  while ((c = getc_unlocked(file_.get())) != EOF && c != '\n') {
    if (line.size() == kMostBytes)
      throw base::Error(base::ExitStatus::input, path_ + ":" + std::to_string(number_ + 1) + ": the line is too long");
    line += static_cast<char>(c);
  }
  if (std::ferror(file_.get())) throw base::Error(base::ExitStatus::input, path_ + ": cannot be read further");
  if (c == EOF && line.empty()) return false;
  ++number_;
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

}  // namespace timeline::cli
