#include "entity/aliases.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace timeline::entity {
namespace {

using model::EntityKind;

constexpr std::uint32_t kMostBytes = 60;

bool is_latin_start(std::string_view text, std::uint32_t at) {
  return text::is_latin(static_cast<unsigned char>(text[at]));
}

/// The name that begins at `at`, inside brackets: ideographs, or Latin words up to the closing bracket or a remark.
base::Span name_in_brackets(const Line& line, std::uint32_t at) {
  std::uint32_t end = at;
  if (at < line.span.end && text::is_han(text::decode(line.text, at).code_point)) {
    while (end < line.span.end && text::is_han(text::decode(line.text, end).code_point)) end += 3;
  } else if (at < line.span.end && is_latin_start(line.text, at)) {
    while (end < line.span.end && end - at < kMostBytes && line.text[end] != ')' && line.text[end] != ',' &&
           (line.text[end] & 0x80) == 0)
      ++end;
    while (end > at && line.text[end - 1] == ' ') --end;
  }
  if (end == at || end >= line.span.end) return {};
  const char32_t after = text::decode(line.text, end).code_point;
  return after == U')' || after == U',' || after == 0x00B7 ? base::Span{at, end} : base::Span{};
}

/// NATO, Femen, Dan Morgan: capitals at the beginning of each word.
bool is_name(std::string_view text) {
  bool begins = true;
  std::size_t words = 0;
  for (const char c : text) {
    if (begins && !(c >= 'A' && c <= 'Z') && (c & 0x80) == 0) return false;
    if (begins) ++words;
    begins = c == ' ';
  }
  return words <= 4;
}

}  // namespace

void find_aliases(Page& page) {
  std::vector<std::pair<std::string, std::uint32_t>> again;
  // People have rules of their own for standing again.
  constexpr std::size_t kLeast = 3;  // characters: shorter names are too often other words
  for (const Line& line : page.lines())
    for (const Mention& mention : line.mentions) {
      const model::Entity& entity = page.entity(mention.entity);
      if (!entity.key.empty() || entity.kind == EntityKind::person || text::count_characters(entity.name) < kLeast)
        continue;
      again.emplace_back(entity.name, mention.entity);
      for (const model::Alias& alias : entity.aliases)
        if (text::count_characters(alias.text) >= kLeast) again.emplace_back(alias.text, mention.entity);
    }
  for (Line& line : page.lines()) {
    const std::vector<Mention> mentions = line.mentions;
    for (const Mention& mention : mentions) {
      if (mention.span.end >= line.span.end || line.text[mention.span.end] != '(') continue;
      const base::Span span = name_in_brackets(line, mention.span.end + 1);
      const std::string_view name = span.of(line.text);
      if (span.empty() || line.mention_in(span) != nullptr || !is_name(name) || text::count_characters(name) < 2)
        continue;
      page.mention(line, span, mention.entity);
      const bool acronym = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      model::Entity& entity = page.entity(mention.entity);
      const bool latin = is_latin_start(name, 0);
      if (entity.key.empty() && entity.name_en.empty() && latin && !acronym)
        entity.name_en = name;
      else
        page.alias(mention.entity, name);
      if (latin && name.size() >= 3) again.emplace_back(name, mention.entity);
    }
  }
  std::sort(again.begin(), again.end());
  again.erase(std::unique(again.begin(), again.end()), again.end());
  for (Line& line : page.lines())
    for (const auto& [name, entity] : again) {
      const std::string_view text = line.text.substr(0, line.span.end);
      for (std::size_t at = text.find(name, line.span.begin); at != std::string_view::npos;
           at = text.find(name, at + name.size())) {
        const auto begin = static_cast<std::uint32_t>(at);
        const auto end = static_cast<std::uint32_t>(at + name.size());
        const bool alone =
            (begin == line.span.begin || !is_word_character(text::decode_before(text, begin).code_point)) &&
            page.particles().noun_may_end(text, end) &&
            (end >= text.size() || !text::is_latin(static_cast<unsigned char>(text[end])));
        if (alone) page.mention(line, {begin, end}, entity);
      }
    }
}

}  // namespace timeline::entity
