#include "temporal/even_spaces.hpp"

namespace timeline::temporal {
namespace {

/// The bytes of a space at `at`: an ASCII one, U+00A0, U+2000-200A, U+202F; 0 where none stands.
std::uint32_t space_at(std::string_view text, std::uint32_t at) {
  const auto byte = [&](std::uint32_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  if (byte(0) == ' ') return 1;
  if (byte(0) == 0xC2) return byte(1) == 0xA0 ? 2 : 0;
  if (byte(0) != 0xE2 || byte(1) != 0x80) return 0;
  return (byte(2) >= 0x80 && byte(2) <= 0x8A) || byte(2) == 0xAF ? 3 : 0;
}

bool is_uneven(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == ' ' ? at + 1 < text.size() && text[at + 1] == ' '
                    : (byte == 0xC2 || byte == 0xE2) && space_at(text, static_cast<std::uint32_t>(at)) > 0)
      return true;
  }
  return false;
}

}  // namespace

EvenSpaces::EvenSpaces(std::string_view sentence) {
  if (!is_uneven(sentence)) return;
  constexpr std::uint32_t kColumns = 3;
  const auto size = static_cast<std::uint32_t>(sentence.size());
  for (std::uint32_t at = 0; at < size;) {
    std::uint32_t end = at, spaces = 0;
    for (std::uint32_t bytes; (bytes = space_at(sentence, end)) != 0; end += bytes) ++spaces;
    if (spaces == 0) {
      text_ += sentence[at];
      places_.push_back(at++);
      continue;
    }
    for (std::uint32_t i = 0; i < (spaces < kColumns ? 1 : spaces); ++i) {
      text_ += ' ';
      places_.push_back(at);
    }
    at = end;
  }
  places_.push_back(size);
}

}  // namespace timeline::temporal
