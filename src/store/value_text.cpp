#include "store/value_text.hpp"

#include <charconv>

namespace timeline::store {
namespace {

std::string plain(double number) {
  char buffer[400];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed).ptr;
  return {buffer, end};
}

}  // namespace

std::string quantity_text(const model::Quantity& quantity) {
  std::string text;
  if (quantity.low) text = plain(*quantity.low);
  if (quantity.high && quantity.high != quantity.low) {
    if (!text.empty()) text += '-';
    text += plain(*quantity.high);
  }
  if (!quantity.unit.empty() && quantity.unit != "unit") text += ' ' + quantity.unit;
  return text;
}

}  // namespace timeline::store
