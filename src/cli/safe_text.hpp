#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timeline::cli {

/// Untrusted text made fit to be seen on a terminal or a page: control characters become their pictures (␛), line
/// ends and tabs a space, bidirectional overrides and other invisible steering characters U+FFFD, as do bytes that
/// are no UTF-8.
[[nodiscard]] std::string visible(std::string_view untrusted);

/// As `visible`, but line ends and tabs stay.
[[nodiscard]] std::string visible_lines(std::string_view untrusted);

/// JSON text in which the characters that `visible` replaces stand as \uXXXX, so that it can be shown anywhere and
/// still holds exactly the same values. `json` is well-formed JSON.
[[nodiscard]] std::string escape_json_controls(std::string_view json);

/// Appends the text as a JSON string, written as escape_json_controls leaves it. `text` is valid UTF-8.
void append_json_string(std::string_view text, std::string& out);

/// The text cut to `width` columns, with … for what is missing. The text is `visible` already.
[[nodiscard]] std::string fit(std::string_view text, std::size_t width);

}  // namespace timeline::cli
