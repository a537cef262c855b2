#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace timeline::text {

/// The text in Unicode normalisation form NFC with line ends "\n" (from "\r\n" and "\r"). Leading byte order
/// marks are dropped. Text that is already so is returned without work. Input: valid UTF-8.
[[nodiscard]] std::string normalize(std::string text);

/// The text without leading byte order marks. Files that were joined or converted twice begin with more than one.
[[nodiscard]] std::string_view without_mark(std::string_view text);

/// The text in NFC with line ends "\n", byte order marks and all; nothing where it is so already.
[[nodiscard]] std::optional<std::string> if_not_normal(std::string_view text);

}  // namespace timeline::text
