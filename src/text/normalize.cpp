#include "text/normalize.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <stdexcept>

namespace timeline::text {
namespace {

void unify_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t to = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') {
      text[to++] = text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      text[to++] = '\n';
    }
  }
  text.resize(to);
}

}  // namespace

std::string normalize(std::string text) {
  // Files that were joined or converted twice begin with more than one mark.
  while (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  unify_line_ends(text);
  if (std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; })) return text;
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(code);
  if (U_FAILURE(code)) throw std::logic_error("ICU has no NFC data");
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(piece, code) && U_SUCCESS(code)) return text;
  code = U_ZERO_ERROR;
  std::string normalized;
  icu::StringByteSink<std::string> sink(&normalized, static_cast<std::int32_t>(text.size()));
  nfc->normalizeUTF8(0, piece, sink, nullptr, code);
  if (U_FAILURE(code)) throw std::logic_error("ICU cannot normalise this text");
  return normalized;
}

}  // namespace timeline::text
