#include "cli/output.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/error.hpp"

namespace timeline::cli {
namespace {

constexpr std::size_t kBufferSize = 1 << 16;

}  // namespace

Output::Output(int descriptor) : descriptor_(descriptor), terminal_(isatty(descriptor) == 1) {}

Output::~Output() {
  try {
    flush();
  } catch (const base::Error&) {
    // Reported by the flush() that run() makes before; nothing more can be said here.
  }
}

void Output::write(std::string_view text) {
  if (closed_) return;
  if (text.size() >= kBufferSize) {
    flush();
    send(text);
    return;
  }
  buffer_ += text;
  if (buffer_.size() >= kBufferSize) flush();
}

void Output::flush() {
  send(buffer_);
  buffer_.clear();
}

void Output::send(std::string_view rest) {
  while (!closed_ && !rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno != EINTR) {
      const std::string why = std::strerror(errno);
      closed_ = true;
      buffer_.clear();
      throw base::Error(base::ExitStatus::input, "standard output: cannot be written: " + why);
    }
  }
}

std::size_t Output::width() const {
  if (!terminal_) return 0;
  winsize size{};
  if (ioctl(descriptor_, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS")) return std::strtoul(columns, nullptr, 10);
  return 80;
}

}  // namespace timeline::cli
