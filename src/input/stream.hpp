#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace timeline::input {

/// Bytes that come one after the other: a file, standard input, a member of an archive.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Up to `size` bytes; 0 at the end. Throws base::Error where reading fails.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
};

/// A file opened read-only, or standard input for "-". Throws base::Error that names it when it cannot be opened.
class FileStream final : public ByteStream {
 public:
  explicit FileStream(const std::string& path);
  ~FileStream() override;
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;
  std::size_t read(char* buffer, std::size_t size) override;

 private:
  std::string path_;
  int descriptor_;
};

class StringStream final : public ByteStream {
 public:
  explicit StringStream(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* buffer, std::size_t size) override;

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

/// A stream with its first bytes to look at, and with lines.
class Source {
 public:
  Source(ByteStream& stream, std::string name) : stream_(stream), name_(std::move(name)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  /// The next bytes, at most `count`, without taking them.
  [[nodiscard]] std::string_view peek(std::size_t count);
  /// Takes up to `size` bytes; 0 at the end.
  std::size_t take(char* buffer, std::size_t size);
  /// Takes everything that is left. Throws base::Error that says so where it is more than `limit` bytes.
  [[nodiscard]] std::string rest(std::size_t limit);

  enum class Line : std::uint8_t { read, too_long, end };
  /// Takes the next line without its end ("\n", "\r\n"). A line of more than `limit` bytes is passed over whole.
  Line next_line(std::string& line, std::size_t limit);

 private:
  bool fill();

  ByteStream& stream_;
  std::string name_;
  std::string buffer_;
  std::size_t begin_ = 0;
  bool at_end_ = false;
};

}  // namespace timeline::input
