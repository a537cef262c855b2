#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>

namespace timeline::cli {

/// A stream that is read as it comes, by lines or by pieces of many lines: holds one of them and what was read with it.
class TagInput {
 public:
  explicit TagInput(std::FILE* input) : input_(input) {}

  /// The next line without its end, valid up to the next call; nothing at the end.
  [[nodiscard]] std::optional<std::string_view> line();
  /// The next piece of a plain text, valid up to the next call: some 64 KB of whole lines, whose sentences are the ones
  /// that they have in the whole text. A longer text without such an end is cut behind some line or sentence.
  [[nodiscard]] std::optional<std::string_view> piece();

  /// Lines read, the last one counted.
  [[nodiscard]] std::size_t number() const { return number_; }

 private:
  void read_more();
  [[nodiscard]] std::string_view take(std::size_t size);

  std::FILE* input_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;  // of the next line or piece
  std::size_t end_ = 0;    // of what was read
  std::size_t number_ = 0;
  bool ended_ = false;
};

}  // namespace timeline::cli
