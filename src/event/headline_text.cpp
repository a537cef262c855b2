#include "event/headline_text.hpp"

#include "text/utf8.hpp"

namespace timeline::event {

const std::string& name_of(const model::Entity& entity) {
  return entity.name_ko.empty() ? entity.name : entity.name_ko;
}

bool is_actor_kind(model::EntityKind kind) {
  return kind == model::EntityKind::person || kind == model::EntityKind::company ||
         kind == model::EntityKind::organization || kind == model::EntityKind::place;
}

std::string cleaned(std::string_view text) {
  std::string out;
  const std::size_t last_close = text.find_last_of(")]");
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded c = text::decode(text, at);
    const std::string_view bytes = text.substr(at, c.length);
    const bool opens = c.code_point == U'(' || c.code_point == U'[';
    const bool closed = last_close != std::string_view::npos && last_close > at;
    at += c.length;
    if ((opens && !closed) || ((c.code_point == U')' || c.code_point == U']') && depth == 0)) continue;
    if (opens) ++depth;
    const bool mark = c.code_point == 0x2018 || c.code_point == 0x2019 || c.code_point == 0x201C ||
                      c.code_point == 0x201D || c.code_point == U'"' || c.code_point == U'\'' ||
                      c.code_point == 0x300C || c.code_point == 0x300D || c.code_point == 0x300E ||
                      c.code_point == 0x300F;
    if (depth == 0 && !mark && !(c.code_point == U' ' && (out.empty() || out.back() == ' '))) out += bytes;
    if ((c.code_point == U')' || c.code_point == U']') && depth > 0) --depth;
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == ',')) out.pop_back();
  return out;
}

base::Span with_bracket(std::string_view text, base::Span span) {
  const std::string_view words = span.of(text);
  const std::size_t open = words.find_last_of("([");
  const bool unclosed = open != std::string_view::npos && words.find_first_of(")]", open) == std::string_view::npos;
  if (unclosed && span.end < text.size() && (text[span.end] == ')' || text[span.end] == ']')) ++span.end;
  return span;
}

std::string infinitive_of(std::string_view past) {
  const auto last = static_cast<std::uint32_t>(past.size());
  const text::Decoded c = text::decode_before(past, last);
  std::string out(past.substr(0, last - c.length));
  text::append_utf8(c.code_point - text::kFinalSs, out);
  return out;
}

}  // namespace timeline::event
