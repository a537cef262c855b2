#pragma once

#include <chrono>
#include <cstdint>

namespace timeline::cli {

/// A line on stderr that says how far an import is, with its rate and, where the size of the whole is known, the time
/// left. Nothing is printed where stderr is no terminal.
class Progress {
 public:
  /// `total_bytes` 0: unknown.
  explicit Progress(std::uint64_t total_bytes);
  /// Takes the line away.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void add(std::uint64_t articles, std::uint64_t bytes);
  /// Takes the line away until the next add(), so that another line can be printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_;
  bool drawn_ = false;
  std::uint64_t total_;
  std::uint64_t articles_ = 0;
  std::uint64_t bytes_ = 0;
  Clock::time_point start_;
  Clock::time_point last_;
};

}  // namespace timeline::cli
