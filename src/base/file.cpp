#include "base/file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "base/error.hpp"

namespace timeline::base {

std::string read_file(const std::filesystem::path& path, std::size_t limit) {
  const auto fail = [&](const std::string& why, const std::string& hint = {}) {
    return Error(ExitStatus::input, path.string() + ": " + why, hint);
  };
  std::error_code code;
  if (std::filesystem::is_directory(path, code)) throw fail("is a folder, not a file");
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) throw fail(std::string("cannot be read: ") + std::strerror(errno));
  std::string content;
  const auto size = std::filesystem::file_size(path, code);
  if (!code) content.reserve(std::min<std::size_t>(size, limit) + 1);
  char buffer[65536];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) {
    content.append(buffer, count);
    if (content.size() > limit)
      throw fail("is larger than the limit of " + std::to_string(limit) + " bytes", "split it into smaller files");
  }
  if (std::ferror(file.get())) throw fail(std::string("cannot be read: ") + std::strerror(errno));
  return content;
}

}  // namespace timeline::base
