#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace timeline::cli {

/// One CSV field: quoted where it must be (RFC 4180); control characters and direction marks made visible.
[[nodiscard]] std::string csv_field(std::string_view text);
/// One TSV field: tab, line end and backslash as \t, \n, \\; the rest made visible.
[[nodiscard]] std::string tsv_field(std::string_view text);
/// Text for a Markdown table or list on one line: marks that would format it are escaped, HTML cannot start.
[[nodiscard]] std::string markdown_text(std::string_view text);
/// Text for an HTML page, also inside a quoted attribute value.
[[nodiscard]] std::string html_text(std::string_view text);
/// The value as JSON on one line, safe to be shown on a terminal; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& value);

}  // namespace timeline::cli
