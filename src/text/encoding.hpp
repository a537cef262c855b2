#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/enum_table.hpp"

namespace timeline::text {

/// The encodings that are told from the bytes alone. Others are read where a page or file names them (decode_as).
enum class Encoding : std::uint8_t { utf8, utf16le, utf16be, cp949, windows1252, binary };

/// Which encoding these bytes are in. In this order: byte order mark; strict UTF-8 (a character cut off at the end
/// is forgiven); UTF-16 by the places of its zero and Hangul bytes; CP949 (EUC-KR and its extension) by how many of
/// its pairs are everyday Hangul; Windows-1252. `binary`: no text at all (zero bytes, or mostly control characters).
/// Looks at no more than the first MiB.
[[nodiscard]] Encoding detect_encoding(std::string_view bytes);

/// The bytes as UTF-8. What cannot be read becomes U+FFFD; a byte order mark is dropped.
[[nodiscard]] std::string decode_as(std::string_view bytes, Encoding encoding);

/// The same for an encoding known by name ("euc-kr", "ks_c_5601-1987", "iso-8859-1", "shift_jis"), as pages and
/// feeds name them; nothing where nobody knows the name.
[[nodiscard]] std::optional<std::string> decode_as(std::string_view bytes, std::string_view name);

/// Ill-formed bytes replaced by U+FFFD, NUL characters too (SQLite and C end a text there); else unchanged.
[[nodiscard]] std::string repair_utf8(std::string text);

}  // namespace timeline::text

template <>
struct timeline::base::EnumTable<timeline::text::Encoding> {
  using enum timeline::text::Encoding;
  static constexpr std::array<EnumRow<timeline::text::Encoding>, 6> rows{{
      {utf8, "UTF-8", "Unicode in bytes"},
      {utf16le, "UTF-16LE", "Unicode in pairs of bytes, low byte first (Windows \"Unicode\")"},
      {utf16be, "UTF-16BE", "Unicode in pairs of bytes, high byte first"},
      {cp949, "CP949", "Korean Windows: EUC-KR and the syllables it lacks"},
      {windows1252, "windows-1252", "Western Windows"},
      {binary, "binary", "no text"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::text::Encoding>());
