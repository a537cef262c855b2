#include "text/encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/utf8.hpp"

namespace timeline::text {
namespace {

constexpr std::size_t kSample = std::size_t{1} << 20;

std::uint8_t at(std::string_view bytes, std::size_t i) {
  return static_cast<std::uint8_t>(bytes[i]);
}

/// The length of the well-formed UTF-8 character at `i`; 0 where there is none. `cut` tells that the bytes end inside
/// it.
std::size_t utf8_length(std::string_view bytes, std::size_t i, bool& cut) {
  const std::uint8_t lead = at(bytes, i);
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  std::uint8_t low = 0x80;
  std::uint8_t high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  for (std::size_t k = 1; k < length; ++k) {
    if (i + k == bytes.size()) {
      cut = true;
      return 0;
    }
    const std::uint8_t byte = at(bytes, i + k);
    if (byte < low || byte > high) return 0;
    low = 0x80;
    high = 0xBF;
  }
  return length;
}

struct Utf8Count {
  std::size_t good = 0;    // characters beyond ASCII
  std::size_t latin = 0;   // of them U+0080..U+024F, each two bytes
  std::size_t beside = 0;  // of these, those that touch an ASCII letter, as the accents of European words do
  std::size_t bad = 0;     // bytes that belong to none
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  const auto letter = [&](std::size_t i) { return i < bytes.size() && is_latin(at(bytes, i)); };
  for (std::size_t i = 0; i < bytes.size();) {
    bool cut = false;
    const std::size_t length = utf8_length(bytes, i, cut);
    if (cut) break;
    if (length == 2 && at(bytes, i) < 0xC9) {
      ++count.latin;
      if ((i > 0 && letter(i - 1)) || letter(i + 2)) ++count.beside;
    }
    if (length > 1) ++count.good;
    if (length == 0) ++count.bad;
    i += std::max<std::size_t>(length, 1);
  }
  return count;
}

struct Cp949Count {
  std::size_t hangul = 0;  // the 2350 everyday syllables of KS X 1001
  std::size_t mark = 0;    // punctuation, symbols, full-width forms
  std::size_t rare = 0;    // Hanja and the syllables that only the extension has
  std::size_t bad = 0;
};

Cp949Count count_cp949(std::string_view bytes) {
  Cp949Count count;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint8_t lead = at(bytes, i);
    if (lead < 0x80) continue;
    if (i + 1 == bytes.size()) break;  // cut inside a character
    const std::uint8_t trail = at(bytes, i + 1);
    const bool extended =
        (trail >= 0x41 && trail <= 0x5A) || (trail >= 0x61 && trail <= 0x7A) || (trail >= 0x81 && trail <= 0xA0);
    const bool plain = trail >= 0xA1 && trail <= 0xFE;
    if (lead >= 0xB0 && lead <= 0xC8 && plain) {
      ++count.hangul;
    } else if (lead >= 0xA1 && lead <= 0xAC && plain) {
      ++count.mark;
    } else if ((lead >= 0xCA && lead <= 0xFD && plain) || (lead >= 0x81 && lead <= 0xC6 && (extended || plain))) {
      ++count.rare;
    } else {
      ++count.bad;
      continue;  // look for a pair from the next byte on
    }
    ++i;
  }
  return count;
}

/// UTF-16 without a mark shows in its zero bytes (ASCII, line ends) and in high bytes of Hangul on one side only.
std::optional<Encoding> detect_utf16(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  std::array<std::size_t, 2> zero{};
  std::array<std::size_t, 2> high{};  // a zero, or the high byte of a Hangul syllable
  const std::size_t pairs = bytes.size() / 2;
  for (std::size_t i = 0; i < pairs * 2; ++i) {
    const std::uint8_t byte = at(bytes, i);
    zero[i % 2] += byte == 0;
    high[i % 2] += byte == 0 || (byte >= 0xAC && byte <= 0xD7) || byte == 0x20;
  }
  for (const std::size_t side : {std::size_t{0}, std::size_t{1}})
    if (zero[side] * 20 >= pairs && zero[side] >= 3 * zero[1 - side] && high[side] * 5 >= pairs * 4)
      return side == 1 ? Encoding::utf16le : Encoding::utf16be;
  return std::nullopt;
}

bool is_binary(std::string_view bytes) {
  std::size_t control = 0;
  std::size_t zero = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    zero += byte == 0;
    control += byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != 0x1B;
  }
  return zero * 100 > bytes.size() || control * 20 > bytes.size();
}

