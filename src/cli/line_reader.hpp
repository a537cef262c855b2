#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

namespace timeline::cli {

/// The lines of a file, or of standard input for "-", of any length up to a limit.
class LineReader {
 public:
  /// Throws Error(input) that names the file when it cannot be read.
  explicit LineReader(const std::string& path);

  /// The next line without its end; false at the end of the file. Throws Error(input) where a line is longer than
  /// kMostBytes or reading fails.
  [[nodiscard]] bool next(std::string& line);
  /// Of the last line read, from 1.
  [[nodiscard]] std::uint32_t number() const { return number_; }
  [[nodiscard]] const std::string& name() const { return path_; }

  static constexpr std::size_t kMostBytes = std::size_t{256} << 20;

 private:
  std::string path_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  std::uint32_t number_ = 0;
};

}  // namespace timeline::cli
