#include "cli/tag_input.hpp"

#include <algorithm>
#include <cstring>

#include "base/error.hpp"
#include "text/sentences.hpp"

namespace timeline::cli {
namespace {

constexpr std::size_t kChunk = 1 << 16;  // small enough for the cache of the core
/// A piece is not held longer than this in the hope of a better end.
constexpr std::size_t kMostPiece = 1 << 20;

/// Where the first part of a text ends that has no good end at all; 0 where it must go on.
std::size_t any_end(std::string_view text) {
  for (const std::string_view end : {"\n", ". "})
    if (const std::size_t found = text.rfind(end); found != std::string_view::npos) return found + end.size();
  return 0;
}

}  // namespace

std::optional<std::string_view> TagInput::line() {
  std::size_t searched = 0;  // counted from the beginning of the line, which `read_more` moves
  while (true) {
    const std::size_t from = begin_ + searched;
    const char* const found =
        from < end_ ? static_cast<const char*>(std::memchr(&buffer_[from], '\n', end_ - from)) : nullptr;
    if (found == nullptr && !ended_) {
      searched = end_ - begin_;
      read_more();
      continue;
    }
    if (found == nullptr && begin_ == end_) return std::nullopt;
    ++number_;
    if (found == nullptr) return take(end_ - begin_);
    const std::string_view line = take(static_cast<std::size_t>(found + 1 - &buffer_[begin_]));
    return line.substr(0, line.size() - 1);
  }
}

std::optional<std::string_view> TagInput::piece() {
  while (true) {
    const std::string_view held(buffer_.get() + begin_, end_ - begin_);
    if (ended_) return held.empty() ? std::nullopt : std::optional(take(held.size()));
    std::size_t end = held.size() >= kChunk ? text::last_paragraph_end(held) : 0;
    if (end == 0 && held.size() >= kMostPiece) end = any_end(held);
    if (end != 0) return take(end);
    read_more();
  }
}

std::string_view TagInput::take(std::size_t size) {
  const std::string_view taken(buffer_.get() + begin_, size);
  begin_ += size;
  return taken;
}

void TagInput::read_more() {
  const std::size_t kept = end_ - begin_;
  if (kept + kChunk > capacity_) {
    // Not a string or vector: those would fill the new room with zeros first.
    capacity_ = 2 * kept + kChunk;
    auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
    if (kept > 0) std::memcpy(larger.get(), &buffer_[begin_], kept);
    buffer_ = std::move(larger);
  } else if (kept > 0) {
    std::memmove(buffer_.get(), &buffer_[begin_], kept);
  }
  begin_ = 0;
  end_ = kept + std::fread(&buffer_[kept], 1, kChunk, input_);
  ended_ = end_ == kept;
  if (ended_ && std::ferror(input_) != 0)
    throw base::Error(base::ExitStatus::input, "the input cannot be read to its end");
}

}  // namespace timeline::cli
