#include "text/normalize.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "text/blocks.hpp"
#include "text/utf8.hpp"

namespace timeline::text {
namespace {

std::string with_line_feeds(std::string_view text) {
  std::string unified;
  unified.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r')
      unified += text[at];
    else if (at + 1 == text.size() || text[at + 1] != '\n')
      unified += '\n';
  }
  return unified;
}

/// Bytes at which a character may begin that is not its own composed form or joins with one before it. Nearly all
/// Hangul, Han and ASCII is passed over.
struct MaybeDecomposed {
  std::uint64_t operator()(const unsigned char* block) const {
    return block_bits(block, [](const unsigned char* place) {
      const Bytes here = load(place), next = load(place + 1);
      const Bytes hangul = between(here, 0xEB, 0xEC) | (equal(here, 0xEA) & between(next, 0xB0, 0xBF)) |
                           (equal(here, 0xED) & between(next, 0x80, 0x9D));
      return static_cast<Bytes>(~(between(here, 0, 0xBF) | between(here, 0xE4, 0xE9) | hangul));
    });
  }
};

/// Does the character stay as it is, whatever stands before it? Those of news do; the test asks ICU.
bool stays(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  // Latin, Cyrillic; punctuation and signs without those that combine and those with a second code; kana and what
  // stands around them; Han; Hangul; full-width forms; pictures.
  constexpr Range kRanges[] = {{0, 0x2FF},       {0x400, 0x482},   {0x2002, 0x20CF}, {0x2100, 0x2125},
                               {0x212C, 0x2328}, {0x232B, 0x2ADB}, {0x3000, 0x3029}, {0x3030, 0x3098},
                               {0x309B, 0x9FFF}, {0xAC00, 0xD7A3}, {0xFF01, 0xFFEE}, {0x1F000, 0x1FAFF}};
  return std::any_of(std::begin(kRanges), std::end(kRanges),
                     [&](const Range& range) { return c >= range.first && c <= range.last; });
}

std::string composed(std::string_view text) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(code);
  if (U_FAILURE(code)) throw std::logic_error("ICU has no NFC data");
  std::string normalized;
  icu::StringByteSink<std::string> sink(&normalized, static_cast<std::int32_t>(text.size()));
  nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, code);
  if (U_FAILURE(code)) throw std::logic_error("ICU cannot normalise this text");
  return normalized;
}

/// Only what does not stay is shown to ICU, with the character before it, with which it may join.
std::optional<std::string> if_not_composed(std::string_view text) {
  std::string out;
  std::size_t done = 0;  // of the text: what stands in `out`
  Places<MaybeDecomposed> places(text);
  for (std::size_t at = 0; (at = places.next(text.size())) < text.size();) {
    Decoded c = decode(text, at);
    if (stays(c.code_point)) continue;
    const std::size_t begin = at == 0 ? 0 : at - decode_before(text, at).length;
    std::size_t end = at;
    do {
      end += c.length;
      if (end < text.size()) c = decode(text, end);
    } while (end < text.size() && !stays(c.code_point));
    places.go_on_from(end);
    const std::string_view given = text.substr(begin, end - begin);
    const std::string changed = composed(given);
    if (changed == given) continue;
    out += text.substr(done, begin - done);
    out += changed;
    done = end;
  }
  if (done == 0) return std::nullopt;
  out += text.substr(done);
  return out;
}

}  // namespace

std::string_view without_mark(std::string_view text) {
  while (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

std::optional<std::string> if_not_normal(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) return if_not_composed(text);
  std::string unified = with_line_feeds(text);
  auto changed = if_not_composed(unified);
  return changed ? std::move(changed) : std::move(unified);
}

std::string normalize(std::string text) {
  text.erase(0, text.size() - without_mark(text).size());
  auto changed = if_not_normal(text);
  return changed ? *std::move(changed) : std::move(text);
}

}  // namespace timeline::text
