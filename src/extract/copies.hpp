#pragma once

#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace timeline::extract {

/// The stretches of a text that stand in it a second time (crawlers keep a page's body twice, captions under every
/// picture), in order: always the later place. Compared are letters and digits only, so that lost spaces and
/// line ends do not hide a copy. Stretches of fewer than 24 letters and digits are no copies.
[[nodiscard]] std::vector<base::Span> find_copies(std::string_view text);

}  // namespace timeline::extract
