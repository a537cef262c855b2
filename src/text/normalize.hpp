#pragma once

#include <string>
#include <string_view>

namespace timeline::text {

/// The text in Unicode normalisation form NFC with line ends "\n" (from "\r\n" and "\r"). Leading byte order
/// marks are dropped. Text that is already so is returned without work. Input: valid UTF-8.
[[nodiscard]] std::string normalize(std::string text);

}  // namespace timeline::text
