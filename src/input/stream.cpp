#include "input/stream.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/error.hpp"

namespace timeline::input {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;

base::Error fault(const std::string& name, const std::string& what, const std::string& hint = {}) {
  return {base::ExitStatus::input, name + ": " + what, hint};
}

}  // namespace

FileStream::FileStream(const std::string& path) : path_(path), descriptor_(-1) {
  if (path == "-") {
    descriptor_ = STDIN_FILENO;
    return;
  }
  // O_NONBLOCK: opening a pipe that nobody writes to must not hang; regular files do not notice.
  descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (descriptor_ < 0) throw fault(path, std::string("cannot be read: ") + std::strerror(errno));
  struct stat status {};
  const bool known = ::fstat(descriptor_, &status) == 0;
  if (known && S_ISFIFO(status.st_mode)) {
    ::fcntl(descriptor_, F_SETFL, 0);  // a shell's <(command): wait for its bytes
  } else if (!known || !S_ISREG(status.st_mode)) {
    ::close(descriptor_);
    throw fault(path, S_ISDIR(status.st_mode) ? "is a folder, not a file" : "is not a regular file");
  }
}

FileStream::~FileStream() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::size_t FileStream::read(char* buffer, std::size_t size) {
  while (true) {
    const ssize_t count = ::read(descriptor_, buffer, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) throw fault(path_, std::string("cannot be read: ") + std::strerror(errno));
  }
}

std::size_t StringStream::read(char* buffer, std::size_t size) {
  const std::size_t count = std::min(size, bytes_.size() - at_);
  std::memcpy(buffer, bytes_.data() + at_, count);
  at_ += count;
  return count;
}

bool Source::fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  const std::size_t count = stream_.read(buffer_.data() + size, kChunk);
  buffer_.resize(size + count);
  at_end_ = count == 0;
  return !at_end_;
}

std::string_view Source::peek(std::size_t count) {
  while (buffer_.size() - begin_ < count && fill()) {
  }
  return std::string_view(buffer_).substr(begin_, count);
}

std::size_t Source::take(char* buffer, std::size_t size) {
  if (begin_ == buffer_.size()) fill();
  const std::size_t count = std::min(size, buffer_.size() - begin_);
  std::memcpy(buffer, buffer_.data() + begin_, count);
  begin_ += count;
  return count;
}

std::string Source::rest(std::size_t limit) {
  while (buffer_.size() - begin_ <= limit && fill()) {
  }
  if (buffer_.size() - begin_ > limit)
    throw fault(name_, "is larger than " + std::to_string(limit >> 20) + " MiB, too large for one document",
                "split it, or save it as JSONL, one article a line");
  std::string all = std::move(buffer_);
  all.erase(0, begin_);
  buffer_.clear();
  begin_ = 0;
  return all;
}

Source::Line Source::next_line(std::string& line, std::size_t limit) {
  std::size_t searched = begin_;
  bool too_long = false;
  while (true) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos || (at_end_ && begin_ < buffer_.size())) {
      const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
      too_long = too_long || stop - begin_ > limit;
      if (!too_long) line.assign(buffer_, begin_, stop - begin_);
      if (!too_long && line.ends_with('\r')) line.pop_back();
      begin_ = end == std::string::npos ? stop : stop + 1;
      return too_long ? Line::too_long : Line::read;
    }
    if (at_end_) return too_long ? Line::too_long : Line::end;
    const std::size_t left = buffer_.size() - begin_;
    if (left > limit) {
      too_long = true;
      begin_ = buffer_.size();
      fill();
      searched = begin_;
    } else {
      fill();
      searched = begin_ + left;
    }
  }
}

}  // namespace timeline::input
