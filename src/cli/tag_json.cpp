#include "cli/tag_json.hpp"

#include <charconv>

#include "temporal/edtf.hpp"
#include "temporal/timex3.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

void append_number(std::uint32_t value, std::string& out) {
  char buffer[16];
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

void append_string(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      constexpr char kHex[] = "0123456789abcdef";
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_bound(std::string_view key, const std::optional<model::Moment>& bound, std::string& out) {
  out += key;
  // Years before Christ are told by EDTF alone: neither SQLite's nor most other programs' dates reach them.
  if (bound && bound->year >= 1 && bound->year <= 9999) {
    out += '"';
    out += to_iso(*bound);
    out += '"';
  } else {
    out += "null";
  }
}

void append_nullable(std::string_view text, std::string& out) {
  if (text.empty())
    out += "null";
  else
    append_string(text, out);
}

void append_expression(std::uint32_t start, std::uint32_t length, std::string_view text,
                       const model::TimeExpression& found, std::string& out) {
  out += "{\"start\":";
  append_number(start, out);
  out += ",\"length\":";
  append_number(length, out);
  out += ",\"text\":";
  append_string(found.span.of(text), out);
  out += ",\"kind\":\"";
  out += base::to_text(found.kind);
  append_bound("\",\"from\":", found.value.from, out);
  append_bound(",\"to\":", found.value.to, out);
  out += ",\"granularity\":";
  if (found.value.is_dated()) {
    out += '"';
    out += base::to_text(found.value.granularity);
    out += '"';
  } else {
    out += "null";
  }
  out += ",\"modifier\":";
  append_nullable(base::to_text(found.value.modifier), out);
  out += ",\"edtf\":";
  append_nullable(temporal::to_edtf(found.value), out);
  const temporal::Timex3 timex = temporal::to_timex3(found);
  out += ",\"timex3\":{\"type\":\"";
  out += timex.type;
  out += "\",\"value\":";
  append_string(timex.value, out);
  if (!timex.mod.empty()) {
    out += ",\"mod\":\"";
    out += timex.mod;
    out += '"';
  }
  out += "},\"rule\":";
  append_string(found.rule, out);
  if (!found.reason.empty()) {
    out += ",\"reason\":";
    append_string(found.reason, out);
  }
  out += '}';
}

}  // namespace

void append_answer(std::string_view id, std::string_view text, const std::vector<model::TimeExpression>& found,
                   std::string& out) {
  out += "{\"id\":";
  out += id.empty() ? std::string_view("null") : id;
  out += ",\"expressions\":[";
  // Expressions come in order: characters are counted once, from one to the next.
  std::uint32_t byte = 0, character = 0;
  bool first = true;
  for (const model::TimeExpression& expression : found) {
    if (!first) out += ',';
    first = false;
    if (expression.span.begin < byte) byte = character = 0;
    character += static_cast<std::uint32_t>(text::count_characters(text.substr(byte, expression.span.begin - byte)));
    byte = expression.span.begin;
    const auto length = static_cast<std::uint32_t>(text::count_characters(expression.span.of(text)));
    append_expression(character, length, text, expression, out);
  }
  out += "]}\n";
}

void append_line(std::string_view text, const model::TimeExpression& found, std::string& out) {
  const auto start = static_cast<std::uint32_t>(text::count_characters(text.substr(0, found.span.begin)));
  append_expression(start, static_cast<std::uint32_t>(text::count_characters(found.span.of(text))), text, found, out);
  out += '\n';
}

void append_explanation(std::string_view text, const model::TimeExpression& found,
                        const std::vector<std::string>& steps, std::string& out) {
  out += found.span.of(text);
  out += "\n  kind   ";
  out += base::to_text(found.kind);
  out += "\n  rule   " + found.rule;
  for (const std::string& step : steps) out += "\n  step   " + step;
  if (found.value.is_dated()) {
    out += "\n  value  " + (found.value.from ? to_iso(*found.value.from) : std::string("..")) + " to " +
           (found.value.to ? to_iso(*found.value.to) : std::string(".."));
    out += "\n  edtf   " + temporal::to_edtf(found.value);
  }
  if (!found.duration.empty()) out += "\n  length " + found.duration;
  if (!found.reason.empty()) out += "\n  no value: " + found.reason;
  out += "\n\n";
}

}  // namespace timeline::cli
