#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace timeline::text {

enum class QuoteMark : std::uint8_t {
  double_mark,  ///< “…”, "…", „…“
  single_mark,  ///< ‘…’, '…'
  corner_mark,  ///< 「…」, 『…』: speech in some papers, titles and laws in most
  title_mark,   ///< 《…》, 〈…〉: titles of works only
};

/// A passage between a pair of quotation marks, whatever it is: speech, a title, or a word held at a distance.
struct QuotedPassage {
  base::Span outer;  ///< with its marks
  base::Span inner;  ///< the words between them
  QuoteMark mark = QuoteMark::double_mark;
  std::uint8_t depth = 0;  ///< 0: stands in no other passage
  bool closed = true;      ///< false: the line ended before a closing mark came; `outer` and `inner` end with the line
};

/// The passages of `text` inside `span`, by begin, outer before inner. Takes marks as crawlers leave them: straight
/// ones, an opening mark that closes (“…“), mixed pairs ("…”), no space on either side. Apostrophes (Nvidia's,
/// '25년) are no marks. A passage does not run over a line end
/// and is not longer than 6000 bytes.
[[nodiscard]] std::vector<QuotedPassage> find_quotations(std::string_view text, base::Span span);

}  // namespace timeline::text
