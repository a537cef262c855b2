#include "query/sheet.hpp"

#include <charconv>
#include <cmath>

namespace timeline::query {
namespace {

std::string number(double value) {
  // Whole numbers as people write them (14000000000000, not 1.4e+13), up to where doubles are exact.
  char buffer[64];
  const bool whole = std::abs(value) < 9e15 && value == std::floor(value);
  const auto end = whole ? std::to_chars(buffer, buffer + sizeof buffer, static_cast<std::int64_t>(value)).ptr
                         : std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  return {buffer, end};
}

}  // namespace

std::string to_text(const Cell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&cell)) return number(*real);
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return {};
}

}  // namespace timeline::query
