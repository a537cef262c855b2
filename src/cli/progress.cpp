#include "cli/progress.hpp"

#include <unistd.h>

#include <cstdio>

namespace timeline::cli {

Progress::Progress(std::uint64_t total_bytes)
    : shown_(isatty(STDERR_FILENO) == 1), total_(total_bytes), start_(Clock::now()), last_(start_) {}

Progress::~Progress() {
  clear();
}

void Progress::clear() {
  if (drawn_) std::fputs("\r\033[K", stderr);
  drawn_ = false;
}

void Progress::add(std::uint64_t articles, std::uint64_t bytes) {
  articles_ += articles;
  bytes_ += bytes;
  if (!shown_) return;
  const auto now = Clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::fprintf(stderr, "\r\033[K%llu articles, %.0f a second", static_cast<unsigned long long>(articles_),
               static_cast<double>(articles_) / seconds);
  if (total_ > bytes_ && bytes_ > 0)
    std::fprintf(stderr, ", %.0f %%, %.0f s left", 100.0 * static_cast<double>(bytes_) / static_cast<double>(total_),
                 seconds * static_cast<double>(total_ - bytes_) / static_cast<double>(bytes_));
  std::fflush(stderr);
  drawn_ = true;
}

}  // namespace timeline::cli
