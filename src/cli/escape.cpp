#include "cli/escape.hpp"

#include <nlohmann/json.hpp>

#include "cli/safe_text.hpp"

namespace timeline::cli {

std::string csv_field(std::string_view text) {
  const std::string shown = visible_lines(text);
  if (shown.find_first_of(",\"\n") == std::string::npos) return shown;
  std::string quoted = "\"";
  for (const char c : shown) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string tsv_field(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\t')
      escaped += "\\t";
    else if (c == '\n')
      escaped += "\\n";
    else if (c == '\\')
      escaped += "\\\\";
    else
      escaped += c;
  }
  return visible(escaped);
}

std::string markdown_text(std::string_view text) {
  std::string escaped;
  for (const char c : visible(text)) {
    if (std::string_view("\\`*_[]<>|#~").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string html_text(std::string_view text) {
  std::string escaped;
  for (const char c : visible_lines(text)) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string json_text(const nlohmann::ordered_json& value) {
  return escape_json_controls(value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

}  // namespace timeline::cli