using Converter = std::unique_ptr<UConverter, void (*)(UConverter*)>;

std::optional<std::string> convert(std::string_view bytes, const char* name) {
  UErrorCode code = U_ZERO_ERROR;
  const Converter from(ucnv_open(name, &code), &ucnv_close);
  const Converter to(ucnv_open("UTF-8", &code), &ucnv_close);
  if (U_FAILURE(code)) return std::nullopt;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  std::array<char, 16384> buffer{};
  std::array<UChar, 8192> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  bool reset = true;
  while (true) {
    char* target = buffer.data();
    code = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, buffer.data() + buffer.size(), &source, end, pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), static_cast<UBool>(reset), true, &code);
    reset = false;
    out.append(buffer.data(), target);
    if (code != U_BUFFER_OVERFLOW_ERROR) break;
  }
  if (U_FAILURE(code)) return std::nullopt;
  return repair_utf8(std::move(out));
}

}  // namespace

Encoding detect_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, kSample);
  if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::utf8;
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16be;
  if (const auto utf16 = detect_utf16(bytes)) return *utf16;
  if (is_binary(bytes)) return Encoding::binary;
  const Utf8Count utf8 = count_utf8(bytes);
  const Cp949Count cp949 = count_cp949(bytes);
  if (utf8.bad == 0) {
    // Korean in CP949 can look like well-formed UTF-8 when every syllable lies between 0xC2A1 and 0xC8BF. Read as
    // UTF-8 it would be accented Latin letters that never touch a plain one.
    const bool only_latin = utf8.good >= 2 && utf8.latin == utf8.good && utf8.beside == 0;
    return only_latin && cp949.hangul == utf8.good && cp949.bad + cp949.rare == 0 ? Encoding::cp949 : Encoding::utf8;
  }
  // Damaged UTF-8 still has far more whole characters than stray bytes; CP949 read as UTF-8 has almost none.
  if (utf8.good >= 4 * utf8.bad) return Encoding::utf8;
  if (cp949.hangul + cp949.mark > 4 * (cp949.bad + cp949.rare) && cp949.hangul >= cp949.mark) return Encoding::cp949;
  return cp949.hangul > cp949.bad + cp949.rare && utf8.good <= utf8.bad && cp949.hangul >= 8 ? Encoding::cp949
         : utf8.good > utf8.bad                                                              ? Encoding::utf8
                                                                                             : Encoding::windows1252;
}

std::string decode_as(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
      return repair_utf8(std::string(bytes));
    case Encoding::utf16le:
      if (bytes.starts_with("\xFF\xFE")) bytes.remove_prefix(2);
      return convert(bytes, "UTF-16LE").value_or("");
    case Encoding::utf16be:
      if (bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(2);
      return convert(bytes, "UTF-16BE").value_or("");
    case Encoding::cp949:
      return convert(bytes, "windows-949").value_or("");
    case Encoding::windows1252:
      return convert(bytes, "windows-1252").value_or("");
    case Encoding::binary:
      break;
  }
  return {};
}

std::optional<std::string> decode_as(std::string_view bytes, std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  if (lower == "utf-8" || lower == "utf8") return decode_as(bytes, Encoding::utf8);
  // Browsers read these names as their Windows supersets, and so do the people who write them.
  if (lower == "euc-kr" || lower == "euckr" || lower == "cp949" || lower == "ms949" || lower == "uhc" ||
      lower.starts_with("ks_c_5601") || lower.starts_with("ksc5601") || lower == "korean")
    return decode_as(bytes, Encoding::cp949);
  if (lower == "iso-8859-1" || lower == "latin1" || lower == "us-ascii" || lower == "ascii")
    return decode_as(bytes, Encoding::windows1252);
  if (lower.empty() || lower.size() > 60) return std::nullopt;
  return convert(bytes, lower.c_str());
}

std::string repair_utf8(std::string text) {
  const bool has_nul = text.find('\0') != std::string::npos;
  if (!has_nul && is_valid_utf8(text)) return text;
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::string out;
  out.reserve(text.size() + 16);
  for (std::size_t i = 0; i < text.size();) {
    bool cut = false;
    const std::size_t length = text[i] == '\0' ? 0 : utf8_length(text, i, cut);
    if (cut) break;  // a character cut off at the end says nothing
    if (length == 0) {
      out += kReplacement;
      ++i;
    } else {
      out.append(text, i, length);
      i += length;
    }
  }
  return out;
}

}  // namespace timeline::text
