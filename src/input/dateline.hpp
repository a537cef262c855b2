#pragma once

#include <optional>
#include <string_view>

#include "input/timestamp.hpp"

namespace timeline::input {

/// When an article says, in its own text, that it was published and last changed.
struct Dateline {
  std::optional<Stamp> published;
  std::optional<Stamp> updated;
  /// The line that holds `published`, as bytes of the text; empty where none does.
  base::Span line;
  /// The words of the stamp and its label in the text.
  base::Span words;
};

/// Finds it: stamps with a label ("입력 …", "승인 …", "Published …") beside the article, and stamps that stand alone on
/// a short line above it. A date inside the article's own sentences is never taken, nor one of several that contradict.
[[nodiscard]] Dateline find_dateline(std::string_view text, const TimestampReader& reader);

}  // namespace timeline::input
