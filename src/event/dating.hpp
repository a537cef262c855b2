#pragma once

#include <vector>

#include "event/sentence_parts.hpp"

namespace timeline::event {

/// Which clause a time belongs to.
struct Attachment {
  std::uint32_t time = 0;  ///< index into Extraction::times
  std::uint32_t clause = 0;
  bool report = false;  ///< it dates a report (17일 로이터통신에 따르면), not what the clause tells
  bool shared = false;  ///< it came with the occasion at which the clause happens (15일 열린 회의에서)
};

/// Ties every dated time of the sentence to the clause that it dates. Times that are only compared with, and times
/// that no clause can have (a past day, a promise), are tied to none.
[[nodiscard]] std::vector<Attachment> attach_times(const SentenceParts& parts);

}  // namespace timeline::event
