#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timeline::cli {

/// Results on their way to standard output (or any other file descriptor): buffered, and quiet when the reader goes
/// away (`timeline query | head`): from then on writes are dropped and `closed()` is true.
/// Throws Error(input) where the output cannot be written for another reason, such as a full disk.
class Output {
 public:
  explicit Output(int descriptor);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  void flush();
  [[nodiscard]] bool closed() const { return closed_; }
  [[nodiscard]] bool is_terminal() const { return terminal_; }
  /// Columns of the terminal; 0 where the output is none, so that nothing is cut in pipes and files.
  [[nodiscard]] std::size_t width() const;

 private:
  void send(std::string_view rest);

  int descriptor_;
  bool terminal_;
  bool closed_ = false;
  std::string buffer_;
};

}  // namespace timeline::cli
