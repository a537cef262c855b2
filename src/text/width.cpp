#include "text/width.hpp"

#include <unicode/uchar.h>

#include "text/utf8.hpp"

namespace timeline::text {

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    at += c.length;
    if (c.code_point < 0x300) {
      ++width;
      continue;
    }
    const auto code = static_cast<UChar32>(c.code_point);
    const int type = u_charType(code);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    const int east_asian = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

}  // namespace timeline::text
