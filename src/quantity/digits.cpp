#include "quantity/digits.hpp"

#include "text/utf8.hpp"

namespace timeline::quantity {
namespace {

bool digit_at(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  return at < limit && text::is_digit(static_cast<unsigned char>(text[at]));
}

}  // namespace

std::optional<Digits> read_digits(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  const auto digit = [&](std::uint32_t i) { return digit_at(text, i, limit); };
  const auto character = [&](std::uint32_t i) { return i < limit ? text[i] : '\0'; };
  if (!digit(at)) return std::nullopt;
  Digits read{.end = at};
  std::uint32_t count = 0;
  std::uint32_t zeros = 0;
  const auto take = [&] {
    const char c = text[read.end++];
    read.value = read.value * 10 + (c - '0');
    zeros = c == '0' ? zeros + 1 : 0;
    return ++count <= 18;
  };
  while (digit(read.end))
    if (!take()) return std::nullopt;
  if (read.end - at <= 3)
    while (character(read.end) == ',' && digit(read.end + 1) && digit(read.end + 2) && digit(read.end + 3) &&
           !digit(read.end + 4)) {
      ++read.end;
      for (int i = 0; i < 3; ++i)
        if (!take()) return std::nullopt;
    }
  for (; zeros > 0 && zeros < count; --zeros) read.step *= 10;
  if (character(read.end) == '.' && digit(read.end + 1)) {
    ++read.end;
    read.step = 1;
    double scale = 1;
    double fraction = 0;
    while (digit(read.end)) {
      fraction = fraction * 10 + (text[read.end++] - '0');
      scale *= 10;
      if (++count > 18) return std::nullopt;
    }
    // One division, so that 25.7 is the double nearest to 25.7.
    read.value = (read.value * scale + fraction) / scale;
    read.step = 1 / scale;
    if (character(read.end) == '.' && digit(read.end + 1)) return std::nullopt;
  }
  const char next = character(read.end);
  if ((next == ':' || next == '/') && digit(read.end + 1)) return std::nullopt;
  if (next == '-' && digit(read.end + 1)) {
    std::uint32_t end = read.end + 1;
    while (digit(end)) ++end;
    if (character(end) == '-') return std::nullopt;
  }
  return read;
}

std::uint32_t skip_digits(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  while (at < limit) {
    if (digit_at(text, at, limit)) {
      ++at;
    } else if ((text[at] == ',' || text[at] == '.' || text[at] == ':' || text[at] == '/' || text[at] == '-') &&
               digit_at(text, at + 1, limit)) {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace timeline::quantity
