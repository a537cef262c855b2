#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timeline::text {

/// A code point and the number of bytes it takes.
struct Decoded {
  char32_t code_point;
  std::uint32_t length;
};

/// The code point that starts at `at`. `text` is valid UTF-8 (the import door sees to that) and `at` a boundary
/// before its end.
[[nodiscard]] inline Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {static_cast<char32_t>((lead & 0x1F) << 6 | (byte(1) & 0x3F)), 2};
  if (lead < 0xF0) return {static_cast<char32_t>((lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)), 3};
  return {
      static_cast<char32_t>((lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F)),
      4};
}

/// The code point that ends at `end` (a boundary after the first).
[[nodiscard]] inline Decoded decode_before(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return decode(text, at);
}

[[nodiscard]] inline bool is_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

[[nodiscard]] constexpr bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
[[nodiscard]] constexpr bool is_hangul_syllable(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}
[[nodiscard]] constexpr bool is_latin(char32_t c) {
  return (c | 0x20) >= U'a' && (c | 0x20) <= U'z';
}
[[nodiscard]] constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF);
}
/// The final consonant (받침) of a Hangul syllable by its number among the 28 of Unicode; 0 where there is none, and
/// for anything that is no Hangul syllable.
[[nodiscard]] constexpr int final_consonant(char32_t c) {
  return is_hangul_syllable(c) ? static_cast<int>((c - 0xAC00) % 28) : 0;
}
/// Those that mark the forms of verbs: ㄴ and ㄹ before a noun, ㅁ as a noun, ㅆ in the past.
inline constexpr int kFinalN = 4, kFinalL = 8, kFinalM = 16, kFinalSs = 20;
/// The vowel of a Hangul syllable by its number among the 21 of Unicode (0: ㅏ); -1 for anything else.
[[nodiscard]] constexpr int vowel(char32_t c) {
  return is_hangul_syllable(c) ? static_cast<int>((c - 0xAC00) / 28 % 21) : -1;
}
/// Those in which the stems of native verbs end: ㅜ, ㅡ, ㅣ.
inline constexpr int kVowelU = 13, kVowelEu = 18, kVowelI = 20;

[[nodiscard]] constexpr bool has_final_consonant(char32_t c) {
  return final_consonant(c) != 0;
}

void append_utf8(char32_t code_point, std::string& out);

[[nodiscard]] constexpr bool is_ascii(std::string_view text) {
  for (const char c : text)
    if ((c & 0x80) != 0) return false;
  return true;
}

/// Is the word made of Hangul syllables only?
[[nodiscard]] inline bool is_hangul(std::string_view word) {
  constexpr std::size_t kSyllable = 3;  // bytes
  if (word.empty() || word.size() % kSyllable != 0) return false;
  for (std::size_t at = 0; at < word.size(); at += kSyllable)
    if (!is_hangul_syllable(decode(word, at).code_point)) return false;
  return true;
}

/// True when the bytes are well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// The number of code points.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// Turns byte offsets of one text into character offsets, in any order, in constant time each.
/// Holds a view of the text: the text must outlive it.
class CharacterIndex {
 public:
  explicit CharacterIndex(std::string_view text);

  /// Characters before byte `at`; `at` may be the end of the text.
  [[nodiscard]] std::uint32_t characters(std::uint32_t at) const;

 private:
  static constexpr std::uint32_t kBlock = 64;
  std::string_view text_;
  bool ascii_;
  std::vector<std::uint32_t> before_;  // characters before each block of kBlock bytes; empty when ASCII
};

}  // namespace timeline::text
