// Sentences hold every character that is not white space, in order, once, and begin and end on whole characters.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/normalize.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"
#include "text/width.hpp"

namespace {

using namespace timeline::text;

void require(bool holds) {
  if (!holds) std::abort();
}

/// White space of any kind may fall between sentences; letters and digits never.
void require_no_words(std::string_view between) {
  for (std::size_t i = 0; i < between.size(); i += decode(between, i).length) {
    const char32_t c = decode(between, i).code_point;
    require(!is_hangul_syllable(c) && !is_digit(c) && !is_latin(c));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string raw(reinterpret_cast<const char*>(data), size);
  if (!is_valid_utf8(raw)) return 0;
  const std::string text = normalize(raw);
  require(is_valid_utf8(text));
  require(normalize(text) == text);

  std::uint32_t at = 0;
  for (const auto span : split_sentences(text)) {
    require(at <= span.begin && span.begin < span.end && span.end <= text.size());
    require(is_boundary(text, span.begin) && is_boundary(text, span.end));
    require_no_words(std::string_view(text).substr(at, span.begin - at));
    at = span.end;
  }
  require_no_words(std::string_view(text).substr(at));

  require(display_width(text) <= 2 * text.size());
  const CharacterIndex index(text);
  require(index.characters(static_cast<std::uint32_t>(text.size())) == count_characters(text));
  return 0;
}
